// The extension is there, wakes in a project, and the window can be driven.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { log, ui, until } from '../driver';

describe('Landfall in an editor', () => {
  const landfall = vscode.extensions.getExtension('landfall.landfall');

  it('is loaded', async () => {
    assert.ok(landfall);
    await log(
      `VS Code ${vscode.version}, Node ${process.version}, ${vscode.env.remoteName ?? 'desktop'}, ${landfall.extensionPath}`,
    );
  });

  it('activates in a folder with a landfall.yaml, unasked', async () => {
    await until('the activation', () => landfall?.isActive);
  });

  it('shows the project folder in the explorer', async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await until(
      'landfall.yaml in the explorer',
      async () => (await ui.count('.explorer-folders-view >> text=landfall.yaml')) > 0,
    );
    await ui.screenshot('smoke');
  });

  it('takes keys', async () => {
    await ui.press('F1');
    await ui.type('Landfall');
    await until('the command palette', async () => (await ui.count('.quick-input-widget .monaco-list-row')) > 0);
    await ui.screenshot('smoke-commands');
    await ui.press('Escape');
  });
});
