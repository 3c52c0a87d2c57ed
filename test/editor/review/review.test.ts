// Reviewing a change in the editor: rows by register, entity and field, impact, check marks, diffs of one entity.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, findings, onlyView, open, replace, rows, run, untilRow } from '../workbench';

const fi = 'config/fi.yaml';

describe('the Review view', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.showProject');
    await untilRow('Project', /^Foundation/);
    await run('landfall.review.focus');
    await onlyView('Review');
  });
  after(closeAll);

  it('says what it is for before there is a review', async () => {
    await until('the welcome', async () =>
      (await ui.text('.pane:has(.pane-header[aria-label*="Review"])')).includes('Review Changes Against…'),
    );
  });

  it('offers the main branch, baselines and commits', async () => {
    void run('landfall.reviewChanges');
    const rowsOf = () => ui.texts('.quick-input-widget .monaco-list-row');
    await until('the choice', async () => (await rowsOf()).some((one) => one.includes('BL-02')));
    await ui.screenshot('review-choose');
    await run('workbench.action.closeQuickOpen');
  });

  it('shows what changed since a commit, with the findings of the change', async () => {
    await run('landfall.reviewChanges', 'HEAD~1');
    await until('the registers', async () => (await rows('Review')).some((one) => one.startsWith('Issues')));
    assert.ok((await rows('Review')).some((one) => one.startsWith('New findings (')));
    await untilRow('Review', /^I-013 供应商评级打分口径不一致.*new findings: 1/);
    await ui.screenshot('review-commit');
  });

  it('follows what is typed, and says what nobody approved', async () => {
    const editor = await open(fi);
    await replace(editor, 'value: 200\n', 'value: 250\n');
    await run('landfall.review.focus');
    await untilRow('Review', /^fi\.posting\.tolerance .*BL-02/);
    await ui.click('.pane:has(.pane-header[aria-label*="Review"]) .monaco-list-row:has-text("fi.posting.tolerance")');
    await run('list.expand');
    await untilRow('Review', /^Value ?200 → 250/);
    await ui.screenshot('review-typed');
  });

  it('opens the diff of one entity', async () => {
    await until(
      'the diff',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff,
    );
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input as vscode.TabInputTextDiff;
    const [was, is] = [
      await vscode.workspace.openTextDocument(input.original),
      await vscode.workspace.openTextDocument(input.modified),
    ];
    assert.match(was.getText(), /^ {2}- id: fi\.posting\.tolerance\n[^]*value: 200\n/);
    assert.match(is.getText(), /value: 250\n/);
    assert.ok(!is.getText().includes('fi.posting.period'), 'one entity only');
  });

  it('keeps the marks of what was looked at', async () => {
    const row = '.pane:has(.pane-header[aria-label*="Review"]) .monaco-list-row:has-text("fi.posting.tolerance")';
    await ui.click(`${row} .custom-view-tree-node-item-checkbox`);
    await until('the mark', async () => (await ui.count(`${row} .codicon-check, ${row} .checked`)) > 0);
    await run('landfall.stopReview');
    await until('the end', async () => (await rows('Review')).length === 0);
    await run('landfall.reviewChanges', 'HEAD~1');
    await untilRow('Review', /^fi\.posting\.tolerance/);
    await until('the mark again', async () => (await ui.count(`${row} .codicon-check, ${row} .checked`)) > 0);
    await ui.screenshot('review-viewed');
  });

  it('tells that a score went up', async () => {
    const editor = await open('control/risks.yaml');
    await replace(editor, 'probability: 2\n    impact: 4\n', 'probability: 4\n    impact: 4\n');
    await run('landfall.review.focus');
    await untilRow('Review', /^R-001 .*score up: 8 → 16/);
    const row = '.pane:has(.pane-header[aria-label*="Review"]) .monaco-list-row:has-text("R-001")';
    await until('its sign', async () => (await ui.count(`${row} .monaco-icon-label[class*="monaco-decoration"]`)) > 0);
    await ui.screenshot('review-score');
  });

  it('tells who gains what and which conflicts come, and finds the new conflict on its line', async () => {
    const editor = await open('access/assignments.yaml');
    await replace(editor, 'roles: [gl-lead]\n    orgs: [hengyue]', 'roles: [gl-lead, cashier]\n    orgs: [hengyue]');
    await until('the finding', () =>
      findings('access/assignments.yaml').some((one) => one.startsWith('4:22 LF403 李伟 will break SOD-06')),
    );
    await run('landfall.review.focus');
    await untilRow('Review', /^Access changes: \d+/);
    await ui.click('.pane:has(.pane-header[aria-label*="Review"]) .monaco-list-row:has-text("Access changes")');
    await run('list.expand');
    await untilRow('Review', /^李伟 · SOD-06 ?授权与业务操作分离, prod/);
    await untilRow('Review', /^李伟 · payment:release ?company, prod/);
    await ui.screenshot('review-access');
  });
});

describe('baselines and evidence in the editor', () => {
  after(closeAll);

  const git = (folder: string, ...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=李伟', '-c', 'user.email=li@example.com', ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, GIT_AUTHOR_DATE: '2026-11-15T10:00:00+08:00' },
    });

  it('find a test that passed before what it proves was changed, once that is committed', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail();
    const runs = vscode.Uri.joinPath(folder, '测试/执行.yaml');
    const found = () =>
      vscode.languages.getDiagnostics(runs).find(({ code }) => JSON.stringify(code).includes('LF720'));
    const editor = await open(fi);
    await replace(editor, 'value: 200\n', 'value: 250\n');
    await editor.document.save();
    assert.equal(found(), undefined);
    git(folder.fsPath, 'commit', '--quiet', '-am', 'x');
    try {
      await until('the finding', () => found()?.message.includes('fi.posting.tolerance'));
      assert.equal(found()?.range.start.line, 14);
    } finally {
      git(folder.fsPath, 'reset', '--quiet', '--hard', 'HEAD~1');
    }
    await until('its end', () => found() === undefined);
  });

  it('underline what changed without approval, while it is typed', async () => {
    const editor = await open(fi);
    await replace(editor, 'value: 200\n', 'value: 250\n');
    await until('the drift', () =>
      vscode.languages
        .getDiagnostics(editor.document.uri)
        .some(({ message }) => message.includes('fi.posting.tolerance')),
    );
    await run('workbench.action.files.revert');
    await until(
      'its end',
      () =>
        !vscode.languages
          .getDiagnostics(editor.document.uri)
          .some(({ message }) => message.includes('fi.posting.tolerance')),
    );
  });
});
