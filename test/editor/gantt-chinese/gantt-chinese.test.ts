// The Gantt chart in Chinese, in a light theme.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, run } from '../workbench';

const value = async <T>(expression: string): Promise<T> => JSON.parse(await ui.webviewValue(expression)) as T;

describe('the Gantt chart in Chinese', () => {
  after(closeAll);

  it('says everything in Chinese, and cuts no label', async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.showGantt');
    await until(
      'the chart',
      async () => /状态日期：2026-11-16 · 预计完成：/.test(await ui.webviewText('.sum').catch(() => '')),
      30_000,
    );
    assert.match(await ui.webviewText('.legend'), /任务（已完成部分填充）[^]*关键任务：没有时差[^]*非工作日/);
    // Names of tasks may end in an ellipsis, with the whole in a title; everything else is whole.
    const cut = await value<
      readonly string[]
    >(`[...document.querySelectorAll('.legend li, .filters label, .filters button, .corner, .tick span, .strip p')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
      .map((one) => one.textContent)`);
    assert.deepEqual(cut, []);
    const titles = await value<number>(`[...document.querySelectorAll('.side')].filter((one) => !one.title).length`);
    assert.equal(titles, 0);
    await ui.screenshot('gantt-chinese');
  });

  it('tells in Chinese why, what follows, and why not', async () => {
    await ui.webviewClick('.row[aria-label^="T-3133 "] .side');
    await until('why', async () => /预测：[^]*驱动路径[^]*关键任务/.test(await ui.webviewText('.strip')));
    await ui.screenshot('gantt-chinese-why');
    await ui.press('Shift+ArrowRight');
    await until('why not', async () => /T-3133 已开始，开始日期为实际日期/.test(await ui.webviewText('.strip')));
    await ui.press('Control+Shift+ArrowRight');
    await until('what follows', async () => /之前[^]*之后[^]*T-3133/.test(await ui.webviewText('.strip')), 20_000);
    await ui.screenshot('gantt-chinese-moved');
    await ui.webviewFill('#filter-table', 'true');
    await until('the table', async () => /总时差/.test(await ui.webviewText('.head')));
    await ui.screenshot('gantt-chinese-table');
  });
});
