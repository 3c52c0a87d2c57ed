// Broken repositories: whatever is missing or damaged is said, and everything else is answered.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Oid } from '../../../src/core/model/commit';
import type { Known } from '../../../src/core/project/known';
import { findGit } from '../../../src/node/git/environment';
import { openRepository } from '../../../src/node/git/repository';
import { stepsOf } from '../../../src/node/git/changes';
import { madeIn, repositories, script } from './repositories';

const value = <T>(answer: Known<T>): T => {
  if (answer.kind === 'known') return answer.value;
  return assert.fail(`unavailable: ${answer.why} ${answer.detail ?? ''}`);
};
const why = (answer: Known<unknown>): string => (answer.kind === 'known' ? 'known' : answer.why);

describe('a broken repository', function () {
  this.timeout(30_000);
  const { make, open, folder } = repositories();
  const loose = (at: string, oid: string): string => path.join(at, '.git/objects', oid.slice(0, 2), oid.slice(2));

  it('says which object is missing and answers for the others', async () => {
    const made = make({ 'a.yaml': 'a', 'b.yaml': 'b' });
    const second = made.commit('two', { 'c/c.yaml': 'c' }) as Oid;
    made.commit('three', { 'a.yaml': 'aa' });
    const [a, b] = ['a', 'b'].map((name) => made.git('rev-parse', `HEAD~2:${name}.yaml`)) as [Oid, Oid];
    unlinkSync(loose(made.folder, a));
    unlinkSync(loose(made.folder, made.git('rev-parse', `${second}:c`)));
    const repository = await open(made.folder);
    const answers = await Promise.all([repository.blob(a), repository.blob(b), repository.blob(a)]);
    assert.deepEqual(answers.map(why), ['missing', 'known', 'missing']);
    const commits = value(await repository.commits({ from: [value(await repository.resolve('HEAD'))] }));
    const changes = await repository.changes(stepsOf(commits));
    assert.deepEqual(changes.map(why), ['known', 'broken', 'known']);
    assert.equal(why(await repository.tree(second)), 'broken');
  });

  it('survives damaged objects, a truncated pack and a lock that somebody left', async () => {
    const made = make({ 'a.yaml': 'a', 'b.yaml': 'b' });
    const [a, b] = ['a', 'b'].map((name) => made.git('rev-parse', `HEAD:${name}.yaml`)) as [Oid, Oid];
    writeFileSync(path.join(made.folder, '.git/index.lock'), '');
    execFileSync('chmod', ['u+w', loose(made.folder, a)]);
    writeFileSync(loose(made.folder, a), 'damaged');
    const repository = await open(made.folder);
    const answers = await Promise.all([repository.blob(b), repository.blob(a), repository.blob(b)]);
    assert.deepEqual([why(answers[0]), why(answers[2])], ['known', 'known']);
    assert.ok(['missing', 'broken'].includes(why(answers[1])));

    const packed = make(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`f${i}`, `${i}`.repeat(2000 + i)])));
    const oid = packed.git('rev-parse', 'HEAD:f49') as Oid;
    packed.git('repack', '-a', '-d', '-q');
    const packs = path.join(packed.folder, '.git/objects/pack');
    const pack = path.join(packs, readdirSync(packs).find((name) => name.endsWith('.pack')) ?? '');
    execFileSync('chmod', ['u+w', pack]);
    truncateSync(pack, 60);
    const truncated = await open(packed.folder);
    assert.notEqual(why(await truncated.blob(oid)), 'known');
    assert.notEqual(why(await truncated.resolve('HEAD')), 'known');
  });

  it('passes over a blob that is too large, and reads on', async () => {
    const made = make({ 'small.yaml': 'small' });
    // Of nothing: sparse on the disk, and small when packed.
    const large = path.join(made.folder, 'large.yaml');
    writeFileSync(large, '');
    truncateSync(large, 96 * 1024 * 1024);
    made.git('-c', 'core.compression=1', 'add', 'large.yaml');
    made.git('commit', '-q', '-m', 'large');
    const repository = await open(made.folder);
    const [big, small] = ['large', 'small'].map((name) => made.git('rev-parse', `HEAD:${name}.yaml`)) as [Oid, Oid];
    const before = process.memoryUsage().rss;
    const answers = await Promise.all([repository.blob(big), repository.blob(small), repository.blob(big)]);
    assert.deepEqual(answers.map(why), ['too-large', 'known', 'too-large']);
    assert.ok(process.memoryUsage().rss - before < 64 * 1024 * 1024);
  });

  it('is read on when git is killed', async () => {
    const origin = make(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}`, `${i}`])));
    // Its objects lie in another repository, where git alone looks.
    const made = madeIn(path.join(folder({}), 'shared'));
    origin.git('clone', '-q', '--shared', origin.folder, made.folder);
    const real = findGit(process.env) ?? 'git';
    const pids = folder({});
    const program = script(pids, 'git', `echo $$ > "${pids}/$$.pid"; exec "${real}" "$@"`);
    const repository = await open(made.folder, { program });
    const tree = [...value(await repository.tree(value(await repository.resolve('HEAD')))).values()];
    const answers = tree.map(({ oid }) => repository.blob(oid));
    await answers[0];
    let killed = 0;
    for (const name of readdirSync(pids).filter((one) => one.endsWith('.pid'))) {
      try {
        process.kill(Number(name.slice(0, -4)), 'SIGKILL');
        killed++;
      } catch {}
    }
    assert.ok(killed > 0);
    assert.ok((await Promise.all(answers)).every((one) => one.kind === 'known'));
  });

  it('says that git is too old, and stops when it is told to', async () => {
    const made = make({ 'a.yaml': 'a' });
    const program = script(folder({}), 'git', 'echo "git version 2.29.3"');
    const old = await openRepository(made.folder, { program });
    assert.deepEqual(old, { kind: 'unavailable', why: 'old-git', detail: 'git version 2.29.3' });
    const controller = new AbortController();
    const repository = await open(made.folder, { signal: controller.signal });
    const head = value(await repository.resolve('HEAD'));
    const under = [repository.commits({ from: [head] }), repository.mergeBase(head, head), repository.tags()];
    controller.abort(new Error('enough'));
    const ends = await Promise.allSettled(under);
    assert.deepEqual(
      ends.map((one) => one.status),
      ['rejected', 'rejected', 'rejected'],
    );
    await assert.rejects(repository.resolve('HEAD'), /enough/);
  });
});
