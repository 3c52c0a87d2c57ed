// The history of entities in the editor: the log of the project, what is shown of it, one entity's own, diffs of an entity
// and of a commit, lens and hover; it follows what is typed and what is committed.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { again, chooseInMenu, ui, until } from '../driver';
import { closeAll, cursorBehind, onlyView, open, replace, root, rows, run, untilRow } from '../workbench';

const exec = promisify(execFile);
const fi = 'config/fi.yaml';
const pane = '.pane:has(.pane-header[aria-label*="Change History"])';
const row = (text: string): string => `${pane} .monaco-list-row:has-text("${text}")`;
const untilPane = (what: RegExp): Promise<unknown> =>
  until(`${what} in the view`, async () => what.test((await ui.texts(pane)).join(' ').replaceAll(/\s+/g, ' ')));

async function choose(label: string): Promise<void> {
  const entry = `.quick-input-widget:visible .monaco-list-row:has-text("${label}")`;
  await until(`${label} to be offered`, async () => (await ui.count(entry)) > 0);
  await ui.click(`${entry} >> nth=0`);
}

const activeTab = () => vscode.window.tabGroups.activeTabGroup.activeTab;

const diffShown = (): vscode.TabInputTextDiff => {
  const input = activeTab()?.input;
  if (input instanceof vscode.TabInputTextDiff) return input;
  throw new Error('no diff is shown');
};

describe('the Change History view', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.showProject');
    await untilRow('Project', /^Foundation/);
  });
  after(closeAll);

  it('shows no lens before the history was asked for', async () => {
    await open(fi);
    await until('a lens', async () => (await ui.texts('.codelens-decoration')).some((one) => /reference/.test(one)));
    assert.ok(!(await ui.texts('.codelens-decoration')).some((one) => /changed|added by/.test(one)));
  });

  it('shows commits, their entities and fields', async () => {
    await run('landfall.history.focus');
    await onlyView('Change History');
    await untilRow('Change History', /^补录上线准备资料 ?2026-11-16 · 孙磊/);
    await ui.click(row('补录上线准备资料'));
    await run('list.expand');
    await untilRow('Change History', /^Parameter fi\.ap\.match-price-tolerance/);
    await untilRow('Change History', /^Task T-421 物料主数据合并清洗 ?CR-002/);
    await ui.click(row('Task T-413'));
    await run('list.expand');
    await untilRow('Change History', /^Duration ?20d → nothing/);
    await ui.screenshot('history-log');
  });

  it('shows more when it is asked to', async () => {
    await run('landfall.history.focus');
    await run('list.collapseAll');
    await run('list.focusLast');
    await untilRow('Change History', /^\d+ more commits …/);
    await ui.click(row('more commits'));
    await run('list.focusLast');
    await until(
      'the first commit',
      async () => !(await rows('Change History')).some((one) => /more commits/.test(one)),
    );
  });

  it('shows one register, one author, and what came since a baseline, and says so', async () => {
    await run('landfall.clearHistoryFilter');
    void run('landfall.filterHistory', 'kind');
    await choose('Configuration');
    await untilPane(/Configuration/);
    await untilRow('Change History', /^过账容差由 500 元调到 200 元/);
    assert.ok(!(await rows('Change History')).some((one) => one.startsWith('周报')));
    void run('landfall.filterHistory', 'author');
    await choose('邓雯');
    await untilPane(/Configuration · 邓雯/);
    await until('one author', async () => (await rows('Change History')).every((one) => one.includes('邓雯')));
    await ui.screenshot('history-filtered');
    await ui.click(`${pane} .action-label[aria-label*="Show the Whole History"]`);
    await untilRow('Change History', /^补录上线准备资料/);
    void run('landfall.filterHistory', 'since');
    await choose('BL-02');
    await untilPane(/since BL-02/);
    await run('list.focusLast');
    await until('nothing older', async () => {
      const now = await rows('Change History');
      return now.length > 3 && now.every((one) => !/2026-0\d/.test(one));
    });
    await run('landfall.clearHistoryFilter');
  });

  it('offers what to show, entities that are gone too', async () => {
    void run('landfall.filterHistory');
    await choose('One entity');
    await until('entities', async () => (await ui.count('.quick-input-widget:visible .monaco-list-row')) > 5);
    await ui.screenshot('history-choose');
    await run('workbench.action.closeQuickOpen');
  });
});

