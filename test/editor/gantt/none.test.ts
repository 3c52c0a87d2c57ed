// The Gantt chart of a project whose tasks are gone: says what to do. Last, for it takes the registers away.
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, run } from '../workbench';

describe('a Gantt chart without a plan', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.showGantt');
  });
  after(closeAll);

  it('says so where there is no task', async () => {
    const edit = new vscode.WorkspaceEdit();
    for (const uri of await vscode.workspace.findFiles('计划/*.yaml')) edit.deleteFile(uri);
    await vscode.workspace.applyEdit(edit);
    await until(
      'the empty state',
      async () => /There is no task yet/.test(await ui.webviewText('.empty').catch(() => '')),
      20_000,
    );
    await ui.screenshot('gantt-empty');
  });
});
