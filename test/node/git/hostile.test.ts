// Repositories that mean harm: nothing they name is run, and they lead nowhere else.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Oid } from '../../../src/core/model/commit';
import type { Known } from '../../../src/core/project/known';
import { openRepository, type Repository } from '../../../src/node/git/repository';
import { stepsOf } from '../../../src/node/git/changes';
import { hostileSettings } from './hostile-settings';
import { repositories, script } from './repositories';

const value = <T>(answer: Known<T>): T => {
  if (answer.kind === 'known') return answer.value;
  return assert.fail(`unavailable: ${answer.why} ${answer.detail ?? ''}`);
};
const why = (answer: Known<unknown>): string => (answer.kind === 'known' ? 'known' : answer.why);

/** Every call there is. */
async function everything(repository: Repository): Promise<void> {
  const head = value(await repository.resolve('HEAD'));
  await repository.head();
  await repository.mainBranch();
  await repository.branches();
  await repository.tags();
  const commits = value(await repository.commits({ from: [head] }));
  const last = commits.at(-1)?.oid ?? head;
  await repository.mergeBase(head, last);
  await repository.ancestor(last, head);
  for (const answer of await repository.changes(stepsOf(commits))) {
    if (answer.kind === 'known')
      for (const { after } of answer.value) if (after?.mode === 'file') await repository.blob(after.oid);
  }
  value(await repository.tree(head));
}

describe('a hostile repository', function () {
  this.timeout(30_000);
  const { make, open, folder } = repositories();

  it('has nothing run that it names', async () => {
    const outside = folder({});
    const marks = path.join(outside, 'marks');
    mkdirSync(marks);
    // As a transport it would talk to itself for ever.
    const evil = script(outside, 'evil', `touch "${marks}/$1"; [ "$1" = ext ] || cat`);
    const made = make({ 'a.yaml': 'a', '.gitattributes': '* diff=evil filter=none merge=evil\n' });
    made.commit('two', { 'a.yaml': 'b' });
    made.git('tag', '-a', 'v1', '-m', 'v1');
    const gone = made.git('rev-parse', 'HEAD~1:a.yaml');
    const config = path.join(made.folder, '.git/config');
    writeFileSync(
      config,
      `${readFileSync(config, 'utf8').replace('version = 0', 'version = 1')}${hostileSettings(evil)}`,
    );
    writeFileSync(path.join(made.folder, '.gitattributes'), '* diff=evil filter=evil merge=evil text\n');
    mkdirSync(path.join(made.folder, '.git/hooks'), { recursive: true });
    mkdirSync(path.join(made.folder, 'hooks'), { recursive: true });
    for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman', 'pre-auto-gc']) {
      script(path.join(made.folder, '.git/hooks'), hook, `touch "${marks}/${hook}"`);
      script(path.join(made.folder, 'hooks'), hook, `touch "${marks}/${hook}"`);
    }
    // A missing object is what a partial clone would fetch, by programs that its settings name.
    unlinkSync(path.join(made.folder, '.git/objects', gone.slice(0, 2), gone.slice(2)));
    script(made.folder, 'git', `touch "${marks}/git"`);
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      GIT_EDITOR: `${evil} env`,
      GIT_EXTERNAL_DIFF: `${evil} env`,
      PAGER: `${evil} env`,
    };
    const repository = await open(made.folder, { env: { ...env, PATH: `.:${env.PATH ?? ''}` } });
    await everything(repository);
    assert.equal(why(await repository.blob(gone as Oid)), 'missing');
    assert.deepEqual(readdirSync(marks), []);
    assert.ok(!existsSync(path.join(outside, 'trace')));
    // The trap works: git itself falls into it.
    try {
      made.git('diff', '--ext-diff', 'HEAD~1', '--', 'a.yaml');
    } catch {}
    assert.notDeepEqual(readdirSync(marks), []);
  });

  it('leads nowhere else by its settings or the environment', async () => {
    const made = make({ 'a.yaml': 'a' });
    const other = make({ 'b.yaml': 'b' });
    const env = { ...process.env, GIT_DIR: path.join(other.folder, '.git'), GIT_WORK_TREE: other.folder };
    const repository = await open(made.folder, { env });
    assert.deepEqual([...value(await repository.tree(value(await repository.resolve('HEAD')))).keys()], ['a.yaml']);
    made.git('config', 'core.worktree', other.folder);
    assert.equal(why(await openRepository(made.folder)), 'no-repository');
    // A replacement would show another past than the one that was agreed on.
    made.git('config', '--unset', 'core.worktree');
    const first = made.git('rev-parse', 'HEAD');
    const second = made.commit('two', { 'a.yaml': 'two' });
    made.git('replace', first, second);
    const again = await open(made.folder);
    assert.equal(value(await again.commits({ from: [second as Oid] })).at(-1)?.message, '开始');
  });

  it('cannot make a folder of the project pass for a repository', async () => {
    const made = make({ 'a.yaml': 'a', 'inner/landfall.yaml': 'landfall: 1\n' });
    execFileSync('git', ['init', '-q', '--bare', path.join(made.folder, 'inner')]);
    assert.equal(why(await openRepository(path.join(made.folder, 'inner'))), 'no-repository');
  });

  it('is asked for no revision that is an option, a range, a path or a search', async () => {
    const made = make({ 'a.yaml': 'a' });
    const repository = await open(made.folder);
    const told: readonly string[] = [
      ...['', '-', '--all', '--output=x', '-n1', 'HEAD..HEAD', 'HEAD...HEAD', '^HEAD', ':a.yaml', ':0:a.yaml'],
      ...[':/开始', 'HEAD:a.yaml', 'HEAD\nHEAD', 'HEAD\0', '../../etc', ':(glob)**', 'x'.repeat(5000), 'HEAD^{/x}'],
      ...['--git-dir=/', '@{-1}', 'HEAD^{tree}', 'refs/heads/--upload-pack=x', '$(touch x)', '`touch x`'],
    ];
    for (const one of told) assert.equal(why(await repository.resolve(one)), 'missing', JSON.stringify(one));
    assert.equal(why(await repository.resolve('HEAD~0')), 'known');
  });

  it('may have branches, tags and files with names like options', async () => {
    const made = make({ '--all': 'a', ':(glob)**': 'b', 'a\nb.yaml': 'c', '-rf/x.yaml': 'd' });
    const head = made.git('rev-parse', 'HEAD');
    made.git('update-ref', 'refs/heads/--output=x', head);
    made.git('update-ref', 'refs/tags/-d', head);
    const repository = await open(path.join(made.folder, '-rf'));
    assert.equal(repository.prefix, '-rf/');
    assert.equal(value(await repository.resolve('refs/heads/--output=x')), head);
    assert.deepEqual([...value(await repository.tree(head as Oid)).keys()], ['x.yaml']);
    const whole = await open(made.folder);
    assert.deepEqual(
      [...value(await whole.tree(head as Oid)).keys()].sort(),
      ['--all', ':(glob)**', '-rf/x.yaml', 'a\nb.yaml'].sort(),
    );
    assert.deepEqual(
      value(await whole.tags()).map(({ name }) => name),
      ['-d'],
    );
    const glob = make({ 'a/x.yaml': 'x', ':(glob)**/y.yaml': 'y' });
    const strange = await open(path.join(glob.folder, ':(glob)**'));
    const tree = value(await strange.tree(value(await strange.resolve('HEAD'))));
    assert.deepEqual([...tree.keys()], ['y.yaml']);
  });
});
