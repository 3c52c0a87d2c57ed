// The cutover of a wave, worked out by hand.
import assert from 'node:assert/strict';
import { lookUp } from '../../../src/core/project/project';
import type { Entity } from '../../../src/core/project/file-index';
import { clockText, type Cutover, cutoverOf } from '../../../src/core/schedule/cutover';
import { projectOf } from '../support';

const WINDOW = 'window: { from: 2026-12-04T18:00:00+08:00, to: 2026-12-05T06:00:00+08:00 }';
const NIGHT = Date.parse('2026-12-01T00:00:00Z');

function cutover(
  steps: readonly string[],
  { wave = WINDOW, now = NIGHT }: { readonly wave?: string; readonly now?: number } = {},
): { readonly found: Cutover; readonly rows: Record<string, string> } {
  const project = projectOf({
    'landfall.yaml': 'landfall: 1\nname: T\ncalendar: c\n',
    'calendars.yaml': 'kind: calendars\nitems: [{ id: c, title: C, time_zone: Asia/Shanghai }]\n',
    'waves.yaml': `kind: waves\nitems:\n  - { id: W1, title: One, go_live: 2026-12-05, ${wave} }\n`,
    'steps.yaml': `kind: cutover-steps\nitems:\n${steps.map((one) => `  - { title: S, wave: W1, verify: ok, ${one} }\n`).join('')}`,
  });
  const found = cutoverOf(project, lookUp(project, 'waves', 'W1') as Entity, now);
  const told = clockText(project);
  const rows = Object.fromEntries(
    found.steps.map((one) => [
      one.step.id,
      `${told(one.start).slice(8)} ${told(one.finish).slice(8)} ${one.float ?? 'done'}`,
    ]),
  );
  return { found, rows };
}

const PLAN = [
  'id: A, start: T, duration: 30min, performer: ann, rollback_duration: 10min',
  'id: B, duration: 2h, after: [A], performer: bob, rollback_duration: 1h',
  'id: C, duration: 1h, after: [A], performer: bob, rollback_duration: 20min',
  'id: D, start: T+4h, duration: 30min, after: [B, C], performer: ann, rollback_duration: 5min',
  'id: E, duration: 15min, after: [D], performer: cy, point_of_no_return: true',
];

describe('a cutover', () => {
  it('counts from T on the clock of the project, and holds the window', () => {
    const { found, rows } = cutover(PLAN);
    assert.deepEqual(rows, {
      A: '04 18:00 04 18:30 90',
      B: '04 18:30 04 20:30 90',
      C: '04 18:30 04 19:30 150',
      D: '04 22:00 04 22:30 0',
      E: '04 22:30 04 22:45 0',
    });
    assert.equal(found.slack, 7 * 60 + 15);
    // D, B, A one after the other.
    assert.equal(found.rollback, 75);
    assert.equal(clockTextOf(found.lastSafe), '2026-12-04T14:30:00.000Z');
  });

  it('tells who is wanted twice', () => {
    const { clashes } = cutover(PLAN).found;
    assert.deepEqual(
      clashes.map(({ performer, steps: [a, b], minutes }) => [performer, a.id, b.id, minutes]),
      [['bob', 'B', 'C', 60]],
    );
  });

  it('turns back by the window where everything can be taken back', () => {
    const { found } = cutover(PLAN.slice(0, 4));
    assert.equal(clockTextOf(found.lastSafe), '2026-12-04T20:45:00.000Z');
  });

  it('is late, and says by how much', () => {
    const { found, rows } = cutover([...PLAN, 'id: F, duration: 8h, after: [E], performer: cy']);
    assert.equal(found.slack, -45);
    assert.equal(rows.F, '04 22:45 05 06:45 -45');
  });

  it('moves what follows when steps were done late, and goes on with what is under way', () => {
    const began = PLAN.map((one, at) =>
      at === 0
        ? `${one}, actual: { started: 2026-12-04T18:00:00+08:00, finished: 2026-12-04T19:00:00+08:00, ok: true }`
        : at === 1
          ? `${one}, actual: { started: 2026-12-04T19:10:00+08:00 }`
          : one,
    );
    const at = (time: string) => cutover(began, { now: Date.parse(`2026-12-04T${time}:00+08:00`) }).rows;
    assert.deepEqual(at('19:30'), {
      A: '04 18:00 04 19:00 done',
      B: '04 19:10 04 21:10 50',
      C: '04 19:30 04 20:30 90',
      D: '04 22:00 04 22:30 0',
      E: '04 22:30 04 22:45 0',
    });
    // B takes longer than planned: it ends now at the earliest. C should have begun, and begins now.
    assert.equal(at('22:10').B, '04 19:10 04 22:10 60');
    assert.equal(at('22:10').D, '04 23:10 04 23:40 0');
  });

  it('compares with the latest rehearsal', () => {
    const { found } = cutover([
      'id: A, duration: 30min, performer: ann, rehearsals: [{ date: 2026-11-01, ok: true, started: 2026-11-01T10:00:00+08:00, finished: 2026-11-01T11:00:00+08:00 }, { date: 2026-11-14, ok: true, started: 2026-11-14T10:00:00+08:00, finished: 2026-11-14T10:42:00+08:00 }]',
    ]);
    assert.deepEqual([found.steps[0]?.planned, found.steps[0]?.rehearsed], [30, 42]);
  });

  it('takes circles, steps of nobody, waves without a window and without steps', () => {
    const { found } = cutover(
      ['id: A, duration: 1h, after: [B]', 'id: B, duration: soon, after: [A, X]', 'id: C, start: T-2h, duration: 1h'],
      {
        wave: 'steps: []',
      },
    );
    assert.deepEqual(
      [found.window, found.slack, found.lastSafe, found.circles.length],
      [undefined, undefined, undefined, 1],
    );
    assert.equal(found.steps.length, 3);
    assert.deepEqual([cutover([]).found.steps, cutover([]).found.rollback], [[], 0]);
  });
});

const clockTextOf = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString());
