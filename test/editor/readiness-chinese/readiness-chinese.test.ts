// Readiness and metrics where the editor speaks Chinese, in a light theme.
import * as vscode from 'vscode';
import { again, ui, until } from '../driver';
import { closeAll, cursorBehind, onlyView, open, rows, run, untilRow } from '../workbench';

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
    await untilRow('指标', /[▁▂▃▄▅▆▇█]/);
    await ui.screenshot('chinese-metrics');
  });

  it('shows behind entries what they stand at, and behind metrics their values', async () => {
    const lines = async (): Promise<string> => (await ui.texts('.view-line')).join('\n').replaceAll('\u00a0', ' ');
    const rounds = await open('数据/迁移轮次.yaml');
    cursorBehind(rounds, 'round: 1', -1);
    await until('the proof', async () => /准确率 ≥ 97\.97%（置信度 95%）/.test(await lines()));
    await ui.screenshot('chinese-proof');
    const editor = await open('control/issues.yaml');
    cursorBehind(editor, 'id: I-009', -1);
    await until('the time left', async () => /解决剩余 1\.3 小时，截止 11-17 09:50/.test(await lines()));
    await again(
      'the hover',
      async () => run('editor.action.showHover'),
      async () => (await ui.count('.monaco-hover:visible:has-text("响应用时 0.3 / 4 小时")')) > 0,
    );
    await ui.screenshot('chinese-standing');
  });
});
