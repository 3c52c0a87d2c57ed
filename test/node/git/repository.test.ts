// Repositories in every state that one finds them in, read with the real git.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { momentOf, type Oid, headlineOf } from '../../../src/core/model/commit';
import type { Known } from '../../../src/core/project/known';
import { stepsOf } from '../../../src/node/git/changes';
import { openRepository, type Repository } from '../../../src/node/git/repository';
import { gitIn, madeIn, repositories } from './repositories';

const value = <T>(answer: Known<T>): T => {
  if (answer.kind === 'known') return answer.value;
  return assert.fail(`unavailable: ${answer.why} ${answer.detail ?? ''}`);
};
const why = (answer: Known<unknown>): string => (answer.kind === 'known' ? 'known' : answer.why);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

async function subjects(repository: Repository, revision = 'HEAD'): Promise<readonly string[]> {
  const commits = value(await repository.commits({ from: [value(await repository.resolve(revision))] }));
  return commits.map(({ message }) => headlineOf(message));
}

describe('a repository', function () {
  this.timeout(20_000);
  const { make, open, folder } = repositories();

  it('tells commits with authors, dates and messages', async () => {
    const made = make({ 'a.yaml': 'a' });
    made.commit('第二次提交\n\n正文 CR-014\n    indented\n', { 'a.yaml': 'b' }, '2026-06-16T10:30:00+08:00');
    const repository = await open(made.folder);
    const [last, first] = value(await repository.commits({ from: [value(await repository.resolve('main'))] }));
    assert.ok(last && first);
    assert.equal(last.message, '第二次提交\n\n正文 CR-014\n    indented');
    assert.equal(last.author.name, '李伟');
    assert.equal(last.committer.email, 'd.roth@example.com');
    assert.equal(momentOf(last.author), '2026-06-16T10:30+08:00');
    assert.deepEqual(last.parents, [first.oid]);
    assert.deepEqual(first.parents, []);
  });

  it('tells what changed, each merge against each of its parents', async () => {
    const made = make({ 'a.yaml': 'a', 'b.yaml': 'b' });
    made.git('checkout', '-q', '-b', 'side');
    made.commit('side', { 'b.yaml': 'side' });
    made.git('checkout', '-q', 'main');
    made.commit('main', { 'a.yaml': 'main', '新 文件.yaml': 'new' });
    made.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
    const repository = await open(made.folder);
    const commits = value(await repository.commits({ from: [value(await repository.resolve('HEAD'))] }));
    const steps = stepsOf(commits);
    const changes = (await repository.changes(steps)).map((one) => value(one).map(({ path: file }) => file));
    const told = steps.map(({ commit }, i) => [
      headlineOf(commits.find(({ oid }) => oid === commit)?.message ?? ''),
      ...(changes[i] ?? []),
    ]);
    assert.deepEqual(told.sort(), [
      ['main', 'a.yaml', '新 文件.yaml'],
      ['merge', 'a.yaml', '新 文件.yaml'],
      ['merge', 'b.yaml'],
      ['side', 'b.yaml'],
      ['开始', 'a.yaml', 'b.yaml'],
    ]);
  });

  it('reads a project in a subfolder by paths below it', async () => {
    const made = make({ '项目/甲/a.yaml': 'a', '项目/甲/子/b.yaml': 'b', '项目/甲乙/c.yaml': 'c', 'd.yaml': 'd' });
    const repository = await open(path.join(made.folder, '项目/甲'));
    assert.equal(repository.prefix, '项目/甲/');
    const head = value(await repository.resolve('HEAD'));
    const tree = value(await repository.tree(head));
    assert.deepEqual([...tree.keys()], ['a.yaml', '子/b.yaml']);
    const [changes] = await repository.changes([{ commit: head, parent: undefined }]);
    assert.deepEqual(
      value(changes ?? assert.fail()).map((one) => one.path),
      ['a.yaml', '子/b.yaml'],
    );
    assert.equal(text(value(await repository.blob(tree.get('子/b.yaml')?.oid as Oid))), 'b');
  });

  it('reads a worktree, a submodule and a folder behind a bare gitdir file', async () => {
    const made = make({ 'a.yaml': 'a' });
    const beside = folder({});
    made.git('worktree', 'add', '-q', path.join(beside, 'tree'), '-b', 'other');
    madeIn(path.join(beside, 'tree')).commit('in the worktree', { 'a.yaml': 'w' });
    assert.deepEqual(await subjects(await open(path.join(beside, 'tree'))), ['in the worktree', '开始']);

    const outer = make({ 'x.yaml': 'x' });
    outer.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', made.folder, 'sub');
    outer.commit('with a submodule');
    assert.deepEqual(await subjects(await open(path.join(outer.folder, 'sub')), 'main'), ['开始']);
    const repository = await open(outer.folder);
    const tree = value(await repository.tree(value(await repository.resolve('HEAD'))));
    assert.equal(tree.get('sub')?.mode, 'submodule');

    const apart = folder({ '.git': `gitdir: ${path.join(made.folder, '.git')}\n` });
    assert.deepEqual(await subjects(await open(apart), 'main'), ['开始']);
  });

  it('reads a repository without commits, one with a detached HEAD, one of SHA-256', async () => {
    const empty = await open(make().folder);
    assert.equal(why(await empty.resolve('HEAD')), 'missing');
    assert.deepEqual(value(await empty.tags()), []);
    assert.equal(await empty.head(), undefined);
    assert.equal(why(await empty.mainBranch()), 'missing');

    const made = make({ 'a.yaml': 'a' });
    assert.equal(await (await open(made.folder)).head(), 'main');
    made.git('checkout', '-q', '--detach');
    assert.equal(await (await open(made.folder)).head(), undefined);

    const long = make({ 'a.yaml': 'a' }, '--object-format=sha256');
    const repository = await open(long.folder);
    assert.equal(repository.format, 'sha256');
    const head = value(await repository.resolve('HEAD'));
    assert.equal(head.length, 64);
    const [changes] = await repository.changes([{ commit: head, parent: undefined }]);
    const [change] = value(changes ?? assert.fail());
    assert.equal(text(value(await repository.blob(change?.after?.oid as Oid))), 'a');
  });

  it('says where a shallow clone ends', async () => {
    const made = make({ 'a.yaml': '1' });
    for (const one of ['2', '3', '4']) made.commit(one, { 'a.yaml': one });
    const first = made.git('rev-parse', 'HEAD~3') as Oid;
    const clone = folder({});
    gitIn(clone)('clone', '-q', '--depth=2', `file://${made.folder}`, 'c');
    const repository = await open(path.join(clone, 'c'));
    assert.ok(repository.shallow);
    const commits = value(await repository.commits({ from: [value(await repository.resolve('HEAD'))] }));
    assert.deepEqual(
      commits.map((one) => [one.message, one.shallow]),
      [
        ['4', false],
        ['3', true],
      ],
    );
    assert.equal(why(await repository.resolve(first)), 'shallow');
    assert.notEqual(why(await repository.ancestor(first, commits[0]?.oid as Oid)), 'known');
  });

  it('says what a partial clone has not, and fetches nothing', async () => {
    const made = make({ 'a.yaml': 'one' });
    made.commit('2', { 'a.yaml': 'two' });
    made.git('config', 'uploadpack.allowFilter', 'true');
    const clone = folder({});
    gitIn(clone)('clone', '-q', '--filter=blob:none', `file://${made.folder}`, 'c');
    const repository = await open(path.join(clone, 'c'));
    assert.ok(repository.partial);
    const tree = value(await repository.tree(value(await repository.resolve('HEAD~1'))));
    assert.equal(why(await repository.blob(tree.get('a.yaml')?.oid as Oid)), 'missing');
    assert.equal(text(value(await repository.blob(made.git('rev-parse', 'HEAD:a.yaml') as Oid))), 'two');
  });

  it('tells annotated tags from plain ones, through tags of tags', async () => {
    const made = make({ 'a.yaml': 'a' });
    made.git('tag', '-a', '基线/1.0', '-m', '合同基线\n\n已批准');
    made.git('tag', 'plain');
    made.git('tag', '-a', 'outer', '-m', 'outer', '基线/1.0');
    made.git('tag', 'blob', made.git('rev-parse', 'HEAD:a.yaml'));
    const repository = await open(made.folder);
    const head = value(await repository.resolve('HEAD'));
    const tags = value(await repository.tags());
    const short = tags.map((tag) => [tag.name, tag.commit, tag.annotation?.tagger?.name, tag.annotation?.message]);
    assert.deepEqual(short.sort(), [
      ['blob', undefined, undefined, undefined],
      ['outer', head, 'Daniel Roth', 'outer'],
      ['plain', head, undefined, undefined],
      ['基线/1.0', head, 'Daniel Roth', '合同基线\n\n已批准'],
    ]);
  });

  it('knows branches, the main one, merge bases and ancestors', async () => {
    const made = make({ 'a.yaml': 'a' });
    const base = made.git('rev-parse', 'HEAD') as Oid;
    made.git('checkout', '-q', '-b', '特性/一');
    const side = made.commit('side', { 'b.yaml': 'b' }) as Oid;
    made.git('checkout', '-q', 'main');
    const main = made.commit('main', { 'a.yaml': 'b' }) as Oid;
    made.git('checkout', '-q', '--orphan', 'alone');
    const alone = made.commit('alone', { 'a.yaml': 'c' }) as Oid;
    const repository = await open(made.folder);
    assert.deepEqual(
      value(await repository.branches())
        .map(({ name }) => name)
        .sort(),
      ['alone', 'main', '特性/一'],
    );
    assert.equal(value(await repository.mainBranch()).name, 'main');
    assert.equal(value(await repository.mergeBase(side, main)), base);
    assert.equal(value(await repository.ancestor(base, main)), true);
    assert.equal(value(await repository.ancestor(side, main)), false);
    assert.equal(value(await repository.ancestor(alone, main)), false);
    assert.equal(why(await repository.mergeBase(alone, main)), 'missing');
  });

  it('reads messages and names in other encodings', async () => {
    const made = make({ 'a.yaml': 'a' });
    const message = path.join(made.folder, '.git', 'message');
    // 李伟 and 修改 in GBK; once said, once not.
    writeFileSync(message, Buffer.from([0xd0, 0xde, 0xb8, 0xc4]));
    made.git('-c', 'i18n.commitEncoding=GBK', 'commit', '-q', '--allow-empty', '-F', message);
    const tree = made.git('rev-parse', 'HEAD^{tree}');
    const raw = Buffer.concat([
      Buffer.from(`tree ${tree}\nparent ${made.git('rev-parse', 'HEAD')}\nauthor `),
      Buffer.from([0xc0, 0xee, 0xce, 0xb0]),
      Buffer.from(' <l@x> 1750000000 +0800\ncommitter x <x@x> 1750000000 +0800\n\n'),
      Buffer.from([0xd0, 0xde, 0xb8, 0xc4, 0x0a]),
    ]);
    const oid = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], { cwd: made.folder, input: raw });
    made.git('update-ref', 'refs/heads/main', oid.toString().trim());
    const repository = await open(made.folder);
    const [unsaid, said] = value(await repository.commits({ from: [value(await repository.resolve('main'))] }));
    assert.deepEqual([unsaid?.message, unsaid?.author.name, said?.message], ['修改', '李伟', '修改']);
  });

  it('goes on while the repository is rebased and packed anew', async () => {
    const made = make({ 'a.yaml': '0' });
    for (let i = 1; i < 6; i++) made.commit(`${i}`, { [`f${i}.yaml`]: `${i}` });
    const repository = await open(made.folder);
    const head = value(await repository.resolve('HEAD'));
    const tree = value(await repository.tree(head));
    assert.equal(text(value(await repository.blob(tree.get('f1.yaml')?.oid as Oid))), '1');
    made.git('rebase', '-q', '--force-rebase', 'HEAD~4');
    made.git('repack', '-q', '-a', '-d');
    mkdirSync(path.join(made.folder, '.git/rebase-merge'));
    assert.equal(text(value(await repository.blob(tree.get('f2.yaml')?.oid as Oid))), '2');
    assert.equal(value(await repository.commits({ from: [head] })).length, 6);
  });

  it('is none where there is no git, an old git, no repository, or one inside its own folder', async () => {
    const plain = folder({ 'landfall.yaml': 'landfall: 1\n' });
    const made = make({ 'a.yaml': 'a' });
    assert.equal(why(await openRepository(made.folder, { env: { PATH: plain } })), 'no-git');
    assert.equal(why(await openRepository(made.folder, { program: path.join(plain, 'git') })), 'no-git');
    assert.equal(why(await openRepository(plain)), 'no-repository');
    assert.equal(why(await openRepository(path.join(made.folder, '.git'))), 'no-repository');
  });

  it('leaves no process behind', async () => {
    const made = make({ 'a.yaml': 'a' });
    const repository = await open(made.folder);
    await repository.blob(made.git('rev-parse', 'HEAD:a.yaml') as Oid);
    await repository.close();
    await assert.rejects(repository.blob(made.git('rev-parse', 'HEAD:a.yaml') as Oid), /closed/);
    // Whatever git had open in the folder would keep it from going.
    rmSync(made.folder, { recursive: true });
    assert.ok(!readdirSync('/tmp').includes(path.basename(made.folder)));
  });
});
