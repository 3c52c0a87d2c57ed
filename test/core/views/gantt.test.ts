// The plan as a Gantt chart: rows in their order, dates of today beside those of the baseline, links between rows.
import assert from 'node:assert/strict';
import { dayText } from '../../../src/core/base/days';
import { finish } from '../../../src/core/base/work';
import { known } from '../../../src/core/project/known';
import { type Gantt, gantt } from '../../../src/core/views/gantt';
import { type GanttQuery, wholeGantt } from '../../../src/core/views/gantt-query';
import { filesIn, projectOf, worldAt } from '../support';

const BASE = `
#- landfall.yaml
landfall: 1
name: 恒岳
start: 2026-03-02
status_date: 2026-03-04
#- waves.yaml
kind: waves
items:
  - { id: W1, title: 第二批, go_live: 2026-05-01 }
  - { id: W2, title: 第一批, go_live: 2026-06-01 }
#- people.yaml
kind: people
items: [{ id: ann, title: Ann }, { id: bob, title: 鲍勃 }]
#- baselines.yaml
kind: baselines
items: [{ id: BL-1, title: Contract, type: contract, tag: b1, commit: abc, date: 2026-03-01, scope: [tasks] }]
`;
const THEN = `#- tasks.yaml
kind: tasks
items:
  - { id: S, title: 配置 }
  - { id: A, title: A, parent: S, start: 2026-03-02, finish: 2026-03-03, duration: 2d }
  - { id: OLD, title: B, parent: S, duration: 3d, after: [A] }
`;
const NOW = `#- tasks.yaml
kind: tasks
items:
  - { id: S, title: 配置, wave: W1, owner: bob }
  - { id: A, title: A, parent: S, start: 2026-03-02, finish: 2026-03-03, duration: 2d, owner: ann, actual_start: 2026-03-02, actual_finish: 2026-03-03 }
  - { id: B, formerly: [OLD], title: B, parent: S, duration: 4d, after: [A] }
  - { id: M, title: 上线, milestone: true, after: [{ task: B, lag: 1d }], wave: W2 }
  - { id: X, title: Alone, duration: 1d, after: [{ task: A, type: SS }] }
`;

function chart(now = NOW, query: Partial<GanttQuery> = {}, then: string | null = THEN): Gantt {
  const world = worldAt(projectOf(filesIn(BASE + now)), '2026-03-04');
  const state = { commit: 'abcdef', annotated: true, ancestor: known(true) } as const;
  const tags = (text: string) => new Map([['b1', { ...state, project: known(projectOf(filesIn(BASE + text))) }]]);
  const past = then === null ? world.past : known({ tags: tags(then), changes: known(new Map()) });
  return finish(gantt({ ...world, past }, { ...wholeGantt, ...query }, 'en'));
}
const span = (days: readonly [number, number] | undefined): string => (days ? days.map(dayText).join(' ') : '');

describe('a Gantt chart', () => {
  it('has the tasks in the order of the work breakdown structure, with their dates and those of the baseline', () => {
    assert.deepEqual(
      chart().rows.map((row) =>
        [row.level, row.kind, row.key, span([row.first, row.last]), row.percent, row.critical, span(row.base)].join(
          ' | ',
        ),
      ),
      [
        '0 | summary | tasks/S | 2026-03-02 2026-03-10 | 33 | true | 2026-03-02 2026-03-06',
        '1 | task | tasks/A | 2026-03-02 2026-03-03 | 100 | false | 2026-03-02 2026-03-03',
        '1 | task | tasks/B | 2026-03-05 2026-03-10 | 0 | true | 2026-03-04 2026-03-06',
        '0 | milestone | tasks/M | 2026-03-11 2026-03-11 | 0 | true | ',
        '0 | task | tasks/X | 2026-03-05 2026-03-05 | 0 | false | ',
      ],
    );
  });

  it('ties rows by their dependencies, and tells what each waits for', () => {
    const { rows, links } = chart();
    assert.deepEqual(
      links.map(({ from, to, type, critical }) => `${rows[from]?.id}-${rows[to]?.id} ${type} ${critical}`),
      ['A-B FS false', 'B-M FS true', 'A-X SS false'],
    );
    assert.deepEqual(
      rows.map(({ after }) => after),
      ['', '', 'A', 'B +1 d', 'A SS'],
    );
  });

  it('stands under its waves in the order in which they begin, or under its owners', () => {
    const names = (by: GanttQuery['by']): readonly string[] =>
      chart(NOW, { by }).rows.map(({ kind, id, title, percent }) => (kind === 'group' ? `${title} ${percent} %` : id));
    assert.deepEqual(names('wave'), ['第二批 33 %', 'A', 'B', '第一批 0 %', 'M', 'Without: Wave 0 %', 'X']);
    assert.deepEqual(names('owner'), ['Ann 100 %', 'A', '鲍勃 0 %', 'B', 'Without: Owner 0 %', 'M', 'X']);
    const { rows, links } = chart(NOW, { by: 'owner' });
    assert.deepEqual(
      links.map(({ from, to }) => `${rows[from]?.id}-${rows[to]?.id}`),
      ['A-B', 'B-M', 'A-X'],
    );
  });

  it('knows the free days, the status date and the ends', () => {
    const { free, on, first, last, facts } = chart();
    assert.deepEqual([on, first, last].map(dayText), ['2026-03-04', '2026-03-02', '2026-03-11']);
    const weekends = free.filter((day, at) => at % 2 === 0 && day >= first - 3 && day <= last);
    assert.deepEqual(weekends.map(dayText), ['2026-02-28', '2026-03-07']);
    assert.deepEqual(facts, [
      'Status date: 2026-03-04',
      'Forecast finish: 2026-03-11. 2 of 4 tasks are critical.',
      'Baseline: BL-1 of 2026-03-01',
    ]);
  });

  it('goes without a baseline and says why, tells circles, and is empty without tasks', () => {
    const { rows, facts } = chart(NOW, {}, null);
    assert.ok(rows.every(({ base }) => base === undefined));
    assert.match(facts[2] ?? '', /^No baseline to compare with\. The baseline is in git/);
    const round = chart(`#- tasks.yaml
kind: tasks
items:
  - { id: A, title: A, duration: 2d, after: [B] }
  - { id: B, title: B, duration: 2d, after: [A] }
`);
    assert.match(round.notes[0] ?? '', /wait for each other.*A → B|B → A/);
    assert.equal(round.rows.length, 2);
    for (const by of ['wbs', 'wave', 'owner'] as const) {
      const none = chart('', { by });
      assert.deepEqual([none.rows, none.links, none.free], [[], [], []]);
      assert.equal(none.facts[1], 'No task to schedule.');
    }
  });

  it('takes tasks of 1900 and 2999', () => {
    const far = chart(`#- tasks.yaml
kind: tasks
items:
  - { id: A, title: A, start: 1900-01-01, duration: 2d, actual_start: 1900-01-01, actual_finish: 1900-01-02 }
  - { id: B, title: B, start: 2999-12-30, duration: 2d }
`);
    assert.deepEqual([far.first, far.last].map(dayText), ['1900-01-01', '2999-12-31']);
    assert.ok(far.free.length < 10_000);
  });
});
