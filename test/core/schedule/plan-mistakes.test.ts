// What people mistype, one by one: nothing loops, everything else is scheduled, and the dates are those worked out by hand.
import assert from 'node:assert/strict';
import { checker } from '../../../src/core/check/checker';
import { finish } from '../../../src/core/base/work';
import { projectOf, worldAt } from '../support';
import { daysOf, planFrom } from './plans';

const of = (...args: Parameters<typeof planFrom>) => {
  const { plan } = planFrom(...args);
  return Object.fromEntries(plan.tasks.map((one) => [one.task.id, `${daysOf(one)} ${one.totalFloat ?? '-'}`]));
};

describe('mistakes in a plan', () => {
  it('name calendars that are not there, or that say nothing', () =>
    assert.deepEqual(
      of(['id: A, duration: 2d, calendar: nobody', 'id: B, duration: 6d, calendar: empty'], {
        files: { 'calendars.yaml': 'kind: calendars\nitems:\n  - { id: empty, title: E, workdays: [] }\n' },
      }),
      // The project's days count instead.
      { A: '2026-03-02 2026-03-03 4', B: '2026-03-02 2026-03-09 0' },
    ));

  it('lead further back than the task before is long', () =>
    assert.deepEqual(
      of(['id: A, duration: 2d', 'id: B, duration: 1d, after: [{ task: A, lag: -9d }]', 'id: C, duration: 5d']),
      // Nothing begins before the project does.
      { A: '2026-03-02 2026-03-03 3', B: '2026-03-02 4', C: '2026-03-02 2026-03-06 0' },
    ));

  it('tie points to points', () => {
    const chain = Array.from(
      { length: 50 },
      (_, at) => `id: M-${at}, milestone: true${at ? `, after: [M-${at - 1}]` : ', start: 2026-03-04'}`,
    );
    const found = planFrom([...chain, 'id: Z, duration: 0d, after: [M-49]']);
    assert.deepEqual(new Set(found.plan.tasks.map(daysOf)), new Set(['2026-03-04']));
    assert.ok(found.plan.tasks.every(({ critical }) => critical));
  });

  it('ask for what cannot be: float below zero tells, and nothing goes round', () => {
    const found = of([
      'id: A, duration: 5d, constraint: { type: mso, date: 2026-03-04 }',
      'id: B, duration: 2d, after: [A], constraint: { type: mfo, date: 2026-03-05 }',
      'id: C, duration: 1d, after: [B], constraint: { type: snlt, date: 2026-03-03 }',
      'id: D, duration: 1d, constraint: { type: snet }',
      'id: E, duration: 1d, constraint: { type: soon, date: 2026-03-03 }',
    ]);
    assert.deepEqual(
      [found.A, found.B, found.C].map((one) => one?.split(' ').slice(0, -1).join(' ')),
      // What must start on a day does, whatever comes before.
      ['2026-03-04 2026-03-10', '2026-03-04 2026-03-05', '2026-03-06'],
    );
    assert.equal(found.C?.split(' ').at(-1), '-3');
    assert.deepEqual([found.D?.split(' ')[0], found.E?.split(' ')[0]], ['2026-03-02', '2026-03-02']);
  });

  it('give a milestone an effort, and call a summary what has no parts', () =>
    assert.deepEqual(of(['id: M, milestone: true, effort: 9d, duration: 4d, after: [S]', 'id: S, effort: 2d']), {
      M: '2026-03-03 0',
      S: '2026-03-02 2026-03-03 0',
    }));

  it('end before they begin, and are done by more than all', () => {
    const { task } = planFrom(
      [
        'id: A, start: 2026-03-10, finish: 2026-03-04, effort: 3d',
        'id: B, duration: 2d, actual_start: 2026-03-06, actual_finish: 2026-03-03',
        'id: C, duration: 2d, percent: 400',
        'id: D, duration: 4d, percent: -20, actual_start: 2026-03-03',
      ],
      { on: '2026-03-06' },
    );
    // Dates the wrong way round say nothing of the length.
    assert.equal(daysOf(task('A')), '2026-03-10 2026-03-12');
    assert.deepEqual([task('B').isDone, daysOf(task('B'))], [true, '2026-03-03']);
    assert.deepEqual([task('C').isDone, task('C').percent], [true, 100]);
    assert.deepEqual([task('D').percent, task('D').isDone], [0, false]);
  });

  it('lie before the project, or ages away', () => {
    assert.deepEqual(of(['id: A, duration: 2d', 'id: B, duration: 1d, after: [A]'], { on: '2020-01-01' }), {
      A: '2026-03-02 2026-03-03 0',
      B: '2026-03-04 0',
    });
    const { plan } = planFrom(
      [
        'id: A, start: 1900-01-01, duration: 3d',
        'id: B, start: 2999-12-30, duration: 3d',
        'id: C, after: [A, B], duration: 1d',
      ],
      { on: '1899-01-01' },
    );
    // The last days of 2999 are a Monday, a Tuesday and a Wednesday.
    assert.deepEqual(plan.tasks.map(daysOf), ['1900-01-01 1900-01-03', '2999-12-30 3000-01-01', '3000-01-02']);
  });

  it('are all found by rules that come to an end', () => {
    const files = {
      'landfall.yaml': 'landfall: 1\nname: T\nstart: 2026-03-02\n',
      'people.yaml':
        'kind: people\nitems:\n  - { id: ann, title: Ann, capacity: -5, absences: [{ from: 2999-01-01, to: 1900-01-01 }] }\n',
      'tasks.yaml': `kind: tasks\nitems:\n${[
        'id: A, after: [A, B], parent: A',
        'id: B, after: [A], start: 2026-03-10, finish: 2026-03-04, duration: 3d',
        'id: C, start: 1900-01-01, finish: 2999-12-31, assigned: [{ person: ann, units: 100 }, { person: ann }]',
        'id: D, milestone: true, duration: 999999d, effort: 1d, constraint: { type: mso, date: 1900-01-01 }, after: [C]',
        'id: E, parent: B, duration: 1d, calendar: nobody, start: 2026-13-45',
      ]
        .map((one) => `  - { title: T, ${one} }\n`)
        .join('')}`,
    };
    const { findings } = finish(checker().check(worldAt(projectOf(files), '2026-03-06')));
    const codes = new Set([...findings.values()].flat().map(({ code }) => code as string));
    for (const code of ['LF105', 'LF213', 'LF212', 'LF211']) assert.ok(codes.has(code), code);
  });
});
