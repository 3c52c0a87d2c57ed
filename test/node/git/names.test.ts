// Names of commits that are looked up without a process: the commit that git names, or nothing said.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { random } from '../../fuzz/random';
import { atHandOf, type Made, repositories } from './repositories';

/** What `git cat-file --batch-check` says of each line that it is given: an object's name, or that there is none. */
function saidBy(made: Made, lines: readonly string[]): readonly string[] {
  const out = execFileSync('git', ['cat-file', '--batch-check=%(objectname)'], {
    cwd: made.folder,
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
    env: { ...process.env, GIT_NO_REPLACE_OBJECTS: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return out.trimEnd().split('\n');
}

describe('names of commits', function () {
  this.timeout(60_000);
  const { make, open, folder } = repositories();

  it('knows the commits that names stand for as git does, in 3,000 of them', async () => {
    const made = make({ 'a.yaml': 'a' });
    const first = made.git('rev-parse', 'HEAD');
    for (let at = 0; at < 6; at++) made.commit(`${at}`, { 'a.yaml': `${at}` });
    made.git('checkout', '-q', '-b', 'side', 'HEAD~3');
    made.commit('side', { 'b.yaml': 'b' });
    made.git('checkout', '-q', 'main');
    made.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
    made.git('tag', '-a', 'v1.0', '-m', 'v1.0', 'HEAD~2');
    made.git('tag', '-a', 'outer', '-m', 'outer', 'v1.0');
    made.git('tag', 'blob', made.git('rev-parse', 'HEAD:a.yaml'));
    made.git('branch', 'v1.0', 'HEAD~1');
    made.git('branch', 'feature/one', 'HEAD~1');
    made.git('branch', '基线', 'HEAD~1');
    made.git('pack-refs', '--all');
    // After the packing: files again, moved, gone, in the place of a folder.
    made.git('branch', '-f', 'side', 'HEAD~4');
    made.git('branch', 'feature/two', 'HEAD~3');
    made.git('tag', 'config', 'HEAD~2');
    made.git('branch', first.slice(0, 8), 'HEAD~2');
    made.git('tag', first, 'HEAD~2');
    made.git('update-ref', 'refs/remotes/origin/main', 'HEAD~5');
    made.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    made.git('symbolic-ref', 'refs/heads/alias', 'refs/heads/side');
    made.git('symbolic-ref', 'refs/heads/unborn', 'refs/heads/nowhere');
    made.git('update-ref', 'refs/other/deep', 'HEAD~2');
    made.git('update-ref', 'refs/bisect/bad', 'HEAD~2');
    fs.writeFileSync(path.join(made.folder, '.git/FETCH_HEAD'), `${first}\t\tbranch 'x' of y\n`);
    fs.writeFileSync(path.join(made.folder, '.git/refs/heads/broken'), 'no name\n');
    fs.symlinkSync('side', path.join(made.folder, '.git/refs/heads/link'));
    const names = [
      ...['HEAD', 'main', 'side', 'v1.0', 'outer', 'blob', 'feature/one', 'feature/two', 'feature', '基线', 'config'],
      ...['origin', 'origin/main', 'origin/HEAD', 'remotes/origin/main', 'heads/side', 'tags/v1.0', 'heads/v1.0'],
      ...[
        'refs/heads/v1.0',
        'refs/tags/v1.0',
        'alias',
        'unborn',
        'other/deep',
        'bisect/bad',
        'FETCH_HEAD',
        'ORIG_HEAD',
      ],
      ...['broken', 'link', 'head', 'Main', 'nowhere', '@', 'main@{0}', 'index', 'objects', 'refs', 'stash', 'main/'],
      ...[first, first.slice(0, 8), first.slice(0, 12), first.toUpperCase(), `${first}0`, '0'.repeat(40), 'side/x'],
      ...[made.git('rev-parse', 'HEAD:a.yaml'), made.git('rev-parse', 'v1.0'), 'v1.0-2-gabcdef', './main', 'a..b'],
    ];
    const r = random(6);
    const steps = ['~', '^', '~1', '~2', '^2', '^0', '~0', '^1', '~3', '^3', '~9', '~50'];
    const tried = [
      ...names,
      ...Array.from({ length: 3000 }, () => {
        const back = Array.from({ length: r.below(4) }, () => r.pick(steps)).join('');
        return r.pick(names) + back;
      }),
    ];
    const due = saidBy(
      made,
      tried.map((one) => `${one}^{commit}`),
    );
    const hand = atHandOf(made.folder);
    let known = 0;
    for (const [at, revision] of tried.entries()) {
      const found = await hand.commit(revision);
      if (found === undefined) continue;
      known++;
      assert.equal(found, due[at], revision);
    }
    assert.ok(known > 500, `${known} known`);
    for (const plain of ['HEAD', 'main~2', 'v1.0', 'outer^0', 'origin/main', 'side', 'feature/one~1', first, 'alias'])
      assert.ok(await hand.commit(plain), plain);
    hand.close();

    // Another work tree has a HEAD of its own, and shares the branches.
    const beside = path.join(folder({}), 'tree');
    made.git('worktree', 'add', '-q', '--detach', beside, 'side');
    const other = atHandOf(made.folder, 40, '.git/worktrees/tree');
    assert.equal(await other.commit('HEAD'), made.git('rev-parse', 'side'));
    assert.equal(await other.commit('main'), made.git('rev-parse', 'main'));
    const repository = await open(beside);
    const resolved = await repository.resolve('HEAD~1');
    assert.deepEqual(resolved, { kind: 'known', value: made.git('rev-parse', 'side~1') });
  });
});
