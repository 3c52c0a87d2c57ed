// What changes the text on request: quick fixes from the light bulb, as a person chooses them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, fileUri, open, replace, run, untilCodes } from '../workbench';

const risks = '管控/风险.yaml';

/** Chooses an entry of the menu at the light bulb. The menu closes by itself when an editor is still coming up. */
async function choose(title: string): Promise<void> {
  const entry = `.action-widget .monaco-list-row:has-text("${title}")`;
  const shown = async (): Promise<boolean> => (await ui.count(entry)) > 0;
  const isOpen = (): Promise<unknown> => until(`"${title}" in the menu`, shown, 3000);
  await run('editor.action.quickFix');
  await isOpen().catch(async () => {
    await run('editor.action.quickFix');
    await isOpen().catch(async (error: Error) => {
      throw new Error(`${error.message}. There is: ${(await ui.texts('.action-widget .monaco-list-row')).join(' | ')}`);
    });
  });
  await ui.click(entry);
}

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
    await run('editor.action.quickFix');
    await until('the menu', async () => (await ui.count('.action-widget .monaco-list-row')) > 1);
    await ui.screenshot('writing-quick-fix');
    await ui.press('Escape');
    await choose('Replace by `open`');
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
});
