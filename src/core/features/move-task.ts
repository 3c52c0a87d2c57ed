// A task moved or resized by hand: the typed dates that put it there, as minimal text edits. The plan is computed again with
// them, and what does not land where it was put is refused with the reason: computed dates are nobody's to type.
import { type Day, dayText } from '../base/days';
import { fail, ok, type Result } from '../base/result';
import type { Work } from '../base/work';
import { type Message, say } from '../messages/message';
import type { Path } from '../model/id';
import type { Entity } from '../project/file-index';
import { lookUp } from '../project/project';
import { valueEdits } from '../project/set-value';
import { trying } from '../project/try-edits';
import { day, list, text } from '../project/values';
import type { World } from '../project/world';
import { type Plan, planning } from '../schedule/plan';
import type { Planned } from '../schedule/planned';
import { lasting, linesOf } from '../schedule/task-length';
import { wordsOf } from '../schedule/task-words';
import { everyDay, type Timeline } from '../schedule/timeline';
import { whyOf } from '../schedule/why';
import type { TextEdit } from '../syntax/edit';

/** The whole bar put on another first day, or its end on another last day: one that is named, or so many working days on. */
export type Shift = { readonly how: 'move' | 'resize' } & ({ readonly to: Day } | { readonly by: number });

export interface MovedTask {
  readonly path: Path;
  readonly edits: readonly TextEdit[];
  /** The fields that were given other values. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly before: Plan;
  /** The world with the edits made. */
  readonly next: World;
  readonly after: Plan;
}

type Typed = Readonly<Record<string, string>>;

export function* moveTask(world: World, task: Entity, shift: Shift): Work<Result<MovedTask, Message>> {
  const { project } = world;
  const before = yield* planning(world);
  const planned = before.of(task);
  const file = project.files.get(task.path);
  if (!planned || !file) return fail(say('move.not-planned', { id: task.id }));
  const locked = lockOf(planned, shift, world);
  if (locked) return fail(locked);
  const to = landing(planned, shift);
  if (to === (shift.how === 'move' ? planned.firstDay : planned.lastDay)) return fail(say('move.same'));
  const typed = shift.how === 'move' ? moved(planned, to) : resized(planned, to, world);
  if (!typed) return fail(say('move.too-short'));
  const due = Object.entries(typed).filter(([name, value]) => task.value[name] !== value);
  const edits: TextEdit[] = [];
  for (const [name, value] of due) {
    const edited = valueEdits(file, task, name, value);
    if (!edited.ok) return fail(say('bulk.refused', { id: task.id, reason: edited.error }));
    edits.push(...edited.value);
  }
  yield;
  const next = yield* trying(project, file, edits, new Set([task.slice]), ({ added, removed, changed }) => {
    return removed === 0 && added + changed <= due.length;
  });
  if (!next) return fail(say('bulk.refused', { id: task.id, reason: say('edit.refused') }));
  const then: World = { ...world, project: next, settings: next.settings };
  const after = yield* planning(then);
  const found = lookUp(next, task.kind.name, task.id);
  const now = found && after.of(found);
  const landed = now && (shift.how === 'move' ? now.firstDay : now.lastDay);
  if (!now || landed !== to)
    return fail(
      say('move.held', {
        id: task.id,
        day: dayText(to),
        lands: landed === undefined ? '' : dayText(landed),
        why: whyOf(now ?? planned),
      }),
    );
  return ok({ path: task.path, edits, fields: due, before, next: then, after });
}

/** Why its dates are not to be moved; undefined where they may be. */
export function lockOf(planned: Planned, { how }: { readonly how: Shift['how'] }, world: World): Message | undefined {
  const { task, parts, milestone, isDone } = planned;
  const { id } = task;
  if (parts.length) return say('move.summary', { id });
  if (isDone) return say('move.done', { id });
  if (how === 'resize') return milestone ? say('move.milestone', { id }) : undefined;
  if (hasBegun(planned, world)) return say('move.begun', { id });
  // What waits for others begins when they let it: its typed dates are there to compare with.
  return list(task.value.after).length ? say('move.computed', { id, why: whyOf(planned) }) : undefined;
}

function hasBegun({ task, percent }: Planned, { asOf }: World): boolean {
  const start = day(task, 'actual_start');
  return percent > 0 || (start !== undefined && dayText(start) <= asOf);
}

/** The working day nearest to where it was put: work begins there or later, and ends there or earlier. */
function landing({ line, firstDay, lastDay }: Planned, shift: Shift): Day {
  const [to, by] = 'by' in shift ? [undefined, shift.by] : [shift.to, 0];
  if (shift.how === 'move') return Math.floor(line.begin(line.workedBy(to ?? firstDay) + by) + SMALL);
  return Math.max(firstDay, endOf(line, line.workedBy((to ?? lastDay) + 1) + by));
}

const SMALL = 1e-6;

/** The day at whose end so much was worked. */
const endOf = (line: Timeline, worked: number): Day => Math.ceil(line.end(worked) - SMALL) - 1;

function moved({ task, line, duration, milestone }: Planned, to: Day): Typed {
  const [start, finish] = [day(task, 'start'), day(task, 'finish')];
  if (finish === undefined) return { start: written(task, 'start', to) };
  const typed = start === undefined ? duration : line.workedBy(finish + 1) - line.workedBy(start);
  const last = milestone || typed < SMALL ? to : endOf(line, line.workedBy(to) + typed);
  const end = { finish: written(task, 'finish', last) };
  return start === undefined && !milestone ? end : { start: written(task, 'start', to), ...end };
}

function resized(planned: Planned, to: Day, world: World): Typed | undefined {
  const { task, line, lastDay, duration } = planned;
  const by = line.workedBy(to + 1) - line.workedBy(lastDay + 1);
  if (hasBegun(planned, world)) {
    const left = remainingOf(planned, world) + by;
    return left < SMALL ? undefined : { remaining: durationText(left, line) };
  }
  const whole = duration + by;
  if (whole < SMALL) return undefined;
  const [start, finish] = [day(task, 'start'), day(task, 'finish')];
  // Dates beside a duration keep telling the same.
  const end =
    start === undefined || finish === undefined
      ? undefined
      : { finish: written(task, 'finish', endOf(line, line.workedBy(start) + whole)) };
  if (end && task.value.duration === undefined) return end;
  return { duration: durationText(whole, line), ...end };
}

function remainingOf({ task, duration, percent }: Planned, { project }: World): number {
  const words = wordsOf(task);
  const { remaining } = words;
  return remaining ? lasting(remaining, linesOf(project).of(words)).duration : duration * (1 - percent / 100);
}

const durationText = (days: number, line: Timeline): string =>
  `${Math.round(days * 1e4) / 1e4}${line === everyDay ? 'cd' : 'd'}`;

/** A day in place of the one that stands there; a time behind it stays. */
const written = (task: Entity, name: string, to: Day): string =>
  dayText(to) + (text(task.value[name])?.slice(10) ?? '');
