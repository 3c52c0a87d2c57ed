// The cutover of a wave, minute by minute: when each step begins and ends, whether all of it fits the window, who would have to
// be in two places, and how long going back takes. The critical path method on a clock that never stops; steps that were
// done move what follows.
import { keptAlone } from '../base/kept';
import { nfc } from '../base/text';
import { finish as finished } from '../base/work';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { list, text } from '../project/values';
import { type Json, member } from '../schema/json';
import { numbersOf } from './frame';
import { projectCalendar } from './calendar';
import { inMinutes } from './duration';
import { type Activity, type Link, networkOf } from './network';
import { type Dates, scheduleNetwork } from './passes';
import { durationIn } from './task-words';
import { type Instant, instantIn, type ZoneClock, zoneClock } from './time-zone';
import { everyDay } from './timeline';

const STEPS = 'cutover-steps';
const MINUTE = 60_000;
const DAY = 86_400_000;

export interface Step {
  readonly step: Entity;
  readonly start: Instant;
  readonly finish: Instant;
  /** When its own `start` says that it begins. */
  readonly wanted: Instant | undefined;
  /** Minutes that it may slip before the last step does, or the window closes. */
  readonly float: number | undefined;
  readonly critical: boolean;
  readonly isDone: boolean;
  /** Minutes planned, and those that the latest rehearsal took. */
  readonly planned: number;
  readonly rehearsed: number | undefined;
  /** Minutes to take it back; undefined for a step that nothing takes back. */
  readonly rollback: number | undefined;
  readonly after: readonly Entity[];
}

export interface Clash {
  readonly performer: string;
  readonly steps: readonly [Entity, Entity];
  /** Minutes that both of them want. */
  readonly minutes: number;
}

export interface Cutover {
  readonly wave: Entity;
  /** In the order in which they begin. */
  readonly steps: readonly Step[];
  readonly window: { readonly from: Instant; readonly to: Instant } | undefined;
  readonly finish: Instant;
  /** Minutes between the end of the last step and that of the window, below zero when it is late. */
  readonly slack: number | undefined;
  readonly clashes: readonly Clash[];
  /** Minutes that going back takes when all that can be taken back was done: the longest way through the rollbacks. */
  readonly rollback: number;
  /** The last moment at which one can still turn back and be done within the window, and before what cannot be taken back. */
  readonly lastSafe: Instant | undefined;
  readonly circles: readonly (readonly Entity[])[];
}

/** The cutover of a wave as it is planned, or as far as it has come. `now` is what time it is. */
export function cutoverOf(project: Project, wave: Entity, now: Instant): Cutover {
  const clock = clockOf(project);
  const steps = stepsOf(project).filter(({ value }) => nfc(text(value.wave) ?? '') === wave.id);
  const window = windowOf(wave, clock);
  const origin = window?.from ?? timeIn(clock, wave.value.go_live) ?? 0;
  const last = latestWord(steps, clock);
  // What is under way goes on now; what is planned is not late before anything was begun.
  const status = last === undefined ? undefined : Math.max(last, Math.min(now, window?.to ?? now));
  const network = networkOf(activitiesOf(steps, { clock, origin, end: window?.to, status }));
  const terms = { start: origin / DAY, status: undefined, measure: everyDay };
  const { dates, finish } = finished(scheduleNetwork(network, terms));
  const all = steps.map((step, at) => {
    const wanted = startOf(text(step.value.start), origin, clock);
    return stepOf({ step, own: dates[at] as Dates, links: network.links[at] ?? [], steps, wanted });
  });
  const shown = [...all].sort((a, b) => a.start - b.start);
  const end = steps.length ? Math.round((finish * DAY) / MINUTE) * MINUTE : origin;
  const rollback = rollbackOf(all, network.links);
  return {
    wave,
    steps: shown,
    window,
    finish: end,
    slack: window && minutes(window.to - end),
    clashes: clashesIn(shown),
    rollback,
    lastSafe: window && lastSafe(all, window.to, rollback),
    circles: network.circles.map((members) => members.map((at) => steps[at] as Entity)),
  };
}

const stepsOf = (project: Project): readonly Entity[] => project.table(STEPS);

const clockOf = keptAlone((project: Project): ZoneClock => {
  const zone = projectCalendar(project).timeZone;
  return (zone === undefined ? undefined : zoneClock(zone)) ?? (zoneClock('UTC') as ZoneClock);
});

/** Moments as the clock of the project reads, such as `2026-12-05 18:30`. */
export const clockText =
  (project: Project) =>
  (at: Instant): string =>
    new Date(at + clockOf(project).offsetAt(at) * MINUTE).toISOString().slice(0, 16).replace('T', ' ');

