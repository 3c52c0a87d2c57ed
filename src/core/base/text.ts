// Helpers on plain text: the form in which ids compare, how far two words are apart, the nearest of a list.
import { ones } from './bits';

/** Ids compare in Unicode's composed form, so that a name typed on two systems is one name. */
export const nfc = (text: string): string => (isWestern(text) || isComposed(text) ? text : text.normalize('NFC'));

// Nearly every id, and asked of each reference again and again: a few comparisons are quicker than to start a pattern.
function isWestern(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x2ff) return false;
  return true;
}

// Western letters, Chinese and their punctuation without a combining mark among them: composed for certain, and many
// times quicker found to be so than composed again.
const isComposed = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins at NUL.
  /^[\x00-\u02ff\u2010-\u2027\u3000-\u3029\u3030-\u303f\u4e00-\u9fff\uff00-\uff60]*$/.test(text);

/**
 * Optimal string alignment distance (Damerau-Levenshtein without repeated edits of one place): insertions,
 * deletions, substitutions and swaps of neighbours, each counted as one. Stops at `limit` and returns `limit + 1`.
 */
function distance(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/** How many units two texts share at either end. */
export interface Shared {
  readonly start: number;
  /** Not counting those at the beginning. */
  readonly end: number;
}

export function sharedBy(a: string, b: string): Shared {
  const start = sharedStart(a, b);
  return { start, end: sharedEnd(a, b, start) };
}

/** Units that are compared one by one: a comparison of two slices takes as long as that of some tens of units. */
const FEW = 64;

/** How many units two texts share at their beginning. Compared in pieces, each at the speed of memory. */
export function sharedStart(a: string, b: string): number {
  let [low, high] = [0, Math.min(a.length, b.length)];
  for (let step = 1 << 16; high - low > FEW; ) {
    const end = Math.min(high, low + step);
    if (a.slice(low, end) === b.slice(low, end)) low = end;
    else [high, step] = [end, (end - low) >> 2];
  }
  while (low < high && a.charCodeAt(low) === b.charCodeAt(low)) low++;
  return low;
}

/** How many units two texts share at their end, not counting the first `taken` of either. */
export function sharedEnd(a: string, b: string, taken = 0): number {
  let [low, high] = [0, Math.min(a.length, b.length) - taken];
  for (let step = 1 << 16; high - low > FEW; ) {
    const end = Math.min(high, low + step);
    if (a.slice(a.length - end, a.length - low) === b.slice(b.length - end, b.length - low)) low = end;
    else [high, step] = [end, (end - low) >> 2];
  }
  while (low < high && a.charCodeAt(a.length - 1 - low) === b.charCodeAt(b.length - 1 - low)) low++;
  return low;
}

/** Words prepared for many searches of the nearest. */
export interface WordIndex {
  readonly words: readonly string[];
  readonly folded: readonly string[];
  /** The letters each word has, a bit for each of 32 classes. */
  readonly masks: Int32Array;
}

export function wordIndex(words: Iterable<string>): WordIndex {
  const list = [...words];
  const folded = list.map(fold);
  return { words: list, folded, masks: Int32Array.from(folded, mask) };
}

/**
 * The word that a person most likely meant, or undefined when none is near: at most a third of the word's length and
 * never more than three edits; letter case and the difference of `-` and `_` cost nothing. Of equally near words the
 * first.
 */
export function nearestIn(word: string, index: WordIndex): string | undefined {
  const plain = fold(word);
  const letters = mask(plain);
  let limit = Math.min(3, Math.max(1, Math.floor(plain.length / 3)));
  let best: string | undefined;
  for (let i = 0; i < index.words.length; i++) {
    // One edit changes the set of letters by two classes at most, so most words need no closer look.
    if (ones((index.masks[i] ?? 0) ^ letters) > 2 * limit) continue;
    const far = distance(plain, index.folded[i] ?? '', limit);
    const candidate = index.words[i];
    if (far > limit || candidate === word || (best !== undefined && far === limit)) continue;
    best = candidate;
    limit = far;
    if (far === 0) break;
  }
  return best;
}

/** The nearest of a few words; see `nearestIn`. */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined =>
  nearestIn(word, wordIndex(candidates));

const fold = (text: string): string => nfc(text).toLowerCase().replaceAll('_', '-');

function mask(text: string): number {
  let out = 0;
  for (let i = 0; i < text.length; i++) out |= 1 << (text.charCodeAt(i) & 31);
  return out;
}

/** Letters up to which a part of a text is a copy anyway. */
const COPIED = 12;

/** The same text, no longer a part of a larger one: engines keep the whole of a text while a part of it is in use. What is
 *  joined is written anew. */
export const detached = (part: string): string =>
  part.length > COPIED ? [part.slice(0, COPIED), part.slice(COPIED)].join('') : part;
