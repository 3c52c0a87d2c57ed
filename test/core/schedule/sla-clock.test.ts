// Service-level clocks: windows, holds, reopening and breaches by example, and the laws of the hours they count.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayNumber } from '../../../src/core/base/days';
import { calendarOf } from '../../../src/core/schedule/calendar';
import { always, dailyWindow } from '../../../src/core/schedule/service-window';
import { slaStanding, type Target } from '../../../src/core/schedule/sla-clock';
import { instantIn, zoneClock } from '../../../src/core/schedule/time-zone';
import { projectOf } from '../support';

const clock = (zone: string) => zoneClock(zone) ?? assert.fail(zone);
const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString().slice(0, 16));
const RUNS = { numRuns: 1000, seed: 20261121 };

describe('the clock of a place', () => {
  it('knows daylight saving: what is skipped moves on, what comes twice counts first', () => {
    const dublin = clock('Europe/Dublin');
    const on = (day: string, minutes: number) => iso(dublin.instantOf(dayNumber(day) ?? 0, minutes));
    assert.equal(on('2026-03-29', 60), '2026-03-29T01:00'); // 01:00 does not exist: 02:00 summer time
    assert.equal(on('2026-03-29', 90), '2026-03-29T01:30');
    assert.equal(on('2026-10-25', 90), '2026-10-25T00:30'); // 01:30 comes twice
    assert.equal(on('2026-07-01', 0), '2026-06-30T23:00');
    assert.equal(iso(clock('Asia/Shanghai').instantOf(dayNumber('2026-11-16') ?? 0, 480)), '2026-11-16T00:00');
    assert.equal(iso(instantIn(clock('Asia/Shanghai'), '2026-11-16')), '2026-11-15T16:00');
    assert.equal(zoneClock('Mars/Olympus'), undefined);
  });

  it('reads every instant that is no second reading back as itself', () => {
    const zones = fc
      .constantFrom('Asia/Shanghai', 'Europe/Dublin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC')
      .map(clock);
    fc.assert(
      fc.property(zones, fc.integer({ min: 946_684_800, max: 2_208_988_800 }), (zone, seconds) => {
        const at = Math.floor(seconds / 60) * 60_000;
        const day = zone.dayOf(at);
        const minutes = (at + zone.offsetAt(at) * 60_000) / 60_000 - day * 1440;
        const back = zone.instantOf(day, minutes);
        assert.ok(back === at || (back < at && at - back <= 3_600_000), `${iso(at)} ${iso(back)}`);
      }),
      RUNS,
    );
  });
});

describe('service windows', () => {
  const windows = fc.constantFrom(
    always,
    dailyWindow(clock('Europe/Dublin'), { from: 480, to: 1200 }, { isWorked: () => true, week: 7 }),
    dailyWindow(clock('America/New_York'), { from: 0, to: 1440 }, calendarOf([])),
    dailyWindow(clock('Asia/Shanghai'), { from: 510, to: 1050 }, calendarOf([{ legal: 'cn' }])),
  );
  const instants = fc
    .integer({ min: Date.parse('2024-01-01') / 60_000, max: Date.parse('2027-12-31') / 60_000 })
    .map((one) => one * 60_000);

  it('count what was added, add up, and never run backwards', () => {
    fc.assert(
      fc.property(windows, instants, fc.nat({ max: 9000 }), fc.nat({ max: 9000 }), (window, from, a, b) => {
        const mid = window.add(from, a);
        const end = window.add(from, a + b);
        assert.ok(mid !== undefined && end !== undefined && mid <= end && mid >= from);
        assert.equal(Math.round(window.minutesBetween(from, mid)), a);
        assert.equal(Math.round(window.minutesBetween(from, mid) + window.minutesBetween(mid, end)), a + b);
      }),
      RUNS,
    );
  });

  it('are those that a walk minute by minute finds', () => {
    const zone = clock('Europe/Dublin');
    const window = dailyWindow(zone, { from: 60, to: 300 }, calendarOf([{ workdays: ['sun', 'mon'] }]));
    for (const start of ['2026-03-28T22:00Z', '2026-10-24T22:00Z', '2026-06-20T22:00Z']) {
      const from = Date.parse(start);
      let walked = 0;
      for (let at = from; at < from + 3 * 86_400_000; at += 60_000) {
        const local = at + zone.offsetAt(at) * 60_000;
        const minutes = (local / 60_000) % 1440;
        if ([0, 1].includes(new Date(local).getUTCDay()) && minutes >= 60 && minutes < 300) walked++;
      }
      assert.equal(window.minutesBetween(from, from + 3 * 86_400_000), walked, start);
    }
  });

  it('hold 25 hours on the day that the clock goes back', () => {
    const day = dailyWindow(clock('Europe/Dublin'), { from: 0, to: 1440 }, { isWorked: () => true, week: 7 });
    assert.equal(day.minutesBetween(Date.parse('2026-10-24T23:00Z'), Date.parse('2026-10-26T00:00Z')), 25 * 60);
  });

  it('never come where nothing is worked or hours end before they begin', () => {
    const none = dailyWindow(clock('UTC'), { from: 600, to: 500 }, { isWorked: () => true, week: 7 });
    assert.deepEqual([none.add(0, 1), none.minutesBetween(0, 1e9)], [undefined, 0]);
  });
});

