// Baselines in the editor: their states, what drifted with its story, setting one with a real tag, comparing, putting back.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { again, chooseInMenu, ui, until } from '../driver';
import { closeAll, cursorBehind, fileUri, onlyView, open, replace, root, rows, run, untilRow } from '../workbench';

const fi = 'config/fi.yaml';
const input = '.quick-input-widget:visible';
const pane = '.pane:has(.pane-header[aria-label*="Baselines"])';
const row = (text: string): string => `${pane} .monaco-list-row:has-text("${text}")`;
const picks = () => ui.texts('.quick-input-widget:visible .monaco-list-row');
const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: root(), encoding: 'utf8' }).trim();

async function expand(text: string, child: RegExp): Promise<void> {
  await again(
    `${text} to open`,
    async () => {
      await ui.click(row(text));
      await run('landfall.baselines.focus');
      await run('list.expand');
    },
    async () => (await rows('Baselines')).some((one) => child.test(one)),
  );
}

/** Takes a row of the open quick pick. */
async function pick(text: string): Promise<void> {
  const entry = `.quick-input-widget:visible .monaco-list-row:has-text("${text}") >> nth=0`;
  await until(`${text} to be offered`, () => ui.count(entry));
  await ui.click(entry);
}

describe('baselines', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    // Git sets a tag only for somebody it knows.
    git('config', 'user.name', '李伟');
    git('config', 'user.email', 'li.wei@example.com');
    await run('landfall.showProject');
    await untilRow('Project', /^Foundation/);
    await run('landfall.baselines.focus');
    await onlyView('Baselines');
  });

  describe('in their view', () => {
    after(closeAll);

    it('shows what has become of each', async () => {
      await untilRow('Baselines', /^BL-01 ?verified · 19 changed since, all approved · 合同基线（范围与计划）/);
      await untilRow('Baselines', /^BL-02 ?verified · 2 not approved, 6 changed since · 第一批配置基线/);
    });

    it('shows what drifted, first what nobody approved, with its fields', async () => {
      await expand('BL-02', /^fi\S+ ?not approved ·/);
      const all = await rows('Baselines');
      assert.ok(
        all.findIndex((one) => /^\S+ ?not approved ·/.test(one)) < all.findIndex((one) => /by CR-\d+ ·/.test(one)),
      );
      await untilRow('Baselines', /^fi\.ap\.payment-approval-limit ?by CR-004 ·/);
      await expand('fi.ap.payment-approval-limit', /^Value ?200000 → 300000/);
      await ui.screenshot('baselines-view');
    });

    it('opens the diff of what an entry was and is', async () => {
      await ui.click(row('fi.ap.payment-approval-limit'));
      const input = await until('the diff', () => {
        const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return shown instanceof vscode.TabInputTextDiff && shown.original.path.includes('payment') ? shown : undefined;
      });
      const was = await vscode.workspace.openTextDocument(input.original);
      assert.match(was.getText(), /^ {2}- id: fi\.ap\.payment-approval-limit\n[^]*value: 200000\n/);
      await ui.screenshot('baselines-diff');
    });
  });

  describe('comparing baselines', () => {
    const review = '.pane:has(.pane-header[aria-label*="Review"])';
    after(closeAll);

    it('compares two as a page', async () => {
      void run('landfall.compareBaseline');
      await pick('BL-02');
      await pick('BL-01');
      await until('the page', async () => /BL-01 .* → BL-02 /.test(await ui.webviewText('h1').catch(() => '')));
      assert.match(await ui.webviewText('body'), /fi\.posting\.tolerance/);
      await ui.screenshot('baselines-compare');
    });

    it('compares with now in the Review view', async () => {
      void run('landfall.compareBaseline');
      await pick('BL-02');
      await pick('working tree');
      await until('the review', async () => /BL-02 → working tree/.test(await ui.text(review).catch(() => '')));
      await onlyView('Review');
      await untilRow('Review', /^New findings/);
      await ui.screenshot('baselines-review');
      await run('landfall.stopReview');
      await run('landfall.baselines.focus');
      await onlyView('Baselines');
    });
  });

  describe('restoring from a baseline', () => {
    after(closeAll);
    const text = async (): Promise<string> => (await vscode.workspace.openTextDocument(fileUri(fi))).getText();
    const limit = async (): Promise<string> =>
      /- id: fi\.ap\.payment-approval-limit\n[^]*?(?=\n {2}- id)/.exec(await text())?.[0] ?? '';
    let whole = '';

    it('puts one field back, and one undo takes it back', async () => {
      const editor = await open(fi);
      await run('workbench.action.files.revert');
      whole = await text();
      cursorBehind(editor, '- id: fi.ap.payment-approval-limit');
      await again(
        'the fields',
        async () => void run('landfall.restoreFromBaseline'),
        async () => (await picks()).some((one) => /^Value ?300000 → 200000/.test(one)),
      );
      await ui.screenshot('baselines-restore');
      await pick('Value');
      await until('the old value', async () => /value: 200000\n[^]*CR-004/.test(await limit()));
      await run('undo');
      await until('the text as it was', async () => (await text()) === whole);
    });

    it('puts a whole entry back from the view', async () => {
      await run('landfall.baselines.focus');
      await expand('BL-02', /^fi\.ap\.payment-approval-limit/);
      await again(
        'the choice',
        async () => {
          await ui.rightClick(row('fi.ap.payment-approval-limit'));
          await chooseInMenu('Restore from Baseline…');
        },
        async () => (await picks()).some((one) => one.startsWith('The whole entry')),
      );
      await pick('The whole entry');
      await until('the entry as it was', async () => {
        const now = await limit();
        return now.includes('value: 200000') && now.includes('与集团资金管理办法一致') && !now.includes('environments');
      });
      const lines = git('show', 'baseline/config-w1-1.0:config/fi.yaml');
      assert.ok(lines.includes(await limit()));
      await until(
        'the row to go',
        async () => !(await rows('Baselines')).some((one) => one.startsWith('fi.ap.payment-approval-limit')),
      );
      await ui.screenshot('baselines-restored');
      const restored = await text();
      await again(
        'the text to change back',
        async () => {
          await vscode.window.showTextDocument(fileUri(fi));
          await run('undo');
        },
        async () => (await text()) !== restored,
      );
      assert.equal(await text(), whole);
    });
  });

  describe('setting a baseline', () => {
    after(closeAll);
    const register = 'config/baselines.yaml';
    const notice = '.notifications-center .monaco-list-row';

    it('asks, shows the command, and does nothing without a yes', async () => {
      const before = git('tag', '--list');
      await asked();
      await notified('Set baseline BL-03');
      const said = (await ui.text(`${notice}:has-text("Set baseline BL-03") >> nth=0`)).replaceAll(/\s+/g, ' ');
      assert.match(said, /Set baseline BL-03 Training approved\?/);
      assert.match(
        said,
        new RegExp(
          `git tag --annotate --no-sign '--message=Training approved' -- baseline/bl-03 ${git('rev-parse', 'HEAD')}`,
        ),
      );
      assert.match(said, /The entry goes into config\/baselines\.yaml\./);
      await ui.screenshot('baselines-confirm');
      await run('notifications.clearAll');
      await run('notifications.hideList');
      assert.equal(git('tag', '--list'), before);
    });

    it('sets the tag and writes the entry', async () => {
      await asked();
      await notified('Set baseline BL-03');
      await ui.click(`${notice} .monaco-button:has-text("Set Baseline") >> nth=0`);
      await until('the tag', () => git('tag', '--list', 'baseline/bl-03') !== '');
      assert.equal(git('cat-file', '-t', 'baseline/bl-03'), 'tag');
      assert.equal(git('rev-parse', 'baseline/bl-03^{commit}'), git('rev-parse', 'HEAD'));
      assert.equal(
        git('for-each-ref', '--format=%(contents:subject)', 'refs/tags/baseline/bl-03'),
        'Training approved',
      );
      const { document } = await until('the entry', () => {
        const shown = vscode.window.activeTextEditor;
        return shown?.document.uri.fsPath === fileUri(register).fsPath && /- id: BL-03\n/.test(shown.document.getText())
          ? shown
          : undefined;
      });
      assert.match(
        document.getText(),
        new RegExp(
          `- id: BL-03\n    title: Training approved\n    type: scope\n    tag: baseline/bl-03\n    commit: "${git('rev-parse', 'HEAD')}"\n    date: 2026-11-16\n    scope: \\[deliverables, tasks/T-4\\*\\]\n`,
        ),
      );
      await until('it to be saved', () => !document.isDirty);
      assert.equal(git('diff', '--name-only'), register);
      await untilRow('Baselines', /^BL-03 ?verified · nothing changed since · Training approved/);
      await ui.screenshot('baselines-set');
    });

    it('refuses what is not committed', async () => {
      const editor = await open(fi);
      await run('workbench.action.files.revert');
      await replace(editor, 'value: 200\n', 'value: 250\n');
      void run('landfall.setBaseline');
      await named('Too early');
      await pick('configuration/fi.*');
      await until('it to be chosen', async () => (await ui.text(input)).includes('1 Selected'));
      await ui.press('Enter');
      await pick('No type');
      await notified('The baseline would not be what you see: fi.posting.tolerance');
      await run('notifications.clearAll');
    });

    /** The editor keeps back what it would pop up while its tests run, but its list has it. */
    async function notified(text: string): Promise<void> {
      await again(
        `to be told: ${text}`,
        async () => run('notifications.showList'),
        async () => (await ui.count(`${notice}:has-text("${text}")`)) > 0,
      );
    }

    async function named(title: string): Promise<void> {
      await until('the title to be asked', async () =>
        (await ui.text(input).catch(() => '')).includes('What is the baseline called?'),
      );
      await ui.type(title);
      await ui.press('Enter');
    }

    /** Up to the question. */
    async function asked(): Promise<void> {
      void run('landfall.setBaseline');
      await named('Training approved');
      await pick('deliverables');
      await pick('Ids and patterns…');
      await until('both', async () => (await ui.text(input)).includes('2 Selected'));
      await ui.screenshot('baselines-scope');
      await ui.press('Enter');
      await until('the patterns to be asked', async () =>
        (await ui.text(input).catch(() => '')).includes('with commas'),
      );
      await ui.type('tasks/T-4*');
      await ui.press('Enter');
      await pick('Scope');
    }
  });
});
