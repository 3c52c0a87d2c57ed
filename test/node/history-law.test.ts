// Random histories as real repositories: what is read out of git, in one go or bit by bit with an index, is what the core
// tells of the same commits.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import type { EntityEvent, History } from '../../src/core/history/event';
import type { Oid } from '../../src/core/model/commit';
import { readHistory } from '../../src/node/history';
import { filesOf, randomHistory, reachable, type Step } from '../core/history/random-history';
import { historyOf, oidAt } from '../core/history/told';
import { shippedKinds } from '../core/support';
import { random } from '../fuzz/random';
import { repositories } from './git/repositories';

describe('history out of git, 25 random ones', function () {
  this.timeout(120_000);
  const { make, open, folder } = repositories();

  it('is what the core tells of the same commits', async () => {
    const r = random(37);
    let merges = 0;
    for (let run = 0; run < 25; run++) {
      const steps = randomHistory(r, true);
      const made = make();
      execFileSync('git', ['fast-import', '--quiet'], {
        cwd: made.folder,
        env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' },
        input: steps.map(imported).join(''),
      });
      const refs = made.git('for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads').split('\n');
      const named = new Map(refs.map((line) => line.split(' ') as [string, Oid]));
      const oids = steps.map((_, at) => named.get(`s${at}`) as Oid);
      const repository = await open(made.folder);
      const kinds = shippedKinds();
      const tip = oids.at(-1) as Oid;
      const whole = await readHistory(repository, tip, { kinds });
      assert.deepEqual(shown(whole, oids), expected(steps), `${run}`);
      // Over tips here and there, each adding to what is kept.
      const cache = folder({});
      for (const oid of [oids[Math.floor(steps.length / 2)] as Oid, tip])
        await readHistory(repository, oid, { kinds, cache });
      const kept = await readHistory(repository, tip, { kinds, cache });
      assert.deepEqual(
        shown(kept, oids).filter((one) => expected(steps).includes(one)),
        expected(steps),
        `${run} kept`,
      );
      await repository.close();
      merges += steps.filter(({ parents }) => parents.length > 1).length;
    }
    assert.ok(merges > 12, `${merges} merges`);
  });
});

function imported({ parents, state }: Step, at: number): string {
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const [first, second] = parents;
  return [
    `commit refs/heads/s${at}\n`,
    `mark :${at + 1}\ncommitter L <l@example.com> ${1_780_000_000 + at * 60} +0800\n`,
    data(`${at}`),
    first === undefined ? '' : `from :${first + 1}\n`,
    second === undefined ? '' : `merge :${second + 1}\n`,
    `deleteall\nM 100644 inline landfall.yaml\n${data('landfall: 1\nname: P\n')}`,
    ...[...filesOf(state)].map(([file, text]) => `M 100644 inline ${file}\n${data(text)}`),
    '\n',
  ].join('');
}

/** Only what leads to the last commit; the manifest is in no made-up history. */
function expected(steps: readonly Step[]): readonly string[] {
  const last = reachable(steps, steps.length - 1);
  return lines(
    historyOf(steps).events.filter(({ commit }) => last.has(Number(`0x${commit ?? ''}`))),
    (oid) => oid,
  );
}

function shown(history: Awaited<ReturnType<typeof readHistory>>, oids: readonly Oid[]): readonly string[] {
  assert.equal(history.kind, 'known');
  const { events } = (history as { readonly value: History }).value;
  return lines(
    events.filter(({ kind }) => kind === 'change-requests'),
    (oid) => oidAt(oids.indexOf(oid)),
  );
}

const lines = (events: readonly EntityEvent[], name: (oid: Oid) => Oid): readonly string[] =>
  events
    .map(({ commit, sides, ...event }) =>
      JSON.stringify({
        commit: commit && name(commit),
        ...event,
        sides: sides && { left: name(sides.left), kept: name(sides.kept) },
      }),
    )
    .sort();
