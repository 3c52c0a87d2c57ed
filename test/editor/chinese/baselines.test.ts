// Baselines where the editor speaks Chinese: their view, what drifted beside the text, and what setting one asks.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { again, ui, until } from '../driver';
import { closeAll, cursorBehind, onlyView, open, rows, run, untilRow } from '../workbench';

const input = '.quick-input-widget:visible';

describe('中文界面中的基线', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  afterEach(closeAll);

  it('shows what has become of each', async () => {
    await again(
      'git to have told',
      async () => {
        await run('landfall.baselines.focus');
        await onlyView('基线');
      },
      async () => (await rows('基线')).some((one) => one.includes('已核实')),
    );
    await untilRow('基线', /^BL-02 ?已核实 · 未经批准 2 项，其后共变更 6 项 · 第一批配置基线/);
    const row = '.pane:has(.pane-header[aria-label*="基线"]) .monaco-list-row:has-text("BL-02")';
    await again(
      'the drift',
      async () => {
        await ui.click(row);
        await run('landfall.baselines.focus');
        await run('list.expand');
      },
      async () => (await ui.count('.monaco-list-row:has-text("依据 CR-004")')) > 0,
    );
    await ui.screenshot('chinese-baselines');
  });

  it('tells the story of what drifted', async () => {
    const editor = await open('config/fi.yaml');
    const text = editor.document.getText();
    const value = editor.document.positionAt(text.indexOf('value: 300000') + 2);
    cursorBehind(editor, 'value: 300000', -10);
    const story =
      /\*\*参数值\*\*：原为 `200000`，变更依据：\[CR\\-004 [^\]]+\]\([^)]+\)（王芳，2026年11月11日）。基线：\[BL\\-02 /;
    await until('the story', async () => {
      const found = await run<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, value);
      return story.test(
        found.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value)).join('\n'),
      );
    });
    editor.selection = new vscode.Selection(value, value);
    await again(
      'the hover',
      async () => run('editor.action.showHover'),
      async () => (await ui.count('.monaco-hover:visible:has-text("原为")')) > 0,
    );
    await ui.screenshot('chinese-drift');
  });

  it('asks what a new one is to cover', async () => {
    void run('landfall.setBaseline');
    await until('the title', async () => (await ui.text(input).catch(() => '')).includes('基线的名称'));
    await ui.type('验收基线');
    await ui.press('Enter');
    await until('the scope', async () =>
      (await ui.texts(`${input} .monaco-list-row`)).some((one) => /46 个条目/.test(one)),
    );
    assert.ok((await ui.texts(`${input} .monaco-list-row`))[0]?.includes('编号和通配…'));
    await ui.screenshot('chinese-baseline-scope');
    await ui.press('Escape');
  });
});
