// Law of the line of working days: it counts as somebody does who walks from day to day with the calendar in hand.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lowest, ones } from '../../../src/core/base/bits';
import { type Calendar, calendarOf } from '../../../src/core/schedule/calendar';
import { timelineOf } from '../../../src/core/schedule/timeline';

const RUNS = { numRuns: 1000, seed: 20261122 };
const ORIGIN = 20_000;
const FAR = 400;

const plain = calendarOf([]);
const working = (isWorked: Calendar['isWorked']): Calendar => ({ ...plain, isWorked });
/** Days of a pattern that comes again, and where it begins. */
const patterns = fc.tuple(
  fc.array(fc.boolean(), { minLength: 1, maxLength: 80 }).filter((days) => days.some(Boolean)),
  fc.integer({ min: 0, max: 79 }),
);

describe('a line of working days', () => {
  it('counts, and finds the day of a count, as a walk from day to day does', () => {
    const near = fc.integer({ min: -FAR, max: FAR });
    fc.assert(
      fc.property(patterns, fc.array(near, { minLength: 1, maxLength: 8 }), ([days, shift], steps) => {
        const calendar = working((day) => days[(((day + shift) % days.length) + days.length) % days.length] === true);
        const line = timelineOf(calendar);
        assert.equal(line.workedBy(ORIGIN), 0);
        for (const step of steps) {
          let worked = 0;
          for (let day = Math.min(ORIGIN, ORIGIN + step); day < Math.max(ORIGIN, ORIGIN + step); day++)
            worked += Number(calendar.isWorked(day));
          const by = step < 0 ? -worked : worked;
          assert.equal(line.workedBy(ORIGIN + step), by + 0);
          if (!calendar.isWorked(ORIGIN + step)) continue;
          assert.equal(line.begin(by), ORIGIN + step);
          assert.equal(line.end(by + 1), ORIGIN + step + 1);
          assert.equal(line.workedBy(ORIGIN + step + 0.5), by + 0.5);
        }
      }),
      RUNS,
    );
  });

  it('is one and the same for all who work the same days', () => {
    assert.equal(timelineOf({ ...plain, hours: 4 }), timelineOf(plain));
  });

  it('leads on where a calendar ends: nobody is there any more, and every day counts', () => {
    const line = timelineOf(working((day) => day < ORIGIN + 10));
    assert.equal(line.workedBy(ORIGIN), 0);
    assert.equal(line.begin(9), ORIGIN + 9);
    assert.equal(line.workedBy(ORIGIN + 811), 10);
    assert.equal(line.workedBy(ORIGIN + 2000), 10 + 2000 - 811);
    assert.equal(line.begin(10), ORIGIN + 811);
  });

  it('knows the bits of a word', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (word) => {
        const bits = [...(word >>> 0).toString(2)].reverse();
        assert.equal(ones(word), bits.filter((bit) => bit === '1').length);
        if (word) assert.equal(lowest(word), bits.indexOf('1'));
      }),
      RUNS,
    );
  });
});
