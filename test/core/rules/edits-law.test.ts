// The law of everything that is kept from one edit to the next: after any edits, what rules say, every figure and every gate
// are what they are in a world that was read afresh.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { metrics } from '../../../src/core/metrics';
import { type Filter, noFilter, parseFilter } from '../../../src/core/metrics/filter';
import { plain, takes } from '../../../src/core/metrics/metric';
import { path } from '../../../src/core/model/id';
import type { Checked } from '../../../src/core/check/check';
import { keyOf, type Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { gateReports } from '../../../src/core/views/gates';
import { random, type Random } from '../../fuzz/random';
import { projectOf, worldAt } from '../support';

/** A bit of everything that looks at something else, an entity a line. */
const START: Readonly<Record<string, readonly string[]>> = {
  people: [
    '{ id: li, title: Li, side: customer, org: hq, active_to: 2027-01-31 }',
    '{ id: wang, title: Wang, side: vendor, org: plant, capacity: 50, absences: [{ from: 2026-12-01, to: 2026-12-04 }] }',
    '{ id: zhao, title: Zhao, side: vendor, org: plant, position: clerk, calendar: CAL-1, formerly: [sun] }',
  ],
  'org-units': ['{ id: hq, title: T }', '{ id: plant, title: T, parent: hq }'],
  calendars: ['{ id: CAL-1, title: T, workdays: [mon, tue, wed, sat], extends: CAL-2 }', '{ id: CAL-2, title: T }'],
  waves: [
    '{ id: W-1, title: T, go_live: 2026-11-14, modules: [M-1] }',
    '{ id: W-2, title: T, go_live: 2026-12-12, window: { from: 2026-12-12, to: 2026-12-13 }, modules: [M-2] }',
  ],
  modules: ['{ id: M-1, title: T, in_scope: true, wave: W-1 }', '{ id: M-2, title: T, in_scope: false, wave: W-2 }'],
  requirements: [
    '{ id: REQ-1, title: T, priority: must, status: confirmed, module: M-1, confirmed_by: [{ person: li, on: 2026-10-01 }] }',
    '{ id: REQ-2, title: T, priority: must, status: built, fit: customization, module: M-2, confirmed_by: [{ person: wang, on: 2026-10-01 }] }',
    '{ id: REQ-3, title: T, priority: could, status: draft, fit: standard, module: M-2 }',
  ],
  'change-requests': [
    '{ id: CR-1, title: T, requested_by: li, requested_on: 2026-10-01, reason: R, status: approved, covers: [REQ-2] }',
  ],
  tasks: [
    '{ id: T-1, title: T, phase: build, start: 2026-11-02, finish: 2026-11-20 }',
    '{ id: T-2, title: T, parent: T-1, start: 2026-11-02, finish: 2026-11-21, duration: 9d, assigned: [{ person: wang, units: 80 }], percent: 50, actual_start: 2026-11-03 }',
    '{ id: T-3, title: T, parent: T-1, after: [T-2], wave: W-2, duration: 6d, assigned: [{ person: wang }, { person: zhao }] }',
    '{ id: T-4, title: T, phase: cutover, after: [{ task: T-3, type: SS, lag: 2d }], start: 2026-11-23, finish: 2026-12-12, effort: 8d, assigned: [{ person: zhao }] }',
    '{ id: T-5, title: T, milestone: true, after: [T-4], constraint: { type: fnlt, date: 2026-12-04 }, calendar: CAL-2 }',
  ],
  gates: [
    '{ id: G-1, title: T, phase: build, due: 2026-12-01, criteria: [{ metric: training.coverage, at_least: 95, must: true }, { rule: LF208, must: true }] }',
    '{ id: G-2, title: T, phase: cutover, wave: W-2, due: 2026-12-12, criteria: [{ metric: plan.overdue, at_most: 0, must: true }] }',
  ],
  'permission-objects': [
    '{ id: po, title: T, actions: [create, approve], scopes: [own, company] }',
    '{ id: pay, title: T, actions: [post, approve], sensitive_actions: [post] }',
  ],
  roles: [
    '{ id: clerk, title: T, grants: [{ object: po, actions: [create], scope: own }] }',
    '{ id: approver, title: T, inherits: [clerk], grants: [{ object: po, actions: [approve] }], requires: [payer] }',
    '{ id: payer, title: T, max_members: 1, grants: [{ object: pay, actions: "*" }] }',
  ],
  assignments: [
    '{ person: li, roles: [clerk], approved_by: wang }',
    '{ person: wang, roles: [approver], from: 2026-11-01, orgs: [hq] }',
    '{ person: zhao, roles: [payer, clerk], to: 2026-12-31, approved_by: zhao }',
  ],
  'sod-rules': [
    '{ id: SOD-1, title: T, conflict: ["po:create", "po:approve"], risk: high }',
    '{ id: SOD-2, title: T, conflict: [payer, clerk], risk: low, waivers: [{ person: zhao, reason: R, approved_by: li, expires: 2026-12-12, change_request: CR-1 }] }',
  ],
  'access-tests': ['{ id: AT-1, title: T, person: li, can: ["po:create"], cannot: ["pay:post"] }'],
  courses: [
    '{ id: C-1, title: T, audience: operator, roles: [clerk], wave: W-1 }',
    '{ id: C-2, title: T, audience: manager, roles: [payer], people: [li], wave: W-2, certification: true, pass_mark: 60, valid_for: 20d }',
  ],
  'training-sessions': [
    '{ course: C-1, date: 2026-11-02, status: held, attendance: [{ person: li }, { person: zhao }] }',
    '{ course: C-2, date: 2026-10-12, status: held, attendance: [{ person: zhao, score: 70 }] }',
  ],
  tests: ['{ id: TC-1, title: T, type: uat, covers: [REQ-1], role: clerk, expected: E }'],
  'test-runs': ['{ test: TC-1, date: 2026-11-10, by: li, environment: uat, result: pass }'],
  environments: ['{ id: uat, title: T, purpose: uat }', '{ id: prod, title: T, purpose: prod }'],
  decisions: [
    '{ id: D-1, title: T, date: 2026-10-01, status: superseded, decision: X }',
    '{ id: D-2, title: T, date: 2026-10-02, status: accepted, decision: X, supersedes: [D-1] }',
  ],
};

/** Words that may stand in each other's place. */
const WORDS: readonly (readonly string[])[] = [
  ['li', 'wang', 'zhao', 'sun'],
  ['hq', 'plant'],
  ['clerk', 'approver', 'payer'],
  ['po:create', 'po:approve', 'pay:post', 'po:delete'],
  ['po', 'pay', 'p*'],
  ['draft', 'confirmed', 'built', 'approved', 'rejected', 'accepted', 'superseded', 'held', 'planned'],
  ['customer', 'vendor'],
  ['customization', 'standard'],
  ['build', 'cutover'],
  ['true', 'false'],
  ['2026-10-01', '2026-11-02', '2026-11-14', '2026-11-21', '2026-12-01', '2026-12-12', '2027-01-31'],
  ['2d', '6d', '9d', '20d'],
  ['50', '80', '100'],
  ['fnlt', 'snet', 'mso'],
  ['FS', 'SS', 'FF'],
  ...['CAL', 'W', 'M', 'REQ', 'T', 'G', 'SOD', 'C', 'CR', 'D', 'TC'].map((name) =>
    [1, 2, 3].map((at) => `${name}-${at}`),
  ),
];

const textOf = (kind: string, lines: readonly string[]): string =>
  `kind: ${kind}\nitems:${lines.length ? `\n${lines.map((one) => `  - ${one}\n`).join('')}` : ' []\n'}`;

function edit(lines: string[], dice: Random): void {
  const at = dice.below(lines.length);
  const line = lines[at] ?? '';
  const how = dice.below(10);
  if (how === 0) lines.splice(at, 1);
  else if (how === 1) lines.splice(dice.below(lines.length + 1), 0, line);
  else if (how === 2) lines[at] = line.replace('title: T', 'title: U');
  else {
    const found = WORDS.flatMap((all) => all.filter((word) => place(line, word) >= 0).map((word) => ({ word, all })));
    const one = found.length ? dice.pick(found) : undefined;
    if (!one) return;
    const start = place(line, one.word);
    lines[at] = line.slice(0, start) + dice.pick(one.all) + line.slice(start + one.word.length);
  }
}

/** Where a word stands as a whole. */
const place = (line: string, word: string): number =>
  line.search(new RegExp(`(?<![\\w-])${word.replace('*', '\\*')}(?![\\w:-])`));

const filters: readonly Filter[] = [noFilter, parseFilter('wave=W-1') ?? noFilter];

function answers(project: Project, check = checker().check): unknown {
  const checked: Checked = finish(check(worldAt(project)));
  const figures = filters.flatMap((filter) =>
    metrics
      .filter((metric) => takes(metric, filter))
      .map((metric) => {
        const figure = checked.figures.of(checked.world, metric, filter);
        const inputs = figure.inputs.map((one) => `${keyOf(one)} ${one.title}`);
        return figure.kind === 'n/a'
          ? [metric.id, figure.why, inputs]
          : [metric.id, plain(figure.value), figure.steps, inputs];
      }),
  );
  const gates = finish(gateReports(checked)).map(({ gate, criteria }) => [
    gate.title,
    criteria.map(({ verdict, found, blockers }) => [verdict, found, blockers().map(({ entity }) => entity.title)]),
  ]);
  const findings = [...checked.findings].filter(([, all]) => all.length).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.parse(JSON.stringify({ findings, figures, gates }));
}

describe('everything after edits', () => {
  it('is what it is from scratch, over 1,000 edits', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const dice = random(seed);
      const registers = new Map(Object.entries(START).map(([kind, lines]) => [kind, [...lines]]));
      const kinds = [...registers.keys()];
      const texts = new Map([
        ['landfall.yaml', 'landfall: 1\nname: T\nstart: 2026-10-01\n'],
        ...[...registers].map(([kind, lines]) => [`${kind}.yaml`, textOf(kind, lines)] as const),
      ]);
      let project = projectOf(Object.fromEntries(texts));
      const running = checker().check;
      answers(project, running);
      const done: string[] = [];
      for (let step = 0; step < 10; step++) {
        const kind = dice.pick(kinds);
        edit(registers.get(kind) ?? [], dice);
        const text = textOf(kind, registers.get(kind) ?? []);
        texts.set(`${kind}.yaml`, text);
        done.push(text);
        project = updated(project, new Map([[path(`${kind}.yaml`), { text }]]));
        assert.deepEqual(
          answers(project, running),
          answers(projectOf(Object.fromEntries(texts))),
          `seed ${seed}, step ${step}\n${done.join('\n')}`,
        );
      }
    }
  }).timeout(300_000);
});
