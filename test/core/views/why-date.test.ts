// Why the dates of a task are what they are: the driving path back to its root, calendar, float, and lines to open.
import assert from 'node:assert/strict';
import { lookUp } from '../../../src/core/project/project';
import { planOf } from '../../../src/core/schedule/plan';
import { drivingPath, whyDate } from '../../../src/core/views/why-date';
import { filesIn, projectOf, worldAt } from '../support';

const FILES = `
#- landfall.yaml
landfall: 1
name: T
start: 2026-03-02
status_date: 2026-03-04
#- calendars.yaml
kind: calendars
items: [{ id: six, title: Six days, workdays: [mon, tue, wed, thu, fri, sat] }]
#- people.yaml
kind: people
items: [{ id: ann, title: 安妮 }]
#- tasks.yaml
kind: tasks
items:
  - { id: S, title: Sum }
  - { id: A, title: A, parent: S, start: 2026-03-09, duration: 3d }
  - { id: B, title: 后续, parent: S, duration: 2d, after: [{ task: A, lag: 1d }, X], finish: 2026-03-13, assigned: [{ person: ann }] }
  - { id: X, title: X, duration: 1d }
  - { id: C, title: C, duration: 1d, constraint: { type: snet, date: 2026-03-18 }, calendar: six }
  - { id: D, title: D, actual_start: 2026-03-02, actual_finish: 2026-03-03 }
`;
const world = worldAt(projectOf(filesIn(FILES)), '2026-03-04');

function why(id: string, language: 'en' | 'zh-cn' = 'en'): readonly string[] {
  const plan = planOf(world);
  const planned = plan.of(lookUp(world.project, 'tasks', id) ?? assert.fail()) ?? assert.fail();
  return whyDate(world, plan, planned, language).map(({ text, depth, place }) => {
    const file = place && world.project.files.get(place.path);
    return `${'  '.repeat(depth)}${text}${place ? ` @${file?.text.slice(place.span.start, place.span.end)}` : ''}`;
  });
}

describe('why a date is what it is', () => {
  it('leads back to what drives it, and names calendar and float', () => {
    assert.deepEqual(why('B'), [
      'Forecast: 2026-03-13 → 2026-03-16, 2 working days, 0 % done @B',
      'Planned: 2026-03-13; the forecast is 1 d later @2026-03-13',
      'Driven by',
      '  FS from A +1 d: A, 2026-03-09 → 2026-03-11 @A',
      '  planned start 2026-03-09 @2026-03-09',
      'It also waits, with room left, for X (FS), 2026-03-05 @X',
      'Worked on the days of those who are assigned: 安妮 @[{ person: ann }]',
      'Total float 2 d, free float 2 d; at the latest done on 2026-03-18 @B',
    ]);
  });

  it('tells constraints, the status date, actual dates and parts', () => {
    assert.deepEqual(why('C').slice(1), [
      'Driven by',
      '  constraint on the start snet 2026-03-18 @{ type: snet, date: 2026-03-18 }',
      'Worked on the days of the calendar six Six days @six',
      '⚑ Critical: no float; at the latest done on 2026-03-18 @C',
    ]);
    assert.match(why('X').join('\n'), /not done by the status date/);
    assert.match(why('D')[0] ?? '', /^Done: 2026-03-02 → 2026-03-03/);
    assert.match(why('D').join('\n'), /actual dates 2026-03-02 → 2026-03-03 @2026-03-02/);
    assert.match(why('S').join('\n'), /its parts: B 后续, 2026-03-13 → 2026-03-16[^]*FS from A/);
    assert.match(why('B', 'zh-cn').join('\n'), /预测：[^]*驱动路径[^]*A 的 FS 关系 \+1 天：A/);
  });

  it('ends, whatever drives what', () => {
    const round = worldAt(
      projectOf(
        filesIn(`
#- tasks.yaml
kind: tasks
items:
  - { id: P, title: P, after: [Q] }
  - { id: Q, title: Q, parent: P, duration: 1d, after: [P] }
  - { id: R, title: R, duration: 1d, after: [R] }
`),
      ),
      '2026-03-04',
    );
    for (const one of planOf(round).tasks) assert.ok(drivingPath(one).length < 4);
  });
});
