// Calendars and counting in their days: examples, laws, and an oracle that walks day by day over the register's own words.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Day, dayNumber, dayText, weekdayNumber } from '../../../src/core/base/days';
import { calendarNamed, calendarOf, projectCalendar } from '../../../src/core/schedule/calendar';
import { addDuration, inMinutes, inWorkingDays, parseDuration } from '../../../src/core/schedule/duration';
import { availabilityOf, workingTime } from '../../../src/core/schedule/person';
import { addWorkingDays, workingDaysBetween, workingDayFrom } from '../../../src/core/schedule/working-days';
import { projectOf } from '../support';

const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const day = (text: string): Day => dayNumber(text) ?? assert.fail(text);
const RUNS = { numRuns: 1500, seed: 20261121 };

const days = fc.integer({ min: day('1995-01-01'), max: day('2045-12-31') });
const written = days.map(dayText);
const register = fc.record({
  workdays: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 7 }),
  holidays: fc.array(
    fc.oneof(
      written.map((date) => ({ date })),
      fc
        .tuple(days, fc.integer({ min: 0, max: 12 }))
        .map(([from, more]) => ({ from: dayText(from), to: dayText(from + more) })),
    ),
    { maxLength: 25 },
  ),
  extra_workdays: fc.array(written, { maxLength: 10 }),
});

interface Register {
  readonly workdays: readonly string[];
  readonly holidays: readonly ({ readonly date: string } | { readonly from: string; readonly to: string })[];
  readonly extra_workdays: readonly string[];
}

/** The same question asked of the register's words, without any of the code under test. */
function worked(value: Register, at: string): boolean {
  if (value.extra_workdays.includes(at)) return true;
  const isOff = value.holidays.some((one) => ('date' in one ? one.date === at : one.from <= at && at <= one.to));
  return !isOff && value.workdays.includes(NAMES[new Date(`${at}T12:00:00Z`).getUTCDay()] ?? '');
}

describe('working days', () => {
  it('are those that a walk day by day over the register finds', () => {
    fc.assert(
      fc.property(register, days, fc.integer({ min: -40, max: 40 }), (value, from, n) => {
        const calendar = calendarOf([value]);
        let [at, left] = [from, Math.abs(n)];
        for (let i = 0; left > 0 && i < 800; i++) {
          at += Math.sign(n);
          if (worked(value, dayText(at))) left--;
        }
        if (left === 0) assert.equal(addWorkingDays(calendar, from, n), at);
        for (let one = from; one < from + 20; one++) assert.equal(calendar.isWorked(one), worked(value, dayText(one)));
      }),
      RUNS,
    );
  });

  it('added and taken away again lead back, and count what was added', () => {
    fc.assert(
      fc.property(register, days, fc.nat({ max: 60 }), (value, from, n) => {
        const calendar = calendarOf([value]);
        const start = workingDayFrom(calendar, from);
        const end = start === undefined ? undefined : addWorkingDays(calendar, start, n);
        if (start === undefined || end === undefined) return;
        assert.equal(addWorkingDays(calendar, end, -n), start);
        assert.equal(workingDaysBetween(calendar, start, end), n);
        assert.equal(workingDaysBetween(calendar, end, start), -n || 0);
      }),
      RUNS,
    );
  });

  it('never overtake each other', () => {
    fc.assert(
      fc.property(register, days, fc.nat({ max: 30 }), fc.integer({ min: -30, max: 30 }), (value, from, gap, n) => {
        const calendar = calendarOf([value]);
        const one = addWorkingDays(calendar, from, n);
        const other = addWorkingDays(calendar, from + gap, n);
        if (one !== undefined && other !== undefined) assert.ok(one <= other);
      }),
      RUNS,
    );
  });

  it('end where nothing is ever worked', () => {
    const never = { ...calendarOf([]), isWorked: () => false };
    assert.equal(addWorkingDays(never, 0, 1), undefined);
    assert.equal(workingDayFrom(never, 0), undefined);
    assert.equal(addDuration(never, 0, { amount: 1, unit: 'w' }), undefined);
  });
});

