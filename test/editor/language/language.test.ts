// Completion, hover and go-to-definition by the editor's own commands, also in half-typed text and in Markdown.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, fileUri, open, replace, root, run, untilCodes } from '../workbench';

const risks = '管控/风险.yaml';
const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

async function offered(editor: vscode.TextEditor, behind: string): Promise<readonly string[]> {
  const position = cursorBehind(editor, behind);
  const list = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, position);
  return list.items.map(labelOf);
}

async function hovered(editor: vscode.TextEditor, behind: string): Promise<string> {
  const position = cursorBehind(editor, behind, -1);
  const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value)).join('\n');
}

async function defined(editor: vscode.TextEditor, behind: string): Promise<readonly string[]> {
  const position = cursorBehind(editor, behind, -1);
  const found = await run<vscode.LocationLink[]>('vscode.executeDefinitionProvider', editor.document.uri, position);
  return found.map(({ targetUri, targetRange }) => `${path.basename(targetUri.fsPath)}:${targetRange.start.line + 1}`);
}

describe('language features', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    writeFileSync(
      path.join(root(), 'guide.md'),
      '---\ntitle: Guide\nowner: li.wei\n---\n\nSee [[R-001]] and [[li.wei|the owner]]; <b>[[nothing]]</b>.\n',
    );
    await run('landfall.checkProject');
    await untilCodes(risks);
  });
  afterEach(closeAll);

  it('offers people where an owner is wanted, with their names', async () => {
    const editor = await open(risks);
    const position = cursorBehind(editor, 'owner: ');
    const list = await run<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      position,
    );
    const li = list.items.find((item) => labelOf(item) === 'li.wei');
    assert.ok(typeof li?.label === 'object' && li.label.description === '李伟');
  });

  it('offers fields that are not there yet, and allowed values', async () => {
    const editor = await open(risks);
    await replace(editor, '    status: open\n', '    status: open\n    \n');
    const fields = await offered(editor, '    status: open\n    ');
    assert.ok(fields.includes('contingency') && !fields.includes('owner'), fields.join(' '));
    await replace(editor, '    status: open\n    \n', '    status: \n    \n');
    assert.deepEqual((await offered(editor, '    status: ')).slice(0, 4), ['open', 'monitoring', 'occurred', 'closed']);
  });

  it('writes a whole item with the next id', async () => {
    const editor = await open(risks);
    const end = editor.document.positionAt(editor.document.getText().length);
    await editor.edit((edit) => edit.insert(end, '  - '));
    const last = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(last, last);
    await run('editor.action.triggerSuggest');
    await until(
      'the suggestion',
      async () => (await ui.count('.suggest-widget .monaco-list-row:has-text("risks")')) > 0,
    );
    await ui.screenshot('language-item');
    await ui.press('Enter');
    await until('the item', () => editor.document.getText().includes('- id: R-003\n    title: \n'));
    await ui.press('Escape');
  });

  it('offers kinds in an empty file of the project', async () => {
    writeFileSync(path.join(root(), 'fresh.yaml'), '');
    const editor = await open('fresh.yaml');
    const kinds = await until('the kinds', async () => {
      const labels = await offered(editor, '');
      return labels.includes('kind: tasks') ? labels : undefined;
    });
    assert.ok(kinds.includes('kind: risks'));
  });

  it('explains fields, values and entities under the mouse', async () => {
    const editor = await open(risks);
    assert.match(await hovered(editor, 'probability'), /How likely/);
    assert.match(await hovered(editor, 'status: open'), /Open/);
    const card = await hovered(editor, 'owner: li');
    assert.match(card, /李伟/);
    assert.match(card, /Referred to/);
  });

  it('goes from a reference to the entity', async () => {
    const editor = await open(risks);
    assert.deepEqual(await defined(editor, 'owner: li.wei'), ['people.yaml:3']);
  });

  it('does the same in Markdown', async () => {
    const editor = await open('guide.md');
    assert.deepEqual(await defined(editor, 'See [[R-0'), ['风险.yaml:3']);
    assert.deepEqual(await defined(editor, 'owner: li'), ['people.yaml:3']);
    await replace(editor, '[[nothing]]', '[[R-');
    const labels = await offered(editor, '<b>[[R-');
    assert.deepEqual(
      labels.filter((label) => label.startsWith('R-')),
      ['R-001', 'R-002'],
    );
  });

  it('links entities in the Markdown preview, and nothing else', async () => {
    await run('markdown.showPreview', fileUri('guide.md'));
    await until('the link', async () => (await ui.webviewCount('a:has-text("历史患者主数据重复")')) > 0);
    assert.equal(await ui.webviewCount('a:has-text("the owner")'), 1);
    assert.equal(await ui.webviewCount('a:has-text("nothing")'), 0);
    await ui.screenshot('language-preview');
    await ui.webviewClick('a:has-text("历史患者主数据重复")');
    await until('the register', () =>
      vscode.window.visibleTextEditors.some(({ document }) => document.uri.fsPath.endsWith('风险.yaml')),
    );
  });
});
