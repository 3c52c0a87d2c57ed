// Lists: whether two are the same, what two versions share at their ends, and putting many elements behind each other.

export interface Ends {
  /** How many elements at the beginning are the same. */
  readonly front: number;
  /** How many at the end, not counting those of the front. */
  readonly back: number;
}

/** The shared ends of lists of `a` and `b` elements; `same(i, j)` compares the i-th of one with the j-th of the other. */
export function sharedEnds(a: number, b: number, same: (i: number, j: number) => boolean): Ends {
  const shorter = Math.min(a, b);
  let front = 0;
  while (front < shorter && same(front, front)) front++;
  let back = 0;
  while (back < shorter - front && same(a - 1 - back, b - 1 - back)) back++;
  return { front, back };
}

/** The ends at which two lists hold the very same elements. Walked for every edit of a long list, so it asks no function. */
export function sameEnds(a: readonly unknown[], b: readonly unknown[]): Ends {
  const shorter = Math.min(a.length, b.length);
  let front = 0;
  while (front < shorter && a[front] === b[front]) front++;
  let back = 0;
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  return { front, back };
}

/** The list with room for no more than it holds, to be kept: one that was pushed to from nothing has room for seventeen. */
export const fitted = <T>(list: readonly T[]): readonly T[] => list.slice();

/** Puts all of `more` behind `list`. Spreading them into `push` would put each on the stack, which has room for some 100,000. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

/** Whether two lists have the very same elements. */
export const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((one, at) => one === b[at]));