describe('the history of one entity', () => {
  before(async () => {
    await run('workbench.view.extension.landfall');
    await run('landfall.filter', 'fi.posting.tolerance');
    await run('landfall.project.focus');
    await onlyView('Project');
  });
  after(async () => {
    await run('landfall.clearFilter');
    await run('landfall.clearHistoryFilter');
    await closeAll();
  });

  it('is asked for in the Project tree', async () => {
    const entity = '.pane:has(.pane-header[aria-label*="Project"]) .monaco-list-row:has-text("fi.posting.tolerance")';
    await again(
      'its history',
      async () => {
        await ui.rightClick(entity);
        await chooseInMenu('Show History of Entity');
      },
      async () => (await ui.texts(pane)).join().includes('fi.posting.tolerance'),
    );
    await onlyView('Change History');
    await untilPane(/fi\.posting\.tolerance 过账容差/);
    await untilRow('Change History', /^统一编号.*2026-10-19 · 邓雯 · was fi\.tolerance/);
    await untilRow('Change History', /^过账容差由 500 元调到 200 元 ?2026-09-28 · 邓雯 · CR-001/);
    await untilRow('Change History', /^总账与固定资产参数/);
    assert.equal((await rows('Change History')).length, 3);
  });

  it('opens the text of the entity in both versions', async () => {
    await ui.click(row('过账容差由 500 元调到 200 元'));
    await until('the diff', () => activeTab()?.input instanceof vscode.TabInputTextDiff);
    const { original, modified } = diffShown();
    const [was, is] = [
      await vscode.workspace.openTextDocument(original),
      await vscode.workspace.openTextDocument(modified),
    ];
    assert.match(was.getText(), /^ {2}- id: fi\.tolerance\n[^]*value: 500\n/);
    assert.match(is.getText(), /^ {2}- id: fi\.tolerance\n[^]*value: 200\n/);
    assert.ok(!is.getText().includes('fi.posting.period'), 'one entity only');
    assert.match(activeTab()?.label ?? '', /^Parameter fi\.tolerance 过账容差 \([0-9a-f]{10} → [0-9a-f]{10}\)$/);
    await run('list.expand');
    await untilRow('Change History', /^Value ?500 → 200/);
    await ui.screenshot('history-entity');
  });

  it('opens the whole commit in one editor', async () => {
    await again(
      'the commit',
      async () => {
        await ui.rightClick(row('过账容差由 500 元调到 200 元'));
        await chooseInMenu('Open the Whole Commit');
      },
      async () => /^[0-9a-f]{10}: 过账容差由/.test(activeTab()?.label ?? ''),
    );
    await until('the entities', async () => {
      const heads = await ui.texts('.multiDiffEntry .file-path');
      return heads.some((one) => one.includes('fi.tolerance')) && heads.some((one) => one.includes('CR-001'));
    });
    await ui.screenshot('history-commit');
  });
});

