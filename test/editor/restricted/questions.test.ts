// Everything that only reads or edits texts works in a folder that is not trusted as it does in any other.
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { again, ui, until } from '../driver';
import { closeAll, cursorBehind, open, run } from '../workbench';

const people = 'people.yaml';
const risks = '管控/风险.yaml';

describe('questions in Restricted Mode', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  afterEach(closeAll);

  it('finds, traces and renames', async () => {
    const editor = await open(people);
    const { uri } = editor.document;
    const position = cursorBehind(editor, '- id: ann', -1);
    const places = await until('the references', async () => {
      const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', uri, position);
      return found.length > 1 ? found : undefined;
    });
    assert.deepEqual(places.map((one) => path.basename(one.uri.fsPath)).sort(), ['people.yaml', '风险.yaml']);
    const [item] = await run<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', uri, position);
    const incoming = await run<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
    assert.deepEqual(
      incoming.map(({ from }) => from.name),
      ['R-002'],
    );
    const edit = await run<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, position, 'ann.smith');
    assert.equal(edit.size, 2);
  });

  it('shows the outline, folds, hints and lenses', async () => {
    const editor = await open(risks);
    const { uri } = editor.document;
    const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['R-001', 'R-002'],
    );
    const folds = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    assert.ok(
      folds.some(({ start, end }) => start === 2 && end === 8),
      JSON.stringify(folds),
    );
    await until('a lens', async () => (await ui.count('.codelens-decoration')) > 0);
    await until('a hint', async () => (await ui.texts('.view-line')).some((line) => line.includes('Ann')));
    await ui.screenshot('restricted-questions');
  });

  it('says why there are no baselines', async () => {
    const pane = '.pane:has(.pane-header[aria-label*="Baselines"])';
    await again(
      'the reason',
      async () => run('landfall.baselines.focus'),
      async () => (await ui.count(`${pane}:has-text("The workspace is not trusted")`)) > 0,
    );
    assert.ok(!(await ui.text(pane)).includes('Set Baseline…'));
    await ui.screenshot('restricted-baselines');
  });

  it('offers fixes', async () => {
    const editor = await open('broken.yaml');
    const { uri } = editor.document;
    const line = editor.document.lineAt(4).range;
    const actions = await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, line);
    assert.ok(Array.isArray(actions));
    const links = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    assert.deepEqual(links, []);
  });
});
