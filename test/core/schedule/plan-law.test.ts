// Laws of the critical path method on random networks, and the same dates as an oracle that knows only the definitions.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { random, type Random } from '../../fuzz/random';
import { networkOf, type Activity, type Link, type LinkType } from '../../../src/core/schedule/network';
import { type Dates, scheduleNetwork } from '../../../src/core/schedule/passes';
import { everyDay, type Timeline, timelineOf } from '../../../src/core/schedule/timeline';
import { calendarOf } from '../../../src/core/schedule/calendar';

const TYPES: readonly LinkType[] = ['FS', 'FS', 'SS', 'FF', 'SF'];
const RUNS = 1200;
const START = 20_000;

interface Task {
  readonly days: number;
  readonly links: readonly { readonly from: number; readonly type: LinkType; readonly lag: number }[];
}

function tasksFrom(pick: Random, size = 2 + pick.below(9)): readonly Task[] {
  return Array.from({ length: size }, (_, at) => ({
    days: pick.below(5),
    links: Array.from({ length: at ? pick.below(3) : 0 }, () => ({
      from: pick.below(at),
      type: TYPES[pick.below(TYPES.length)] ?? 'FS',
      lag: pick.below(6) - 2,
    })),
  }));
}

const activitiesOf = (tasks: readonly Task[], line: Timeline): readonly Activity[] =>
  tasks.map(({ days, links }) => ({
    duration: days,
    line,
    links: links.map((link): Link => ({ ...link, line })),
    bounds: {},
    parts: [],
  }));

const scheduled = (tasks: readonly Task[], line: Timeline = everyDay) =>
  finish(scheduleNetwork(networkOf(activitiesOf(tasks, line)), { start: START, status: undefined, measure: line }));

/** Dates by the definitions alone: moved until nothing moves. */
function oracle(tasks: readonly Task[]) {
  const start = tasks.map(() => START);
  const finish = (at: number): number => (start[at] ?? 0) + (tasks[at]?.days ?? 0);
  for (let moved = true; moved; ) {
    moved = false;
    for (const [at, { days, links }] of tasks.entries())
      for (const { from, type, lag } of links) {
        const anchor = (type[0] === 'F' ? finish(from) : (start[from] ?? 0)) + lag;
        const least = type[1] === 'S' ? anchor : anchor - days;
        if (least <= (start[at] ?? 0)) continue;
        start[at] = least;
        moved = true;
      }
  }
  const end = Math.max(...tasks.map((_, at) => finish(at)));
  const late = tasks.map(() => end);
  for (let moved = true; moved; ) {
    moved = false;
    for (const [at, { days, links }] of tasks.entries())
      for (const { from, type, lag } of links) {
        const anchor = (type[1] === 'S' ? (late[at] ?? 0) - days : (late[at] ?? 0)) - lag;
        const most = type[0] === 'F' ? anchor : anchor + (tasks[from]?.days ?? 0);
        if (most >= (late[from] ?? 0)) continue;
        late[from] = most;
        moved = true;
      }
  }
  return { start, finish: tasks.map((_, at) => finish(at)), late, end };
}

const weeks = timelineOf(calendarOf([{ holidays: [{ from: '2024-10-07', to: '2024-10-09' }] }]));

