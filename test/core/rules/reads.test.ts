// What each rule of a whole project rests on: another title of an entity of any other kind asks none of them again.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { changedBetween } from '../../../src/core/check/changed';
import type { Path } from '../../../src/core/model/id';
import { known, unavailable } from '../../../src/core/project/known';
import type { Past } from '../../../src/core/project/past';
import type { Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { worldOf } from '../../../src/core/project/world';
import { rules } from '../../../src/core/rules';
import type { ProjectRule } from '../../../src/core/rules/rule';
import { type Files, projectOf, shippedKinds } from '../support';

const projectRules = rules.filter((rule): rule is ProjectRule => rule.scope === 'project');

// An entity of every kind that has a register, and a baseline of requirements.
const kinds = shippedKinds();
const inRegisters = kinds.all.filter(({ name, home, entity }) => home === name && entity.from !== 'document');
const registerOf = (kind: string): string =>
  kind === 'baselines'
    ? 'kind: baselines\nitems:\n- { id: BL-1, title: T, tag: v1, commit: abcdefa, date: 2026-10-01, scope: [requirements] }\n'
    : `kind: ${kind}\nitems:\n- { id: ${kind}-1, title: T }\n`;
const files: Files = Object.fromEntries(inRegisters.map(({ name }) => [`${name}.yaml`, registerOf(name)]));

function pastOf(project: Project): Past {
  const state = { commit: 'a'.repeat(40), annotated: true, ancestor: known(true), project: known(project) };
  return { tags: new Map([['v1', state]]), changes: known(new Map()) };
}

describe('what a rule reads', () => {
  const before = projectOf(files);
  const past = known(pastOf(projectOf({ ...files, 'tests.yaml': registerOf('tests').replace('T }', 'S }') })));
  const world = (project: Project) => worldOf(project, 0, '2026-11-16', unavailable('missing'), past);

  /** The rules that are asked again when the title of the entity of a kind is another. */
  function askedAgain(kind: string): readonly string[] {
    finish(checker().check(world(before)));
    const [file] = [...before.files.values()].filter(({ form }) => form === kind);
    assert.ok(file, kind);
    const after = updated(before, new Map([[file.path, { text: file.text.replace('title: T', 'title: U') }]]));
    const { left, come } = changedBetween(before, after);
    assert.equal(come.length, 1, kind);
    return projectRules.flatMap((rule) => {
      const [a, b] = [rule.reads(world(before)), rule.reads(world(after))];
      const same = a.length === b.length && a.every((one, at) => one === b[at]);
      return same || rule.holds?.(left, come, world(after), []) ? [] : [rule.code];
    });
  }

  it('is what its answer rests on, kind by kind', () => {
    const families = (codes: readonly string[]) => [...new Set(codes.map((code) => code.slice(0, 4)))].sort().join(' ');
    const asked = inRegisters.map(({ name }) => [name, families(askedAgain(name))] as const);
    // Who may accept a test (LF70) is a question of access, too.
    const access = 'LF40 LF41 LF42 LF43 LF70';
    // What is asked of a role design and tests of it is no matter of who holds the roles.
    const design = 'LF40 LF41 LF43';
    // What is wrong with the roles themselves is no matter of who holds them.
    const held = 'LF40 LF42 LF43 LF70';
    assert.deepEqual(Object.fromEntries(asked.filter(([, codes]) => codes !== '')), {
      'access-tests': design,
      'org-units': held,
      'permission-objects': access,
      'sod-rules': `${design} LF72`,
      assignments: held,
      // Both project managers, from both sides; and who the plan asks for.
      people: `LF20 LF21 ${held} LF91 LF92`,
      roles: access,
      // Waivers name them, and run out in working time; training and tests prove what somebody may do.
      'change-requests': 'LF40 LF52',
      calendars: 'LF20 LF21 LF30 LF31 LF40 LF42 LF70 LF80 LF91 LF92 LF93',
      // By when the plan is wanted. Another title of a task moves no date.
      gates: 'LF21',
      courses: 'LF42 LF70 LF72',
      'training-sessions': 'LF42 LF70 LF72',
      configuration: 'LF40 LF72',
      'test-runs': 'LF40 LF70 LF72',
      tests: 'LF40 LF70 LF72',
      // What the baseline of this project covers.
      requirements: 'LF52 LF72',
      baselines: 'LF52',
      environments: 'LF52',
      // The practice of each register.
      actions: 'LF30',
      issues: 'LF30',
      risks: 'LF30',
      slas: 'LF30',
      communications: 'LF31',
      meetings: 'LF31',
      'data-objects': 'LF60 LF61',
      'migration-rounds': 'LF60 LF61',
      waves: 'LF70 LF80 LF81 LF90',
      'cutover-steps': 'LF80',
      'parallel-days': 'LF80 LF81',
      'parallel-runs': 'LF80 LF81',
      'emergency-plans': 'LF81',
      // Goals, money, and what comes again and again.
      kpis: 'LF90',
      measurements: 'LF90',
      budget: 'LF91',
      contracts: 'LF91',
      costs: 'LF91',
      payments: 'LF91',
      tasks: 'LF91',
      timesheets: 'LF91 LF92',
      'health-checks': 'LF93',
      surveys: 'LF93',
    });
  });

  it('is what the figures of triggers rest on, where risks have some', () => {
    const trigger = ', probability: 1, impact: 1, status: open, trigger: actions.overdue > 5 }';
    const first = projectOf({ ...files, 'risks.yaml': registerOf('risks').replace(' }', trigger) });
    const [rule] = projectRules.filter(({ code }) => code === 'LF305');
    rule?.reads(world(first));
    const isSame = (kind: string): boolean => {
      const path = `${kind}.yaml` as Path;
      const text = first.files.get(path)?.text.replace('title: T', 'title: U') ?? '';
      const [a, b] = [first, updated(first, new Map([[path, { text }]]))].map((one) => rule?.reads(world(one)) ?? []);
      return a?.length === b?.length && a?.every((one, at) => one === b?.[at]) === true;
    };
    const asked = inRegisters.map(({ name }) => name).filter((kind) => !isSame(kind));
    assert.deepEqual(asked.sort(), ['actions', 'risks']);
  });

  it('is the same table after versions that nobody asked', () => {
    const tests = before.table('tests');
    const typed = ['U', 'V', 'W'].reduce((at, title) => {
      const file = at.files.get('risks.yaml' as Path);
      assert.ok(file);
      return updated(at, new Map([[file.path, { text: file.text.replace(/title: ./, `title: ${title}`) }]]));
    }, before);
    assert.equal(typed.table('tests'), tests);
    assert.equal(typed.table('risks')[0]?.title, 'W');
  });
});
