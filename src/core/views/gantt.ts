// The plan as a Gantt chart, as plain data: a row a task in the order of the work breakdown structure or under its wave or
// owner, with forecast dates, progress, the days of the baseline, and what it waits for.
import { type Day, dayNumber, dayText } from '../base/days';
import type { Work } from '../base/work';
import { approvedDays, scheduleBaseline } from '../earned/baseline';
import { type Language, type Message, say, tell } from '../messages/message';
import type { Entity } from '../project/file-index';
import { formerIds, keyOf, type Project } from '../project/project';
import { text } from '../project/values';
import type { World } from '../project/world';
import { projectCalendar } from '../schedule/calendar';
import type { LinkType } from '../schedule/network';
import { leavesOf, type Plan, planning } from '../schedule/plan';
import type { Planned } from '../schedule/planned';
import { lagText } from '../schedule/why';
import type { GanttQuery } from './gantt-query';
import { buckets, groupField } from './groups';
import { shown } from './label';
import { planNotes } from './schedule';

/** Days of which it is told whether they are worked: beyond, nobody looks at single days. */
const MOST_DAYS = 12_000;

export interface GanttRow {
  /** The task, as `kind/id`; of a group what its tasks have in common. */
  readonly key: string;
  readonly kind: 'task' | 'summary' | 'milestone' | 'group';
  readonly id: string;
  readonly title: string;
  /** Steps below the top. */
  readonly level: number;
  readonly first: Day;
  readonly last: Day;
  /** Working days that it takes. */
  readonly days: number;
  /** 0 to 100. */
  readonly percent: number;
  /** Working days that it may slip without moving the finish or missing its gate; undefined for what is done. */
  readonly float: number | undefined;
  readonly critical: boolean;
  readonly done: boolean;
  /** The days for which the baseline approved it; undefined where it did not. */
  readonly base: readonly [first: Day, last: Day] | undefined;
  /** As typed; '' where nothing is. */
  readonly start: string;
  readonly finish: string;
  readonly owner: string;
  /** What it waits for, in words. */
  readonly after: string;
}

/** A dependency, between rows by their numbers. */
export interface GanttLink {
  readonly from: number;
  readonly to: number;
  readonly type: LinkType;
  /** It is why its successor is not earlier, and both are critical. */
  readonly critical: boolean;
}

export interface Gantt {
  readonly title: string;
  /** Status date, forecast, baseline, in words. */
  readonly facts: readonly string[];
  /** What is wrong with the plan as a whole. */
  readonly notes: readonly string[];
  readonly rows: readonly GanttRow[];
  readonly links: readonly GanttLink[];
  readonly on: Day;
  readonly first: Day;
  readonly last: Day;
  /** Days on which the project does not work: the first and the last of each stretch in turn. */
  readonly free: readonly Day[];
}

export function* gantt(world: World, { by }: GanttQuery, language: Language): Work<Gantt> {
  const { project } = world;
  const plan = yield* planning(world);
  const approved = yield* scheduleBaseline(world);
  const then = 'why' in approved ? undefined : basesIn(approved.plan);
  yield;
  const rows: GanttRow[] = [];
  const places = new Map<Planned, number[]>();
  const put = (one: Planned, level: number): void => {
    const base = then && [one.task.id, ...formerIds(one.task)].map((id) => then.get(id)).find((days) => days);
    places.set(one, [...(places.get(one) ?? []), rows.push(rowOf(one, { level, base, project, language })) - 1]);
  };
  if (by === 'wbs') {
    for (const one of plan.tasks) {
      put(one, one.level);
      yield;
    }
  } else {
    for (const { label, value, members } of groupsIn(plan, by, project, language)) {
      rows.push(groupRow(`${by}=${value}`, label, members));
      for (const one of members) put(one, 1);
      yield;
    }
  }
  const first = least(rows.map((row) => Math.min(row.first, row.base?.[0] ?? row.first)));
  const last = -least(rows.map((row) => -Math.max(row.last, row.base?.[1] ?? row.last)));
  const on = dayNumber(world.asOf) ?? 0;
  return {
    title: tell(say('gantt.title', { project: project.settings.name }), language),
    facts: factsOf(plan, approved, world).map((one) => tell(one, language)),
    notes: planNotes(world, plan).map((one) => tell(one, language)),
    rows,
    links: linksOf(places),
    on,
    first: rows.length ? first : on,
    last: rows.length ? last : on,
    free: rows.length ? freeDays(project, first, last) : [],
  };
}

const basesIn = (plan: Plan): ReadonlyMap<string, readonly [Day, Day]> =>
  new Map([...approvedDays(plan)].map(([{ task }, days]) => [task.id, days]));

const least = (days: readonly Day[]): Day => days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

interface About {
  readonly level: number;
  readonly base: readonly [Day, Day] | undefined;
  readonly project: Project;
  readonly language: Language;
}

