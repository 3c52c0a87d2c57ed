// What the Baselines view says of tags that are not where they were: moved, beside the branch, gone.
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, onlyView, root, run, untilRow } from '../workbench';

const TAG = 'baseline/config-w1-1.0';
const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: root(), encoding: 'utf8' }).trim();

describe('the state of a baseline', () => {
  const object = git('rev-parse', `refs/tags/${TAG}`);
  const branch = git('symbolic-ref', '--short', 'HEAD');
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await closeAll();
    await run('landfall.baselines.focus');
    await onlyView('Baselines');
    await untilRow('Baselines', /^BL-02 ?verified/);
  });
  afterEach(async () => {
    git('update-ref', `refs/tags/${TAG}`, object);
    git('symbolic-ref', 'HEAD', `refs/heads/${branch}`);
    await untilRow('Baselines', /^BL-02 ?verified/);
  });

  it('is told when its tag was moved', async () => {
    git('update-ref', `refs/tags/${TAG}`, git('rev-parse', 'HEAD'));
    await untilRow('Baselines', /^BL-02 ?tag moved ·/);
    await ui.screenshot('baselines-moved');
  });

  it('is told when its tag stands beside the branch', async () => {
    // The same files, but nothing that came before.
    const alone = git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit-tree', '-m', 'x', 'HEAD^{tree}');
    git('update-ref', 'refs/heads/alone', alone);
    git('symbolic-ref', 'HEAD', 'refs/heads/alone');
    await untilRow('Baselines', /^BL-02 ?beside the branch ·/);
    await ui.screenshot('baselines-stray');
  });

  it('is told when its tag is gone', async () => {
    git('update-ref', '-d', `refs/tags/${TAG}`);
    await untilRow('Baselines', /^BL-02 ?tag missing ·/);
    await ui.screenshot('baselines-missing');
  });
});
