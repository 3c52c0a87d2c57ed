// The network of a plan as the critical path method sees it: activities, the links between them, what bounds them. Terms
// follow the PMBOK Guide (precedence diagramming method) and J. Kelley, M. Walker: Critical-Path Planning and Scheduling,
// 1959; summaries, constraints and progress are as planners know them from MS Project and Primavera P6.
import { components } from '../base/graph';
import { finish } from '../base/work';
import { type Instant, type Timeline, TINY } from './timeline';

export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

/** What an activity waits for: an end of another one, and a time between them. */
export interface Link {
  /** The number of the predecessor. */
  readonly from: number;
  readonly type: LinkType;
  /** In days of `line`; negative for a lead. */
  readonly lag: number;
  readonly line: Timeline;
}

/** Dates that bind besides the links. Starts are beginnings of days, finishes are ends. */
export interface Bounds {
  /** Where an activity without predecessors of its own was put. */
  readonly place?: Instant | undefined;
  readonly startFrom?: Instant | undefined;
  readonly startBy?: Instant | undefined;
  readonly finishFrom?: Instant | undefined;
  readonly finishBy?: Instant | undefined;
  /** Must start, must finish: whatever the links say. */
  readonly start?: Instant | undefined;
  readonly finish?: Instant | undefined;
  readonly late?: boolean;
}

export interface Actual {
  readonly start: Instant;
  readonly finish?: Instant | undefined;
  readonly remaining: number;
}

export interface Activity {
  /** In days of `line`; 0 for a milestone. */
  readonly duration: number;
  readonly line: Timeline;
  readonly links: readonly Link[];
  readonly bounds: Bounds;
  /** What has happened: work that began, what is left of it, work that is over. */
  readonly actual?: Actual | undefined;
  /** The numbers of the activities that a summary sums up; empty for one that is none. */
  readonly parts: readonly number[];
}

/** Activities in an order in which each comes behind all that it waits for, and the links that hold. */
export interface Network {
  readonly activities: readonly Activity[];
  readonly order: readonly number[];
  readonly links: readonly (readonly Link[])[];
  /** Activities that wait for each other in a circle; the links among them are left out. */
  readonly circles: readonly (readonly number[])[];
}

export function networkOf(activities: readonly Activity[]): Network {
  const ahead = new Map(activities.map((one, at) => [at, [...one.links.map(({ from }) => from), ...one.parts]]));
  const found = finish(components(ahead));
  const circleOf = new Map<number, readonly number[]>();
  const circles = found.filter(
    (members) => members.length > 1 || ahead.get(members[0] ?? -1)?.includes(members[0] ?? -1),
  );
  for (const members of circles) for (const one of members) circleOf.set(one, members);
  const links = activities.map(({ links: all }, at) => {
    const circle = circleOf.get(at);
    return circle ? all.filter(({ from }) => circleOf.get(from) !== circle) : all;
  });
  // Components come behind those that they lead to. In a circle a summary comes behind its parts.
  const order = found.flatMap((members) => [...members].sort((a, b) => depth(activities, a) - depth(activities, b)));
  return { activities, order, links, circles };
}

// 0 without parts, else more than any of them.
function depth(activities: readonly Activity[], at: number, above: ReadonlySet<number> = new Set()): number {
  const parts = activities[at]?.parts ?? [];
  if (!parts.length || above.has(at)) return 0;
  const inside = new Set([...above, at]);
  return 1 + Math.max(...parts.map((part) => depth(activities, part, inside)));
}

/** An instant moved by a lag: the first one that is so much later. */
export const later = (at: Instant, { lag, line }: Pick<Link, 'lag' | 'line'>): Instant =>
  Math.abs(lag) < TINY ? at : line.end(line.workedBy(at) + lag);

/** The last instant that moved by the lag is no later than this. */
export const earlier = (at: Instant, { lag, line }: Pick<Link, 'lag' | 'line'>): Instant =>
  Math.abs(lag) < TINY ? at : line.begin(line.workedBy(at) - lag);
