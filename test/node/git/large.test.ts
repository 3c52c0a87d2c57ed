// A large pack costs no more memory than what is asked of it.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Oid } from '../../../src/core/model/commit';
import { stepsOf } from '../../../src/node/git/changes';
import { repositories } from './repositories';

const MB = 1024 * 1024;

describe('a repository with a pack of 100 MB', function () {
  this.timeout(60_000);
  const { make, open } = repositories();

  it('is read in little memory', async () => {
    const made = make();
    for (const [name, value] of [
      ['core.compression', '0'],
      ['core.bigFileThreshold', '1m'],
    ] as const)
      made.git('config', name, value);
    for (let i = 0; i < 5; i++) made.commit(`${i}`, { 'a.yaml': `a: ${i}\n`, [`附件/${i}.bin`]: randomBytes(20 * MB) });
    made.git('repack', '-q', '-a', '-d');
    const packs = path.join(made.folder, '.git/objects/pack');
    const sizes = readdirSync(packs).map((name) => statSync(path.join(packs, name)).size);
    assert.ok(Math.max(...sizes) >= 100 * MB);
    const before = process.memoryUsage().rss;
    const repository = await open(made.folder);
    const head = made.git('rev-parse', 'HEAD') as Oid;
    const commits = await repository.commits({ from: [head] });
    assert.ok(commits.kind === 'known' && commits.value.length === 5);
    const changes = await repository.changes(stepsOf(commits.value));
    assert.ok(changes.every((one) => one.kind === 'known' && one.value.length === 2));
    const tree = await repository.tree(head);
    assert.ok(tree.kind === 'known' && tree.value.size === 6);
    for (const [name, { oid }] of tree.value) {
      const blob = await repository.blob(oid);
      assert.equal(blob.kind === 'known' ? 'known' : blob.why, name.endsWith('.bin') ? 'too-large' : 'known', name);
    }
    assert.ok(process.memoryUsage().rss - before < 64 * MB);
  });
});
