// The permission matrix in the editor: rows and cells, filters, the way a cell came about, keys, state, exports; and texts
// of registers that would run if anything took them for HTML.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { again, ui, until } from '../driver';
import { closeAll, cursorBehind, onlyView, open, root, run, untilRow } from '../workbench';

const value = async <T>(expression: string): Promise<T> => JSON.parse(await ui.webviewValue(expression)) as T;
/** A cell by its row's id and its column's key; scrolls until the column is drawn. */
const cell = async (row: string, column: string): Promise<string> => {
  const index = await value<string | null>(`(async () => {
    const grid = document.querySelector('.grid');
    for (let left = 0; left <= grid.scrollWidth; left += 300) {
      const label = document.querySelector('.label[title^=${JSON.stringify(column)}]');
      if (label) return label.getAttribute('aria-colindex');
      grid.scrollLeft = left;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
  })()`);
  assert.ok(index, `the column ${column} is drawn`);
  return `.row:has(.id:text-is("${row}")) [aria-colindex="${index}"]`;
};
/** Every role and every permission of the sample. */
const ALL = /^3\d rows × 1\d\d permissions/;
const untilSum = (sum: RegExp): Promise<unknown> =>
  until(`${sum} above the matrix`, async () => sum.test(await ui.webviewText('.sum').catch(() => '')));
const focused = (): Promise<string> =>
  value<string>(
    `(() => { const cell = document.activeElement; const row = cell?.closest('.row'); return row ? row.querySelector('.side').textContent + ' @' + cell.getAttribute('aria-colindex') : ''; })()`,
  );

