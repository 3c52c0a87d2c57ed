// Dates of a plan by calendars, links, constraints and progress, worked out by hand. 2026-03-02 is a Monday.
import assert from 'node:assert/strict';
import { daysOf, planFrom } from './plans';

const dates = (tasks: readonly string[], given: Parameters<typeof planFrom>[1] = {}): Record<string, string> =>
  Object.fromEntries(planFrom(tasks, given).plan.tasks.map((one) => [one.task.id, daysOf(one)]));

const calendars = (text: string) => ({ files: { 'calendars.yaml': `kind: calendars\nitems:\n${text}` } });

describe('dates of a plan', () => {
  it('count the last day in, and go on behind weekends', () =>
    assert.deepEqual(
      dates(['id: A, duration: 3d', 'id: B, duration: 4d, after: [A]', 'id: M, milestone: true, after: [B]']),
      {
        A: '2026-03-02 2026-03-04',
        B: '2026-03-05 2026-03-10',
        M: '2026-03-10',
      },
    ));

  it('go on behind holidays and use days that are worked although they would be free', () =>
    // The Qingming and Labour Day holidays of 2026 with the make-up day on Saturday 9 May, as the State Council announced.
    assert.deepEqual(
      dates(
        [
          'id: A, duration: 5d, start: 2026-04-01',
          'id: B, duration: 6d, start: 2026-04-29',
          'id: C, duration: 1d, after: [B]',
        ],
        {
          files: {
            'landfall.yaml': 'landfall: 1\nname: T\nstart: 2026-03-02\nstatus_date: 2026-01-01\ncalendar: cn\n',
            'calendars.yaml': 'kind: calendars\nitems:\n  - { id: cn, title: 中国, legal: cn }\n',
          },
        },
      ),
      { A: '2026-04-01 2026-04-08', B: '2026-04-29 2026-05-09', C: '2026-05-11' },
    ));

  it('tie ends by the four links, with lags in working, calendar and elapsed time, and leads', () => {
    const tied = (link: string): string | undefined =>
      dates(['id: A, duration: 5d', `id: B, duration: 3d, after: [{ task: A, ${link} }]`]).B;
    assert.equal(tied('type: FS'), '2026-03-09 2026-03-11');
    assert.equal(tied('type: FS, lag: 2d'), '2026-03-11 2026-03-13');
    assert.equal(tied('type: FS, lag: -2d'), '2026-03-05 2026-03-09');
    assert.equal(tied('type: FS, lag: 2cd'), '2026-03-09 2026-03-11');
    assert.equal(tied('type: FS, lag: 1cw'), '2026-03-16 2026-03-18');
    assert.equal(tied('type: FS, lag: 72h'), '2026-03-10 2026-03-12');
    assert.equal(tied('type: SS'), '2026-03-02 2026-03-04');
    assert.equal(tied('type: SS, lag: 1d'), '2026-03-03 2026-03-05');
    assert.equal(tied('type: FF'), '2026-03-04 2026-03-06');
    assert.equal(tied('type: FF, lag: 1d'), '2026-03-05 2026-03-09');
    assert.equal(tied('type: SF, lag: 4d'), '2026-03-03 2026-03-05');
    // A lead longer than the task: the plan begins when it begins.
    assert.equal(tied('type: FS, lag: -20d'), '2026-03-02 2026-03-04');
  });

  it('take parts of days together', () =>
    assert.deepEqual(
      dates(['id: A, duration: 1.5d', 'id: B, duration: 4h, after: [A]', 'id: C, duration: 1d, after: [B]']),
      {
        A: '2026-03-02 2026-03-03',
        B: '2026-03-03',
        C: '2026-03-04',
      },
    ));

  it('keep a task that waits for nothing where it was put, and one that waits where its predecessors let it', () =>
    assert.deepEqual(
      dates([
        'id: A, start: 2026-03-11, finish: 2026-03-12',
        'id: B, start: 2026-03-04, finish: 2026-03-05, after: [A]',
        'id: C, finish: 2026-03-20, duration: 2d',
      ]),
      { A: '2026-03-11 2026-03-12', B: '2026-03-13 2026-03-16', C: '2026-03-19 2026-03-20' },
    ));

  it('hold constraints', () => {
    const held = (constraint: string) => {
      const { task } = planFrom([
        'id: A, duration: 5d',
        `id: B, duration: 2d, after: [A], constraint: { ${constraint} }`,
        'id: C, duration: 9d',
        'id: D, duration: 1d, after: [B, C]',
      ]);
      return `${daysOf(task('B'))} ${task('B').totalFloat} ${task('A').totalFloat}`;
    };
    assert.equal(held('type: asap'), '2026-03-09 2026-03-10 2 2');
    assert.equal(held('type: alap'), '2026-03-11 2026-03-12 0 2');
    assert.equal(held('type: snet, date: 2026-03-10'), '2026-03-10 2026-03-11 1 2');
    assert.equal(held('type: fnet, date: 2026-03-12'), '2026-03-11 2026-03-12 0 2');
    assert.equal(held('type: snlt, date: 2026-03-05'), '2026-03-09 2026-03-10 -2 -2');
    assert.equal(held('type: fnlt, date: 2026-03-11'), '2026-03-09 2026-03-10 1 1');
    assert.equal(held('type: mso, date: 2026-03-05'), '2026-03-05 2026-03-06 0 -2');
    assert.equal(held('type: mfo, date: 2026-03-12'), '2026-03-11 2026-03-12 0 2');
  });

  it('give summaries the dates of their parts, and hand what they wait for down to those that begin', () => {
    const { task } = planFrom([
      'id: A, duration: 2d',
      'id: S, after: [A]',
      'id: S1, parent: S, duration: 3d',
      'id: S2, parent: S, duration: 2d, after: [S1]',
      'id: B, duration: 1d, after: [S]',
      'id: C, duration: 1d, after: [{ task: S, type: SS, lag: 1d }]',
    ]);
    assert.equal(daysOf(task('S1')), '2026-03-04 2026-03-06');
    assert.equal(daysOf(task('S2')), '2026-03-09 2026-03-10');
    assert.equal(daysOf(task('S')), '2026-03-04 2026-03-10');
    assert.equal(daysOf(task('B')), '2026-03-11');
    assert.equal(daysOf(task('C')), '2026-03-05');
    assert.deepEqual(
      ['A', 'S1', 'S2', 'S', 'B'].map((id) => task(id).critical),
      [true, true, true, true, true],
    );
    assert.equal(task('C').totalFloat, 4);
  });

  it('forecast from the status date, with retained logic', () => {
    const on = '2026-03-06';
    assert.deepEqual(
      dates(
        [
          'id: A, duration: 3d, actual_start: 2026-03-02, actual_finish: 2026-03-05',
          'id: B, duration: 4d, after: [A], actual_start: 2026-03-06, percent: 25',
          'id: C, duration: 2d, after: [B], actual_start: 2026-03-05, percent: 50',
          'id: D, duration: 2d',
          'id: E, duration: 4d, actual_start: 2026-03-03, percent: 50, remaining: 5d',
        ],
        { on },
      ),
      {
        A: '2026-03-02 2026-03-05',
        B: '2026-03-06 2026-03-11',
        // What is left of it waits for B.
        C: '2026-03-05 2026-03-12',
        D: '2026-03-09 2026-03-10',
        E: '2026-03-03 2026-03-13',
      },
    );
  });

  it('leave out what happens after the status date', () =>
    assert.deepEqual(
      dates(['id: A, duration: 3d, start: 2026-03-04, actual_start: 2026-03-06'], { on: '2026-03-03' }),
      {
        A: '2026-03-04 2026-03-06',
      },
    ));

  it('count the days on which those who are assigned are there', () => {
    const files = {
      'people.yaml':
        'kind: people\nitems:\n  - { id: ann, title: Ann, absences: [{ from: 2026-03-03, to: 2026-03-04 }] }\n  - { id: bob, title: Bob }\n',
    };
    assert.deepEqual(
      dates(
        [
          'id: A, duration: 2d, assigned: [{ person: ann }]',
          'id: B, duration: 2d, assigned: [{ person: ann }, { person: bob }]',
        ],
        {
          files,
        },
      ),
      { A: '2026-03-02 2026-03-05', B: '2026-03-02 2026-03-03' },
    );
  });

  it('take a calendar of its own, and durations on the calendar', () =>
    assert.deepEqual(
      dates(
        [
          'id: A, duration: 3d, calendar: six',
          'id: B, duration: 3d, start: 2026-03-06, calendar: six',
          'id: C, duration: 7cd, start: 2026-03-06',
        ],
        calendars('  - { id: six, title: Six, workdays: [mon, tue, wed, thu, fri, sat] }\n'),
      ),
      { A: '2026-03-02 2026-03-04', B: '2026-03-06 2026-03-09', C: '2026-03-06 2026-03-12' },
    ));

  it('count float against the gate of the phase', () => {
    const files = {
      'gates.yaml':
        'kind: gates\nitems:\n  - { id: G-1, title: G, phase: build, due: 2026-03-04, criteria: [{ text: ok }] }\n',
      'landfall.yaml':
        'landfall: 1\nname: T\nstart: 2026-03-02\nstatus_date: 2026-01-01\nphases: [{ id: build, title: Build }]\n',
    };
    const { task } = planFrom(['id: S, phase: build', 'id: A, parent: S, duration: 5d', 'id: B, duration: 9d'], {
      files,
    });
    assert.equal(task('A').totalFloat, -2);
    assert.equal(task('A').critical, true);
    assert.equal(task('B').totalFloat, 0);
  });

  it('name what drives', () => {
    const { task } = planFrom(['id: A, duration: 2d', 'id: B, duration: 3d', 'id: C, duration: 1d, after: [A, B]']);
    const { driver } = task('C');
    assert.ok(driver.kind === 'link');
    assert.equal(task('C').links.find(({ link }) => link === driver.link)?.from.task.id, 'B');
    assert.equal(task('A').driver.kind, 'project');
  });
});