describe('the clock of a service level', () => {
  const standing = (issue: string, now: string, target: Target = 'resolution', severity = 'critical') => {
    const project = projectOf({
      'landfall.yaml': 'landfall: 1\nname: T\ntime_zone: Asia/Shanghai\ncalendar: cn\n',
      'c.yaml': 'kind: calendars\nitems:\n  - { id: cn, title: CN, legal: cn, hours: 9 }\n',
      's.yaml': [
        'kind: slas',
        'items:',
        '  - { id: round, title: 7x24, window: 7x24, respond_within: { critical: 15min }, resolve_within: { critical: 4h, minor: 1w } }',
        '  - { id: twelve, title: 7x12, window: 7x12, resolve_within: { critical: 4h, major: 1d, minor: 3cd } }',
        '  - { id: office, title: Working, calendar: cn, resolve_within: { critical: 1d, major: 3d } }',
        '  - { id: mars, title: Mars, time_zone: Mars/Olympus, resolve_within: { critical: 1d } }',
        '',
      ].join('\n'),
      'i.yaml': `kind: issues\nitems:\n  - { id: I-1, title: One, type: incident, severity: ${severity}, ${issue} }\n`,
    });
    const found = project.table('issues')[0] ?? assert.fail();
    const stands = slaStanding(project, found, target, Date.parse(now));
    return stands.kind === 'none'
      ? stands.why
      : `${stands.state} ${stands.used}/${stands.allowed} ${iso(stands.due) ?? '-'}`;
  };
  const at = (time: string, day = '16') => `2026-11-${day}T${time}:00+08:00`;

  it('runs round the clock, twelve hours a day, or while people work', () => {
    assert.equal(
      standing(`sla: round, reported_at: ${at('23:00')}`, at('01:00', '17')),
      'running 120/240 2026-11-16T19:00',
    );
    assert.equal(
      standing(`sla: twelve, reported_at: ${at('19:00')}`, at('09:00', '17')),
      'running 120/240 2026-11-17T03:00',
    );
    // Friday 17:00; the office is open 09:00 to 18:00, a day is nine hours.
    assert.equal(
      standing(`sla: office, reported_at: ${at('17:00', '13')}`, at('10:00')),
      'running 120/540 2026-11-16T09:00',
    );
  });

  it('counts make-up workdays and holidays by law', () => {
    // Wednesday 30 September 17:00 to Thursday 8 October 10:00: National Day lies between.
    assert.equal(
      standing('sla: office, reported_at: 2026-09-30T17:00:00+08:00', '2026-10-08T10:00:00+08:00'),
      'running 120/540 2026-10-08T09:00',
    );
  });

  it('is met or breached when it stops, and breached while open past due', () => {
    const reported = `sla: round, reported_at: ${at('08:00')}`;
    assert.match(standing(`${reported}, resolved_at: ${at('12:00')}`, at('20:00')), /^met 240\/240/);
    assert.equal(
      standing(`${reported}, resolved_at: ${at('12:01')}`, at('20:00')),
      'breached 241/240 2026-11-16T04:00',
    );
    assert.match(standing(reported, at('12:30')), /^breached 270\/240/);
    assert.match(standing(`${reported}, responded_at: ${at('08:10')}`, at('12:30'), 'response'), /^met 10\/15/);
    // What happens later than the moment asked for is not known yet.
    assert.match(standing(`${reported}, resolved_at: ${at('12:00')}`, at('10:00')), /^running 120\/240/);
  });

  it('stands still while on hold, and runs again when reopened', () => {
    const reported = `sla: round, reported_at: ${at('08:00')}`;
    const hold = `holds: [{ from: "${at('09:00')}", to: "${at('11:00')}", reason: Customer }]`;
    assert.equal(standing(`${reported}, ${hold}`, at('12:00')), 'running 120/240 2026-11-16T06:00');
    const open = `holds: [{ from: "${at('09:00')}", reason: Customer }]`;
    assert.equal(standing(`${reported}, ${open}`, at('22:00')), 'held 60/240 -');
    const again = `resolved_at: ${at('09:00')}, reopened_at: ["${at('15:00')}"]`;
    assert.equal(standing(`${reported}, ${again}`, at('16:00')), 'running 120/240 2026-11-16T10:00');
    assert.match(standing(`${reported}, ${again}`, at('10:00')), /^met 60\/240/);
  });

  it('passes at night where calendar days are meant', () => {
    const saturday = `sla: twelve, reported_at: ${at('19:00', '14')}`;
    assert.equal(standing(saturday, at('19:00'), 'resolution', 'minor'), 'running 2880/4320 2026-11-17T11:00');
  });

  it('says why there is nothing to count', () => {
    assert.equal(standing(`reported_at: ${at('08:00')}`, at('09:00')), 'no-sla');
    assert.equal(standing(`sla: nowhere, reported_at: ${at('08:00')}`, at('09:00')), 'no-sla');
    assert.equal(standing(`sla: twelve, reported_at: ${at('08:00')}`, at('09:00'), 'response'), 'no-target');
    assert.equal(standing(`sla: mars, reported_at: ${at('08:00')}`, at('09:00')), 'bad-zone');
    assert.equal(standing('sla: round, reported_at: soon', at('09:00')), 'bad-time');
    assert.equal(
      standing(`sla: round, reported_at: ${at('08:00')}, resolved_at: ${at('07:00')}`, at('09:00')),
      'bad-time',
    );
  });

  it('counts a day without a time from its first moment', () => {
    assert.match(standing('sla: round, reported_at: 2026-11-16', at('01:00')), /^running 60\/240/);
  });
});