describe('the permission matrix', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.showMatrix');
    await untilSum(ALL);
  });
  after(async () => {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', undefined, true);
    await closeAll();
  });

  it('has roles, permissions under headings, and a legend of the signs', async () => {
    assert.equal(await ui.webviewText(await cell('ap-clerk', 'payment:propose')), '●c');
    assert.equal(await ui.webviewText(await cell('ap-clerk', 'journal:view')), '○c');
    assert.equal(await ui.webviewText(await cell('ap-approver', 'payment:propose')), '✕c');
    assert.match(await ui.webviewText(await cell('ap-approver', 'payment:approve')), /^\?c/);
    assert.match(await ui.webviewText('.legend'), /● allowed, granted directly[^]*○ allowed, inherited[^]*✕ denied/);
    await ui.screenshot('matrix-dark');
  });

  it('tells a screen reader what each cell is, and where in the whole', async () => {
    const said = await value<Record<string, string | null>>(`(() => {
      const grid = document.querySelector('[role=grid]');
      const [row] = grid.querySelectorAll('.row');
      return { label: grid.ariaLabel, rows: String(Number(grid.getAttribute('aria-rowcount')) - parseInt(document.querySelector('.sum').textContent)), row: row.getAttribute('aria-rowindex'),
        cell: row.querySelector('[role=gridcell]').ariaLabel, heads: String(grid.querySelectorAll('[role=columnheader]').length > 20),
        stops: String(grid.querySelectorAll('[tabindex="0"]').length) };
    })()`);
    assert.deepEqual(said, {
      label: 'Permission matrix',
      rows: '3',
      row: '4',
      cell: 'not allowed',
      heads: 'true',
      stops: '1',
    });
  });

  it('tells how a cell came about, and opens the line', async () => {
    await ui.webviewClick(await cell('ap-clerk', 'journal:view'));
    await until('the derivation', async () => (await ui.webviewText('.strip')).includes('grants journal:view@company'));
    const strip = await ui.webviewText('.strip');
    assert.match(strip, /应付会计 · journal:view[^]*role ap-clerk 应付会计[^]*inherits fin-viewer 财务查询/);
    await until('the line', () =>
      vscode.window.visibleTextEditors.some(({ document: { fileName } }) => fileName.endsWith('roles.yaml')),
    );
    const [editor] = vscode.window.visibleTextEditors.filter(({ document }) =>
      document.fileName.endsWith('roles.yaml'),
    );
    assert.match(editor?.document.getText(editor.selection) ?? '', /object: journal, actions: \[view\]/);
    await ui.screenshot('matrix-derivation');
    await ui.webviewClick('.step >> nth=0');
    await until('the role', () => vscode.window.activeTextEditor?.selection.active.line !== undefined);
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputText),
    );
  });

  it('is walked with the keys', async () => {
    await again(
      'the focus in the matrix',
      async () => ui.webviewClick(await cell('fin-viewer', 'journal:create')),
      async () => (await focused()).startsWith('fin-viewer'),
    );
    for (const [key, at] of [
      ['Control+Home', /^hostile-role.* @2$/],
      ['ArrowDown', /^employee.* @2$/],
      ['ArrowDown', /^fin-viewer.* @2$/],
      ['ArrowRight', /^fin-viewer.* @3$/],
      ['End', /^fin-viewer.* @1\d\d$/],
      ['Home', /^fin-viewer.* @1$/],
      ['ArrowUp', /^employee.* @1$/],
      ['Control+End', /^it-operator.* @1\d\d$/],
      ['PageUp', /^(?!it-operator).* @1\d\d$/],
      ['Control+Home', /^hostile-role.* @2$/],
    ] as const) {
      await ui.press(key);
      await until(`${key} to lead to ${at}`, async () => at.test(await focused()));
    }
    assert.equal(await value(`document.querySelectorAll('[role=grid] [tabindex="0"]').length`), 1);
    await ui.press('Enter');
    await until('the derivation', async () => (await ui.webviewText('.strip')).includes('Nothing grants it'));
  });

  it('is filtered, by people too', async () => {
    await ui.webviewFill('#filter-module', 'fi-ap');
    await untilSum(/\d\d rows × 2\d permissions/);
    await ui.webviewFill('#filter-object', 'payment');
    await untilSum(/\d\d rows × 4 permissions/);
    await ui.webviewFill('#filter-by', 'person');
    await untilSum(/\d+ rows × 4 permissions/);
    assert.equal(await ui.webviewText(await cell('wang.fang', 'payment:propose')), '●c');
    await ui.webviewFill('#filter-person', '王芳');
    await untilSum(/^1 rows × 4/);
    await ui.screenshot('matrix-people');
    await ui.webviewFill('#filter-person', '');
    await ui.webviewFill('#filter-show', 'direct');
    await untilSum(/\d\d rows × 4/);
  });

  it('marks conflicts of duties in rows and cells', async () => {
    for (const [name, to] of [
      ['by', 'role'],
      ['show', 'all'],
      ['module', ''],
      ['object', ''],
    ] as const)
      await ui.webviewFill(`#filter-${name}`, to);
    await ui.webviewFill('#filter-conflicts', 'true');
    await until('the conflicts', async () => (await ui.webviewCount('.side .mark.open')) > 0);
    const rows = await ui.webviewCount('.row');
    assert.equal(rows, await ui.webviewCount('.row:has(.mark.open)'));
    const marked = await value<string | null>(`(async () => {
      const grid = document.querySelector('.grid');
      for (let left = 0; left <= grid.scrollWidth; left += 300) {
        grid.scrollLeft = left;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const found = document.querySelector('.cell.open');
        if (found) return found.textContent;
      }
    })()`);
    assert.match(marked ?? '', /!$/);
    await ui.webviewClick('.cell.open >> nth=0');
    await until('the rule', async () => /SOD-\d+ .*: open/.test(await ui.webviewText('.strip')));
    await ui.screenshot('matrix-conflicts');
    await ui.webviewFill('#filter-conflicts', 'false');
    await ui.webviewFill('#filter-by', 'person');
    await ui.webviewFill('#filter-module', 'fi-ap');
    await ui.webviewFill('#filter-object', 'payment');
    await ui.webviewFill('#filter-show', 'direct');
    await untilSum(/\d\d rows × 4/);
  });

  it('keeps what it shows when its page is loaded again, and while it is hidden', async () => {
    await run('workbench.action.webview.reloadWebviewAction');
    await until(
      'the same filters',
      async () =>
        JSON.stringify(['person', 'direct', 'payment']) ===
        (await ui.webviewValue(
          `['by', 'show', 'object'].map((name) => document.querySelector('#filter-' + name)?.value)`,
        )),
    );
    await untilSum(/\d\d rows × 4 permissions/);
    await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
    await run('workbench.action.closeActiveEditor');
    await untilSum(/\d\d rows × 4 permissions/);
    for (const [name, to] of [
      ['by', 'role'],
      ['show', 'all'],
      ['module', ''],
    ] as const)
      await ui.webviewFill(`#filter-${name}`, to);
    await ui.webviewFill('#filter-object', '');
    await untilSum(ALL);
  });

  it('takes texts of registers for nothing but texts', async () => {
    await ui.webviewFill('#filter-object', 'hostile');
    await untilSum(/\d\d rows × 3 permissions/);
    await ui.webviewClick(await cell('hostile-role', 'hostile:create'));
    await until('the derivation', async () => (await ui.webviewText('.strip')).includes('<img src=x onerror='));
    assert.match(await ui.webviewText('.row:has(.id:text-is("hostile-role")) .side'), /<\/script><script>/);
    assert.equal(
      await value(`document.querySelectorAll('img, b:not(.legend b), script:not([src], #_vscodeApiScript)').length`),
      0,
    );
    assert.equal(await value('document.body.dataset.hit ?? ""'), '');
    const policy = await value<string>(`document.querySelector('meta[http-equiv]').content`);
    assert.match(policy, /^default-src 'none'; style-src \S+( \S+)*; script-src 'nonce-[\w+/=]+'$/);
    await ui.screenshot('matrix-hostile');
    await ui.webviewFill('#filter-object', '');
    await untilSum(ALL);
  });

  it('is exported to a file that is chosen', async () => {
    for (const [format, extension] of [
      ['svg', 'svg'],
      ['html', 'html'],
      ['csv', 'csv'],
      ['markdown', 'md'],
    ] as const) {
      const file = path.join(root(), `matrix.${extension}`);
      // One that is there is asked about once more.
      rmSync(file, { force: true });
      await until('the last dialog to go', async () => !(await ui.count('.quick-input-widget:visible')));
      await ui.webviewClick(`#export-${format}`);
      await until('the dialog', async () => (await ui.count('.quick-input-widget:visible input')) > 0);
      await ui.press('Enter');
      // A file comes before all of its bytes do.
      await until(`the ${format}`, () => existsSync(file) && readFileSync(file, 'utf8').includes('应付会计'));
    }
    await run('notifications.clearAll');
  });

  it('is legible in high contrast and in light', async () => {
    for (const [name, theme] of [
      ['contrast', 'Default High Contrast'],
      ['light', 'Default Light Modern'],
    ] as const) {
      await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, true);
      const kind = name === 'contrast' ? 'vscode-high-contrast' : 'vscode-light';
      await until(`the theme ${name}`, async () => (await ui.webviewCount(`body.${kind}`)) > 0);
      await ui.screenshot(`matrix-${name}`);
    }
  });
});

