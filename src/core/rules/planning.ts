// LF20, the plan as it is written, and LF80, the go-live: what needs no schedule to be seen.
import { type Day, dayText } from '../base/days';
import { type Message, say } from '../messages/message';
import type { Fix } from '../model/finding';
import type { Entity } from '../project/file-index';
import { type Backref, backrefsOf, keyOf, lookUp, manifestOf, type Project } from '../project/project';
import { droppedAs } from '../project/state';
import { asOf, day, is, list, number, text } from '../project/values';
import { member } from '../schema/json';
import { type EntityRule, said, tableRule } from './rule';

const isTask: EntityRule['of'] = ({ name }) => name === 'tasks';

const progress: EntityRule = {
  scope: 'entity',
  code: 'LF202',
  of: isTask,
  concerns: (task) => contradiction(task) !== undefined,
  *check(task, { project }) {
    const found = contradiction(task);
    // A summary is as far as its parts are.
    if (found && !partsOf(project, task).length) yield said(project, task, '/percent', found.message, found.fix);
  },
};

/** What a task's progress and its actual dates say against each other. */
function contradiction({ value }: Entity): { readonly message: Message; readonly fix?: Fix } | undefined {
  const percent = number(value.percent);
  const [start, finish] = [text(value.actual_start), text(value.actual_finish)];
  if (percent === undefined) return undefined;
  if (finish !== undefined)
    return percent < 100 ? { message: say('task.finished-early', { percent, day: finish.slice(0, 10) }) } : undefined;
  if (percent === 100)
    return { message: say('task.no-finish'), fix: { kind: 'add-fields', fields: ['actual_finish'] } };
  if (percent > 0 && start === undefined)
    return { message: say('task.no-start', { percent }), fix: { kind: 'add-fields', fields: ['actual_start'] } };
  return undefined;
}

const partsOf = (project: Project, task: Entity): readonly Backref[] =>
  backrefsOf(project, task).filter(({ from, site }) => from.kind === task.kind && site.pointer === '/parent');

const parentBudget: EntityRule = {
  scope: 'entity',
  code: 'LF204',
  of: isTask,
  concerns: ({ value }) => value.budget !== undefined,
  *check(task, { project }) {
    const parts = partsOf(project, task);
    if (parts.length) yield said(project, task, '/budget', say('task.parent-budget', { count: parts.length }));
  },
};

const outOfScope: EntityRule = {
  scope: 'entity',
  code: 'LF206',
  of: ({ name }) => name === 'requirements',
  concerns: ({ value }) => value.module !== undefined,
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

const shortRun = tableRule(
  'LF810',
  (project) => [project.table('parallel-runs'), project.table('parallel-days')],
  function* (world) {
    const { project } = world;
    for (const run of project.table('parallel-runs')) {
      const from = day(run, 'from');
      if (from === undefined) continue;
      const to = from + lengthOf(run) - 1;
      const about = { from: dayText(from), to: dayText(to) };
      const end = monthEnd(from);
      if (run.value.must_span_period_end === true && end > to) {
        const [field, value] = ['days', String(end - from + 1)];
        const fix: Fix = { kind: 'set', to: keyOf(run), pointer: '', field, with: value };
        yield said(
          project,
          run,
          run.value.days === undefined ? '/from' : '/days',
          say('parallel.no-period-end', about),
          fix,
        );
      }
      const days = project.table('parallel-days').filter((one) => text(one.value.run) === run.id);
      const last = Math.max(...days.flatMap((one) => day(one, 'date') ?? []));
      // What lies behind may still be entered on the day after.
      if (Number.isFinite(last) && last < to && asOf(world) > to + 1)
        yield said(project, run, '', say('parallel.short', { to: about.to, last: dayText(last) }));
    }
  },
);

/** The last day of the month of a day. */
function monthEnd(at: Day): Day {
  let end = at;
  while (dayText(end + 1).slice(0, 7) === dayText(at).slice(0, 7)) end++;
  return end;
}

const unprepared = tableRule(
  'LF811',
  (project) => [project.table('emergency-plans'), project.table('waves')],
  function* (world) {
    const { project } = world;
    if (project.table('emergency-plans').length) return;
    for (const wave of project.table('waves')) {
      const live = day(wave, 'actual') === undefined ? day(wave, 'go_live') : undefined;
      if (live !== undefined && live >= asOf(world) && live <= asOf(world) + NEAR)
        yield said(project, wave, '/go_live', say('wave.no-emergency', { day: dayText(live) }), {
          kind: 'create',
          of: 'emergency-plans',
          title: wave.title,
          lists: {},
        });
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
  of: ({ name }) => name === 'parallel-days',
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
  shortRun,
  unprepared,
] as const;
