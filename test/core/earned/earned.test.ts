// Earned value against examples as they were published, and the earned schedule worked out by hand.
import assert from 'node:assert/strict';
import { decimal, type Decimal, toNumber, zero } from '../../../src/core/base/decimal';
import { type Earned, earnedSchedule, earnedValue, type Work } from '../../../src/core/earned/earned';
import { everyDay } from '../../../src/core/schedule/timeline';

const money = (amount: number): Decimal => decimal(amount) ?? zero;
const work = (budget: number, start: number, finish: number, percent: number, more: Partial<Work> = {}): Work => ({
  budget: money(budget),
  start,
  finish,
  line: everyDay,
  percent,
  started: percent > 0,
  done: percent === 100,
  method: 'percent',
  ...more,
});
const shown = (found: Earned, ...names: readonly (keyof Earned)[]): Record<string, number | undefined> =>
  Object.fromEntries(
    names.map((name) => {
      const value = found[name];
      return [name, value && Math.round(toNumber(value) * 1000) / 1000];
    }),
  );

describe('earned value', () => {
  it('agrees with the fence of four sides in R. Mulcahy, PMP Exam Prep', () => {
    const sides = [100, 100, 50, 0].map((percent, at) => work(1000, at, at + 1, percent));
    const found = earnedValue(sides, 3, money(1000 + 1200 + 600));
    assert.deepEqual(shown(found, 'pv', 'ev', 'ac', 'bac', 'cv', 'cpi', 'sv', 'spi', 'eac', 'etc', 'vac'), {
      pv: 3000,
      ev: 2500,
      ac: 2800,
      bac: 4000,
      cv: -300,
      cpi: 0.893,
      sv: -500,
      spi: 0.833,
      // The book divides by the rounded index and prints 4479, 1679 and -479.
      eac: 4480,
      etc: 1680,
      vac: -480,
    });
  });

  it('agrees with the status report of C. Gray, E. Larson, Project Management, ch. "Progress and performance", period 12', () => {
    // Budget, planned and earned by then; in all 248 thousand, of which 60 and 30 are yet to begin.
    const tasks = [
      [8, 100],
      [40, 100],
      [30, 100],
      [20, 100],
    ].map(([budget = 0, percent = 0]) => work(budget, 0, 10, percent));
    const half = [work(40, 8, 16, 50), work(60, 6, 15, 50)];
    const rest = [work(20, 14, 18, 0), work(30, 18, 22, 0)];
    const found = earnedValue([...tasks, ...half, ...rest], 12, money(210));
    assert.deepEqual(shown(found, 'bac', 'pv', 'ev', 'cv', 'sv', 'cpi', 'spi', 'eac', 'vac'), {
      bac: 248,
      pv: 158,
      ev: 148,
      cv: -62,
      sv: -10,
      cpi: 0.705,
      spi: 0.937,
      // 352 and -104 in thousands, as printed without decimals.
      eac: 351.892,
      vac: -103.892,
    });
  });

  it('agrees with the example of design, build and test in "What is Earned Value?"', () => {
    const found = earnedValue([work(200, 0, 2, 100), work(200, 2, 4, 0), work(100, 4, 5, 0)], 3, money(250));
    assert.deepEqual(shown(found, 'pv', 'ev', 'bac', 'cv', 'sv', 'cpi', 'spi', 'eac', 'etc', 'vac'), {
      pv: 300,
      ev: 200,
      bac: 500,
      cv: -50,
      sv: -100,
      cpi: 0.8,
      spi: 0.667,
      eac: 625,
      etc: 375,
      vac: -125,
    });
  });

  it('agrees with exercises for the board of civil engineers: EAC, and TCPI beside CPI', () => {
    assert.deepEqual(shown(earnedValue([work(5_000_000, 0, 10, 30)], 3, money(1_800_000)), 'ev', 'eac'), {
      ev: 1_500_000,
      eac: 6_000_000,
    });
    assert.deepEqual(shown(earnedValue([work(10_000_000, 0, 10, 30)], 3, money(3_500_000)), 'cpi', 'tcpi'), {
      cpi: 0.857,
      tcpi: 1.077,
    });
  });

  it('earns by the method of each task, and counts milestones all or nothing', () => {
    const on = (more: Partial<Work>): number => toNumber(earnedValue([work(100, 0, 10, 40, more)], 5, undefined).ev);
    assert.deepEqual(
      [on({}), on({ method: '0-100' }), on({ method: '50-50' }), on({ method: '50-50', started: false })],
      [40, 0, 50, 0],
    );
    const milestone = (at: number): number => toNumber(earnedValue([work(100, 7, 7, 0)], at, undefined).pv);
    assert.deepEqual([milestone(6), milestone(7), milestone(8)], [0, 100, 100]);
  });

  it('is n/a where there is nothing to divide by', () => {
    const nothing = earnedValue([], 5, zero);
    assert.deepEqual(
      [nothing.spi, nothing.cpi, nothing.eac, nothing.tcpi],
      [undefined, undefined, undefined, undefined],
    );
    const free = earnedValue([work(100, 0, 10, 50)], 5, zero);
    assert.deepEqual([free.cpi, free.eac, toNumber(free.eacAsPlanned ?? zero)], [undefined, undefined, 50]);
    assert.equal(earnedValue([work(100, 0, 10, 50)], 5, money(100)).tcpi, undefined);
    assert.equal(earnedValue([work(100, 0, 10, 50)], 5, undefined).cv, undefined);
  });

  it('is exact to the cent', () => {
    const found = earnedValue(
      Array.from({ length: 1000 }, () => work(0.1, 0, 1, 100)),
      1,
      money(0.3),
    );
    assert.deepEqual([toNumber(found.bac), toNumber(found.ev), toNumber(found.cv ?? zero)], [100, 100, 99.7]);
  });
});

describe('the earned schedule', () => {
  // 10 a day for ten days.
  const plan = (percent: number): readonly Work[] => [work(100, 0, 10, percent)];

  it('is the day on which what is earned was planned to be', () => {
    assert.equal(earnedSchedule(plan(45), everyDay), 4.5);
    assert.equal(earnedSchedule(plan(0), everyDay), 0);
    assert.equal(earnedSchedule(plan(100), everyDay), 10);
  });

  it('goes on over days on which nothing is planned', () =>
    assert.equal(earnedSchedule([work(50, 0, 5, 100), work(50, 8, 13, 20)], everyDay), 9));

  it('is nothing without work', () => assert.equal(earnedSchedule([], everyDay), undefined));
});
