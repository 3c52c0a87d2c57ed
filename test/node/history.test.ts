// The history of entities in real repositories: who did what to which entity, through renames, moves, merges and
// commits that cannot be read.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { finish } from '../../src/core/base/work';
import { blame } from '../../src/core/history/blame';
import type { EntityEvent } from '../../src/core/history/event';
import { logOf, type Standing, standingAt, trailOf } from '../../src/core/history/trail';
import { headlineOf, type Oid } from '../../src/core/model/commit';
import type { Known } from '../../src/core/project/known';
import { lookUp } from '../../src/core/project/project';
import { readHistory } from '../../src/node/history';
import { pendingEvents } from '../../src/core/history/pending';
import { written } from '../../src/core/schema/json';
import { openProject } from '../../src/node/open';
import { revisionsOf } from '../../src/node/past';
import { readSample } from '../../src/node/sample-files';
import { materialise } from '../../src/node/sample-history';
import { gitIn, type Made, repositories } from './git/repositories';

const NOW = Date.parse('2026-11-16T20:00:00Z');
const MANIFEST = { 'landfall.yaml': 'landfall: 1\nname: P\n' };

const value = <T>(answer: Known<T>): T =>
  answer.kind === 'known' ? answer.value : assert.fail(`unavailable: ${answer.why}`);

type Fields = Readonly<Record<string, unknown>>;
const register = (...items: readonly Fields[]): string =>
  `kind: people\nitems:\n${items
    .map(
      (one) =>
        `  - ${Object.entries(one)
          .map(([key, field]) => `${key}: ${JSON.stringify(field)}`)
          .join('\n    ')}\n`,
    )
    .join('')}`;

