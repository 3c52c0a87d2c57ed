// Any question of any commit, tag, baseline or stash; and what is said of a name that git does not know.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSample } from '../../src/node/sample-files';
import { materialise } from '../../src/node/sample-history';
import { gitIn, repositories } from '../node/git/repositories';
import { put } from '../temporary';
import { landfall } from './landfall';

describe('revisions on the command line', function () {
  this.timeout(120_000);
  const { make, folder } = repositories();

  async function sample() {
    const root = path.join(folder({}), 'erp');
    await materialise(readSample('media/samples', 'erp'), root);
    return { root, run: (...args: readonly string[]) => landfall(['--lang', 'en', ...args], { cwd: root }) };
  }

  it('asks a stash, baselines and ancestors', async () => {
    const { root, run } = await sample();
    const file = path.join(root, 'control/risks.yaml');
    put(root, { 'control/risks.yaml': readFileSync(file, 'utf8').replace(/owner: \S+/, 'owner: nobody.here') });
    const changed = await run('diff');
    const found = await run('check');
    assert.match(found.out, /"nobody\.here"/);
    gitIn(root)('stash', '-q');
    assert.equal((await run('diff')).out, 'Nothing has changed.\n');
    assert.match((await run('check', '--rev', 'stash@{0}')).out, /LF101 No Person has the id "nobody\.here"/);
    assert.equal((await run('diff', 'HEAD', 'stash@{0}')).out, changed.out);
    assert.match((await run('diff', 'stash@{0}')).out, /nobody\.here → /);
    const between = await run('diff', 'BL-01', 'BL-02');
    assert.equal(between.code, 0);
    assert.match(between.out, /^ {2}[+~] /m);
    const tag = /tag: (\S+)/.exec(readFileSync(path.join(root, 'config/baselines.yaml'), 'utf8'))?.[1] ?? '';
    assert.equal((await run('diff', tag, 'BL-01')).out, 'Nothing has changed.\n');
    for (const revision of ['HEAD~3', 'refs/heads/main', `${tag}^{commit}`])
      assert.notEqual((await run('check', '--rev', revision)).code, 2, revision);
    assert.match((await run('log', '--since', 'HEAD~2')).out, /^2026-/m);
  });

  it('names what was probably meant, or what there is', async () => {
    const { root, run } = await sample();
    gitIn(root)('branch', '特性/接口');
    const near = async (given: string) => / Did you mean `(.+)`\?\n$/.exec((await run('diff', '--', given)).err)?.[1];
    assert.equal(await near('mian'), 'main');
    assert.equal(await near('mian~3'), 'main~3');
    assert.equal(await near('BL-1'), 'BL-01');
    assert.equal(await near('head'), 'HEAD');
    assert.equal(await near('特性/接囗'), '特性/接口');
    const nothing = await run('check', '--rev', 'release-2031');
    assert.equal(nothing.code, 2);
    assert.match(nothing.err, /no commit, branch or tag `release-2031`.* There are, among others: HEAD, main, /);
    assert.match((await run('diff', 'main~900')).err, /no commit, branch or tag `main~900`/);
  });

  it('asks repositories without commits, on no branch, of SHA-256, shallow and partial ones', async () => {
    const files = {
      'landfall.yaml': 'landfall: 1\nname: 项目\n',
      'people.yaml': 'kind: people\nitems:\n  - { id: a, title: A, side: vendor }\n',
    };
    const next = { 'people.yaml': 'kind: people\nitems:\n  - { id: a, title: 李伟, side: vendor }\n' };
    const ask = (cwd: string, ...args: readonly string[]) => landfall(['--lang', 'en', ...args], { cwd });
    const empty = make();
    put(empty.folder, files);
    assert.equal((await ask(empty.folder, 'check')).code, 0);
    assert.match((await ask(empty.folder, 'log')).out, /not committed yet/);
    assert.equal((await ask(empty.folder, 'check', '--rev', 'HEAD')).code, 2);
    assert.match((await ask(empty.folder, 'diff')).err, /HEAD/);

    for (const init of [[], ['--object-format=sha256']]) {
      const made = make(files, ...init);
      made.commit('改名', next);
      made.commit('3', { 'note.md': 'x' });
      const before = made.git('rev-parse', 'HEAD~2');
      made.git('checkout', '-q', '--detach');
      const log = await ask(made.folder, 'log');
      assert.match(log.out, /李伟 .*改名/);
      assert.match((await ask(made.folder, 'diff', before)).out, /A → 李伟/);
      assert.equal((await ask(made.folder, 'review', before)).code, 0);

      const clones = folder({});
      gitIn(clones)('clone', '-q', '--depth=1', `file://${made.folder}`, 'shallow');
      const shallow = path.join(clones, 'shallow');
      assert.match((await ask(shallow, 'history', 'a')).err, /clone is shallow/);
      assert.match((await ask(shallow, 'diff', before)).err, /clone is shallow/);
      made.git('config', 'uploadpack.allowFilter', 'true');
      gitIn(clones)('clone', '-q', '--filter=blob:none', `file://${made.folder}`, 'partial');
      const partial = path.join(clones, 'partial');
      const objects = gitIn(partial)('count-objects', '-v');
      const history = await ask(partial, 'history', 'a');
      assert.equal(history.code, 0);
      assert.match((await ask(partial, 'check', '--rev', before)).out, /people\.yaml.* LF013 /);
      const lacking = await ask(partial, 'diff', before);
      assert.match(lacking.err, /lacks what stood in people\.yaml/);
      assert.doesNotMatch(lacking.out, /李伟/, 'nobody knows whether he is new');
      assert.match((await ask(partial, 'log')).out, /people\.yaml could not be read at this commit/);
      assert.equal(gitIn(partial)('count-objects', '-v'), objects, 'nothing was fetched');
    }
  });
});
