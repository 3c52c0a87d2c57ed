// What an entry stands at: the hours worked out by hand, the bound from the published tables of Clopper and Pearson.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { figureHints, type Hint, standingHints } from '../../../src/core/features/hints';
import { tell } from '../../../src/core/messages/message';
import { keptFigures } from '../../../src/core/metrics/figures';
import { path } from '../../../src/core/model/id';
import { lookUp } from '../../../src/core/project/project';
import { standingOf } from '../../../src/core/standing';
import { projectOf, worldAt } from '../support';

const FILES = {
  'landfall.yaml': 'landfall: 1\nname: Test\ntime_zone: Asia/Shanghai\nthresholds:\n  issues.open-critical: 0\n',
  'slas.yaml': `kind: slas
items:
  - id: S
    title: Round the clock
    window: 7x24
    respond_within: { critical: 2h }
    resolve_within: { critical: 8h }
`,
  // The clock stands at 08:00 on 16 November in Shanghai.
  'issues.yaml': `kind: issues
items:
  - { id: NEW, title: New, type: incident, severity: critical, sla: S, reported_at: "2026-11-16T07:30:00+08:00" }
  - { id: LATE, title: Late, type: incident, severity: critical, sla: S, reported_at: "2026-11-15T23:00:00+08:00", responded_at: "2026-11-15T23:30:00+08:00" }
  - { id: HELD, title: Held, type: incident, severity: critical, sla: S, reported_at: "2026-11-16T04:00:00+08:00", responded_at: "2026-11-16T04:30:00+08:00", holds: [{ from: "2026-11-16T06:00:00+08:00", reason: parts }] }
  - { id: DONE, title: Done, type: incident, severity: critical, sla: S, status: closed, reported_at: "2026-11-15T01:00:00+08:00", responded_at: "2026-11-15T04:00:00+08:00", resolved_at: "2026-11-15T07:00:00+08:00" }
  - { id: FREE, title: No level, type: incident, severity: critical, reported_at: "2026-11-16T07:30:00+08:00" }
  - { id: MINOR, title: No target, type: incident, severity: minor, sla: S, reported_at: "2026-11-16T07:30:00+08:00" }
`,
  'people.yaml': 'kind: people\nitems:\n  - { id: a, title: A }\n  - { id: b, title: B }\n  - { id: c, title: C }\n',
  'courses.yaml': `kind: courses
items:
  - { id: C-1, title: Ledger, audience: operator, people: [a, b, c], pass_mark: 60 }
  - { id: C-2, title: For nobody, audience: operator }
`,
  'sessions.yaml': `kind: training-sessions
items:
  - { course: C-1, date: 2026-11-10, status: held, attendance: [{ person: a, score: 90 }, { person: b, score: 40 }] }
`,
  'rounds.yaml': `kind: migration-rounds
items:
  - { object: O, round: 1, date: 2026-11-01, sampling: { unit: field, size: 299, errors: 0 } }
  - { object: O, round: 2, date: 2026-11-02, sampling: { unit: field, size: 0, errors: 0 } }
`,
  'gates.yaml': `kind: gates
items:
  - id: G
    title: Go
    phase: cutover
    criteria:
      - { metric: "issues.open-critical", equals: 0 }
      - { metric: data.none, equals: 0 }
      - { metric: satisfaction, at_least: 80 }
`,
};

describe('what an entry stands at', () => {
  const world = worldAt(projectOf(FILES));
  const stands = (kind: string, id: string): readonly string[] => {
    const entity = lookUp(world.project, kind, id);
    assert.ok(entity, id);
    return standingOf(world, entity).map(({ text, settled }) => `${tell(text, 'en')}${settled ? ' (settled)' : ''}`);
  };
  const shown = (file: string, hints: readonly Hint[]): readonly string[] =>
    hints.map(({ at, text }) => {
      const before = world.project.files.get(path(file))?.text.slice(0, at).split('\n').at(-1)?.trim() ?? '';
      return `${before.slice(0, 22)}…${before.at(-1)} ${typeof text === 'string' ? text : tell(text, 'zh-cn')}`;
    });

  it('is the time that a service level leaves, and until when by the clock of the place', () => {
    assert.deepEqual(stands('issues', 'NEW'), [
      'Response: 1.5 h left, by 11-16 09:30',
      'Resolution: 7.5 h left, by 11-16 15:30',
    ]);
    assert.deepEqual(stands('issues', 'LATE'), [
      'Response: 0.5 of 2 h (settled)',
      '⚑ Resolution: 1 h late, due 11-16 07:00',
    ]);
    assert.deepEqual(stands('issues', 'HELD'), ['Response: 0.5 of 2 h (settled)', 'Resolution: on hold, 6 h left']);
    assert.deepEqual(stands('issues', 'DONE'), [
      '⚑ Response: 1 h late, due 11-15 03:00 (settled)',
      'Resolution: 6 of 8 h (settled)',
    ]);
    assert.deepEqual(stands('issues', 'FREE'), []);
    assert.deepEqual(stands('issues', 'MINOR'), []);
  });

  it('is how many of those who owe a course have passed it', () => {
    assert.deepEqual(stands('courses', 'C-1'), ['1 of 3 have passed']);
    assert.deepEqual(stands('courses', 'C-2'), []);
  });

  it('is what a sample proves: 99 % needs 299 without an error', () => {
    assert.deepEqual(stands('migration-rounds', 'O@1'), ['≥ 99.00 % right (95 % certain)']);
    assert.deepEqual(stands('migration-rounds', 'O@2'), []);
  });

  it('is nothing of other kinds', () => {
    assert.deepEqual(stands('people', 'a'), []);
  });

  it('stands behind the entry until it is settled, what is due next alone', () => {
    const view = { start: 0, end: 10_000 };
    assert.deepEqual(shown('issues.yaml', finish(standingHints(world, path('issues.yaml'), view))), [
      '- { id: NEW, title: Ne…} 响应剩余 1.5 小时，截止 11-16 09:30',
      '- { id: LATE, title: L…} ⚑ 解决超时 1 小时，应于 11-16 07:00',
      '- { id: HELD, title: H…} 解决已暂停，剩余 6 小时',
    ]);
    assert.deepEqual(finish(standingHints(world, path('issues.yaml'), { start: 0, end: 20 })), []);
    assert.deepEqual(finish(standingHints(world, path('none.yaml'), view)), []);
  });

  it('and a metric has its value behind its name', () => {
    const view = { start: 0, end: 10_000 };
    const hints = (file: string) => shown(file, finish(figureHints(world, keptFigures(), path(file), view)));
    assert.deepEqual(hints('gates.yaml'), ['- { metric: "issues.op…" = 4', '- { metric: satisfacti…n = 不适用']);
    assert.deepEqual(hints('landfall.yaml'), ['issues.open-critical: …0 = 4']);
  });
});
