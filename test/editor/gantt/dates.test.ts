// Why a date is what it is, where registers are written: the line above a task, its hover, the list; and the plan in the
// Project view.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, onlyView, open, run, untilRow } from '../workbench';

const PLAN = '计划/第一批-财务.yaml';

describe('why a date is what it is, in the editor', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  after(closeAll);

  it('is asked above a task, and leads to what drives it', async () => {
    const editor = await open(PLAN);
    const position = cursorBehind(editor, 'id: T-3133');
    const lenses = await until('the lens', async () => {
      const found = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri, 200);
      return found.filter(
        ({ command, range }) => command?.title === 'why this date' && range.start.line === position.line,
      );
    });
    assert.equal(lenses.length, 1);
    void run('landfall.whyDate', ...(lenses[0]?.command?.arguments ?? []));
    const rows = '.quick-input-list .monaco-list-row:visible';
    await until('the list', async () => (await ui.count(rows)) > 3);
    const said = (await ui.texts(rows)).join('\n');
    assert.match(said, /Forecast: 2026-11-06 → 2026-11-23[^]*Driven by[^]*not done by the status date[^]*T-3132/);
    await ui.screenshot('why-date');
    await ui.press('ArrowDown');
    await ui.press('Enter');
    await until(
      'the field',
      () => vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection) === '2026-11-05',
    );
  });

  it('is told by the hover of a task', async () => {
    const editor = await open(PLAN);
    const position = cursorBehind(editor, 'id: T-3133', -1);
    const text = await until('the hover', async () => {
      const found = await run<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, position);
      const all = found
        .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
        .join('\n');
      return all.includes('landfall.whyDate') ? all : undefined;
    });
    assert.match(text, /Forecast\\: 2026\\-11\\-06[^]*Critical/);
    await run('editor.action.showHover');
    await until('the hover in sight', async () => (await ui.count('.monaco-hover:visible')) > 0);
    await ui.screenshot('why-hover');
  });

  it('has the plan by its summaries in the Project view, with percent and forecast', async () => {
    const editor = await open(PLAN);
    await run('landfall.showProject');
    await onlyView('Project');
    cursorBehind(editor, 'id: T-3133');
    await run('landfall.reveal');
    await untilRow('Project', /^T-3133 合并报表抵销扩展 ?2026-11-23 ⚑ · 60 %/);
    await untilRow('Project', /^T-313 接口与报表开发 ?2026-11-23 ⚑ · \d+ %/);
    await ui.screenshot('project-plan');
  });
});
