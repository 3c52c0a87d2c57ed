// A past of which something is missing is told as far as it goes and not kept: what is missing may come, and then the
// history is another one though no commit is.
import assert from 'node:assert/strict';
import { readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { Known } from '../../src/core/project/known';
import { readHistory } from '../../src/node/history';
import { shippedKinds } from '../core/support';
import { gitIn, type Made, repositories } from './git/repositories';

const titled = (title: number): string => `kind: people\nitems:\n  - id: a\n    title: "${title}"\n`;

describe('the history of a past with gaps', () => {
  const { make, open, folder } = repositories();

  /** The titles that the register's entity was given, the last one last. */
  async function titles(root: string, cache?: string): Promise<readonly unknown[]> {
    const repository = await open(root);
    const history = value(
      await readHistory(repository, value(await repository.resolve('HEAD')), { kinds: shippedKinds(), cache }),
    );
    await repository.close();
    const changes = history.events.flatMap(({ kind, fields }) => (kind === 'people' ? fields : []));
    return changes.filter(({ way }) => way[0] === 'title').map(({ after }) => after);
  }

  function versions(count: number): Made {
    const made = make({ 'landfall.yaml': 'landfall: 1\nname: P\n', 'a.yaml': titled(0) });
    for (let at = 1; at < count; at++) made.commit(`${at}`, { 'a.yaml': titled(at) });
    return made;
  }

  it('is another one when a shallow clone is deepened', async () => {
    const made = versions(6);
    const [clone, cache] = [path.join(folder({}), 'c'), folder({})];
    gitIn(folder({}))('clone', '-q', '--depth=2', `file://${made.folder}`, clone);
    assert.deepEqual(await titles(clone, cache), ['5']);
    gitIn(clone)('fetch', '-q', '--deepen=2');
    assert.deepEqual(await titles(clone, cache), ['3', '4', '5']);
    gitIn(clone)('fetch', '-q', '--unshallow');
    assert.deepEqual(await titles(clone, cache), ['0', '1', '2', '3', '4', '5']);
    assert.equal(readdirSync(cache).length, 1);
  });

  it('is another one when an object comes back', async () => {
    const { folder: root, git, commit } = versions(1);
    const missing = ['HEAD:a.yaml', 'HEAD^{tree}'].map((name) => git('rev-parse', name));
    commit('1', { 'a.yaml': titled(1) });
    for (const oid of missing) {
      const cache = folder({});
      const file = path.join(root, '.git/objects', oid.slice(0, 2), oid.slice(2));
      renameSync(file, `${file}.away`);
      assert.notDeepEqual(await titles(root, cache), ['0', '1']);
      assert.deepEqual(readdirSync(cache), []);
      renameSync(`${file}.away`, file);
      assert.deepEqual(await titles(root, cache), ['0', '1']);
      assert.equal(readdirSync(cache).length, 1);
    }
  });
});

const value = <T>(answer: Known<T>): T =>
  answer.kind === 'known' ? answer.value : assert.fail(`unavailable: ${answer.why}`);
