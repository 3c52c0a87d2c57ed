// The clock of a service level on one issue: how much of the time allowed is used up, when it will be, and whether the
// target was met. Holds stop the clock; so does a resolution until the issue is reopened.
//
// A day without a time counts as its first moment. `resolved_at` is the latest resolution: where the issue was reopened
// before it, what lay between is not recorded and counts, unless it stands among the holds.
import type { Entity } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { type Json, member } from '../schema/json';
import { type Calendar, calendarNamed } from './calendar';
import { inMinutes, parseDuration } from './duration';
import { always, dailyWindow, type Hours, type ServiceWindow } from './service-window';
import { type Instant, instantIn, type ZoneClock, zoneClock } from './time-zone';

export type Target = 'response' | 'resolution';

export type Standing =
  | {
      readonly kind: 'counted';
      /** `held`: the clock stands still and time is left. */
      readonly state: 'met' | 'breached' | 'running' | 'held';
      /** Minutes of service. */
      readonly allowed: number;
      readonly used: number;
      /** When the time allowed is or was used up, if nothing stops the clock; undefined while it is held. */
      readonly due: Instant | undefined;
      /** What was asked for has come, so that nothing changes any more. */
      readonly stopped: boolean;
    }
  /** The issue has no service level, it sets no such target, or what it says cannot be counted. */
  | { readonly kind: 'none'; readonly why: 'no-sla' | 'no-target' | 'bad-zone' | 'bad-time' };

const NO_ZONE = 'UTC';
const TWELVE: Hours = { from: 8 * 60, to: 20 * 60 };
const NINE = 9 * 60;
const EVERY_DAY = { isWorked: () => true, week: 7 };

/** Where an issue stands against its service level at a moment. */
export function slaStanding(project: Project, issue: Entity, target: Target, now: Instant): Standing {
  const id = text(issue.value.sla);
  const sla = id === undefined ? undefined : lookUp(project, SLAS, id);
  if (!sla) return { kind: 'none', why: 'no-sla' };
  const calendar = calendarNamed(project, text(sla.value.calendar));
  const clock = zoneClock(text(sla.value.time_zone) ?? calendar.timeZone ?? NO_ZONE);
  if (!clock) return { kind: 'none', why: 'bad-zone' };
  const limits = target === 'response' ? sla.value.respond_within : sla.value.resolve_within;
  const duration = parseDuration(text(member(limits, text(issue.value.severity) ?? '')) ?? '');
  if (!duration) return { kind: 'none', why: 'no-target' };
  // Calendar days pass at night as well.
  const window = duration.unit === 'cd' || duration.unit === 'cw' ? always : windowOf(sla.value, calendar, clock);
  const runs = runningSpans(issue.value, target, clock, now);
  if (!runs) return { kind: 'none', why: 'bad-time' };
  return counted(runs, window, inMinutes(duration, window.day, window.week));
}

const SLAS = 'slas';

/** The hours of a service level. */
function windowOf(sla: Json, calendar: Calendar, clock: ZoneClock): ServiceWindow {
  const named = text(member(sla, 'window'));
  const kind = named ?? (member(sla, 'calendar') === undefined ? '7x24' : 'working');
  const own = hoursOf(member(sla, 'hours'));
  if (kind === '7x12') return dailyWindow(clock, own ?? TWELVE, EVERY_DAY);
  if (kind !== 'working') return always;
  return dailyWindow(clock, own ?? { from: NINE, to: Math.min(1440, NINE + calendar.hours * 60) }, calendar);
}

interface Runs {
  /** Spans in which the clock runs, in order; the last may have no end. */
  readonly spans: readonly { readonly from: Instant; readonly to: Instant | undefined }[];
  /** The work is done: the clock has stopped for good. */
  readonly stopped: boolean;
  readonly now: Instant;
}

function runningSpans(issue: Entity['value'], target: Target, clock: ZoneClock, now: Instant): Runs | undefined {
  const at = (value: Json | undefined): Instant | undefined =>
    typeof value === 'string' ? instantIn(clock, value) : undefined;
  const start = at(issue.reported_at);
  const end = at(target === 'response' ? issue.responded_at : issue.resolved_at);
  if (start === undefined || (end !== undefined && end < start)) return undefined;
  // What happens after the moment asked for is not known yet.
  const stop = end !== undefined && end <= now ? end : undefined;
  const again =
    target === 'resolution' && stop !== undefined
      ? list(issue.reopened_at)
          .flatMap((one) => at(one) ?? [])
          .filter((one) => one > stop && one <= now)
      : [];
  const reopened = again.length ? Math.min(...again) : undefined;
  const spans = [{ from: start, to: stop }, ...(reopened === undefined ? [] : [{ from: reopened, to: undefined }])];
  const holds = list(issue.holds).flatMap((one) => {
    const from = at(member(one, 'from'));
    const to = at(member(one, 'to'));
    if (from === undefined || from > now) return [];
    return [{ from, to: to === undefined || to > now ? Number.POSITIVE_INFINITY : to }];
  });
  return { spans: without(spans, holds), stopped: stop !== undefined && reopened === undefined, now };
}

type Span = { readonly from: Instant; readonly to: Instant | undefined };

/** The spans without the holds in them. */
function without(spans: readonly Span[], holds: readonly { from: Instant; to: Instant }[]): readonly Span[] {
  return holds.reduce<readonly Span[]>(
    (left, hold) =>
      left.flatMap(({ from, to }) => {
        const end = to ?? Number.POSITIVE_INFINITY;
        if (hold.to <= from || hold.from >= end) return [{ from, to }];
        return [
          ...(hold.from > from ? [{ from, to: hold.from }] : []),
          ...(hold.to < end ? [{ from: hold.to, to }] : []),
        ];
      }),
    spans,
  );
}

function counted({ spans, stopped, now }: Runs, window: ServiceWindow, allowed: number): Standing {
  let used = 0;
  let due: Instant | undefined;
  for (const { from, to } of spans) {
    const left = allowed - used;
    const open = to === undefined;
    const end = to ?? Math.max(from, now);
    const here = window.minutesBetween(from, end);
    if (due === undefined && left >= 0 && (open || here > left)) due = window.add(from, left);
    used += here;
  }
  const isRunning = spans.some(({ to }) => to === undefined);
  const state = used > allowed ? 'breached' : stopped ? 'met' : isRunning ? 'running' : 'held';
  return { kind: 'counted', state, allowed, used, due, stopped };
}

function hoursOf(value: Json | undefined): Hours | undefined {
  const [from, to] = [minutesOf(member(value, 'from')), minutesOf(member(value, 'to'))];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function minutesOf(value: Json | undefined): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text(value) ?? '') ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
