// Who is asked for more than they can give, day by day: the shares of a person's day that the tasks of the plan ask for, in
// one project or in several, against what the person has for them. What is over is over: only days behind the status date count.
import type { Day } from '../base/days';
import { nfc } from '../base/text';
import type { Entity } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { asOf } from '../project/values';
import type { World } from '../project/world';
import type { Calendar } from './calendar';
import { inWorkingDays } from './duration';
import { type Availability, availabilityOf } from './person';
import { type Plan, planOf } from './plan';
import type { Planned } from './planned';
import { type Assigned, wordsOf } from './task-words';
import { PEOPLE } from './task-length';
import { type Instant, TINY } from './timeline';

/** What a task asks of a person. */
export interface Demand {
  readonly project: Project;
  readonly planned: Planned;
  readonly start: Instant;
  readonly finish: Instant;
  /** The share of a full working day, 1 for all of it. */
  readonly share: number;
  /** The first and the last day on which it is asked for. */
  readonly from: Day;
  readonly to: Day;
  /** The task has a calendar of its own, so that it is also worked on days that the person has free. */
  readonly own: boolean;
}

export interface DayLoad {
  readonly day: Day;
  /** Shares of a full working day. */
  readonly asked: number;
  readonly available: number;
  readonly demands: readonly Demand[];
}

/** Days in a row, free ones apart, on which more is asked for than there is. */
export interface Overload {
  readonly days: readonly DayLoad[];
  /** Everything that is asked for on these days, what begins last at the end. */
  readonly demands: readonly Demand[];
}

export interface PersonLoad {
  readonly person: Entity;
  readonly demands: readonly Demand[];
  /** Found out each time that somebody asks: the days of all people at once are more than the plan that they are of. */
  readonly overloads: readonly Overload[];
  /** The person's calendar. */
  readonly usual: Calendar;
  /** What is asked for and what there is, day by day; days without either are left out. */
  readonly between: (from: Day, to: Day) => readonly DayLoad[];
}

/** Days that are looked at for one person; plans that go on for longer are looked at no further. */
const LONGEST = 4000;

/** The people that tasks ask for, in the order of their register. Of several projects, those with the same id are the same. */
export function loadOf(worlds: readonly World[]): readonly PersonLoad[] {
  return loadIn(worlds.map((world) => ({ world, plan: planOf(world) })));
}

/** Only these people, by their ids, and only tasks that may ask for them. */
export interface Only {
  readonly people: ReadonlySet<string>;
  readonly tasks: ReadonlySet<Entity>;
}

/** The same of plans that are known. */
export function loadIn(
  plans: readonly { readonly world: World; readonly plan: Plan }[],
  only?: Only,
): readonly PersonLoad[] {
  const people = new Map<string, { readonly person: Entity; readonly there: Availability; demands: Demand[] }>();
  for (const { world } of plans) {
    for (const person of world.project.table(PEOPLE)) {
      if (!people.has(person.id) && only?.people.has(person.id) !== false)
        people.set(person.id, { person, there: availabilityOf(world.project, person), demands: [] });
    }
  }
  for (const { world, plan } of plans) {
    const next = asOf(world) + 1;
    const ids = new Map<string, string | undefined>();
    const idOf = (name: string): string | undefined => {
      if (!ids.has(name)) ids.set(name, lookUp(world.project, PEOPLE, nfc(name))?.id);
      return ids.get(name);
    };
    for (const planned of plan.tasks) {
      if (only?.tasks.has(planned.task) === false) continue;
      const { assigned } = wordsOf(planned.task);
      if (!assigned.length || planned.parts.length || planned.isDone || planned.milestone) continue;
      for (const one of assigned) {
        const id = idOf(one.person);
        const found = id === undefined ? undefined : people.get(id);
        const { start, finish } = timeOf(planned);
        const to = Math.max(planned.firstDay, Math.ceil(finish - TINY) - 1);
        if (!found || to < next) continue;
        found.demands.push({
          project: world.project,
          planned,
          start,
          finish,
          share: shareOf(planned, one, assigned, found.there.usual) ?? found.there.share,
          from: Math.max(Math.floor(start + TINY), next),
          to,
          own: wordsOf(planned.task).calendar !== undefined,
        });
      }
    }
  }
  return [...people.values()]
    .filter(({ demands }) => demands.length)
    .map(({ person, there, demands }): PersonLoad => {
      const sorted = demands.sort((a, b) => a.from - b.from || a.to - b.to);
      return {
        person,
        demands: sorted,
        get overloads() {
          return overloadsOf(sorted, there);
        },
        usual: there.usual,
        between: (from, to) => daysBetween(sorted, there, from, Math.min(to, from + LONGEST)),
      };
    });
}

