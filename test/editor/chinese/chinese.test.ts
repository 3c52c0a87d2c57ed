// The editor speaks Chinese, and so does the extension: commands, trees, findings, hovers and rule pages.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, findings, open, run, untilRow } from '../workbench';

describe('落地', () => {
  const landfall = vscode.extensions.getExtension('landfall.landfall');
  after(closeAll);

  it('is told the language of the editor', () => assert.equal(vscode.env.language, 'zh-cn'));

  it('activates', () => until('the activation', () => landfall?.isActive));

  it('has its titles in Chinese', () => {
    const { description, contributes } = landfall?.packageJSON ?? {};
    assert.match(String(description), /\p{Script=Han}/u);
    // A title keeps its English beside it where the two differ.
    for (const { title, command } of contributes.commands)
      assert.match(title.value ?? title, /\p{Script=Han}/u, command);
    for (const { name } of contributes.views.landfall) assert.match(name, /\p{Script=Han}/u);
  });

  it('shows the tree in Chinese', async () => {
    await run('landfall.showProject');
    await untilRow('项目', /^基础\d+/);
    await run('landfall.filter', 'R-00');
    const row = await untilRow('项目', /^R-002 关键用户投入不足/);
    assert.match(row, /何建明/);
    await ui.screenshot('chinese-project');
    await run('landfall.clearFilter');
  });

  it('says its findings in Chinese', async () => {
    await until('the findings', () => findings('control/risks.yaml').length);
    assert.match(findings('control/risks.yaml')[0] ?? '', /LF101 .*没有.*li\.we/);
    await run('landfall.showFindings');
    await run('landfall.groupFindings', 'rule');
    await untilRow('检查结果', /^LF007 重复的编号/);
    const editor = await open('control/issues.yaml');
    cursorBehind(editor, 'severity: minn');
    await until('the squiggle', async () => (await ui.count('.squiggly-error')) > 0);
    await ui.screenshot('chinese-findings');
  });

  it('offers its fixes in Chinese', async () => {
    const editor = await open('control/issues.yaml');
    cursorBehind(editor, 'severity: minn');
    const rows = '.action-widget .monaco-list-row';
    await until('the menu', async () => {
      if (!(await ui.count(rows))) await run('editor.action.quickFix');
      return /替换为[\s\S]*抑制 LF023/.test((await ui.texts(rows)).join('\n'));
    });
    await ui.screenshot('chinese-quick-fix');
    await ui.press('Escape');
  });

  it('explains fields in Chinese', async () => {
    const editor = await open('control/issues.yaml');
    const position = cursorBehind(editor, 'severity', -1);
    const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, position);
    const text = hovers
      .flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value))
      .join('\n');
    assert.match(text, /严重.*必填[\s\S]*允许的取值：/);
  });

  it('explains rules in Chinese', async () => {
    await run('landfall.explainRule', 'LF101');
    await until('the page', async () => /引用/.test(await ui.webviewText('body').catch(() => '')));
    await ui.screenshot('chinese-rule');
  });

  it('has its walkthrough in Chinese', async () => {
    await run('workbench.action.openWalkthrough', 'landfall.landfall#start', false);
    await until('the steps', async () => (await ui.count('.getting-started-step:has-text("以树形查看")')) > 0);
    await ui.click('.getting-started-step:has-text("以树形查看")');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await ui.screenshot('chinese-walkthrough');
  });
});
