// The network after an edit: the one before with other links and parts at few activities. The order in which activities are asked
// still holds as long as whatever is new leads forward in it.
import { type Activity, type Follower, type Followers, type Link, type Network, networkOf } from './network';

/** Activities that may wait for something else without the whole network being made again. */
const FEW = 64;

/** The network of activities: the one `before` it with what differs, where that is little. */
export const networkAfter = (activities: readonly Activity[], before: Network | undefined): Network =>
  (before && mended(before, activities)) ?? networkOf(activities);

/** Undefined where the order may not hold any more, or circles may be others. */
function mended(before: Network, activities: readonly Activity[]): Network | undefined {
  if (before.activities.length !== activities.length) return undefined;
  const others: number[] = [];
  for (let at = 0; at < activities.length; at++)
    if (isLinkedOtherwise(activities, before.activities, at)) others.push(at);
  if (!others.length) return { ...before, activities };
  if (others.length > FEW) return undefined;
  const place = placesIn(before.order);
  const mayClose = closing(before, place);
  const circular = new Set(before.circles.flat());
  const links = [...before.links];
  for (const at of others) {
    const { links: own, parts } = activities[at] as Activity;
    const led = [...own.map(({ from }) => from), ...parts];
    const was = new Set([...(before.links[at] ?? []).map(({ from }) => from), ...(before.activities[at]?.parts ?? [])]);
    const holds = (from: number): boolean =>
      was.has(from) || ((place[from] ?? 0) < (place[at] ?? 0) && !mayClose(from));
    if (circular.has(at) || !led.every(holds)) return undefined;
    links[at] = own;
  }
  return {
    ...before,
    activities,
    links,
    followers: followersWith(before, links, others),
    above: summariesWith(before, activities, others),
  };
}

function isLinkedOtherwise(now: readonly Activity[], before: readonly Activity[], at: number): boolean {
  const [a, b] = [now[at], before[at]];
  return a !== b && (a?.links !== b?.links || a?.parts !== b?.parts);
}

function placesIn(order: readonly number[]): Int32Array {
  const place = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) place[order[at] ?? 0] = at;
  return place;
}

/**
 * Tells whether a way forward from an activity may come to be part of a circle. Only the links that were left out lead back, each
 * from one member of a circle to another: the way must begin behind the first of them and before the last.
 */
function closing({ circles }: Network, place: Int32Array): (from: number) => boolean {
  const stretches = circles.map((members) => {
    const places = members.map((at) => place[at] ?? 0);
    return { first: Math.min(...places), last: Math.max(...places) };
  });
  return (from) => {
    const at = place[from] ?? 0;
    return stretches.some(({ first, last }) => first <= at && at < last);
  };
}

function followersWith(before: Network, links: readonly (readonly Link[])[], others: readonly number[]): Followers {
  const followers = [...before.followers];
  for (const to of others) {
    const touched = new Set([...(before.links[to] ?? []), ...(links[to] ?? [])].map(({ from }) => from));
    for (const from of touched) {
      const own = (links[to] ?? []).filter((link) => link.from === from).map((link): Follower => ({ to, link }));
      const rest = (followers[from] ?? []).filter((one) => one.to !== to);
      followers[from] = [...rest, ...own].sort((a, b) => a.to - b.to);
    }
  }
  return followers;
}

function summariesWith(before: Network, activities: readonly Activity[], others: readonly number[]): Int32Array {
  if (others.every((at) => activities[at]?.parts === before.activities[at]?.parts)) return before.above;
  const above = before.above.slice();
  for (const at of others)
    for (const part of before.activities[at]?.parts ?? []) if (above[part] === at) above[part] = -1;
  for (const at of others) for (const part of activities[at]?.parts ?? []) above[part] = at;
  return above;
}
