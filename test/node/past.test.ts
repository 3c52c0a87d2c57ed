// A project at a commit: what a checkout of it would say, for every commit of the sample and of made-up repositories.
import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { finish } from '../../src/core/base/work';
import { checker } from '../../src/core/check/checker';
import { tell } from '../../src/core/messages/message';
import type { Oid } from '../../src/core/model/commit';
import type { Known } from '../../src/core/project/known';
import { keyOf } from '../../src/core/project/project';
import type { World } from '../../src/core/project/world';
import { openProject } from '../../src/node/open';
import { revisionsOf } from '../../src/node/past';
import { readSample } from '../../src/node/sample-files';
import { materialise } from '../../src/node/sample-history';
import { gitIn, madeIn, repositories } from './git/repositories';

const NOW = Date.parse('2026-11-16T20:00:00Z');

const value = <T>(answer: Known<T>): T =>
  answer.kind === 'known' ? answer.value : assert.fail(`unavailable: ${answer.why}`);

/** All that can be seen of a world: findings, entities, files. */
function seen({ project, asOf, files, ...rest }: World): unknown {
  const world = { project, asOf, files, ...rest };
  return {
    asOf,
    findings: [...finish(checker().check(world)).findings]
      .flatMap(([file, list]) => list.map((one) => `${file} ${one.span.start} ${one.code} ${tell(one.message, 'en')}`))
      .sort(),
    entities: project.kinds.all.map(({ name }) => project.table(name).map((one) => [keyOf(one), one.value, one.sites])),
    all: files.kind === 'known' ? [...files.value].sort() : files.why,
    read: [...project.files.keys()].sort(),
    settings: project.settings,
  };
}

describe('a project at a revision', function () {
  this.timeout(60_000);
  const { make, open, folder } = repositories();

  // Forwards, backwards and across, so that each is made from a different one.
  async function compare(root: string, commits: readonly string[], prefix = ''): Promise<void> {
    const repository = await open(path.join(root, prefix));
    const checkout = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'landfall-test-')));
    try {
      gitIn(checkout)('clone', '-q', root, 'c');
      const worlds = new Map<string, unknown>();
      const first = await openProject(path.join(root, prefix), { trusted: true, now: NOW });
      const { project } = first;
      const past = revisionsOf(repository, { kinds: project.kinds, now: NOW, from: project });
      for (const one of commits) {
        gitIn(path.join(checkout, 'c'))('checkout', '-q', '--detach', one);
        // A commit is judged on its own day, as its checkout would have been then.
        const now = Number(gitIn(root)('show', '-s', '--format=%ct', one)) * 1000;
        const there = await openProject(path.join(checkout, 'c', prefix), { trusted: true, now });
        worlds.set(one, seen(there));
        assert.deepEqual(seen(value(await past.atCommit(one as Oid))), worlds.get(one), one);
      }
      for (const one of [...commits].reverse())
        assert.deepEqual(seen(value(await past.atCommit(one as Oid))), worlds.get(one), one);
    } finally {
      rmSync(checkout, { recursive: true, force: true });
    }
  }

  it('is what a checkout says, at each commit of the sample', async () => {
    const root = path.join(folder({}), 'erp');
    await materialise(readSample('media/samples', 'erp'), root);
    const all = gitIn(root)('rev-list', '--topo-order', 'HEAD').split('\n');
    await compare(
      root,
      all.filter((_, at) => at % 5 === 0),
    );
  });

  it('follows the manifest of its time, links, nested projects and other encodings', async () => {
    const person = (id: string) => `kind: people\nitems:\n  - id: ${id}\n    title: ${id}\n`;
    const made = make({ 'read.me': 'x' });
    const commits = [made.git('rev-parse', 'HEAD')];
    commits.push(
      made.commit('a project', {
        'p/landfall.yaml': 'landfall: 1\nname: P\n',
        'p/people.yaml': person('a'),
        'p/more/b.yaml': person('b'),
        'p/.hidden/c.yaml': person('c'),
        'p/node_modules/x/d.yaml': person('d'),
        'p/inner/landfall.yaml': 'landfall: 1\nname: Inner\n',
        'p/inner/e.yaml': person('e'),
        'p/gbk.yaml': Buffer.from([...Buffer.from('kind: people\nitems:\n  - id: g\n    title: '), 0xc0, 0xee, 0x0a]),
      }),
    );
    symlinkSync('more/b.yaml', path.join(made.folder, 'p/zlink.yaml'));
    symlinkSync('.hidden/c.yaml', path.join(made.folder, 'p/link.yaml'));
    symlinkSync('../read.me', path.join(made.folder, 'p/outside.yaml'));
    symlinkSync('nowhere', path.join(made.folder, 'p/dangling.yaml'));
    commits.push(made.commit('links'));
    commits.push(
      made.commit('another manifest', {
        'p/landfall.yaml': 'landfall: 1\nname: P\ninclude: ["more/**", ".hidden/c.yaml", "missing.yaml"]\n',
      }),
    );
    commits.push(
      made.commit('broken', { 'p/landfall.yaml': 'landfall: [1\n', 'p/more/b.yaml': 'kind: people\nitems: [' }),
    );
    made.git('rm', '-q', '-r', 'p/more');
    commits.push(made.commit('removed'));
    await compare(made.folder, commits.slice(1), 'p');
  });

  it('shares entities that did not change with its neighbours', async () => {
    const items = (count: number) =>
      Array.from({ length: 50 }, (_, i) => `  - id: p${i}\n    title: ${i === 20 ? count : i}\n`).join('');
    const made = make({ 'landfall.yaml': 'landfall: 1\nname: P\n' });
    for (const one of [1, 2]) made.commit(`${one}`, { 'people.yaml': `kind: people\nitems:\n${items(one * 100)}` });
    const repository = await open(made.folder);
    const { project } = await openProject(made.folder, { trusted: true, now: NOW });
    const past = revisionsOf(repository, { kinds: project.kinds, now: NOW });
    const [a, b] = [value(await past.at('HEAD')), value(await past.at('HEAD~1'))];
    const [one, other] = [a, b].map((world) => world.project.table('people'));
    assert.deepEqual(
      one?.flatMap((entity, at) => (entity === other?.[at] ? [] : [entity.id])),
      ['p20'],
    );
  });

  it('says what it cannot give', async () => {
    const made = make({ 'landfall.yaml': 'landfall: 1\nname: P\n' });
    const { project } = await openProject(made.folder, { trusted: true, now: NOW });
    const repository = await open(made.folder);
    const past = revisionsOf(repository, { kinds: project.kinds, now: NOW });
    const nowhere = await past.atCommit('0'.repeat(40) as Oid);
    assert.equal(nowhere.kind, 'unavailable');
    madeIn(made.folder).commit('people', { 'people.yaml': 'kind: people\nitems: []\n' });
    const blob = made.git('rev-parse', 'HEAD:people.yaml');
    rmSync(path.join(made.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
    const world = value(await past.at('HEAD'));
    const [problem] = [...finish(checker().check(world)).findings.values()].flat();
    assert.equal(problem?.code, 'LF013');
  });
});