describe('laws of the critical path method', () => {
  it('gives the dates of the definitions', () => {
    for (let seed = 0; seed < RUNS; seed++) {
      const tasks = tasksFrom(random(seed));
      const { dates, finish } = scheduled(tasks);
      const wanted = oracle(tasks);
      assert.deepEqual(
        [dates.map((one) => one.start), dates.map((one) => one.finish), dates.map((one) => one.lateFinish), finish],
        [wanted.start, wanted.finish, wanted.late, wanted.end],
        `seed ${seed}`,
      );
    }
  });

  it('starts nothing before its predecessors and its calendar allow', () => {
    for (let seed = 0; seed < RUNS; seed++) {
      const tasks = tasksFrom(random(seed));
      const { dates } = scheduled(tasks, weeks);
      const worked = (at: number): number => weeks.workedBy(at);
      for (const [at, { days, links }] of tasks.entries()) {
        const { start, finish } = dates[at] as Dates;
        assert.ok(Math.abs(worked(finish) - worked(start) - days) < 1e-6, `seed ${seed}`);
        if (days) assert.equal(weeks.begin(worked(start)), start, `seed ${seed}`);
        for (const { from, type, lag } of links) {
          const other = dates[from] as Dates;
          const anchor = worked(type[0] === 'F' ? other.finish : other.start) + lag;
          assert.ok(worked(type[1] === 'S' ? start : finish) > anchor - 1e-6, `seed ${seed}`);
        }
      }
    }
  });

  it('leaves no negative float without constraints, and something critical', () => {
    for (let seed = 0; seed < RUNS; seed++) {
      const { dates } = scheduled(tasksFrom(random(seed)), weeks);
      assert.ok(
        dates.every(({ totalFloat = 0, freeFloat = 0 }) => totalFloat >= 0 && freeFloat >= 0),
        `seed ${seed}`,
      );
      assert.ok(
        dates.some(({ critical }) => critical),
        `seed ${seed}`,
      );
      for (const { totalFloat = 0, freeFloat = 0 } of dates) assert.ok(freeFloat <= totalFloat, `seed ${seed}`);
    }
  });

  // With other links than from finish to start a longer activity may begin earlier, and what begins with it too: J. Wiest,
  // Precedence diagramming method: some unusual characteristics, 1981.
  it('finishes no earlier when a lag grows, nor, between finish and start, when anything takes longer', () => {
    for (let seed = 0; seed < RUNS; seed++) {
      const pick = random(seed);
      const isPlain = pick.below(2) === 1;
      const tasks = tasksFrom(pick).map((one) =>
        isPlain ? { ...one, links: one.links.map((link) => ({ ...link, type: 'FS' as const })) } : one,
      );
      const at = pick.below(tasks.length);
      const longer = tasks.map(({ days, links }, i) =>
        i === at
          ? {
              days: isPlain ? days + pick.below(3) : days,
              links: links.map((link) => ({ ...link, lag: link.lag + pick.below(3) })),
            }
          : { days, links },
      );
      const end = (of: readonly Task[]): number => weeks.workedBy(scheduled(of, weeks).finish);
      assert.ok(end(longer) >= end(tasks), `seed ${seed}`);
    }
  });

  it('agrees in both passes on what is critical: what is critical may not take longer, and all else may', () => {
    for (let seed = 0; seed < 400; seed++) {
      const tasks = tasksFrom(random(seed)).map((one) => ({
        ...one,
        links: one.links.map((link) => ({ ...link, type: 'FS' as const })),
      }));
      const { dates, finish } = scheduled(tasks, weeks);
      for (const [at, { totalFloat = 0 }] of dates.entries()) {
        const slower = (by: number): number =>
          scheduled(
            tasks.map((one, i) => (i === at ? { ...one, days: one.days + by } : one)),
            weeks,
          ).finish;
        assert.equal(weeks.workedBy(slower(totalFloat)), weeks.workedBy(finish), `seed ${seed}`);
        assert.ok(weeks.workedBy(slower(totalFloat + 1)) > weeks.workedBy(finish), `seed ${seed}`);
      }
    }
  });

  it('does not mind in which order the activities stand', () => {
    for (let seed = 0; seed < RUNS; seed++) {
      const pick = random(seed);
      const tasks = tasksFrom(pick);
      const places = tasks.map((_, at) => at).sort(() => pick.below(3) - 1);
      const moved = places.map((at) => {
        const { days, links } = tasks[at] as Task;
        return { days, links: links.map((link) => ({ ...link, from: places.indexOf(link.from) })) };
      });
      const [a, b] = [scheduled(tasks, weeks), scheduled(moved, weeks)];
      assert.deepEqual(
        places.map((at) => [a.dates[at]?.start, a.dates[at]?.finish, a.dates[at]?.lateFinish]),
        b.dates.map((one) => [one.start, one.finish, one.lateFinish]),
        `seed ${seed}`,
      );
    }
  });
});
