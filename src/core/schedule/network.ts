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
  readonly followers: Followers;
  /** The summary above each activity, -1 for none. */
  readonly above: Int32Array;
  /** Activities that wait for each other in a circle; the links among them are left out. */
  readonly circles: readonly (readonly number[])[];
}

/** What waits for an activity, and by which link. */
export interface Follower {
  readonly to: number;
  readonly link: Link;
}

/** By the number of what is waited for; in the order of those that wait. */
export type Followers = readonly (readonly Follower[])[];

export const NO_FOLLOWERS: readonly Follower[] = [];

export function networkOf(activities: readonly Activity[]): Network {
  // What waits for itself is a circle that takes no search.
  const alone: (readonly number[])[] = [];
  const links = activities.map(({ links: own }, at) => {
    if (!own.some(({ from }) => from === at)) return own;
    alone.push([at]);
    return own.filter(({ from }) => from !== at);
  });
  const straight = { activities, links, followers: followersOf(links), above: summariesOf(activities), circles: alone };
  const order = straightOrder(straight);
  return order.length === activities.length ? { ...straight, order } : withCircles({ ...straight, order });
}

function followersOf(links: readonly (readonly Link[])[]): Followers {
  const found = new Array<Follower[] | readonly Follower[]>(links.length).fill(NO_FOLLOWERS);
  for (let to = 0; to < links.length; to++)
    for (const link of links[to] ?? []) {
      if (found[link.from] === NO_FOLLOWERS) found[link.from] = [{ to, link }];
      else (found[link.from] as Follower[]).push({ to, link });
    }
  return found;
}

/** An order of all that waits in no circle, nor for one (A. Kahn, Topological sorting of large networks, 1962). */
function straightOrder({ activities, links, followers, above }: Omit<Network, 'order'>): readonly number[] {
  const waits = new Int32Array(activities.length);
  const order: number[] = [];
  for (let at = 0; at < activities.length; at++) {
    waits[at] = (links[at]?.length ?? 0) + (activities[at]?.parts.length ?? 0);
    if (!waits[at]) order.push(at);
  }
  const release = (at: number): void => {
    const left = number(waits, at) - 1;
    waits[at] = left;
    if (left === 0) order.push(at);
  };
  // The list grows while it is walked.
  for (let next = 0; next < order.length; next++) {
    const at = order[next] ?? 0;
    for (const { to } of followers[at] ?? NO_FOLLOWERS) release(to);
    const summary = number(above, at);
    if (summary >= 0) release(summary);
  }
  return order;
}

function summariesOf(activities: readonly Activity[]): Int32Array {
  const above = new Int32Array(activities.length).fill(-1);
  for (let at = 0; at < activities.length; at++)
    for (const part of activities[at]?.parts ?? []) if (above[part] === -1) above[part] = at;
  return above;
}

export const number = (numbers: Int32Array, at: number): number => numbers[at] ?? 0;

/** The rest is searched: what waits in circles, and for them. */
function withCircles(network: Network): Network {
  const { activities, links: straight, order: before, circles: alone } = network;
  const isBefore = new Uint8Array(activities.length);
  for (const at of before) isBefore[at] = 1;
  const ahead = new Map<number, readonly number[]>();
  for (const [at, { parts }] of activities.entries())
    if (!isBefore[at])
      ahead.set(
        at,
        [...(straight[at] ?? []).map(({ from }) => from), ...parts].filter((one) => !isBefore[one]),
      );
  // By their numbers, so that the same circle is walked the same way wherever it is come to.
  const found = finish(components(ahead)).map((members) => [...members].sort((a, b) => a - b));
  const circles = found.filter((members) => members.length > 1);
  const circleOf = new Map(circles.flatMap((members) => members.map((one) => [one, members] as const)));
  const links = [...straight];
  for (const [at, circle] of circleOf)
    links[at] = (straight[at] ?? []).filter(({ from }) => circleOf.get(from) !== circle);
  // Components come behind those that they lead to. In a circle a summary comes behind its parts.
  const rest = found.flatMap((members) => (members.length > 1 ? deepestLast(activities, members) : members));
  return {
    ...network,
    order: [...before, ...rest],
    links,
    followers: followersOf(links),
    circles: [...alone.filter(([at]) => at !== undefined && !circleOf.has(at)), ...circles],
  };
}

function deepestLast(activities: readonly Activity[], members: readonly number[]): readonly number[] {
  const depths = new Map(members.map((at) => [at, depth(activities, at)]));
  return [...members].sort((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0));
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
