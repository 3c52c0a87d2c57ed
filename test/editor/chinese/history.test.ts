// The history of entities where the editor speaks Chinese.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, onlyView, open, replace, rows, run, untilRow } from '../workbench';

const fi = 'config/fi.yaml';

describe('变更历史', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  after(closeAll);

  it('按提交、条目和字段列出，未提交的在最前', async () => {
    await closeAll();
    const editor = await open(fi);
    await replace(editor, 'default: 500\n    value: 200', 'default: 500\n    value: 250');
    await run('landfall.showProject');
    // The tree follows the cursor: any of its rows tells that it is there.
    await until('the project', async () => (await rows('项目')).length);
    await run('landfall.history.focus');
    await onlyView('变更历史');
    await untilRow('变更历史', /^尚未提交 ?1 个条目/);
    await untilRow('变更历史', /^系统参数 fi\.posting\.tolerance 过账容差/);
    await ui.click('.pane:has(.pane-header[aria-label*="变更历史"]) .monaco-list-row:has-text("补录上线准备资料")');
    await run('list.expand');
    await untilRow('变更历史', /^任务 T-421/);
    await ui.screenshot('chinese-history');
    await closeAll();
  });

  it('说明只显示什么', async () => {
    await run('landfall.showHistory', 'configuration/fi.posting.tolerance');
    await untilRow('变更历史', /^统一编号.*原编号 fi\.tolerance/);
    assert.equal((await rows('变更历史')).length, 3);
    const editor = await open(fi);
    cursorBehind(editor, 'id: fi.posting.tolerance');
    const lens = '变更 2 次，最近由 邓雯 于 2026年10月19日';
    await until('the lens', async () => (await ui.texts('.codelens-decoration')).some((one) => one.includes(lens)));
    await ui.screenshot('chinese-history-entity');
    const at = cursorBehind(editor, 'default: 500\n    value: 200', -1);
    const found = await run<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, at);
    const text = found.flatMap(({ contents }) => contents).map((one) => (typeof one === 'string' ? one : one.value));
    assert.match(text.join('\n'), /此字段：原为 \*\*500\*\*，邓雯 于 2026年9月28日 更改：过账容差由/);
    await run('landfall.clearHistoryFilter');
    await untilRow('变更历史', /^补录上线准备资料/);
  });
});
