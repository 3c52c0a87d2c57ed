// What helps while writing: quick fixes from the light bulb as a person chooses them, the line above an entity, hints.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { again, chooseInMenu, takeAction, ui, until } from '../driver';
import { closeAll, cursorBehind, fileUri, open, replace, root, run, untilCodes, untilRow } from '../workbench';

const risks = '管控/风险.yaml';

const choose = (title: string, look?: string): Promise<void> =>
  takeAction(() => run('editor.action.quickFix'), title, look);

describe('quick fixes', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.checkProject');
    await untilCodes(risks);
  });
  afterEach(closeAll);

  it('replace a wrong value by the nearest, in the menu at the light bulb', async () => {
    const editor = await open(risks);
    await replace(editor, 'status: open', 'status: opne');
    await untilCodes(risks, 'LF023');
    cursorBehind(editor, 'opne');
    await choose('Replace by `open`', 'writing-quick-fix');
    await untilCodes(risks);
    await run('undo');
    await untilCodes(risks, 'LF023');
  });

  it('suppress a finding, with the cursor on the reason', async () => {
    const editor = await open(risks);
    await replace(editor, 'status: open', 'status: opne');
    await untilCodes(risks, 'LF023');
    cursorBehind(editor, 'opne');
    await choose('Suppress LF023');
    await untilCodes(risks);
    await until('the reason to be selected', () => editor.document.getText(editor.selection) === 'reason');
    assert.match(editor.document.getText(), /\n {2}# landfall-disable LF023: reason\n {2}- id: R-001\n/);
    await ui.press('Escape');
  });

  it('create the entity that is missing, and show it', async () => {
    const editor = await open(risks);
    await replace(editor, 'owner: li.wei', 'owner: zhang.san');
    await untilCodes(risks, 'LF101');
    cursorBehind(editor, 'zhang');
    await choose('Create the Person');
    await untilCodes(risks);
    await until('the new person', () => vscode.window.activeTextEditor?.document.uri.fsPath.endsWith('people.yaml'));
    const people = await vscode.workspace.openTextDocument(fileUri('people.yaml'));
    assert.ok(people.getText().endsWith('  - id: zhang.san\n    title: zhang.san\n'));
  });

  it('add the missing fields, to be filled in one after the other', async () => {
    const editor = await open(risks);
    await replace(editor, '    probability: 3\n    impact: 3\n', '');
    await untilCodes(risks, 'LF021');
    cursorBehind(editor, 'R-001');
    await choose('Add the missing fields');
    await untilCodes(risks);
    assert.match(
      editor.document.getText(),
      /owner: li.wei\n {4}status: open\n {4}probability: 1\n {4}impact: 1\n {2}- id/,
    );
    await ui.press('Escape');
  });

  it('put quotes around a version that YAML alone would read as a number', async () => {
    const editor = await open(risks);
    await replace(editor, 'category: data', 'tags: [1.10]');
    await untilCodes(risks);
    cursorBehind(editor, '[1.1');
    await choose('Write `1.10` in quotes');
    await until('the quotes', () => editor.document.getText().includes('tags: ["1.10"]'));
  });

  it('add the fields that the front matter of an article owes', async () => {
    writeFileSync(path.join(root(), 'note.md'), '---\norder: 1 # first\n---\n[[R-001]]\n');
    const editor = await open('note.md');
    await untilCodes('note.md', 'LF021', 'LF106');
    cursorBehind(editor, 'ord');
    await choose('Add the missing fields: title');
    await until('the field', () => editor.document.getText().startsWith('---\norder: 1 # first\ntitle:'));
    await ui.press('Escape');
    await closeAll();
    rmSync(path.join(root(), 'note.md'));
  });
});

describe('beside the text', () => {
  const lines = async (): Promise<string> => (await ui.texts('.view-line')).join('\n').replaceAll('\u00a0', ' ');
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('landfall');
  afterEach(closeAll);

  it('stands how often an entity is referred to, and what was found', async () => {
    const editor = await open(risks);
    await replace(editor, 'status: open', 'status: opne');
    await untilCodes(risks, 'LF023');
    const lens = '.codelens-decoration:has-text("0 references")';
    await until('the references', async () => (await ui.count(lens)) === 2);
    await until('the findings', async () => (await ui.count('.codelens-decoration:has-text("1 finding")')) === 1);
    await ui.screenshot('writing-lens');
    await settings().update('codeLens', false);
    await until('no references', async () => (await ui.count(lens)) === 0);
    await settings().update('codeLens', undefined);
  });

  it('stand names behind owners, weekdays behind dates, scores behind two numbers', async () => {
    const editor = await open(risks);
    await replace(editor, 'status: open\n', 'status: open\n    review_by: 2026-11-16\n');
    await until('the name', async () => /owner: li\.wei *李伟/.test(await lines()));
    await until('the score', async () => /impact: 3 *× 3 = 9/.test(await lines()));
    await ui.screenshot('writing-hints');
    await until('the weekday', async () => /2026-11-16 *Mon/.test(await lines()));
    await settings().update('inlayHints.owners', false);
    await until('no name', async () => !(await lines()).includes('李伟'));
    assert.match(await lines(), /2026-11-16 *Mon/);
    await settings().update('inlayHints.owners', undefined);
    await settings().update('inlayHints.scores', false);
    await until('no score', async () => !(await lines()).includes('= 9'));
    await settings().update('inlayHints.scores', undefined);
  });
});

