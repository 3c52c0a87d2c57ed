// References and rename as a person uses them: the peek's list, the rename box, one undo for all files.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, fileUri, open, root, run, untilCodes } from '../workbench';

const risks = '管控/风险.yaml';
const onDisk = (file: string): string => readFileSync(fileUri(file).fsPath, 'utf8');

describe('finding and renaming', () => {
  const kept = { people: '', risks: '' };

  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    writeFileSync(path.join(root(), 'notes.md'), '---\ntitle: Notes\nowner: ann.lee\n---\n\nAsk [[ann.lee]].\n');
    await run('landfall.checkProject');
    await untilCodes(risks);
    kept.people = onDisk('people.yaml');
    kept.risks = onDisk(risks);
  });
  afterEach(closeAll);

  it('lists the references to a person in registers and Markdown', async () => {
    const editor = await open('people.yaml');
    const position = cursorBehind(editor, '- id: ann', -1);
    const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', editor.document.uri, position);
    const places = found.map(({ uri, range }) => `${path.basename(uri.fsPath)}:${range.start.line + 1}`);
    assert.deepEqual(places.sort(), ['notes.md:3', 'notes.md:6', 'people.yaml:5', '风险.yaml:15']);
    await run('editor.action.referenceSearch.trigger');
    await until('the peek', async () => (await ui.count('.reference-zone-widget .monaco-list-row')) >= 3);
    await ui.screenshot('navigation-references');
    await ui.press('Escape');
  });

  it('renames a person in every file, open or not, and takes it back at once', async () => {
    const editor = await open(risks);
    cursorBehind(editor, 'owner: ann', -1);
    const renamed = run('editor.action.rename');
    await until('the box', async () => (await ui.count('.rename-box .rename-input:focus')) > 0);
    await ui.screenshot('navigation-rename');
    await ui.press('Control+A');
    await ui.type('ann.smith');
    await ui.press('Enter');
    await renamed;
    await until('the new id', () => editor.document.getText().includes('owner: ann.smith'));
    const textOf = async (file: string) => (await vscode.workspace.openTextDocument(fileUri(file))).getText();
    assert.match(await textOf('people.yaml'), /- id: ann\.smith\n {4}title: Ann Lee\n {4}formerly: \[ann\.lee\]\n/);
    assert.match(await textOf('notes.md'), /owner: ann\.smith\n---\n\nAsk \[\[ann\.smith\]\]/);
    await run('undo');
    await until('the old text', async () => (await textOf('people.yaml')) === kept.people);
    assert.equal(editor.document.getText(), kept.risks);
    await vscode.workspace.saveAll(false);
  });

  it('says why an id cannot be taken', async () => {
    const editor = await open(risks);
    const position = cursorBehind(editor, 'owner: ann', -1);
    await assert.rejects(
      async () => run('vscode.executeDocumentRenameProvider', editor.document.uri, position, 'li.wei'),
      /li\.wei exists already: 李伟/,
    );
    assert.equal(editor.document.getText(), kept.risks);
  });

  it('shows where one is: breadcrumbs, the first line of the entity, what to fold and what to select', async () => {
    const editor = await open(risks);
    const position = cursorBehind(editor, '    owner: ann');
    await until('the breadcrumbs', async () =>
      (await ui.texts('.breadcrumbs-control .monaco-breadcrumb-item')).some((text) => text.includes('R-002')),
    );
    await ui.screenshot('navigation-breadcrumbs');
    const folds = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', editor.document.uri);
    assert.ok(
      folds.some(({ start, end }) => start === 9 && end === 15),
      JSON.stringify(folds),
    );
    const [grown] = await run<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', editor.document.uri, [
      position,
    ]);
    const texts: string[] = [];
    for (let at = grown; at; at = at.parent as vscode.SelectionRange) texts.push(editor.document.getText(at.range));
    assert.ok(texts.includes('ann.lee') && texts.includes('owner: ann.lee'), texts.join(' | '));
  });

  it('finds entities of the project by symbol, Chinese too', async () => {
    const found = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '患者数据');
    assert.deepEqual(
      found.map(({ name }) => name),
      ['R-001 历史患者主数据重复'],
    );
    const shown = run('workbench.action.quickOpen', '#历史患者');
    await until('the entity', async () =>
      (await ui.texts('.quick-input-list .monaco-list-row')).some((text) => text.includes('R-001')),
    );
    await ui.screenshot('navigation-symbols');
    await ui.press('Escape');
    await shown;
  });

  it('traces who refers to whom', async () => {
    const editor = await open('people.yaml');
    const position = cursorBehind(editor, '- id: ann', -1);
    const [item] = await run<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', editor.document.uri, position);
    assert.equal(item?.detail, 'Ann Lee · Person');
    const incoming = await run<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
    assert.deepEqual(incoming.map(({ from }) => from.name).sort(), ['R-002', 'notes']);
    await run('editor.showCallHierarchy');
    await until('the hierarchy', async () =>
      (await ui.texts('.call-hierarchy .monaco-list-row')).some((text) => text.includes('R-002')),
    );
    await ui.screenshot('navigation-trace');
    await ui.press('Escape');
  });

  it('follows links in prose', async () => {
    const editor = await open('notes.md');
    const found = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', editor.document.uri);
    const ours = found.filter(({ target }) => target?.path.endsWith('people.yaml'));
    assert.deepEqual(
      ours.map(({ range, target }) => `${editor.document.getText(range)} ${target?.fragment}`),
      ['ann.lee L5,9'],
    );
  });

  it('keeps links to a Markdown file that is renamed', async () => {
    rmSync(path.join(root(), 'after.md'), { force: true });
    const article = (title: string, text: string): string => `---\ntitle: ${title}\nowner: li.wei\n---\n\n${text}\n`;
    writeFileSync(path.join(root(), 'before.md'), article('Before', 'Words.'));
    writeFileSync(path.join(root(), 'more.md'), article('More', 'See [[before]].'));
    await run('landfall.checkProject');
    await until('the link', async () => {
      const document = await vscode.workspace.openTextDocument(fileUri('more.md'));
      const at = document.positionAt(document.getText().indexOf('before]]') + 1);
      return (await run<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, at)).length > 0;
    });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(fileUri('before.md'), fileUri('after.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the new link', async () =>
      (await vscode.workspace.openTextDocument(fileUri('more.md'))).getText().includes('See [[after]].'),
    );
    await vscode.workspace.saveAll(false);
  });
});