/** When it is computed to be worked on; what could be earlier, and was planned for later, waits for the plan. */
function timeOf({ task, start, finish, duration, line, percent, driver }: Planned): Pick<Demand, 'start' | 'finish'> {
  const typed = wordsOf(task).start;
  if (typed === undefined || typed <= start + TINY || percent > 0 || driver.kind === 'actual') return { start, finish };
  return { start: typed, finish: line.end(line.workedBy(typed) + duration) };
}

/** What is written; else the effort spread evenly over a length that is given; else nothing is said. */
function shareOf(
  { task, duration }: Planned,
  one: Assigned,
  all: readonly Assigned[],
  calendar: Calendar,
): number | undefined {
  if (one.units !== undefined) return one.units;
  const { effort, duration: written, start, finish } = wordsOf(task);
  const isGiven = written !== undefined || (start !== undefined && finish !== undefined);
  const days = effort && inWorkingDays(effort, calendar);
  if (!isGiven || days === undefined || duration < TINY) return undefined;
  const [given, open] = [
    all.filter(({ units }) => units !== undefined),
    all.filter(({ units }) => units === undefined),
  ];
  const rest = days / duration - given.reduce((sum, { units = 0 }) => sum + units, 0);
  return Math.max(0, rest) / Math.max(1, open.length);
}

/** Days on which more is asked for than there is. Only stretches in which that can be are looked at day by day. */
function overloadsOf(demands: readonly Demand[], there: Availability): readonly Overload[] {
  const found: DayLoad[][] = [];
  let run: DayLoad[] = [];
  const close = (): void => {
    if (run.length) found.push(run);
    run = [];
  };
  let left = LONGEST;
  for (const { from, to, open } of stretches(demands)) {
    const asked = open.reduce((sum, { share }) => sum + share, 0);
    const may = asked > there.share + TINY || there.awayIn(from, to);
    if (!may || left <= 0) {
      close();
      continue;
    }
    const last = Math.min(to, from + left);
    left -= last - from;
    for (const one of daysBetween(open, there, from, last)) {
      if (one.asked > one.available + 1e-3) run.push(one);
      else if (one.asked > TINY || one.available > TINY) close();
    }
  }
  close();
  return found.map((days) => ({
    days,
    demands: [...new Set(days.flatMap((one) => one.demands))].sort((a, b) => a.start - b.start),
  }));
}

interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly open: readonly Demand[];
}

/** The time in pieces in which the same is asked for. */
function* stretches(demands: readonly Demand[]): Generator<Stretch> {
  const marks = [...new Set(demands.flatMap(({ from, to }) => [from, to + 1]))].sort((a, b) => a - b);
  let open: readonly Demand[] = [];
  let next = 0;
  for (const [at, from] of marks.entries()) {
    open = open.filter(({ to }) => to >= from);
    while ((demands[next]?.from ?? Number.POSITIVE_INFINITY) <= from) open = [...open, demands[next++] as Demand];
    const to = (marks[at + 1] ?? from + 1) - 1;
    if (open.length) yield { from, to, open };
  }
}

function daysBetween(demands: readonly Demand[], there: Availability, from: Day, to: Day): readonly DayLoad[] {
  const found: DayLoad[] = [];
  for (let day = from; day <= to; day++) {
    const isUsual = there.usual.isWorked(day);
    const wanted = demands.filter((one) => (isUsual || one.own) && workedOn(one, day) > TINY);
    const asked = wanted.reduce((sum, one) => sum + one.share * workedOn(one, day), 0);
    const available = there.isThere(day) && (isUsual || wanted.length) ? there.share : 0;
    if (asked > TINY || available > TINY) found.push({ day, asked, available, demands: wanted });
  }
  return found;
}

/** The part of a day on which work goes on. */
function workedOn({ planned: { line }, start, finish, from, to }: Demand, day: Day): number {
  if (day < from || day > to) return 0;
  return line.workedBy(Math.min(day + 1, finish)) - line.workedBy(Math.max(day, start));
}