describe('several entities', () => {
  afterEach(closeAll);

  it('get one value from the tree, and one undo takes it back', async () => {
    const editor = await open(risks);
    await run('landfall.filter', 'R-00');
    await run('landfall.showProject');
    await run('list.expandAll').then(undefined, () => undefined);
    const row = (id: string): string =>
      `.pane:has(.pane-header[aria-label*="Project"]) .monaco-list-row:has-text("${id}")`;
    await untilRow('Project', /^Risks/);
    if (!(await ui.count(row('R-001')))) await ui.click(row('Risks'));
    await untilRow('Project', /^R-001/);
    const selected = '.pane:has(.pane-header[aria-label*="Project"]) .monaco-list-row.selected';
    await again(
      'the fields',
      async () => {
        // The tree follows the cursor of the text that the click opens, which may come between the two.
        await ui.click(row('R-001'));
        await run('list.expandSelectionDown');
        const both = async () => (await ui.texts(selected)).filter((one) => /^R-00[12]/.test(one)).length === 2;
        await until('both rows to be selected', both, 1000);
        await ui.rightClick(row('R-002'));
        await chooseInMenu('Set Field');
      },
      async () => (await ui.texts('.quick-input-widget .monaco-list-row')).length > 2,
    );
    await ui.screenshot('writing-set-field');
    await ui.type('status');
    await until(
      'the status',
      async () => (await ui.count('.quick-input-widget .monaco-list-row.focused:has-text("status")')) > 0,
    );
    await ui.press('Enter');
    // A list that was closed keeps its rows, out of sight.
    const value = '.quick-input-widget .monaco-list-row:has-text("monitoring"):visible';
    await until('the values', async () => (await ui.count(value)) > 0);
    await ui.click(value);
    const monitored = (): number => editor.document.getText().split('status: monitoring').length - 1;
    await until('both to be changed', () => monitored() === 2);
    await vscode.window.showTextDocument(editor.document);
    await run('undo');
    await until('none to be changed', () => monitored() === 0);
    await run('landfall.clearFilter');
  });
});

describe('refactorings', () => {
  afterEach(closeAll);

  /** Chooses the entry of a quick pick that holds a text. */
  async function pickEntry(text: string): Promise<void> {
    // A list that was closed keeps its rows, out of sight.
    const entry = `.quick-input-widget .monaco-list-row:has-text("${text}"):visible`;
    await until(`${text} in the list`, async () => (await ui.count(entry)) > 0);
    await ui.click(entry);
  }

  it('sort a register by a field, from the menu at the light bulb', async () => {
    const editor = await open(risks);
    await until('the project', async () => (await ui.count('.codelens-decoration')) > 0);
    cursorBehind(editor, 'R-001');
    await takeAction(() => run('editor.action.refactor'), 'Sort this register', 'writing-refactor');
    await pickEntry('probability');
    const ids = (): string => [...editor.document.getText().matchAll(/id: (\S+)/g)].map(([, id]) => id).join(' ');
    await until('the new order', () => ids() === 'R-002 R-001');
    await run('undo');
    await until('the old order', () => ids() === 'R-001 R-002');
  });

  it('move an entity to another register of its kind', async () => {
    writeFileSync(
      path.join(root(), 'more.yaml'),
      'kind: risks\nitems:\n- id: R-100\n  title: More\n  probability: 1\n  impact: 1\n  status: open\n',
    );
    const editor = await open(risks);
    await run('landfall.checkProject');
    cursorBehind(editor, 'R-001');
    await takeAction(() => run('editor.action.refactor'), 'Move R-001');
    await pickEntry('more.yaml');
    await until('the entity to be gone', () => !editor.document.getText().includes('R-001'));
    const more = await vscode.workspace.openTextDocument(fileUri('more.yaml'));
    assert.match(more.getText(), /status: open\n- id: R-001\n {2}title: 历史/);
    rmSync(path.join(root(), 'more.yaml'));
  });
});