describe('the history of entities', function () {
  this.timeout(30_000);
  const { make, open, folder } = repositories();

  async function read(root: string, cache?: string): Promise<Standing> {
    const repository = await open(root);
    const { project } = await openProject(root, { trusted: true, now: NOW });
    const tip = value(await repository.resolve('HEAD'));
    const history = value(await readHistory(repository, tip, { kinds: project.kinds, cache }));
    const head = value(await revisionsOf(repository, { kinds: project.kinds, now: NOW }).atCommit(tip)).project;
    return standingAt(history, tip, finish(pendingEvents(head, project)));
  }

  const told = (standing: Standing, events: readonly EntityEvent[] = standing.events): readonly string[] =>
    events.map((event) => {
      const { how, id, formerly, movedFrom, path: file, fields } = event;
      const commit = standing.commit(event.commit);
      return [
        commit ? headlineOf(commit.message) : '*',
        how,
        formerly === undefined ? id : `${formerly}→${id}`,
        ...(movedFrom === undefined ? [] : [`${movedFrom}→${file}`]),
        ...(how === 'added'
          ? []
          : fields.map((one) => `${one.way.join('/')}: ${written(one.before)}→${written(one.after)}`)),
      ].join(' ');
    });
  const isPerson = ({ kind }: EntityEvent): boolean => kind === 'people';
  const people = (standing: Standing): readonly string[] => told(standing, standing.events.filter(isPerson));

  it('tells what came, changed, got another id, moved and went', async () => {
    const made = make({ ...MANIFEST, 'a.yaml': register({ id: 'a', title: 'A' }, { id: 'b', title: 'B' }) });
    made.commit('title', { 'a.yaml': register({ id: 'a', title: 'AA' }, { id: 'b', title: 'B' }) });
    made.commit('order and comments', {
      'a.yaml': `# x\n${register({ title: 'B', id: 'b' }, { id: 'a', title: 'AA' })}`,
    });
    made.commit('rename', { 'a.yaml': register({ id: 'c', title: 'AA', formerly: ['a'] }, { id: 'b', title: 'B' }) });
    made.commit('move', {
      'a.yaml': register({ id: 'c', title: 'AA', formerly: ['a'] }),
      'z.yaml': register({ id: 'b', title: 'B' }),
    });
    made.git('rm', '-q', 'z.yaml');
    made.commit('remove');
    made.commit('nothing', { 'readme.txt': 'x' });
    writeFileSync(path.join(made.folder, 'a.yaml'), register({ id: 'c', title: '新', formerly: ['a'] }));
    const standing = await read(made.folder);
    assert.deepEqual(people(standing), [
      '* changed c title: AA→新',
      'remove removed b',
      'move changed b a.yaml→z.yaml',
      'rename changed a→c',
      'title changed a title: A→AA',
      '开始 added b',
      '开始 added a',
    ]);
    assert.deepEqual(told(standing, trailOf(standing, 'people', 'c')), [
      '* changed c title: AA→新',
      'rename changed a→c',
      'title changed a title: A→AA',
      '开始 added a',
    ]);
    assert.deepEqual(told(standing, trailOf(standing, 'people', 'b')).length, 3);
  });

  function branched(ours: Fields[], theirs: Fields[], merged: Fields[]): Made {
    const made = make({ ...MANIFEST, 'a.yaml': register({ id: 'a', title: 'A', role: 'R' }, { id: 'b', title: 'B' }) });
    made.git('checkout', '-q', '-b', 'side');
    made.commit('theirs', { 'a.yaml': register(...theirs) });
    made.git('checkout', '-q', 'main');
    made.commit('ours', { 'a.yaml': register(...ours) });
    made.git('merge', '-q', '-s', 'ours', '--no-commit', 'side');
    made.commit('merge', { 'a.yaml': register(...merged) });
    return made;
  }
  const b = { id: 'b', title: 'B' };

  async function blamed({ folder: at }: Made, standing: Standing, id: string): Promise<readonly string[]> {
    const entity = lookUp((await openProject(at, { trusted: true, now: NOW })).project, 'people', id) ?? assert.fail();
    const fields = blame(standing, trailOf(standing, 'people', id), entity.value, entity.kind.shape);
    return fields.map(
      ({ way, event }) => `${way.join('/')} ${headlineOf(standing.commit(event?.commit)?.message ?? '')}`,
    );
  }

  it('tells of a merge only what it changed itself', async () => {
    const clean = branched(
      [{ id: 'a', title: 'A1', role: 'R' }, b],
      [{ id: 'a', title: 'A', role: 'R2' }, b],
      [{ id: 'a', title: 'A1', role: 'R2' }, b],
    );
    assert.deepEqual(
      people(await read(clean.folder)).filter((one) => one.startsWith('merge')),
      [],
    );
    const own = branched(
      [{ id: 'a', title: 'A1', role: 'R' }, b],
      [{ id: 'a', title: 'A2', role: 'R' }, b],
      [{ id: 'a', title: 'A3', role: 'R' }, b],
    );
    assert.deepEqual(
      people(await read(own.folder)).filter((one) => one.startsWith('merge')),
      ['merge changed a title: A1→A3'],
    );
  });

  it('says when a merge discards what a side had changed', async () => {
    const made = branched(
      [{ id: 'a', title: 'A1', role: 'R' }, b],
      [{ id: 'a', title: 'A2', role: 'R' }, b, { id: 'n', title: 'N' }],
      [{ id: 'a', title: 'A1', role: 'R' }, b],
    );
    const standing = await read(made.folder);
    assert.deepEqual(
      people(standing)
        .filter((one) => one.startsWith('merge'))
        .sort(),
      ['merge discarded a title: A2→A1', 'merge discarded n'],
    );
    assert.deepEqual(await blamed(made, standing, 'a'), ['id 开始', 'title ours', 'role 开始']);
  });

  it('says which fields of a side a merge left out, and what it changed itself', async () => {
    const made = branched(
      [{ id: 'a', title: 'A1', role: 'R' }, b],
      [{ id: 'a', title: 'A', role: 'R2' }, b],
      [{ id: 'a', title: 'A', role: 'R2', note: 'N' }, b],
    );
    assert.deepEqual(
      people(await read(made.folder)).filter((one) => one.startsWith('merge')),
      ['merge changed a note: →N', 'merge discarded a title: A1→A'],
    );
  });

  it('follows an id through a branch that did not know of the new one', async () => {
    const made = branched(
      [{ id: 'c', title: 'A', role: 'R', formerly: ['a'] }, b],
      [{ id: 'a', title: 'A2', role: 'R' }, b],
      [{ id: 'c', title: 'A2', role: 'R', formerly: ['a'] }, b],
    );
    made.commit('another a', { 'z.yaml': register({ id: 'a', title: 'Z' }) });
    const standing = await read(made.folder);
    assert.deepEqual([...told(standing, trailOf(standing, 'people', 'c'))].sort(), [
      'ours changed a→c',
      'theirs changed a title: A→A2',
      '开始 added a',
    ]);
    assert.deepEqual(await blamed(made, standing, 'c'), ['id ours', 'title theirs', 'formerly ours', 'role 开始']);
  });

  it('says nothing of a side that took its own change back, or that nobody changed', async () => {
    const made = make({ ...MANIFEST, 'a.yaml': register({ id: 'a', title: 'A' }, b) });
    made.git('checkout', '-q', '-b', 'side');
    made.commit('there', { 'a.yaml': register({ id: 'a', title: 'A2' }, b) });
    made.commit('and back', { 'a.yaml': register({ id: 'a', title: 'A' }, b) });
    made.git('checkout', '-q', 'main');
    made.commit('ours', { 'a.yaml': register({ id: 'a', title: 'A1' }, b) });
    made.git('merge', '-q', '-s', 'ours', '-m', 'merge', 'side');
    assert.deepEqual(
      people(await read(made.folder)).filter((one) => one.startsWith('merge')),
      [],
    );
  });

  it('marks a commit whose file cannot be read, and goes on', async () => {
    const made = make({ ...MANIFEST, 'a.yaml': register({ id: 'a', title: 'A' }, b) });
    made.commit('broken', { 'a.yaml': 'kind: people\nitems: [\n' });
    made.commit('still broken', { 'a.yaml': `${register({ id: 'a', title: 'A' })}  - id: b\n   title: "B\n` });
    made.commit('mended', { 'a.yaml': register({ id: 'a', title: 'A9' }, b) });
    const standing = await read(made.folder);
    assert.deepEqual(people(standing), ['mended changed a title: A→A9', '开始 added b', '开始 added a']);
    assert.deepEqual(
      standing.unreadable.map((one) => `${headlineOf(standing.commit(one.commit)?.message ?? '')} ${one.path}`),
      ['still broken a.yaml', 'broken a.yaml'],
    );
    const cache = folder({});
    await read(made.folder, cache);
    made.commit('later', { 'a.yaml': register({ id: 'a', title: 'A9' }, { ...b, title: 'B9' }) });
    assert.equal(people(await read(made.folder, cache))[0], 'later changed b title: B→B9');
  });

  it('follows the manifest in which files belong', async () => {
    const made = make({ ...MANIFEST, 'a/a.yaml': register({ id: 'a', title: 'A' }), 'b/b.yaml': register(b) });
    made.commit('only b', { 'landfall.yaml': 'landfall: 1\nname: P\ninclude: ["b/**"]\n' });
    made.commit('unseen', { 'a/a.yaml': register({ id: 'a', title: 'unseen' }) });
    made.commit('all', MANIFEST);
    made.commit('inner', { 'a/landfall.yaml': 'landfall: 1\nname: Inner\n' });
    const standing = await read(made.folder);
    assert.deepEqual(people(standing), [
      'inner removed a',
      'all added a',
      'only b removed a',
      '开始 added b',
      '开始 added a',
    ]);
  });

  it('keeps an index that grows with the branch, on any branch, and is made anew when it is broken', async () => {
    const made = make({ ...MANIFEST, 'a.yaml': register({ id: 'a', title: '0' }, b) });
    const cache = folder({});
    for (let i = 1; i < 4; i++) made.commit(`${i}`, { 'a.yaml': register({ id: 'a', title: `${i}` }, b) });
    const same = async (): Promise<void> =>
      assert.deepEqual(told(await read(made.folder, cache)), told(await read(made.folder)));
    await same();
    made.commit('4', { 'a.yaml': register({ id: 'a', title: '4' }, b) });
    await same();
    made.git('checkout', '-q', '-b', 'other', 'HEAD~2');
    made.commit('other', { 'a.yaml': register({ id: 'a', title: 'other' }, b) });
    await same();
    made.git('checkout', '-q', 'main');
    await same();
    // A rebase that throws the known commits away.
    made.git('checkout', '-q', '-B', 'main', 'HEAD~3');
    made.git('branch', '-q', '-D', 'other');
    made.git('reflog', 'expire', '--expire=now', '--all');
    made.git('gc', '-q', '--prune=now');
    made.commit('anew', { 'a.yaml': register({ id: 'a', title: 'anew' }, b) });
    await same();
    const [name = ''] = readdirSync(cache);
    const file = path.join(cache, name);
    for (const bytes of ['', 'nonsense', readFileSync(file).subarray(0, -9)]) {
      writeFileSync(file, bytes);
      await same();
    }
  });

  it('does not take the end of a shallow clone for the beginning', async () => {
    const made = make({ ...MANIFEST, 'a.yaml': register({ id: 'a', title: '0' }) });
    for (let i = 1; i < 4; i++) made.commit(`${i}`, { 'a.yaml': register({ id: 'a', title: `${i}` }) });
    const clone = folder({});
    gitIn(clone)('clone', '-q', '--depth=2', `file://${made.folder}`, 'c');
    const standing = await read(path.join(clone, 'c'));
    assert.deepEqual(people(standing), ['3 changed a title: 2→3']);
    assert.ok(standing.cut);
  });

  it('logs by kind, author, time and revision', async () => {
    const made = make({ ...MANIFEST, 'a.yaml': register({ id: 'a', title: '0' }) });
    const first = made.git('rev-parse', 'HEAD') as Oid;
    made.commit('1', { 'a.yaml': register({ id: 'a', title: '1' }) }, '2026-07-01T09:00:00+08:00');
    const standing = await read(made.folder);
    const log = (filter: Parameters<typeof logOf>[1]) =>
      logOf(standing, filter).map(({ commit }) => headlineOf(commit?.message ?? ''));
    assert.deepEqual(log({}), ['1', '开始']);
    assert.deepEqual(log({ after: first }), ['1']);
    assert.deepEqual(log({ since: Date.parse('2026-06-30') }), ['1']);
    assert.deepEqual(log({ author: '李' }), ['1', '开始']);
    assert.deepEqual(log({ author: 'nobody' }), []);
    assert.deepEqual(log({ kinds: new Set(['risks']) }), []);
  });

  it('tells the story of the sample', async () => {
    const root = path.join(folder({}), 'erp');
    await materialise(readSample('media/samples', 'erp'), root);
    const standing = await read(root);
    const trail = trailOf(standing, 'configuration', 'fi.posting.tolerance');
    assert.equal(trail.at(-1)?.how, 'added');
    assert.ok(trail.some((one) => one.formerly === 'fi.tolerance'));
    assert.ok(standing.events.some((one) => one.movedFrom !== undefined));
  });
});
