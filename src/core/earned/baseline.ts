// The schedule baseline: the plan as the latest contract or current baseline fixed it in git, and the days for which it was
// approved. Earned value and charts hold the plan of today against it.
import { type Day, dayNumber } from '../base/days';
import type { Work } from '../base/work';
import { fixedStates } from '../compare/drift';
import { type Message, say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { day, text } from '../project/values';
import type { World } from '../project/world';
import { type Plan, planning } from '../schedule/plan';
import type { Planned } from '../schedule/planned';

export interface ScheduleBaseline {
  readonly baseline: Entity;
  readonly plan: Plan;
}

/** The baseline in force on the status date; or why there is none. */
export function* scheduleBaseline(world: World): Work<ScheduleBaseline | { readonly why: Message }> {
  if (world.past.kind === 'unavailable') return { why: say('earned.no-git') };
  const on = dayNumber(world.asOf) ?? 0;
  const fixed = fixedStates(world).find(
    ({ baseline: { value } }) =>
      (value.type === 'contract' || value.type === 'current') && (dayNumber(text(value.date) ?? '') ?? on) <= on,
  );
  if (!fixed) return { why: say('earned.no-baseline') };
  const { baseline, state } = fixed;
  const asOf = text(baseline.value.date) ?? world.asOf;
  return { baseline, plan: yield* planning({ ...world, project: state, settings: state.settings, asOf }) };
}

/** The days that were typed as the plan; undefined where one is missing or they are the wrong way round. */
export function typedDays(task: Entity): { readonly start: Day | undefined; readonly finish: Day | undefined } {
  const [start, finish] = [day(task, 'start'), day(task, 'finish')];
  return { start, finish: start === undefined || finish === undefined || finish < start ? undefined : finish };
}

/** The first and the last day for which each task of a plan was approved: typed days are the plan, computed ones stand in
 * where none are typed, and a summary has those of its parts. */
export function approvedDays(plan: Plan): ReadonlyMap<Planned, readonly [first: Day, last: Day]> {
  const found = new Map<Planned, readonly [Day, Day]>();
  // Parts stand behind their summary.
  for (const one of [...plan.tasks].reverse()) {
    const parts = one.parts.map((part) => found.get(part)).filter((days) => days !== undefined);
    const typed = one.milestone ? undefined : typedDays(one.task);
    found.set(
      one,
      parts.length
        ? [Math.min(...parts.map(([first]) => first)), Math.max(...parts.map(([, last]) => last))]
        : [typed?.start ?? one.firstDay, typed?.finish ?? one.lastDay],
    );
  }
  return found;
}