describe('days as numbers', () => {
  it('are those of the calendar, leap days and far years included', () => {
    for (const [text, weekday] of [
      ['1900-03-01', 4],
      ['1970-01-01', 4],
      ['2000-02-29', 2],
      ['2026-11-16', 1],
      ['2999-12-31', 2],
      ['0099-01-01', 4],
    ] as const) {
      assert.equal(dayText(day(text)), text);
      assert.equal(weekdayNumber(day(text)), weekday, text);
    }
    for (const text of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-1-1', 'x', ''])
      assert.equal(dayNumber(text), undefined);
    assert.equal(day('2028-03-01') - day('2028-02-28'), 2);
    assert.equal(dayNumber('2026-11-16T08:00:00+08:00'), day('2026-11-16'));
  });
});

describe('durations', () => {
  const calendar = calendarOf([
    { holidays: [{ from: '2026-10-01', to: '2026-10-07' }], extra_workdays: ['2026-10-10'], hours: 8 },
  ]);
  const after = (text: string, from = '2026-09-30') => {
    const duration = parseDuration(text);
    const end = duration && addDuration(calendar, day(from), duration);
    return end === undefined ? undefined : dayText(end);
  };

  it('lead where their unit says', () => {
    assert.equal(after('1d'), '2026-10-08');
    assert.equal(after('3d'), '2026-10-10');
    assert.equal(after('1w'), '2026-10-13');
    assert.equal(after('-1d', '2026-10-08'), '2026-09-30');
    assert.equal(after('14cd'), '2026-10-14');
    assert.equal(after('2cw'), '2026-10-14');
    assert.equal(after('5.5d', '2026-11-02'), '2026-11-10');
    assert.equal(after('4h'), '2026-10-01');
    assert.equal(after('0d'), '2026-09-30');
  });

  it('are read only in their form', () => {
    assert.deepEqual(parseDuration('1.5w'), { amount: 1.5, unit: 'w' });
    assert.deepEqual(parseDuration('-90min'), { amount: -90, unit: 'min' });
    for (const text of ['', '5', '5 d', 'd', '1e3d', '5m', '１d']) assert.equal(parseDuration(text), undefined, text);
  });

  it('become working days and minutes', () => {
    const of = (text: string) => parseDuration(text) ?? assert.fail(text);
    assert.equal(inWorkingDays(of('12h'), calendar), 1.5);
    assert.equal(inWorkingDays(of('2w'), calendar), 10);
    assert.equal(inWorkingDays(of('3cd'), calendar), undefined);
    assert.deepEqual(
      ['1d', '1w', '1cd', '1cw', '4h', '30min'].map((text) => inMinutes(of(text), 540, 5)),
      [540, 2700, 1440, 10080, 240, 30],
    );
  });
});

describe('calendars of a project', () => {
  const project = projectOf({
    'landfall.yaml': 'landfall: 1\nname: T\ncalendar: plant\ntime_zone: Asia/Shanghai\n',
    'calendars.yaml': [
      'kind: calendars',
      'items:',
      '  - { id: base, title: Base, legal: cn, hours: 7.5, holidays: [{ date: 2026-11-17, name: Founding day }] }',
      '  - { id: plant, title: Plant, extends: base, workdays: [mon, tue, wed, thu, fri, sat] }',
      '  - { id: a, title: A, extends: b }',
      '  - { id: b, title: B, extends: a, workdays: [wed] }',
      '',
    ].join('\n'),
    'people.yaml': [
      'kind: people',
      'items:',
      '  - { id: li.wei, title: 李伟, capacity: 50, active_from: 2026-11-01, active_to: 2026-11-30, absences: [{ from: 2026-11-16, to: 2026-11-18 }] }',
      '  - { id: part, title: Part, calendar: b }',
      '  - { id: lost, title: Lost, calendar: nowhere }',
      '',
    ].join('\n'),
  });
  const isWorked = (text: string, id?: string) =>
    (id ? calendarNamed(project, id) : projectCalendar(project)).isWorked(day(text));

  it('extend each other: holidays add up, the rest replaces', () => {
    assert.equal(isWorked('2026-11-14'), true); // Saturday
    assert.equal(isWorked('2026-11-15'), false); // Sunday
    assert.equal(isWorked('2026-11-17'), false); // of the base
    assert.equal(isWorked('2026-10-05'), false); // by law
    assert.equal(isWorked('2026-09-20'), true); // by law, a Sunday
    assert.deepEqual([projectCalendar(project).hours, projectCalendar(project).week], [7.5, 6]);
    assert.equal(projectCalendar(project).timeZone, 'Asia/Shanghai');
  });

  it('that extend each other in a circle, or are not there, still count', () => {
    assert.equal(isWorked('2026-11-18', 'a'), true);
    assert.equal(isWorked('2026-11-19', 'a'), false);
    assert.equal(isWorked('2026-11-14', 'nowhere'), true);
  });

  it('of people leave out absences and days outside the project', () => {
    const person = (id: string) => {
      const found = project.table('people').find((one) => one.id === id);
      return availabilityOf(project, found ?? assert.fail(id));
    };
    assert.deepEqual([person('li.wei').share, person('part').share], [0.5, 1]);
    const [from, to] = [day('2026-11-09'), day('2026-12-05')];
    // Mon-Sat 9-14, then 19-21, 23-28 and 30: 6 + 3 + 6 + 1 at half time.
    assert.equal(workingTime(person('li.wei'), from, to), 8);
    assert.equal(workingTime(person('part'), from, to), 4);
    assert.equal(workingTime(person('lost'), from, from), 1);
  });
});
