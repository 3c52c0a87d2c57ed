// Tasks moved in the chart, by keys and by hand: the edits, what follows, the way back, and why not.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeTexts, FILE, label, row, text, toRow, untilLabel, untilStrip, value } from '../gantt-page';
import { closeAll, fileUri, run } from '../workbench';

describe('tasks moved in the Gantt chart', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.showGantt');
    await untilLabel('T-3133', /critical/);
  });
  after(closeAll);

  it('moves a task by the keys, lands on working days, and tells what follows', async () => {
    await toRow('G-1');
    await closeTexts();
    assert.match(await label('G-1'), /2026-12-07 to 2026-12-11/);
    await ui.press('Shift+ArrowRight');
    await untilStrip(
      /G-1 文档移交: start 2026-12-08, finish 2026-12-14[^]*G-2 经验教训[^]*2026-12-14 → 2026-12-16[^]*2026-12-15 → 2026-12-17/,
    );
    assert.match(
      await text(),
      /id: G-1\n {4}title: 文档移交\n {4}parent: G-0\n {4}start: 2026-12-08\n {4}finish: 2026-12-14\n {4}duration: 5d\n/,
    );
    await untilLabel('G-1', /2026-12-08 to 2026-12-14/);
    await ui.screenshot('gantt-moved');
    await ui.press('Control+Shift+ArrowRight');
    await untilStrip(/duration 6d, finish 2026-12-15/);
    await untilLabel('G-1', /2026-12-08 to 2026-12-15/);
  });

  it('takes a move back', async () => {
    await ui.webviewClick('#undo');
    await untilLabel('G-1', /2026-12-08 to 2026-12-14/);
    assert.match(await text(), /finish: 2026-12-14\n {4}duration: 5d\n/);
  });

  it('moves and resizes what is dragged', async () => {
    await ui.webviewFill('#filter-zoom', 'day');
    await toRow('G-1');
    await value(`(() => { document.querySelector('.chart').scrollLeft = ${170 * 24}; })()`);
    const at = await value<string>(`document.querySelector('${row('G-1')}').dataset.row`);
    await until('the bar in sight', () => ui.webviewCount(`.of-task[data-row="${at}"] .bar`));
    // Three days to the right of Tuesday 8th: Friday 11th.
    await ui.webviewDrag(`.of-task[data-row="${at}"] .bar`, '72');
    await untilLabel('G-1', /2026-12-11 to 2026-12-17/);
    await value(`(() => { document.querySelector('.chart').scrollLeft += 170; })()`);
    await ui.webviewDrag(`.of-task[data-row="${at}"] .bar`, '-48', '3');
    await untilLabel('G-1', /2026-12-11 to 2026-12-15/);
    assert.match(await text(), /start: 2026-12-11\n {4}finish: 2026-12-15\n {4}duration: 3d\n/);
    await ui.screenshot('gantt-dragged');
  });

  it('refuses what is computed, done or a sum, and says why', async () => {
    for (const [id, why] of [
      ['G-2', /G-2 begins when what it waits for lets it \(FS from G-1\)/],
      ['G-0', /G-0 sums up other tasks/],
      ['T-130', /T-130 is done/],
    ] as const) {
      await toRow(id);
      await ui.press('Shift+ArrowRight');
      await untilStrip(why);
    }
    await ui.screenshot('gantt-refused');
    await closeTexts();
    assert.match(await text(), /id: G-2\n {4}title: 经验教训\n {4}parent: G-0\n {4}duration: 3d\n/);
  });

  it('follows what is typed', async () => {
    await toRow('G-2');
    const document = await vscode.workspace.openTextDocument(fileUri(FILE));
    const edit = new vscode.WorkspaceEdit();
    const begin = document.getText().indexOf('duration: 3d\n    after');
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(begin), document.positionAt(begin + 12)),
      'duration: 9d',
    );
    await vscode.workspace.applyEdit(edit);
    await untilLabel('G-2', /2026-12-16 to 2026-12-28/);
  });
});
