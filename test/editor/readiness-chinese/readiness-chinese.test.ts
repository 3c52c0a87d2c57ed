// Readiness and metrics where the editor speaks Chinese, in a light theme.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { again, ui, until } from '../driver';
import { closeAll, onlyView, rows, run, untilRow } from '../workbench';

describe('中文界面中的就绪度与指标', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  after(closeAll);

  it('shows gates with what keeps them closed', async () => {
    await run('landfall.showReadiness');
    await onlyView('就绪度');
    await untilRow('就绪度', /不能放行：\d 个必须项中有 \d 个未满足 · 已满足 \d+%/);
    const criterion = '.pane:has(.pane-header[aria-label*="就绪度"]) .monaco-list-row:has-text("培训覆盖率") >> nth=0';
    await again(
      'the blockers',
      async () => {
        await ui.click(criterion);
        await run('landfall.readiness.focus');
        await run('list.expand');
      },
      async () => (await rows('就绪度')).some((one) => /^[a-z]+\.[a-z]+/.test(one)),
    );
    await ui.screenshot('chinese-readiness');
  });

  it('shows figures with their past', async () => {
    await run('landfall.showMetrics');
    await onlyView('指标');
    const metric = '.pane:has(.pane-header[aria-label*="指标"]) .monaco-list-row:has-text("需求确认率")';
    await again(
      'the past',
      async () => {
        await ui.click(metric);
        await run('landfall.metrics.focus');
        await run('list.expand');
      },
      async () => (await rows('指标')).some((one) => /^20\d\d-\d\d-\d\d/.test(one)),
    );
    await until('the page', async () => /计算过程|算式|公式/.test(await ui.webviewText('body').catch(() => '')));
    assert.ok((await rows('指标')).some((one) => /[▁▂▃▄▅▆▇█]/.test(one)));
    await ui.screenshot('chinese-metrics');
  });
});
