// In a folder that the person has not trusted, YAML features work and nothing is executed: no kinds of the project.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { findings, open, run, untilCodes, untilRow } from '../workbench';

describe('Landfall in Restricted Mode', () => {
  it('the folder is not trusted', () => assert.equal(vscode.workspace.isTrusted, false));

  it('activates all the same', () =>
    until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));

  it('checks registers', async () => {
    await untilCodes('broken.yaml', 'LF021', 'LF024');
    const editor = await open('broken.yaml');
    const list = await run<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      new vscode.Position(4, 4),
    );
    assert.ok(list.items.length > 0);
  });

  it('does not read the kinds that the project brings', async () => {
    assert.deepEqual(
      findings('vehicles.yaml').map((one) => one.split(' ')[1]),
      ['LF002'],
    );
    await run('landfall.showProject');
    await untilRow('Project', /^Foundation/);
    await ui.screenshot('restricted');
  });
});
