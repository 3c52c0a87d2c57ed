// LF20, the plan as it is written, and LF80, the go-live: what needs no schedule to be seen.
import { dayText } from '../base/days';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { type Backref, backrefsOf, lookUp, manifestOf, type Project } from '../project/project';
import { droppedAs } from '../project/state';
import { asOf, day, is, list, number, text } from '../project/values';
import { member } from '../schema/json';
import { type EntityRule, said, tableRule } from './rule';

const isTask: EntityRule['concerns'] = ({ kind }) => kind.name === 'tasks';

const progress: EntityRule = {
  scope: 'entity',
  code: 'LF202',
  concerns: (entity, world) => isTask(entity, world) && entity.value.percent !== undefined,
  *check(task, { project }) {
    // A summary is as far as its parts are.
    if (partsOf(project, task).length) return;
    const percent = number(task.value.percent);
    const [start, finish] = [text(task.value.actual_start), text(task.value.actual_finish)];
    if (finish !== undefined && percent !== undefined && percent < 100)
      yield said(project, task, '/percent', say('task.finished-early', { percent, day: finish.slice(0, 10) }));
    else if (percent === 100 && finish === undefined)
      yield said(project, task, '/percent', say('task.no-finish'), { kind: 'add-fields', fields: ['actual_finish'] });
    else if (percent !== undefined && percent > 0 && start === undefined && finish === undefined)
      yield said(project, task, '/percent', say('task.no-start', { percent }), {
        kind: 'add-fields',
        fields: ['actual_start'],
      });
  },
};

const partsOf = (project: Project, task: Entity): readonly Backref[] =>
  backrefsOf(project, task).filter(({ from, site }) => from.kind === task.kind && site.pointer === '/parent');

const parentBudget: EntityRule = {
  scope: 'entity',
  code: 'LF204',
  concerns: (entity, world) => isTask(entity, world) && entity.value.budget !== undefined,
  *check(task, { project }) {
    const parts = partsOf(project, task);
    if (parts.length) yield said(project, task, '/budget', say('task.parent-budget', { count: parts.length }));
  },
};

const outOfScope: EntityRule = {
  scope: 'entity',
  code: 'LF206',
  concerns: ({ kind, value }) => kind.name === 'requirements' && value.module !== undefined,
  *check(entity, { project }) {
    const module = lookUp(project, 'modules', text(entity.value.module) ?? '');
    if (
      module?.value.in_scope !== false ||
      droppedAs(entity) !== undefined ||
      is(entity, 'status', 'draft', 'clarified')
    )
      return;
    yield said(project, entity, '/module', say('requirement.out-of-scope', { module: module.title }));
  },
};

const managers = tableRule(
  'LF207',
  (project) => [project.table(manifestOf(project)?.slices[0]?.entities[0]?.kind.name ?? ''), project.table('people')],
  function* ({ project }) {
    const entity = manifestOf(project)?.slices[0]?.entities[0];
    const team = list(entity?.value.team);
    // A project that names nobody has not begun to.
    if (!entity || !team.length) return;
    // A side of which nobody is known yet is still to come.
    const has = (side: string): boolean => project.table('people').some((one) => is(one, 'side', side));
    const lacks = (side: string): boolean => has(side) && !team.some((one) => member(one, 'role') === `${side}-pm`);
    const names = [
      ...(lacks('customer') ? [say('team.customer-pm')] : []),
      ...(lacks('vendor') ? [say('team.vendor-pm')] : []),
    ];
    if (names.length) yield said(project, entity, '/team', say('team.missing', { names }));
    for (const [at, one] of team.entries()) {
      const person = lookUp(project, 'people', text(member(one, 'person')) ?? '');
      if (member(one, 'role') === 'customer-pm' && person && is(person, 'function', 'it'))
        yield said(project, entity, `/team/${at}/person`, say('team.not-business', { name: person.title }));
    }
  },
);

/** Days before a go-live from which what is missing can no longer wait. */
const NEAR = 14;

const unrehearsed = tableRule(
  'LF802',
  (project) => [project.table('cutover-steps'), project.table('waves')],
  function* (world) {
    const { project } = world;
    for (const step of project.table('cutover-steps')) {
      const wave = lookUp(project, 'waves', text(step.value.wave) ?? '');
      const live = wave && day(wave, 'actual') === undefined ? day(wave, 'go_live') : undefined;
      if (live === undefined || live > asOf(world) + NEAR) continue;
      if (list(step.value.rehearsals).some((one) => member(one, 'ok') === true)) continue;
      yield said(project, step, '', say('step.unrehearsed', { wave: wave?.title ?? '', day: dayText(live) }));
    }
  },
);

const FORTNIGHT = 14;

const parallelDays = tableRule(
  'LF806',
  (project) => [project.table('parallel-runs'), project.table('parallel-days')],
  function* (world) {
    const { project } = world;
    for (const run of project.table('parallel-runs')) {
      const from = day(run, 'from');
      const days = project.table('parallel-days').filter((one) => text(one.value.run) === run.id);
      if (from === undefined || !days.length) continue;
      const known = new Set(days.flatMap((one) => day(one, 'date') ?? []));
      const length = lengthOf(run);
      // What lies behind the latest result may still be entered.
      const until = Math.min(asOf(world), from + length - 1, Math.max(...known));
      const missing: string[] = [];
      for (let at = from; at <= until; at++) if (!known.has(at)) missing.push(dayText(at));
      if (missing.length)
        yield said(project, run, '', say('parallel.missing', { count: missing.length, days: missing.slice(0, 5) }));
    }
  },
);

function lengthOf(run: Entity): number {
  const given = number(run.value.days);
  return given !== undefined && given > 0 && given < 400 ? given : FORTNIGHT;
}

const unexplained: EntityRule = {
  scope: 'entity',
  code: 'LF807',
  concerns: ({ kind }) => kind.name === 'parallel-days',
  *check(entity, { project }) {
    const open = (number(entity.value.different) ?? 0) + (number(entity.value.missing) ?? 0);
    const explained = list(entity.value.explained).length;
    if (open > explained) yield said(project, entity, '/different', say('parallel.unexplained', { open, explained }));
  },
};

export const planningRules = [
  progress,
  parentBudget,
  outOfScope,
  managers,
  unrehearsed,
  parallelDays,
  unexplained,
] as const;
