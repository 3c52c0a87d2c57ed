// Issues and what else waits to be done: open, late, and within the service level or not.
import { decimal } from '../base/decimal';
import { type Message, say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { isDone, droppedAs } from '../project/state';
import { asOf, day, happened, is, text } from '../project/values';
import type { World } from '../project/world';
import { type Standing, slaStanding, type Target } from '../schedule/sla-clock';
import { projectCalendar } from '../schedule/calendar';
import { instantIn, zoneClock } from '../schedule/time-zone';
import { type Filter, rowsOf } from './filter';
import { countOf, type Figure, type Metric, notAvailable, quotient } from './metric';

const filters = ['wave', 'module', 'org'] as const;

const reported = (world: World, filter: Filter): readonly Entity[] =>
  rowsOf(world.project, 'issues', filter).filter((one) => happened(world, one, 'reported_at'));

// Closed for good, unless it came back.
const isOpen = (issue: Entity): boolean => !is(issue, 'status', 'verified', 'closed');

/** The end of the day that figures refer to, or now where it is today. */
export function instantOf(world: World): number {
  if (world.settings.statusDate === undefined) return world.now;
  const clock = zoneClock(projectCalendar(world.project).timeZone ?? 'UTC');
  return clock ? clock.instantOf(asOf(world) + 1, 0) : world.now;
}

function serviceLevel(target: Target) {
  return (world: World, filter: Filter): Figure => {
    const now = instantOf(world);
    const standings = reported(world, filter).map((issue) => ({
      issue,
      stands: slaStanding(world.project, issue, target, now),
    }));
    const state = ({ stands }: { stands: Standing }) => (stands.kind === 'counted' ? stands.state : undefined);
    const met = standings.filter((one) => state(one) === 'met').map(({ issue }) => issue);
    const breached = standings.filter((one) => state(one) === 'breached').map(({ issue }) => issue);
    if (!met.length && !breached.length) return notAvailable(say('metric.no-sla'));
    return quotient(met.length, met.length + breached.length, [...breached, ...met], breached);
  };
}

function medianHours(world: World, filter: Filter): Figure {
  const clock = zoneClock(projectCalendar(world.project).timeZone ?? 'UTC');
  if (!clock) return notAvailable(say('metric.bad-zone'));
  const times = reported(world, filter).flatMap((issue) => {
    const from = instantIn(clock, text(issue.value.reported_at) ?? '');
    const to = instantIn(clock, text(issue.value.resolved_at) ?? '');
    return from === undefined || to === undefined || to < from
      ? []
      : [{ issue, minutes: Math.round((to - from) / 60_000) }];
  });
  if (!times.length) return notAvailable(say('metric.nothing'));
  const sorted = times.sort((a, b) => a.minutes - b.minutes);
  const at = (index: number): number => sorted[index]?.minutes ?? 0;
  const half = sorted.length >> 1;
  const median = sorted.length % 2 ? at(half) : (at(half - 1) + at(half)) / 2;
  const value = decimal(Math.round((median / 60) * 10_000) / 10_000);
  const steps: readonly Message[] = [say('metric.step-median', { count: sorted.length, minutes: median })];
  return value
    ? { kind: 'known', value, steps, inputs: sorted.map(({ issue }) => issue) }
    : notAvailable(say('metric.nothing'));
}

const MONTH = 30;

function firstMonth(world: World, filter: Filter): Figure {
  const { project } = world;
  const live = project.table('waves').filter((one) => {
    const wanted = filter.get('wave');
    return day(one, 'actual') !== undefined && (wanted === undefined || one.id === wanted);
  });
  if (!live.length) return notAvailable(say('metric.no-wave-live'));
  const counted = reported(world, filter).filter((issue) =>
    live.some((wave) => {
      const [start = 0, at] = [day(wave, 'actual'), day(issue, 'reported_at')];
      return (
        issue.value.wave === wave.id &&
        is(issue, 'type', 'incident') &&
        at !== undefined &&
        at >= start &&
        at < start + MONTH
      );
    }),
  );
  return countOf(counted, live);
}

export const issueMetrics: readonly Metric[] = [
  {
    id: 'issues.open-critical',
    name: say('metric.issues.open-critical'),
    unit: 'count',
    formula: say('formula.issues.open-critical'),
    source: say('source.itil'),
    filters,
    compute: (world, filter) =>
      countOf(
        reported(world, filter).filter((one) => is(one, 'severity', 'critical') && isOpen(one)),
        world.project.table('issues'),
      ),
  },
  {
    id: 'issues.resolution-time',
    name: say('metric.issues.resolution-time'),
    unit: 'hours',
    formula: say('formula.issues.resolution-time'),
    source: say('source.itil'),
    filters,
    compute: medianHours,
  },
  {
    id: 'issues.sla-response',
    name: say('metric.issues.sla-response'),
    unit: 'percent',
    formula: say('formula.issues.sla'),
    source: say('source.itil'),
    filters,
    compute: serviceLevel('response'),
  },
  {
    id: 'issues.sla-resolution',
    name: say('metric.issues.sla-resolution'),
    unit: 'percent',
    formula: say('formula.issues.sla'),
    source: say('source.itil'),
    filters,
    compute: serviceLevel('resolution'),
  },
  {
    id: 'issues.incidents-first-month',
    name: say('metric.issues.incidents-first-month'),
    unit: 'count',
    formula: say('formula.issues.incidents-first-month'),
    source: say('source.kpi'),
    filters: ['wave'],
    compute: firstMonth,
  },
  {
    id: 'changes.pending',
    name: say('metric.changes.pending'),
    unit: 'count',
    formula: say('formula.changes.pending'),
    source: say('source.pmbok-change'),
    filters: [],
    compute: ({ project }) =>
      countOf(
        project.table('change-requests').filter((one) => is(one, 'status', 'submitted', 'assessed')),
        project.table('change-requests'),
      ),
  },
  {
    id: 'actions.overdue',
    name: say('metric.actions.overdue'),
    unit: 'count',
    formula: say('formula.actions.overdue'),
    source: say('source.pmbok-change'),
    filters: [],
    compute: (world) =>
      countOf(
        world.project
          .table('actions')
          .filter((one) => !isDone(one) && droppedAs(one) === undefined)
          .filter((one) => (day(one, 'due') ?? Number.POSITIVE_INFINITY) < asOf(world)),
        world.project.table('actions'),
      ),
  },
];
