// The list of suggestions and the hover in Chinese, as they are read on the page.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { again, ui, until } from '../driver';
import { closeAll, cursorBehind, open, replace, run } from '../workbench';

const risks = 'control/risks.yaml';

/** Asks at a place until the page says so; answers with what it says. */
async function seen(what: string, at: () => unknown, selector: string, said: RegExp): Promise<string> {
  let text = '';
  await again(
    what,
    async () => {
      await run('workbench.action.focusActiveEditorGroup');
      await ui.press('Escape');
      at();
      await run(what);
    },
    async () => {
      text = (await ui.texts(selector)).map((one) => one.replaceAll(/\s+/g, ' ').trim()).join('\n');
      return said.test(text);
    },
  );
  return text;
}

describe('输入时', () => {
  const rows = '.suggest-widget.visible .monaco-list-row';
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  afterEach(closeAll);

  it('lists fields, values, people and days by their Chinese names', async () => {
    const editor = await open(risks);
    const behind = (text: string) => () => cursorBehind(editor, text);
    await replace(editor, 'kind: risks\nitems:\n', 'kind: risks\nitems:\n  - id: R-900\n    title: 测试\n    \n');
    const start = 'title: 测试\n    ';
    const fields = await seen('editor.action.triggerSuggest', behind(start), rows, /必填/);
    assert.match(fields, /probability ?概率 · 必填/);
    await replace(editor, start, `${start}status: `);
    assert.match(
      await seen('editor.action.triggerSuggest', behind(`${start}status: `), rows, /open/),
      /occurred ?已发生/,
    );
    await replace(editor, `${start}status: `, `${start}review_by: `);
    const days = await seen('editor.action.triggerSuggest', behind(`${start}review_by: `), rows, /今天/);
    assert.match(days, /今天，周.\n.*下一个工作日，周.\n.*项目状态日期/);
    await ui.screenshot('chinese-days');
    await replace(editor, `${start}review_by: `, `${start}owner: `);
    const people = await seen('editor.action.triggerSuggest', behind(`${start}owner: `), rows, /何建明/);
    assert.match(people, /何建明/);
    await ui.screenshot('chinese-completion');
  });

  it('shows a field and a person in Chinese', async () => {
    const editor = await open(risks);
    const hover = '.monaco-hover:not(.hidden) .hover-contents';
    const at = (text: string) => () => cursorBehind(editor, text, -1);
    assert.match(await seen('editor.action.showHover', at('probability'), hover, /概率/), /必填.*取值范围：1 至 5/s);
    const person = await seen('editor.action.showHover', at('owner: '.concat(ownerIn(editor))), hover, /个条目引用/);
    assert.match(person, /人员[\s\S]*被 \d+ 个条目引用：需求（\d+）/);
    await ui.screenshot('chinese-hover');
  });
});

const ownerIn = (editor: vscode.TextEditor): string => /owner: (\S+)/.exec(editor.document.getText())?.[1] ?? '';