describe('roles that inherit', () => {
  after(closeAll);

  it('stand in the type hierarchy', async () => {
    const editor = await open('access/roles.yaml');
    const position = cursorBehind(editor, 'id: gl-acc');
    const [item] = await run<vscode.TypeHierarchyItem[]>('vscode.prepareTypeHierarchy', editor.document.uri, position);
    assert.equal(`${item?.name} ${item?.detail}`, 'gl-accountant 总账会计 · Role');
    const names = async (command: string): Promise<readonly string[]> =>
      (await run<vscode.TypeHierarchyItem[]>(command, item)).map(({ name }) => name);
    assert.deepEqual(await names('vscode.provideSupertypes'), ['fin-viewer']);
    assert.ok((await names('vscode.provideSubtypes')).includes('gl-lead'));
    await run('editor.showTypeHierarchy');
    await until('the widget', async () => (await ui.count('.type-hierarchy .monaco-list-row')) > 0);
    await ui.screenshot('matrix-hierarchy');
    await run('editor.closeTypeHierarchy');
  });

  it('have what they inherit and their members below them in the project tree', async () => {
    const editor = await open('access/roles.yaml');
    await run('landfall.showProject');
    await onlyView('Project');
    cursorBehind(editor, 'id: ap-cl');
    await run('landfall.reveal');
    await untilRow('Project', /^ap-clerk 应付会计/);
    await ui.click(`.pane:has(.pane-header[aria-label*="Project"]) .monaco-list-row:has-text("ap-clerk")`);
    await run('list.expand');
    await untilRow('Project', /^Members ?\d/);
    await ui.click(`.pane:has(.pane-header[aria-label*="Project"]) .monaco-list-row:has-text("Members")`);
    await run('list.expand');
    await untilRow('Project', /^张敏/);
    await ui.screenshot('matrix-tree');
  });
});