function rowOf(one: Planned, { level, base, project, language }: About): GanttRow {
  const { task, milestone, parts, firstDay, lastDay, duration, percent, totalFloat, critical, isDone } = one;
  return {
    key: keyOf(task),
    kind: milestone ? 'milestone' : parts.length ? 'summary' : 'task',
    id: task.id,
    title: task.title,
    level,
    first: firstDay,
    last: lastDay,
    days: Math.round(duration * 10) / 10,
    percent: Math.round(percent),
    float: totalFloat === undefined ? undefined : Math.round(totalFloat * 10) / 10,
    critical,
    done: isDone,
    base,
    start: text(task.value.start) ?? '',
    finish: text(task.value.finish) ?? '',
    owner: shown(task, 'owner', project, language),
    after: waitsFor(one, language),
  };
}

function waitsFor({ links }: Planned, language: Language): string {
  const named = links.map(({ from, link: { type, lag } }) => {
    const by = lagText(lag);
    return `${from.task.id}${type === 'FS' ? '' : ` ${type}`}${by && tell(by, language)}`;
  });
  return named.join(', ');
}

interface Group {
  readonly value: string;
  readonly label: string;
  readonly members: readonly Planned[];
}

/** The tasks without parts by their wave or owner, which a task without one has from its summary. */
function groupsIn(plan: Plan, by: 'wave' | 'owner', project: Project, language: Language): readonly Group[] {
  const leaves = new Map<Entity, Planned>(leavesOf(plan).map((one) => [one.task, one]));
  const [kind] = [...leaves.keys()].map((task) => task.kind);
  const field = kind && groupField(kind, by);
  if (!field) return [];
  const groups = buckets(project, [...leaves.keys()], field, language).map(({ value, label, entities }) => ({
    value,
    label,
    members: entities.flatMap((task) => leaves.get(task) ?? []),
  }));
  const begins = ({ members }: Group): Day => least(members.map(({ firstDay }) => firstDay));
  const last = ({ value }: Group): number => (value === '' ? 1 : 0);
  // Waves as they come; owners by their names.
  return by === 'wave' ? groups.sort((a, b) => last(a) - last(b) || begins(a) - begins(b)) : groups;
}

function groupRow(key: string, title: string, members: readonly Planned[]): GanttRow {
  const whole = members.reduce((sum, { duration }) => sum + duration, 0);
  const earned = members.reduce((sum, { duration, percent }) => sum + duration * percent, 0);
  const floats = members.flatMap(({ totalFloat }) => totalFloat ?? []);
  const done = members.every(({ isDone }) => isDone);
  const [first, last] = [least(members.map((one) => one.firstDay)), -least(members.map((one) => -one.lastDay))];
  return {
    key,
    kind: 'group',
    id: '',
    title,
    level: 0,
    first,
    last,
    days: Math.round((members[0]?.line.workedBy(last + 1) ?? 0) - (members[0]?.line.workedBy(first) ?? 0)),
    percent: Math.round(whole ? earned / whole : done ? 100 : 0),
    float: floats.length ? Math.round(least(floats) * 10) / 10 : undefined,
    critical: members.some(({ critical }) => critical),
    done,
    base: undefined,
    start: '',
    finish: '',
    owner: '',
    after: '',
  };
}

function linksOf(places: ReadonlyMap<Planned, readonly number[]>): readonly GanttLink[] {
  return [...places].flatMap(([one, rows]) =>
    one.links.flatMap(({ from, link }): readonly GanttLink[] => {
      const drives = one.driver.kind === 'link' && one.driver.link === link;
      const [start, to] = [places.get(from)?.[0], rows[0]];
      if (start === undefined || to === undefined) return [];
      return [{ from: start, to, type: link.type, critical: drives && one.critical && from.critical }];
    }),
  );
}

function factsOf(
  plan: Plan,
  approved: { readonly baseline: Entity } | { readonly why: Message },
  { asOf, past }: World,
): readonly Message[] {
  const leaves = leavesOf(plan);
  const critical = leaves.filter((one) => one.critical).length;
  const ends =
    plan.finish === undefined
      ? say('schedule.none')
      : say('schedule.ends', { finish: dayText(plan.finish), critical, count: leaves.length });
  const base =
    'why' in approved
      ? say('gantt.no-baseline', { why: approved.why })
      : say('gantt.baseline', { id: approved.baseline.id, day: text(approved.baseline.value.date) ?? '' });
  // What git has to say may be on its way.
  const isComing = past.kind === 'unavailable' && past.why === 'loading';
  return [say('gantt.status-date', { day: asOf }), ends, ...(isComing ? [] : [base])];
}

function freeDays(project: Project, first: Day, last: Day): readonly Day[] {
  const { isWorked } = projectCalendar(project);
  const found: Day[] = [];
  // A margin as wide as a chart ever has.
  const end = Math.min(last + MARGIN, first + MOST_DAYS);
  for (let day = first - MARGIN; day <= end; day++) {
    if (isWorked(day)) continue;
    if (found.at(-1) === day - 1) found[found.length - 1] = day;
    else found.push(day, day);
  }
  return found;
}

const MARGIN = 100;
