// What a task says of itself that a schedule rests on, read once for each version of it.
import { type Day, dayNumber } from '../base/days';
import { keptAlone } from '../base/kept';
import { fitted } from '../base/lists';
import { nfc } from '../base/text';
import type { Entity } from '../project/file-index';
import { list, number, text } from '../project/values';
import { type Json, member } from '../schema/json';
import { type Duration, parseDuration } from './duration';
import type { LinkType } from './network';

export interface Words {
  readonly start: Day | undefined;
  readonly finish: Day | undefined;
  readonly actualStart: Day | undefined;
  readonly actualFinish: Day | undefined;
  /** 0 to 100. */
  readonly percent: number | undefined;
  readonly milestone: boolean;
  readonly duration: Duration | undefined;
  /** Optimistic, likely, pessimistic. */
  readonly estimate: readonly Duration[];
  readonly effort: Duration | undefined;
  readonly remaining: Duration | undefined;
  readonly calendar: string | undefined;
  readonly assigned: readonly Assigned[];
  /** The same for tasks of the same calendar, or of the same people. */
  readonly staff: string;
  readonly after: readonly After[];
  readonly parent: string | undefined;
  readonly phase: string | undefined;
  readonly wave: string | undefined;
  readonly constraint: string | undefined;
  readonly date: Day | undefined;
}

export interface Assigned {
  readonly person: string;
  /** The share of a full working day that is asked for, 1 for all of it; undefined where nothing is said of it. */
  readonly units: number | undefined;
}

interface After {
  readonly task: string;
  readonly type: LinkType;
  readonly lag: Duration | undefined;
}

const POINTS = ['optimistic', 'likely', 'pessimistic'];
const TYPES: ReadonlySet<string> = new Set<LinkType>(['FS', 'SS', 'FF', 'SF']);

export const wordsOf = keptAlone(({ value }: Entity): Words => {
  const assigned = eachOf(value.assigned, (one): readonly Assigned[] => {
    const [person, units] = [text(member(one, 'person')), number(member(one, 'units'))];
    return person === undefined ? [] : [{ person, units: units !== undefined && units >= 0 ? units / 100 : undefined }];
  });
  const calendar = text(value.calendar);
  const percent = number(value.percent);
  return {
    start: dayIn(value.start),
    finish: dayIn(value.finish),
    actualStart: dayIn(value.actual_start),
    actualFinish: dayIn(value.actual_finish),
    percent: percent === undefined ? undefined : Math.min(Math.max(percent, 0), 100),
    milestone: value.milestone === true,
    duration: durationIn(value.duration),
    estimate: estimateIn(value.estimate),
    effort: durationIn(value.effort),
    remaining: durationIn(value.remaining),
    calendar,
    assigned,
    staff: calendar === undefined ? `people ${namesIn(assigned)}` : `calendar ${calendar}`,
    after: eachOf(value.after, afterIn),
    parent: idIn(value.parent),
    phase: text(value.phase),
    wave: text(value.wave),
    constraint: text(member(value.constraint, 'type')),
    date: dayIn(member(value.constraint, 'date')),
  };
});

const NONE: readonly never[] = [];

// Most tasks have none of these: one list says so for all of them.
const eachOf = <T>(value: Json | undefined, read: (one: Json) => readonly T[]): readonly T[] =>
  value === undefined ? NONE : fitted(list(value).flatMap(read));
const estimateIn = (value: Json | undefined): readonly Duration[] =>
  value === undefined ? NONE : POINTS.flatMap((name) => durationIn(member(value, name)) ?? []);

export interface Progress {
  /** 0 to 100. */
  readonly percent: number;
  readonly started: boolean;
  readonly done: boolean;
}

/** How far a task without parts is by a day: what is dated later has not happened yet. */
export function progressOf({ actualStart, actualFinish, percent = 0 }: Words, by: Day): Progress {
  const happened = (one: Day | undefined): boolean => one !== undefined && one <= by;
  const done = happened(actualFinish) || percent === 100;
  const started = done || happened(actualStart) || percent > 0;
  return { percent: done ? 100 : started ? percent : 0, started, done };
}

export const durationIn = (value: Json | undefined): Duration | undefined => parseDuration(text(value) ?? '');

const dayIn = (value: Json | undefined): Day | undefined => (typeof value === 'string' ? dayNumber(value) : undefined);
const idIn = (value: Json | undefined): string | undefined => (typeof value === 'string' ? nfc(value) : undefined);
const namesIn = (assigned: readonly Assigned[]): string =>
  assigned
    .map(({ person }) => person)
    .sort()
    .join('\n');

function afterIn(one: Json): readonly After[] {
  const task = idIn(one) ?? idIn(member(one, 'task'));
  const type = text(member(one, 'type')) ?? 'FS';
  if (task === undefined) return [];
  return [{ task, type: TYPES.has(type) ? (type as LinkType) : 'FS', lag: durationIn(member(one, 'lag')) }];
}
