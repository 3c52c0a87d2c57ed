// Which items of a register's version others took the place of in the next. Versions differ in a few lines each, so bytes
// are compared, at the speed of memory, and only those of the items that changed are decoded.
import { isUtf8 } from 'node:buffer';
import { bytesIn, type Pieces, shared } from './git/pieces';

/** A version of which it is known where its items stand. */
export interface Placed {
  readonly bytes: Pieces;
  /** Where each item begins in the bytes, and behind them where the last one ends. */
  readonly at: readonly number[];
}

/** A stretch of items that changed, and the bytes that stand there now. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** Bytes of a stretch, and how many stretches, beyond which all of a file is read: it knows items that only moved. */
const LONG = 64 * 1024;
const MANY = 64;
/** Items behind one that changed among which the next unchanged one is looked for, and how many bytes further on. */
const AHEAD = 6;
const AROUND = 16 * 1024;
/** The same where it nearly always is. */
const NEAR = 512;
/** Bytes of an item by which it is found again. */
const SIGN = 64;

// Not what may be UTF-16, and nothing that the core drops or says something about.
export const isPlain = (bytes: Buffer): boolean =>
  isUtf8(bytes) && !bytes.includes(0) && !bytes.includes(13) && !bytes.includes('\ufeff');

/** The text of a stretch; undefined where it is long, or no plain UTF-8. */
export function plainText(bytes: Pieces, from: number, to: number): string | undefined {
  const part = to - from > LONG ? undefined : bytesIn(bytes, from, to);
  return part && isPlain(part) ? part.toString('utf8') : undefined;
}

/** Where the items stand after the stretches; `cuts` says of each where in its bytes items begin. */
export function placesAfter(
  before: readonly number[],
  stretches: readonly Stretch[],
  cuts: readonly (readonly number[])[],
): readonly number[] {
  const at: number[] = [];
  let [next, longer] = [0, 0];
  const keep = (until: number): void => {
    for (; next < until; next++) at.push((before[next] ?? 0) + longer);
  };
  for (const [i, { first, last, from, to }] of stretches.entries()) {
    keep(first);
    for (const cut of cuts[i] ?? []) at.push(from + cut);
    longer = to - (before[last] ?? 0);
    next = last;
  }
  keep(before.length);
  return at;
}

/** Outside of them both versions have the same bytes; undefined where more than items differ. */
export function stretchesOf({ bytes: old, at }: Placed, bytes: Pieces): readonly Stretch[] | undefined {
  const count = at.length - 1;
  const end = at[count] ?? 0;
  const stretches: Stretch[] = [];
  // From here on the two are yet to be compared.
  let [was, is] = [0, 0];
  for (;;) {
    const same = shared(old, bytes, was, is);
    if (was + same === old.length && is + same === bytes.length) return stretches;
    const differs = was + same;
    // Behind the items, where nothing but items may stand, more of them may come.
    if (differs < (at[0] ?? 0) || (differs >= end && end < old.length)) return undefined;
    const first = itemAt(at, differs);
    const from = is + (at[first] ?? 0) - was;
    const found = stretches.length < MANY ? again(old, at, bytes, first, from) : undefined;
    const { last, to } = found ?? restOf(old, at, bytes, first, from);
    if (to < from) return undefined;
    stretches.push({ first, last, from, to });
    [was, is] = [at[last] ?? 0, to];
    if (!found)
      return old.length - was === bytes.length - is && shared(old, bytes, was, is) === old.length - was
        ? stretches
        : undefined;
  }
}

/** The next item that is there in both, looked for near by its first bytes. */
function again(old: Pieces, at: readonly number[], bytes: Pieces, first: number, from: number) {
  for (let last = first + 1; last <= first + AHEAD && last + 1 < at.length; last++) {
    const [start = 0, end = 0] = [at[last], at[last + 1]];
    const sign = bytesIn(old, start, Math.min(end, start + SIGN));
    const near = from + start - (at[first] ?? 0);
    let found = bytesIn(bytes, from, Math.min(bytes.length, near + NEAR)).indexOf(sign);
    if (found < 0) found = bytesIn(bytes, from, Math.min(bytes.length, near + AROUND)).indexOf(sign);
    if (found >= 0) return { last, to: from + found };
  }
  return undefined;
}

/** All up to where both end alike. */
function restOf(old: Pieces, at: readonly number[], bytes: Pieces, first: number, from: number) {
  const most = Math.min(old.length - (at[first] ?? 0), bytes.length - from);
  // Where items came at the end nothing is left to compare.
  const back = most > 0 ? sharedEnd(bytesIn(old, old.length - most), bytesIn(bytes, bytes.length - most), most) : 0;
  let last = first;
  while (last < at.length - 1 && (at[last] ?? 0) < old.length - back) last++;
  return { last, to: bytes.length - (old.length - (at[last] ?? 0)) };
}

/** The last item that begins at the offset or before it. */
function itemAt(at: readonly number[], offset: number): number {
  let [low, high] = [0, at.length - 1];
  while (low < high) {
    const middle = low + ((high - low + 1) >> 1);
    if ((at[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many bytes the two share at their ends, `most` of them at most. */
function sharedEnd(a: Buffer, b: Buffer, most: number): number {
  let [low, high] = [0, most];
  for (let step = 1 << 16; low < high; ) {
    const end = Math.min(high, low + step);
    const same = a.compare(b, b.length - end, b.length - low, a.length - end, a.length - low) === 0;
    if (same) low = end;
    else if (step === 1) break;
    else [high, step] = [end, Math.max(1, step >> 2)];
  }
  return low;
}
