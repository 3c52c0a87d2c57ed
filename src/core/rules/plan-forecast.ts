// LF211 and LF212, where the plan as it is computed leads: people who are asked for too much, gates and constraints that come too soon.
import { dayText } from '../base/days';
import { keptAlone } from '../base/kept';
import { isSameList } from '../base/lists';
import { nfc } from '../base/text';
import { say } from '../messages/message';
import type { Fix } from '../model/finding';
import type { Entity } from '../project/file-index';
import { formerIds, lookUp, type Project } from '../project/project';
import { day, list, text } from '../project/values';
import { member } from '../schema/json';
import type { Kinds } from '../schema/kinds';
import { calendarTables } from '../schedule/calendar';
import { later } from '../schedule/network';
import { type DayLoad, loadIn, type Only, type Overload, type PersonLoad } from '../schedule/load';
import { changedSince, type Plan, planGround, planning } from '../schedule/plan';
import type { Planned } from '../schedule/planned';
import { wordsOf } from '../schedule/task-words';
import { TINY } from '../schedule/timeline';
import { holdsForDates, keptEach, type ProjectRule, said, type SaidOf } from './rule';
import { taskRule } from './task-rule';

/** Tasks that a sentence names. */
const NAMED = 5;

const PEOPLE = 'people';

const overloaded: ProjectRule = {
  scope: 'project',
  code: 'LF211',
  reads: ({ project, asOf }) => [project.kinds, asOf, ...planGround(project), project.table(PEOPLE)],
  *check(world) {
    const plan = yield* planning(world);
    const { project } = world;
    const last = lastOverloads(project.kinds);
    const ground = [world.asOf, ...calendarTables(project)];
    const before = last.told && isSameList(last.told.ground, ground) ? last.told : undefined;
    const only = before && touchedBy(before, plan, project);
    const said = new Map(only && before.said);
    for (const id of only?.people ?? []) said.delete(id);
    for (const load of loadIn([{ world, plan }], only)) {
      yield;
      const person = lookUp(project, PEOPLE, load.person.id);
      const all = person ? overloadOf({ person, load }, project) : [];
      if (all.length) said.set(load.person.id, all);
    }
    last.told = { plan, people: project.table(PEOPLE), ground, said };
    for (const all of said.values()) yield* all;
  },
  holds: holdsForDates,
};

/** What was said of whom, by their ids, and of which plan. */
interface Overloads {
  readonly plan: Plan;
  readonly people: readonly Entity[];
  readonly ground: readonly unknown[];
  readonly said: ReadonlyMap<string, readonly SaidOf[]>;
}

const lastOverloads = keptAlone<Kinds, { told: Overloads | undefined }>(() => ({ told: undefined }));

/** The people of whom something else may be said: who is another entry now, and who is asked for by a task of which the plan says
 * something else. Undefined where that may be anybody. */
function touchedBy(before: Overloads, plan: Plan, project: Project): Only | undefined {
  const people = project.table(PEOPLE);
  if (people.length !== before.people.length) return undefined;
  const ids = new Set<string>();
  const add = (person: Entity | undefined): void => {
    for (const id of person ? [person.id as string, ...formerIds(person)] : []) ids.add(id);
  };
  for (const [at, person] of people.entries()) {
    if (person === before.people[at]) continue;
    add(person);
    add(before.people[at]);
  }
  // Whoever had one of these ids before has it again, or no longer.
  for (const id of [...ids]) for (const one of project.byId.get(id) ?? []) if (one.kind.name === PEOPLE) add(one);
  const { come, gone } = changedSince(plan, before.plan);
  for (const { task } of [...come, ...gone])
    for (const { person } of wordsOf(task).assigned) add(lookUp(project, PEOPLE, nfc(person)));
  const tasks = new Set<Entity>();
  for (const id of ids) for (const from of project.backrefs.get(id) ?? []) tasks.add(from);
  return { people: ids, tasks };
}

interface Asked {
  /** As the register has them now. */
  readonly person: Entity;
  readonly load: PersonLoad;
}

const overloadOf = keptEach(
  ({ person }: Asked) => person,
  ({ load: { demands, usual } }) => [
    usual,
    ...demands.flatMap(({ planned, start, finish, share, from, to }) => [
      planned.task,
      planned.line,
      ...[start, finish, share, from, to],
    ]),
  ],
  sayOverload,
);

