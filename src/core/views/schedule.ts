// The computed schedule as plain data: a row a task with its dates, float, slip against what was typed, and why it is not
// earlier.
import { type Day, dayNumber, yearOf } from '../base/days';
import { type Message, say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { day, text } from '../project/values';
import type { World } from '../project/world';
import { projectCalendar } from '../schedule/calendar';
import { leavesOf, type Plan, planOf } from '../schedule/plan';
import type { Planned } from '../schedule/planned';
import { whyOf } from '../schedule/why';

export interface ScheduleRow {
  readonly planned: Planned;
  /** Computed finish minus typed finish in working days; undefined where none is typed. */
  readonly slip: number | undefined;
  readonly why: Message;
}

export interface ScheduleView {
  readonly rows: readonly ScheduleRow[];
  readonly on: Day;
  readonly first: Day;
  readonly last: Day;
  readonly finish: Day | undefined;
  readonly counts: { readonly tasks: number; readonly critical: number };
  readonly notes: readonly Message[];
}

export interface ScheduleQuery {
  readonly critical?: boolean;
  /** Only tasks of this wave, or below a summary that is of it. */
  readonly wave?: string | undefined;
}

export function scheduleView(world: World, { critical = false, wave }: ScheduleQuery = {}): ScheduleView {
  const plan = planOf(world);
  const leaves = leavesOf(plan);
  const shown = plan.tasks.filter((one) => (!critical || one.critical) && (wave === undefined || waveOf(one) === wave));
  return {
    rows: shown.map((planned) => ({ planned, slip: slipOf(plan, planned), why: whyOf(planned) })),
    on: dayNumber(world.asOf) ?? 0,
    first: shown.reduce((first, { firstDay }) => Math.min(first, firstDay), Number.POSITIVE_INFINITY),
    last: shown.reduce((last, { lastDay }) => Math.max(last, lastDay), Number.NEGATIVE_INFINITY),
    finish: plan.finish,
    counts: { tasks: leaves.length, critical: leaves.filter((one) => one.critical).length },
    notes: planNotes(world, plan),
  };
}

/** What everybody should know who reads the dates of a plan. */
export const planNotes = (world: World, plan: Plan): readonly Message[] => [
  ...plan.circles.map(circleNote),
  ...unpublishedNote(world, plan),
];

function waveOf(one: Planned): string | undefined {
  for (let up: Planned | undefined = one; up; up = up.parent) {
    const wave = text(up.task.value.wave);
    if (wave !== undefined) return wave;
  }
  return undefined;
}

function slipOf({ measure }: Plan, { task, lastDay }: Planned): number | undefined {
  const typed = day(task, 'finish');
  return typed === undefined ? undefined : Math.round(measure.workedBy(lastDay + 1) - measure.workedBy(typed + 1));
}

const circleNote = (members: readonly Entity[]): Message =>
  say('schedule.circle', { way: [...members, members[0]].map((one) => one?.id ?? '').join(' → ') });

function unpublishedNote(world: World, plan: Plan): readonly Message[] {
  const calendar = projectCalendar(world.project);
  const years = new Set(plan.tasks.flatMap(({ firstDay, lastDay }) => [yearOf(firstDay), yearOf(lastDay)]));
  const unknown = [...years].filter(
    (year) => year >= yearOf(dayNumber(world.asOf) ?? 0) && calendar.isUnpublished(year),
  );
  return unknown.length ? [say('schedule.unpublished', { years: unknown.sort().map(String) })] : [];
}
