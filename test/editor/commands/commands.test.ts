// Commands as a person uses them: by the palette, by keys, by a click.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, open, replace, root, run, untilCodes } from '../workbench';

const risks = '管控/风险.yaml';

describe('commands', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  afterEach(closeAll);

  it('are all registered', async () => {
    const there = new Set(await vscode.commands.getCommands(true));
    const named: readonly { command: string }[] =
      vscode.extensions.getExtension('landfall.landfall')?.packageJSON.contributes.commands;
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.map(({ command }) => command).filter((id) => !there.has(id)),
      [],
    );
  });

  it('Open Entity… finds Chinese by pairs of characters', async () => {
    await run('landfall.openEntity');
    await until('the list', async () => (await ui.count('.quick-input-widget .monaco-list-row')) > 0);
    await ui.type('患者数据');
    await until(
      'one row',
      async () =>
        (await ui.texts('.quick-input-widget .monaco-list-row')).filter((row) => row.includes('R-001')).length === 1,
    );
    await ui.screenshot('commands-open-entity');
    await ui.press('Enter');
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.getText(editor.selection), 'R-001');
  });

  it('Copy Reference copies the id at the cursor', async () => {
    const editor = await open(risks);
    cursorBehind(editor, 'id: R-002');
    await run('landfall.copyReference');
    assert.equal(await vscode.env.clipboard.readText(), 'R-002');
  });

  it('Explain Rule shows the page of a rule', async () => {
    await run('landfall.explainRule', 'LF101');
    await until('the page', async () =>
      (await ui.webviewText('body').catch(() => '')).includes('refers to an id that nothing in the project has'),
    );
    await ui.screenshot('commands-explain');
  });

  it('Open the Format Reference shows all kinds, and a kind from the hover of a field', async () => {
    const done = run('landfall.openFormat');
    await until('the kinds', async () => (await ui.count('.quick-input-widget:visible .monaco-list-row')) > 3);
    await ui.screenshot('commands-format-kinds');
    await ui.press('Enter');
    await done;
    await until('all kinds', async () =>
      (await ui.webviewText('body').catch(() => '')).includes('Separation-of-duties'),
    );
    await ui.screenshot('commands-format');
    await closeAll();
    const editor = await open(risks);
    cursorBehind(editor, 'prob');
    await run('editor.action.showHover');
    await until('the link', async () => (await ui.count('.monaco-hover a:has-text("Format of Risks")')) > 0);
    await ui.screenshot('commands-format-hover');
    await ui.click('.monaco-hover a:has-text("Format of Risks")');
    await until('the page', async () =>
      (await ui.webviewText('body').catch(() => '')).includes('a whole number, 1 to 5'),
    );
    await ui.screenshot('commands-format-risks');
  });

  it('the code of a finding leads to its page', async () => {
    const editor = await open(risks);
    await replace(editor, 'owner: li.wei', 'owner: li.we');
    await untilCodes(risks, 'LF101');
    cursorBehind(editor, 'owner: li.w');
    await run('editor.action.showHover');
    await until('the code in the hover', async () => (await ui.count('.monaco-hover a:has-text("LF101")')) > 0);
    await ui.screenshot('commands-hover');
    await ui.click('.monaco-hover a:has-text("LF101")');
    await until('the preview', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /Preview.*LF101/.test(label))),
    );
  });

  it('Check Project says what it found', async () => {
    await run('landfall.checkProject');
    await run('notifications.showList');
    await until('the message', async () =>
      (await ui.texts('.notification-list-item-message')).some((text) =>
        /Tiny: 0 errors, 0 warnings in \d+ entities/.test(text),
      ),
    );
    await ui.screenshot('commands-checked');
    await run('notifications.clearAll');
  });

  it('New Project writes the starter registers, and never over anything', async () => {
    const folder = vscode.Uri.file(path.join(root(), 'another'));
    mkdirSync(folder.fsPath);
    const done = run('landfall.newProject', folder);
    await until('the question', async () => (await ui.count('.quick-input-widget:visible input')) > 0);
    await ui.type(' Two');
    await ui.press('Enter');
    await done;
    assert.ok(existsSync(path.join(folder.fsPath, 'landfall.yaml')));
    const before = readFileSync(path.join(folder.fsPath, 'people.yaml'), 'utf8');
    const again = run('landfall.newProject', folder);
    await until('the question', async () => (await ui.count('.quick-input-widget:visible input')) > 0);
    await ui.press('Enter');
    await run('notifications.showList');
    await until('the refusal', async () =>
      (await ui.texts('.notification-list-item-message')).some((text) => text.includes('already exist')),
    );
    await run('notifications.clearAll');
    await again;
    assert.equal(readFileSync(path.join(folder.fsPath, 'people.yaml'), 'utf8'), before);
  });

  it('Open Sample writes the sample with its history', async () => {
    const into = vscode.Uri.file(path.join(root(), '..', 'samples'));
    mkdirSync(into.fsPath);
    await run('landfall.openSample', 'erp', into);
    const folder = path.join(into.fsPath, 'landfall-erp');
    assert.ok(existsSync(path.join(folder, 'landfall.yaml')));
    assert.ok(existsSync(path.join(folder, '.git')));
  });
});