describe('the past of what is written', () => {
  after(closeAll);

  it('stands above an entity once the history was read', async () => {
    const editor = await open(fi);
    cursorBehind(editor, 'id: fi.posting.tolerance');
    const lens = /changed 2 times, last by 邓雯 on 19 October 2026/;
    await until('the lens', async () => (await ui.texts('.codelens-decoration')).some((one) => lens.test(one)));
    await ui.screenshot('history-lens');
    const settings = vscode.workspace.getConfiguration('landfall');
    await settings.update('historyLens', false, vscode.ConfigurationTarget.Global);
    await until('its end', async () => !(await ui.texts('.codelens-decoration')).some((one) => lens.test(one)));
    await settings.update('historyLens', undefined, vscode.ConfigurationTarget.Global);
  });

  async function hovered(text: string, by: number): Promise<string> {
    const editor = await open(fi);
    const at = cursorBehind(editor, text, by);
    const found = await run<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, at);
    return found
      .flatMap(({ contents }) => contents)
      .map((one) => (typeof one === 'string' ? one : one.value))
      .join('\n');
  }

  it('is told where the mouse is: of an entity its last change, of a field what it was', async () => {
    assert.match(
      await hovered('id: fi.posting.tolerance', -3),
      /Last changed by 邓雯 on 19 October 2026: 统一编号.*\[History\]\(command:landfall\.showHistory/s,
    );
    const tolerance = 'default: 500\n    value: 200';
    assert.match(
      await hovered(tolerance, -1),
      /^This field: was \*\*500\*\* until 邓雯, 28 September 2026: 过账容差由 500 元调到 200 元 \\\(CR\\-001\\\)$/,
    );
    assert.match(await hovered('default: 500\n    val', 0), /^\*\*Value\*\*[^]*This field: was \*\*500\*\*/);
    const editor = await open(fi);
    cursorBehind(editor, 'default: 500\n    val');
    await run('editor.action.showHover');
    await until('the hover', async () => (await ui.texts('.monaco-hover')).some((one) => one.includes('was 500')));
    await ui.screenshot('history-hover');
  });
});

describe('what is typed and committed', () => {
  after(closeAll);
  const git = (...args: readonly string[]) =>
    exec('git', ['-c', 'user.name=测试员', '-c', 'user.email=t@example.com', ...args], { cwd: root() });

  it('stands on top while it is typed', async () => {
    const editor = await open(fi);
    await run('landfall.history.focus');
    await onlyView('Change History');
    await replace(editor, 'default: 500\n    value: 200', 'default: 500\n    value: 250');
    await untilRow('Change History', /^not committed yet ?1 entity/);
    await untilRow('Change History', /^Parameter fi\.posting\.tolerance/);
    assert.match((await rows('Change History'))[0] ?? '', /^not committed yet/);
    await ui.click(row('Parameter fi.posting.tolerance'));
    await until('the diff', () => activeTab()?.input instanceof vscode.TabInputTextDiff);
    const { modified } = diffShown();
    assert.match((await vscode.workspace.openTextDocument(modified)).getText(), /value: 250\n/);
    await ui.screenshot('history-typed');
  });

  it('is followed when it is committed', async () => {
    await open(fi);
    await run('workbench.action.files.save');
    await git('commit', '--quiet', '--all', '--message', '容差改为 250，见 CR-001');
    await untilRow('Change History', /^容差改为 250，见 CR-001 ?\d{4}-\d\d-\d\d · 测试员/);
    await until(
      'nothing to be pending',
      async () => !(await rows('Change History')).some((one) => one.startsWith('not committed')),
    );
    await ui.screenshot('history-committed');
  });

  it('can be stopped while it is read, and leaves no git behind', async () => {
    await again(
      'the reading to be stopped',
      async () => {
        let over = false;
        void run('landfall.refreshHistory').then(() => (over = true));
        // Whenever git is under way the next one finds it so.
        await until('the end', async () => {
          await run('landfall.stopHistory');
          return over;
        });
      },
      async () => (await ui.texts(pane)).join().includes('Reading was stopped'),
    );
    await run('landfall.refreshHistory');
    await until('the end', async () => !(await ui.texts(pane)).join().includes('Reading was stopped'));
    await until('git to be gone', async () => {
      const { stdout } = await exec('ps', ['-o', 'args=', '--ppid', String(process.pid)]);
      return !/\bgit\b.*cat-file/.test(stdout);
    });
  });
});
