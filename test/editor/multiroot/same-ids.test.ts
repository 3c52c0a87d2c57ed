// Two projects of one window that use the same ids: what is asked in one never reaches into the other.
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, run } from '../workbench';

const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);

describe('two projects with the same ids', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  afterEach(closeAll);

  for (const at of [0, 1]) {
    const here = ['east', 'west'][at] ?? '';
    const uriOf = (file: string): vscode.Uri => vscode.Uri.file(path.join(roots[at] ?? '', file));
    const open = async (file: string) =>
      vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(file)));
    const projectOf = (uri: vscode.Uri): string => path.basename(path.dirname(uri.fsPath));

    it(`finds, defines and completes in ${here} alone`, async () => {
      const editor = await open('risks.yaml');
      const position = cursorBehind(editor, 'owner: shared', -1);
      const [definition] = await until('the definition', async () => {
        const found = await run<vscode.LocationLink[]>(
          'vscode.executeDefinitionProvider',
          uriOf('risks.yaml'),
          position,
        );
        return found.length ? found : undefined;
      });
      assert.equal(definition?.targetUri.fsPath, uriOf('people.yaml').fsPath);
      const references = await run<vscode.Location[]>('vscode.executeReferenceProvider', uriOf('risks.yaml'), position);
      assert.deepEqual(references.map(({ uri }) => `${projectOf(uri)}/${path.basename(uri.fsPath)}`).sort(), [
        `${here}/people.yaml`,
        `${here}/risks.yaml`,
      ]);
      const { items } = await run<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uriOf('risks.yaml'),
        cursorBehind(editor, 'owner: '),
      );
      const labels = items.map(({ label }) =>
        typeof label === 'string' ? label : `${label.label} ${label.description}`,
      );
      assert.deepEqual(
        labels.filter((label) => /\.one|shared/.test(label)).sort(),
        [`${here}.one Person ${here}.one`, `shared Shared of ${here}`].sort(),
      );
      await run('editor.action.triggerSuggest');
      await until('the suggestion', async () =>
        (await ui.texts('.suggest-widget .monaco-list-row')).some((text) => text.includes(`Shared of ${here}`)),
      );
      assert.ok(
        !(await ui.texts('.suggest-widget .monaco-list-row')).some((text) =>
          text.includes(here === 'east' ? 'west' : 'east'),
        ),
      );
      await ui.screenshot(`multiroot-${here}`);
      await ui.press('Escape');
    });

    it(`renames in ${here} alone`, async () => {
      const editor = await open('people.yaml');
      const edit = await run<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        uriOf('people.yaml'),
        cursorBehind(editor, 'id: shared', -1),
        'split',
      );
      assert.deepEqual(
        edit
          .entries()
          .map(([uri]) => path.relative(roots[at] ?? '', uri.fsPath))
          .sort(),
        ['people.yaml', 'risks.yaml'],
      );
    });
  }

  it('finds the entities of all by symbol, each in its own place', async () => {
    const found = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'shared');
    assert.deepEqual(
      found
        .filter(({ name }) => name.startsWith('shared '))
        .map(({ name, location }) => `${name}: ${path.basename(path.dirname(location.uri.fsPath))}`)
        .sort(),
      ['shared Shared of east: east', 'shared Shared of west: west'],
    );
  });
});
