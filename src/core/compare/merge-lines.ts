// Three versions of a text that stands in lines, as one: for the long texts inside a field.
import { sharedEnds } from '../base/lists';
import { common } from './fields';

/** Lines compared beyond the shared ends; a longer text is left to a person. */
const FEW = 400;

type Lines = readonly string[];

/** The lines of both sides; undefined where both changed the same, or what touches it. */
export function mergeLines(base: Lines, ours: Lines, theirs: Lines): Lines | undefined {
  const [inOurs, inTheirs] = [placesIn(base, ours), placesIn(base, theirs)];
  if (!inOurs || !inTheirs) return undefined;
  const out: string[] = [];
  let [b, o, t] = [0, 0, 0];
  for (let next = 0; next <= base.length; next++) {
    const [p, q] = next === base.length ? [ours.length, theirs.length] : [inOurs.get(next), inTheirs.get(next)];
    if (p === undefined || q === undefined) continue;
    const taken = either(base.slice(b, next), ours.slice(o, p), theirs.slice(t, q));
    if (!taken) return undefined;
    out.push(...taken, ...base.slice(next, next + 1));
    [b, o, t] = [next + 1, p + 1, q + 1];
  }
  return out;
}

function either(base: Lines, ours: Lines, theirs: Lines): Lines | undefined {
  const same = (a: Lines, c: Lines): boolean => a.length === c.length && a.every((line, at) => line === c[at]);
  if (same(ours, theirs) || same(theirs, base)) return ours;
  return same(ours, base) ? theirs : undefined;
}

/** Where the lines that stayed are now, by where they were. */
function placesIn(before: Lines, after: Lines): ReadonlyMap<number, number> | undefined {
  const same = (i: number, j: number): boolean => before[i] === after[j];
  const { front, back } = sharedEnds(before.length, after.length, same);
  const [m, n] = [before.length - back, after.length - back];
  if (m - front > FEW || n - front > FEW) return undefined;
  const places = new Map<number, number>();
  for (let i = 0; i < front; i++) places.set(i, i);
  for (const [i, j] of common(front, m, front, n, same)) places.set(i, j);
  for (let k = 0; k < back; k++) places.set(m + k, n + k);
  return places;
}