describe('a plan with mistakes', () => {
  it('tells circles, and schedules the rest', () => {
    const { plan, task } = planFrom([
      'id: A, duration: 2d, after: [C]',
      'id: B, duration: 2d, after: [A]',
      'id: C, duration: 2d, after: [B]',
      'id: D, duration: 1d, after: [C]',
      'id: E, duration: 3d',
    ]);
    assert.deepEqual(
      plan.circles.map((one) => one.map(({ id }) => id).sort()),
      [['A', 'B', 'C']],
    );
    assert.equal(daysOf(task('D')), '2026-03-04');
    assert.equal(daysOf(task('E')), '2026-03-02 2026-03-04');
  });

  it('survives summaries in a circle, and a task that waits for its own summary', () => {
    const { plan, task } = planFrom([
      'id: S, parent: U',
      'id: U, parent: S',
      'id: P',
      'id: Q, parent: P, duration: 2d, after: [P]',
      'id: X, parent: X, duration: 1d, after: [X]',
    ]);
    assert.equal(plan.tasks.length, 5);
    assert.equal(daysOf(task('Q')), '2026-03-02 2026-03-03');
    assert.equal(daysOf(task('X')), '2026-03-02');
  });

  it('takes calendars without working days, years far away, and values of all kinds', () => {
    const { plan, task } = planFrom(
      [
        'id: A, duration: 2d, calendar: never',
        'id: B, duration: 3d, start: 1900-01-01',
        'id: C, duration: 3d, start: 2999-12-30',
        'id: D, start: 2026-03-10, finish: 2026-03-04, percent: 250',
        'id: E, duration: 0d, after: [D]',
        'id: F, milestone: true, effort: 5d',
        'id: G, duration: 999999d',
        'id: H, after: [nobody, { lag: 2d }, 7], assigned: [{ person: nobody, units: -5 }], estimate: { likely: 3d }',
      ],
      {
        on: '1899-01-01',
        ...calendars(
          '  - { id: never, title: Never, workdays: [sun], holidays: [{ from: 2026-01-01, to: 2027-01-31 }] }\n',
        ),
      },
    );
    assert.equal(plan.tasks.length, 8);
    for (const { firstDay, lastDay } of plan.tasks) assert.ok(Number.isFinite(firstDay) && lastDay >= firstDay);
    assert.equal(daysOf(task('B')), '1900-01-01 1900-01-03');
  });

  it('schedules a chain of ten thousand and summaries a thousand deep', () => {
    const chain = Array.from(
      { length: 10_000 },
      (_, at) => `id: T-${at}, duration: 1d${at ? `, after: [T-${at - 1}]` : ''}`,
    );
    const { plan } = planFrom(chain);
    assert.equal(plan.tasks.filter(({ critical }) => critical).length, 10_000);
    const deep = Array.from({ length: 1000 }, (_, at) => `id: S-${at}${at ? `, parent: S-${at - 1}` : ''}`);
    assert.equal(planFrom(deep).plan.tasks.at(-1)?.level, 999);
  });

  it('is empty without tasks', () => {
    const { plan } = planFrom([]);
    assert.deepEqual([plan.tasks.length, plan.finish], [0, undefined]);
  });
});
