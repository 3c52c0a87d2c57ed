// Both extensions answer for the same text: what ours says is there beside what the other says, and stays whole.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, open, run } from '../workbench';

const risks = '管控/风险.yaml';

describe('answers of two extensions', () => {
  before(async () => {
    await open(risks);
    await until('both', () =>
      ['landfall.landfall', 'redhat.vscode-yaml'].every((id) => vscode.extensions.getExtension(id)?.isActive),
    );
  });
  afterEach(closeAll);

  it('are offered together', async () => {
    const editor = await open(risks);
    cursorBehind(editor, 'owner: ');
    await run('editor.action.triggerSuggest');
    await until('both suggestions', async () => {
      const rows = (await ui.texts('.suggest-widget .monaco-list-row')).join('\n');
      return rows.includes('李伟') && rows.includes('from the other');
    });
    await ui.screenshot('beside-yaml-suggest');
    await ui.press('Escape');
    const hovers = await run<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      cursorBehind(editor, 'owner: li', -1),
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value))
      .join('\n');
    assert.ok(text.includes('李伟') && text.includes('from the other'), text);
  });

  it('make one outline each', async () => {
    const editor = await open(risks);
    const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', editor.document.uri);
    const names = symbols.map(({ name }) => name);
    assert.ok(
      ['R-001', 'R-002', 'from the other'].every((name) => names.includes(name)),
      names.join(' '),
    );
    const folds = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', editor.document.uri);
    assert.ok(
      folds.some(({ start, end }) => start === 9 && end === 15),
      JSON.stringify(folds),
    );
  });

  it('leave definition and rename to us', async () => {
    const editor = await open(risks);
    const position = cursorBehind(editor, 'owner: ann', -1);
    const { uri } = editor.document;
    const found = await run<vscode.LocationLink[]>('vscode.executeDefinitionProvider', uri, position);
    assert.ok(found.some(({ targetUri }) => targetUri.fsPath.endsWith('people.yaml')));
    const edit = await run<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, position, 'ann.smith');
    assert.equal(edit.size, 2);
  });
});