function windowOf({ value }: Entity, clock: ZoneClock): Cutover['window'] {
  const [from, to] = ['from', 'to'].map((name) => timeIn(clock, member(value.window, name)));
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** When something was last said of how the real cutover goes. */
function latestWord(steps: readonly Entity[], clock: ZoneClock): Instant | undefined {
  const words = steps.flatMap(({ value }) =>
    ['started', 'finished'].flatMap((name) => timeIn(clock, member(value.actual, name)) ?? []),
  );
  return words.length ? Math.max(...words) : undefined;
}

interface Terms {
  readonly clock: ZoneClock;
  readonly origin: Instant;
  readonly end: Instant | undefined;
  readonly status: Instant | undefined;
}

function activitiesOf(steps: readonly Entity[], { clock, origin, end, status }: Terms): readonly Activity[] {
  const numbers = numbersOf(steps);
  return steps.map(({ value }): Activity => {
    const links = list(value.after).flatMap((one): readonly Link[] => {
      const from = numbers.get(nfc(text(one) ?? ''));
      return from === undefined ? [] : [{ from, type: 'FS', lag: 0, line: everyDay }];
    });
    const start = startOf(text(value.start), origin, clock);
    const duration = minutesOf(value.duration) / 1440;
    const [began, done] = ['started', 'finished'].map((name) => timeIn(clock, member(value.actual, name)));
    const finish = done === undefined ? {} : { finish: done / DAY };
    const begin = began ?? (done === undefined ? undefined : done - duration * DAY);
    const left = began === undefined ? 0 : Math.max(0, duration - ((status ?? began) - began) / DAY);
    const actual = begin === undefined ? {} : { actual: { start: begin / DAY, remaining: left, ...finish } };
    // What has not begun by now begins now at the earliest.
    const from = Math.max(start ?? Number.NEGATIVE_INFINITY, status ?? Number.NEGATIVE_INFINITY);
    return {
      duration,
      line: everyDay,
      links,
      bounds: {
        ...(links.length || start === undefined ? {} : { place: start / DAY }),
        ...(Number.isFinite(from) ? { startFrom: from / DAY } : {}),
        ...(end === undefined ? {} : { finishBy: end / DAY }),
      },
      parts: [],
      ...actual,
    };
  });
}

const timeIn = (clock: ZoneClock, value: Json | undefined): Instant | undefined => instantIn(clock, text(value) ?? '');

const minutesOf = (value: Json | undefined): number => {
  const found = durationIn(value);
  return found ? Math.max(0, inMinutes(found, 480, 5)) : 0;
};

/** `T`, `T-2h`, `T+30min`, or a date and time. */
function startOf(written: string | undefined, origin: Instant, clock: ZoneClock): Instant | undefined {
  if (written === undefined) return undefined;
  const [, sign, length] = /^T(?:([-+])(.+))?$/.exec(written) ?? [];
  if (sign === undefined) return written === 'T' ? origin : instantIn(clock, written);
  return origin + (sign === '-' ? -1 : 1) * minutesOf(length ?? '') * MINUTE;
}

const minutes = (milliseconds: number): number => Math.round(milliseconds / MINUTE);

interface Computed {
  readonly step: Entity;
  readonly own: Dates;
  readonly links: readonly Link[];
  readonly steps: readonly Entity[];
  readonly wanted: Instant | undefined;
}

function stepOf({ step, own, links, steps, wanted }: Computed): Step {
  const { value } = step;
  const at = (day: number): Instant => Math.round((day * DAY) / MINUTE) * MINUTE;
  const irreversible = value.point_of_no_return === true;
  return {
    step,
    start: at(own.start),
    finish: at(own.finish),
    wanted,
    float: own.totalFloat === undefined ? undefined : Math.round(own.totalFloat * 1440),
    critical: own.critical,
    isDone: own.totalFloat === undefined,
    planned: minutesOf(value.duration),
    rehearsed: rehearsalOf(step),
    rollback: irreversible ? undefined : minutesOf(value.rollback_duration),
    after: links.flatMap(({ from }) => steps[from] ?? []),
  };
}

/** Minutes that the latest rehearsal with both times took. */
function rehearsalOf({ value }: Entity): number | undefined {
  const taken = list(value.rehearsals).flatMap((one) => {
    const [from, to] = ['started', 'finished'].map((name) => Date.parse(text(member(one, name)) ?? ''));
    const day = text(member(one, 'date')) ?? '';
    return Number.isFinite(from) && Number.isFinite(to) ? [{ day, minutes: minutes((to ?? 0) - (from ?? 0)) }] : [];
  });
  return taken.sort((a, b) => (a.day < b.day ? -1 : 1)).at(-1)?.minutes;
}

/** Two steps of one performer at the same time. */
function clashesIn(steps: readonly Step[]): readonly Clash[] {
  const found: Clash[] = [];
  const byPerformer = new Map<string, Step[]>();
  for (const one of steps) {
    const performer = text(one.step.value.performer);
    if (performer === undefined) continue;
    const before = byPerformer.get(performer) ?? [];
    byPerformer.set(performer, [...before, one]);
    for (const other of before) {
      const both = minutes(Math.min(one.finish, other.finish) - Math.max(one.start, other.start));
      if (both > 0) found.push({ performer, steps: [other.step, one.step], minutes: both });
    }
  }
  return found;
}

/** The longest way through the rollbacks, each of which waits for those of the steps behind it. */
function rollbackOf(steps: readonly Step[], links: readonly (readonly Link[])[]): number {
  const behind = steps.map((): number[] => []);
  for (const [to, all] of links.entries()) for (const { from } of all) behind[from]?.push(to);
  const longest = new Array<number | undefined>(steps.length);
  const way = (at: number): number => {
    const known = longest[at];
    if (known !== undefined) return known;
    // Links are free of circles here; this only keeps a mistake from going round.
    longest[at] = 0;
    const own = steps[at]?.rollback ?? 0;
    return (longest[at] = own + Math.max(0, ...(behind[at] ?? []).map(way)));
  };
  return Math.max(0, ...steps.map((_, at) => way(at)));
}

function lastSafe(steps: readonly Step[], end: Instant, rollback: number): Instant {
  const irreversible = steps.filter((one) => one.rollback === undefined).map(({ start }) => start);
  return Math.min(end - rollback * MINUTE, ...irreversible);
}
