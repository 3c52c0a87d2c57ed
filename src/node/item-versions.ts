// Versions of a register's bytes: which items of one version others took the place of in the next. Versions differ in a
// few lines each, so bytes are compared, at the speed of memory, and only those of the items that changed are decoded.
import { isUtf8 } from 'node:buffer';
import type { FileIndex } from '../core/project/file-index';
import { type Items, itemsOf, type Patch, patchFile } from '../core/project/patch-file';
import type { Kinds } from '../core/schema/kinds';
import { bytesIn, type Pieces, shared } from './git/pieces';

/** A version whose next one may be made out of it. */
export interface ItemVersion {
  readonly file: FileIndex;
  readonly items: Items;
  readonly bytes: Pieces;
  /** Where each item begins in the bytes, and behind them where the last one ends. */
  readonly at: readonly number[];
}

/** A stretch of items that changed, and the bytes that stand there now. */
interface Stretch {
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
/** Bytes of an item by which it is found again. */
const SIGN = 64;

/** The version as one to go on from; undefined of what is no plain UTF-8, or cannot be patched. */
export function itemVersion(file: FileIndex, bytes: Pieces): ItemVersion | undefined {
  const items = isPlain(bytesIn(bytes)) ? itemsOf(file) : undefined;
  if (!items) return undefined;
  const { text, starts } = file;
  const at: number[] = [];
  let [unit, byte] = [0, 0];
  for (const start of [...starts, items.end ?? file.open().slices.at(-1)?.end ?? 0]) {
    byte += Buffer.byteLength(text.slice(unit, start));
    unit = start;
    at.push(byte);
  }
  return { file, items, bytes, at };
}

/** The version that has these bytes; undefined where all of them must be read. */
export function nextVersion(before: ItemVersion, bytes: Pieces, kinds: Kinds): ItemVersion | undefined {
  const stretches = stretchesOf(before, bytes);
  if (!stretches) return undefined;
  const patches: Patch[] = [];
  for (const { first, last, from, to } of stretches) {
    const part = bytesIn(bytes, from, to);
    if (part.length > LONG || !isPlain(part)) return undefined;
    patches.push({ first, last, text: part.toString('utf8') });
  }
  const made = patchFile(before.file, before.items, patches, textOf(bytes), kinds);
  if (!made) return undefined;
  const at: number[] = [];
  let [next, longer] = [0, 0];
  const keep = (until: number): void => {
    for (; next < until; next++) at.push((before.at[next] ?? 0) + longer);
  };
  for (const [i, { first, last, from, to }] of stretches.entries()) {
    keep(first);
    const put = patches[i]?.text ?? '';
    for (const cut of made.cuts[i] ?? []) at.push(from + Buffer.byteLength(put.slice(0, cut)));
    longer = to - (before.at[last] ?? 0);
    next = last;
  }
  keep(before.at.length);
  return { file: made.file, items: made.items, bytes, at };
}

// Apart, for a function keeps everything alive that stands around it: the version before, and the one before that.
function textOf(bytes: Pieces): () => string {
  let text: string | undefined;
  return () => (text ??= bytesIn(bytes).toString('utf8'));
}

// Not what may be UTF-16, and nothing that the core drops or says something about.
const isPlain = (bytes: Buffer): boolean =>
  isUtf8(bytes) && !bytes.includes(0) && !bytes.includes(13) && !bytes.includes('\ufeff');

/** Outside of them both versions have the same bytes; undefined where more than items differ. */
function stretchesOf({ bytes: old, at }: ItemVersion, bytes: Pieces): readonly Stretch[] | undefined {
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
    const near = Math.min(bytes.length, from + start - (at[first] ?? 0) + AROUND);
    const found = bytesIn(bytes, from, near).indexOf(sign);
    if (found >= 0) return { last, to: from + found };
  }
  return undefined;
}

/** All up to where both end alike. */
function restOf(old: Pieces, at: readonly number[], bytes: Pieces, first: number, from: number) {
  const most = Math.min(old.length - (at[first] ?? 0), bytes.length - from);
  const back = sharedEnd(bytesIn(old), bytesIn(bytes), most);
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