function* sayOverload({ person, load }: Asked, project: Project): Generator<SaidOf> {
  // One sentence a task: that of the task which came last, so that without it there would be none.
  const byTask = new Map<Planned, Overload[]>();
  for (const one of load.overloads) {
    const last = one.demands.at(-1)?.planned;
    if (last) byTask.set(last, [...(byTask.get(last) ?? []), one]);
  }
  for (const [{ task }, all] of byTask) {
    const days = all.flatMap((one) => one.days);
    const worst = days.reduce((a, b) => (excess(b) > excess(a) ? b : a));
    const others = [...new Set(all.flatMap(({ demands }) => demands.map(({ planned }) => planned.task)))];
    const names = others.filter((one) => one !== task).map(({ id }) => id);
    const about = {
      name: person.title || person.id,
      from: dayText(days[0]?.day ?? 0),
      to: dayText(days.at(-1)?.day ?? 0),
      days: days.length,
      asked: Math.round(worst.asked * 100),
      available: Math.round(worst.available * 100),
    };
    const at = list(task.value.assigned).findIndex(
      (one) => lookUp(project, PEOPLE, nfc(text(member(one, 'person')) ?? '')) === person,
    );
    yield said(
      project,
      task,
      at < 0 ? '/assigned' : `/assigned/${at}/person`,
      names.length
        ? say('task.overload', { ...about, tasks: names.slice(0, NAMED) })
        : say('task.overload-alone', about),
    );
  }
}

const excess = ({ asked, available }: DayLoad): number => asked - available;

const late = taskRule({
  code: 'LF212',
  named: (project) => [project.table('gates')],
  of: ({ parts, isDone }) => !parts.length && !isDone,
  *check(planned, { project }) {
    const { task, gate, lastDay } = planned;
    const { finish, constraint, start } = wordsOf(task);
    const due = gate && day(gate, 'due');
    const pointer = finish !== undefined ? '/finish' : start !== undefined ? '/start' : '';
    if (gate && due !== undefined && lastDay > due) {
      const about = { day: dayText(lastDay), gate: gate.title || gate.id, due: dayText(due), days: lastDay - due };
      yield said(project, task, pointer, say('task.after-gate', about));
    } else if (gate && due !== undefined && finish !== undefined && finish > due) {
      const about = { day: dayText(finish), gate: gate.title || gate.id, due: dayText(due), days: finish - due };
      const fix: Fix = {
        kind: 'values',
        of: { ...(start === undefined ? {} : { start: dayText(planned.firstDay) }), finish: dayText(lastDay) },
      };
      yield said(project, task, pointer, say('task.planned-after-gate', about), fix);
    }
    const missed = missedBy(planned);
    if (missed !== undefined)
      yield said(
        project,
        task,
        '/constraint',
        say('task.constraint', { type: constraint ?? '', day: dayText(missed) }),
      );
  },
});

/** The day that a constraint asks for too soon: the one on which the task can begin, or end, at the earliest. */
function missedBy(planned: Planned): number | undefined {
  const { task, firstDay, lastDay, start, finish, links } = planned;
  const { constraint, date, actualStart } = wordsOf(task);
  if (date === undefined || actualStart !== undefined) return undefined;
  if (constraint === 'snlt') return firstDay > date ? firstDay : undefined;
  if (constraint === 'fnlt') return lastDay > date ? lastDay : undefined;
  if (constraint !== 'mso' && constraint !== 'mfo') return undefined;
  // It holds its date whatever comes before, so what comes before tells.
  let latest = Number.NEGATIVE_INFINITY;
  for (const { from, link } of links) {
    const allowed = later(link.type === 'FS' || link.type === 'FF' ? from.finish : from.start, link);
    const own = link.type === 'FS' || link.type === 'SS' ? start : finish;
    if (allowed > own + (planned.milestone ? 1 : 0) + TINY) latest = Math.max(latest, allowed);
  }
  return Number.isFinite(latest) ? Math.ceil(latest - TINY) : start > date + 1 + TINY ? firstDay : undefined;
}

export const planForecastRules = [overloaded, late] as const;
