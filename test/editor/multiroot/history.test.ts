// A history that is not there yet, begins, is committed to, and ends early: no repository, no commits, a shallow clone.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, onlyView, run, untilRow } from '../workbench';

const east = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=李伟', '-c', 'user.email=li.wei@example.cn', ...args], {
    cwd: east,
    encoding: 'utf8',
  }).trim();
const people = path.join(east, 'people.yaml');
const pane = async (): Promise<string> =>
  (await ui.texts('.pane:has(.pane-header[aria-label*="Change History"])')).join().replaceAll(/\s+/g, ' ');
const untilPane = (text: string): Promise<unknown> =>
  until(text, async () => (await pane()).includes(text)).catch(async (error: Error) => {
    throw new Error(`${error.message}. There is: ${await pane()}`);
  });

function commit(title: string): void {
  writeFileSync(
    people,
    `kind: people\nitems:\n  - id: east.one\n    title: ${title}\n  - id: shared\n    title: Shared\n`,
  );
  git('add', '--all', '.');
  git('commit', '--quiet', '--message', `It is ${title}`);
}

describe('the Change History of a project', () => {
  const original = readFileSync(people, 'utf8');
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await vscode.window.showTextDocument(vscode.Uri.file(people));
    // The view is there once a project is.
    await run('landfall.showProject');
    await untilRow('Project', /^East/);
    await run('landfall.history.focus');
    await onlyView('Change History');
  });
  after(async () => {
    await closeAll();
    rmSync(path.join(east, '.git'), { recursive: true });
    writeFileSync(people, original);
  });

  it('says that there is no repository', async () => {
    await untilPane('The folder is not in a git repository.');
    await untilPane('East');
  });

  it('says that there is no commit, and what would be in the first', async () => {
    git('init', '--quiet', '--initial-branch=main');
    await run('landfall.refreshHistory');
    await untilPane('There is no commit yet.');
    await untilRow('Change History', /^not committed yet/);
    await ui.screenshot('history-no-commits');
  });

  it('follows the commits that are made', async () => {
    commit('One');
    await untilRow('Change History', /^It is One/);
    commit('Two');
    commit('Three');
    await untilRow('Change History', /^It is Three/);
  });

  it('says where a shallow clone ends', async () => {
    writeFileSync(path.join(east, '.git/shallow'), `${git('rev-parse', 'HEAD~1')}\n`);
    await run('landfall.refreshHistory');
    await untilRow('Change History', /^The history of this clone ends here/);
    await untilRow('Change History', /^It is Three/);
    await ui.screenshot('history-shallow');
  });
});
