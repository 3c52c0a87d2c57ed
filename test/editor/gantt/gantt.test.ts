// The Gantt chart in the editor: rows, bars, keys, clicks, the table, exports, state; and texts of registers that would run
// if anything took them for HTML.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeTexts, first, focused, label, row, toRow, untilLabel, untilStrip, value } from '../gantt-page';
import { closeAll, root, run } from '../workbench';

describe('the Gantt chart', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.showGantt');
    await untilLabel('T-3133', /critical/);
  });
  after(async () => {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', undefined, true);
    await closeAll();
  });

  it('has the plan with its facts, the baseline, what is wrong with it, and a legend', async () => {
    await until('the baseline', async () => (await ui.webviewText('.sum')).includes('Baseline'));
    const sum = await ui.webviewText('.sum');
    assert.match(
      sum,
      /Status date: 2026-11-16 · Forecast finish: 20\d\d-\d\d-\d\d\. \d+ of \d+ tasks are critical\. · Baseline: BL-01 of 2026-09-11/,
    );
    await until('the note on the circle', async () =>
      /⚠ These tasks wait for each other.*T-42/.test(await ui.webviewText('.sum')),
    );
    assert.match(
      await ui.webviewText('.legend'),
      /critical: no float[^]*milestone[^]*baseline[^]*status date[^]*non-working days/,
    );
    assert.match(
      await label('T-3133'),
      /^T-3133 合并报表抵销扩展: 2026-11-06 to 2026-11-\d\d, 60 %, critical, float .* d; baseline 2026/,
    );
    for (const of of ['.bar.critical', '.hatch', '.ready', '.ghost', '.link', '.rest'])
      assert.ok((await ui.webviewCount(of)) > 0, of);
    await ui.screenshot('gantt-dark');
  });

  it('tells a screen reader what each row is, and where in the whole', async () => {
    const said = await value<Record<string, unknown>>(`(() => {
      const grid = document.querySelector('[role=treegrid]');
      const row = grid.querySelector('.row[aria-label^="T-3133 "]');
      return { label: grid.ariaLabel, rows: Number(grid.getAttribute('aria-rowcount')) > 60, level: row.getAttribute('aria-level'),
        index: Number(row.getAttribute('aria-rowindex')) > 20, stops: grid.querySelectorAll('[tabindex="0"]').length,
        hidden: grid.querySelector('.picture').getAttribute('aria-hidden') };
    })()`);
    assert.deepEqual(said, { label: 'Gantt chart', rows: true, level: '4', index: true, stops: 1, hidden: 'true' });
  });

  it('is walked with the keys, and opens the line', async () => {
    await toRow('T-110');
    for (const [key, at] of [
      ['ArrowDown', /^T-120/],
      ['ArrowUp', /^T-110/],
      ['Home', /^T-100/],
      ['End', /^G-3/],
      ['PageUp', /^(?!G-3)/],
      ['Home', /^T-100/],
      ['ArrowDown', /^T-110/],
      ['ArrowDown', /^T-120/],
      ['ArrowDown', /^T-130/],
    ] as const) {
      await ui.press(key);
      await until(`${key} to lead to ${at}`, async () => at.test(await focused()));
    }
    await ui.press('Enter');
    await untilStrip(/T-130 项目章程与管理办法[^]*Done: 2026-06-18 → 2026-07-02[^]*Driven by[^]*actual dates/);
    const shown = await until('the line', () =>
      vscode.window.visibleTextEditors.find(({ document: { fileName } }) => fileName.endsWith('准备与蓝图.yaml')),
    );
    await until('its id', () => shown.document.getText(shown.selection) === 'T-130');
    await ui.screenshot('gantt-why');
    await closeTexts();
  });

  it('zooms by the select and by keys, and keeps the day in the middle', async () => {
    for (const zoom of ['day', 'month', 'quarter', 'week']) {
      await ui.webviewFill('#filter-zoom', zoom);
      await until(`the zoom ${zoom}`, async () =>
        (
          await value<string>(`[...document.querySelectorAll('.tick')].map((one) => one.textContent).join(' ')`)
        ).includes(zoom === 'quarter' ? 'Q4' : zoom === 'month' ? '2026' : '2026-1'),
      );
      await ui.screenshot(`gantt-${zoom}`);
    }
    await toRow('T-110');
    await closeTexts();
    await ui.press('-');
    await until(
      'the coarser zoom',
      async () => (await value(`document.querySelector('#filter-zoom').value`)) === 'month',
    );
    await ui.press('+');
    await until('the finer zoom', async () => (await value(`document.querySelector('#filter-zoom').value`)) === 'week');
  });

  it('groups by wave and by owner', async () => {
    await toRow('T-100');
    await ui.webviewFill('#filter-by', 'owner');
    await ui.screenshot('gantt-owner');
    await until('the people', async () => (await first()).startsWith('Daniel Roth:'));
    await ui.screenshot('gantt-owner');
    await ui.webviewFill('#filter-by', 'wave');
    await until('the waves', async () => (await first()).startsWith('第一批：财务'));
    await ui.webviewFill('#filter-by', 'wbs');
    await until('the summaries', () => ui.webviewCount('.of-summary'));
  });

  it('is a table with the same facts', async () => {
    await ui.webviewFill('#filter-table', 'true');
    await until('the table', async () => (await ui.webviewCount('.fact')) > 0);
    await toRow('G-1');
    await closeTexts();
    const facts = await value<readonly string[]>(
      `[...document.querySelector('${row('G-1')}').querySelectorAll('.fact')].map((one) => one.textContent)`,
    );
    assert.deepEqual(facts.slice(0, 4), ['2026-12-07', '2026-12-11', '5', '0 %']);
    const heads = await value<readonly string[]>(
      `[...document.querySelectorAll('[role=columnheader]')].map((one) => one.textContent)`,
    );
    assert.deepEqual(heads, [
      'Task',
      'Start',
      'Finish',
      'Days',
      'Done',
      'Float',
      'Critical',
      'Baseline start',
      'Baseline finish',
      'Owner',
      'After',
    ]);
    await ui.screenshot('gantt-table');
    await ui.webviewFill('#filter-table', 'false');
    await until('the chart', async () => (await ui.webviewCount('.fact')) === 0);
  });

  it('takes texts of registers for nothing but texts', async () => {
    await toRow('G-3');
    await ui.press('Enter');
    await untilStrip(/<img src=x onerror=/);
    assert.equal(await value(`document.querySelectorAll('img, script:not([src], #_vscodeApiScript)').length`), 0);
    assert.equal(await value('document.body.dataset.hit ?? ""'), '');
    const policy = await value<string>(`document.querySelector('meta[http-equiv]').content`);
    assert.match(policy, /^default-src 'none'; style-src \S+( \S+)*; script-src 'nonce-[\w+/=]+'; img-src blob:$/);
  });

  it('is exported to a file that is chosen, pixels too', async () => {
    await ui.webviewFill('#filter-zoom', 'month');
    // A file comes before all of its bytes do.
    const ends = { svg: '</svg>', html: '</html>', png: 'IEND' };
    for (const [format, end] of Object.entries(ends)) {
      const file = path.join(root(), `gantt.${format}`);
      // One that is there is asked about once more.
      rmSync(file, { force: true });
      await until('the last dialog to go', async () => !(await ui.count('.quick-input-widget:visible')));
      await ui.webviewClick(`#export-${format}`);
      await until('the dialog', async () => (await ui.count('.quick-input-widget:visible input')) > 0, 30_000);
      await ui.press('Enter');
      const bytes = await until(`the ${format}`, () => {
        const found = existsSync(file) ? readFileSync(file) : undefined;
        return found?.subarray(-32).includes(end) ? found : undefined;
      });
      if (format === 'png') {
        assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
        assert.ok(bytes.readUInt32BE(16) > 1500 && bytes.readUInt32BE(20) > 1500, 'as large as the chart');
        assert.ok(bytes.length > 50_000, 'not empty');
      } else assert.ok(bytes.toString().includes('合并报表抵销扩展'), format);
    }
    await run('notifications.clearAll');
  });

  it('keeps what it shows when its page is loaded again', async () => {
    await ui.webviewFill('#filter-by', 'wave');
    await until('the waves', () => ui.webviewCount('.of-group'));
    await value(`(() => { document.body.dataset.before = 'yes'; })()`);
    await run('workbench.action.webview.reloadWebviewAction');
    await until(
      'the new page',
      async () => (await value(`document.body.dataset.before ?? 'no'`).catch(() => '')) === 'no',
    );
    await until(
      'the same choices',
      async () =>
        JSON.stringify(['month', 'wave']) ===
        (await ui.webviewValue(`['zoom', 'by'].map((name) => document.querySelector('#filter-' + name)?.value)`)),
    );
    await until('the waves', () => ui.webviewCount('.of-group'));
    await ui.webviewFill('#filter-by', 'wbs');
    await ui.webviewFill('#filter-zoom', 'week');
    await until('the summaries', () => ui.webviewCount('.of-summary'));
  });

  it('is legible in high contrast and in light', async () => {
    for (const [name, theme] of [
      ['contrast', 'Default High Contrast'],
      ['contrast-light', 'Default High Contrast Light'],
      ['light', 'Default Light Modern'],
    ] as const) {
      await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, true);
      const kind = {
        contrast: 'vscode-high-contrast',
        'contrast-light': 'vscode-high-contrast-light',
        light: 'vscode-light',
      }[name];
      await until(`the theme ${name}`, async () => (await ui.webviewCount(`body.${kind}`)) > 0);
      await ui.screenshot(`gantt-${name}`);
    }
  });
});
