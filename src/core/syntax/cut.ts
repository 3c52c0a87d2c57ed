// A register's text cut at its items without parsing it: one pass over the lines, by their indentation alone. Whether
// the cut is right is for register.ts (the frame) and every slice's own parse to say. Of a text that was cut before and
// then edited, only the lines around the edit are walked: between two items the pass knows nothing but their column.
import type { Span } from '../base/span';
import type { Shared } from '../base/text';

export const ITEM_LIMIT = 200_000;

/** An absolute place in the register's text; `line` is the zero-based line of its start. */
export interface Slice extends Span {
  readonly line: number;
}

export interface Cut {
  /** Offset of the key `items`. */
  readonly keyAt: number;
  /** The column of every item's dash. */
  readonly column: number;
  /** The items: each from its dash's line, or the comment above it that belongs to it, to the next. */
  readonly slices: readonly Slice[];
  /** Where the last slice ends and the rest of the document, if any, goes on. */
  readonly end: number;
  /** The first item beyond the limit: it and what follows is in no slice. */
  readonly overflow: number | undefined;
  /** How many slices in front and at the back are those of the cut before, text and all. */
  readonly front: number;
  readonly back: number;
}

/** A text that was cut, and what it shares with the one that is to be cut now. */
export interface CutBefore {
  readonly cut: Cut;
  readonly length: number;
  readonly shared: Shared;
}

export type Uncut = 'whole.no-items' | 'whole.no-list' | 'whole.text';

const NEWLINE = 10;
const SPACE = 32;
const TAB = 9;
const HASH = 35;
const DASH = 45;
const DOT = 46;

/** The cut, or why there is none. */
export function cut(text: string, before?: CutBefore): Cut | Uncut {
  if (isOdd(before ? text.slice(before.shared.start, text.length - before.shared.end) : text)) return 'whole.text';
  const resumed = before && resume(before);
  const keyAt = resumed?.keyAt ?? findItems(text);
  if (keyAt === undefined) return 'whole.no-items';
  const { length } = text;
  const slices: Slice[] = resumed ? before.cut.slices.slice(0, resumed.front) : [];
  // Comments before the first dash, whose column decides which of them belong to it.
  const leading: Remark[] = [];
  let column = resumed ? before.cut.column : -1;
  let remark: Remark | undefined;
  // The item that is being walked through.
  let open: { readonly start: number; readonly line: number } | undefined;
  let overflow: number | undefined;
  let line = resumed?.line ?? countLines(text, keyAt) + 1;
  let at = resumed?.at ?? text.indexOf('\n', keyAt) + 1;
  if (at === 0) return 'whole.no-list';
  for (; at < length; line++) {
    let content = at;
    let code = text.charCodeAt(content);
    while (code === SPACE) code = text.charCodeAt(++content);
    const indent = content - at;
    let next = text.indexOf('\n', content) + 1;
    if (next === 0) next = length;
    if (code === HASH) {
      if (column < 0) leading.push({ at, line, indent });
      else if (indent <= column) remark ??= { at, line, indent };
    } else if (!isBlank(text, content, code)) {
      if (column < 0) {
        if (!isDash(text, content)) return 'whole.no-list';
        column = indent;
        remark = leading.find((one) => one.indent <= column);
      }
      if (indent === column && isDash(text, content)) {
        const start = remark?.at ?? at;
        if (open) slices.push({ start: open.start, end: start, line: open.line });
        open = undefined;
        if (slices.length === ITEM_LIMIT) {
          overflow = start;
          break;
        }
        open = { start, line: remark?.line ?? line };
        const rest = before && restOf(before, { text, column, slices: slices.length, ...open });
        if (rest) {
          const front = resumed?.front ?? 0;
          return { ...rest, keyAt, column, slices: [...slices, ...rest.slices], front };
        }
      } else if (indent === 0 && endsList(text, at, code)) {
        break;
      }
      remark = undefined;
    }
    at = next;
  }
  const end = overflow ?? at;
  if (open) slices.push({ ...open, end });
  const front = resumed?.front ?? 0;
  return slices.length ? { keyAt, column, slices, end: at, overflow, front, back: 0 } : 'whole.no-list';
}

const isOdd = (text: string): boolean => text.includes('\r') || text.includes('\uFEFF');

/** Where the pass may begin: at the last item in which nothing changed, with all before it taken over. Where that one ends
 *  is for the line behind it to say; its dash stands behind all before it, which therefore end as they did. */
function resume({ cut, shared }: CutBefore) {
  if (cut.overflow !== undefined) return undefined;
  const front = firstBehind(cut.slices, shared.start + 1) - 2;
  const slice = cut.slices[front];
  // What stands before the first dash decides the column.
  return slice && front > 0 ? { front, at: slice.start, line: slice.line, keyAt: cut.keyAt } : undefined;
}

interface Reached {
  readonly text: string;
  readonly column: number;
  /** How many stand in front of it. */
  readonly slices: number;
  readonly start: number;
  readonly line: number;
}

/** What stands from an item on where it did in the text before and nothing behind changed. */
function restOf(before: CutBefore, { text, column, slices, start, line }: Reached) {
  const { cut, length, shared } = before;
  if (start < text.length - shared.end || column !== cut.column || cut.overflow !== undefined) return undefined;
  const further = text.length - length;
  const from = firstBehind(cut.slices, start - further);
  const first = cut.slices[from];
  const back = cut.slices.length - from;
  if (first?.start !== start - further || slices + back > ITEM_LIMIT) return undefined;
  const down = line - first.line;
  const rest = cut.slices.slice(from);
  const moved = (one: Slice): Slice => ({ start: one.start + further, end: one.end + further, line: one.line + down });
  return {
    slices: further || down ? rest.map(moved) : rest,
    end: cut.end + further,
    overflow: undefined,
    back,
  };
}

/** The first slice that begins there or behind. */
function firstBehind(slices: readonly Slice[], at: number): number {
  let [low, high] = [0, slices.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slices[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Remark {
  readonly at: number;
  readonly line: number;
  readonly indent: number;
}

/** The first line `items:` at the left margin with nothing but a comment behind it. */
function findItems(text: string): number | undefined {
  const pattern = /items:(?:[ \t]+#[^\n]*|[ \t]*)(?:\n|$)/y;
  for (let at = text.indexOf('items:'); at >= 0; at = text.indexOf('items:', at + 1)) {
    pattern.lastIndex = at;
    if ((at === 0 || text.charCodeAt(at - 1) === NEWLINE) && pattern.test(text)) return at;
  }
  return undefined;
}

function isBlank(text: string, content: number, code: number): boolean {
  let at = content;
  let here = code;
  while (here === TAB || here === SPACE) here = text.charCodeAt(++at);
  return here === NEWLINE || at >= text.length;
}

function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== DASH) return false;
  const next = text.charCodeAt(at + 1);
  return next === SPACE || next === NEWLINE || next === TAB || at + 1 >= text.length;
}

const TRAILER = /[A-Za-z_][\w-]*:(?=[ \n]|$)/y;

// A key at the left margin goes on with the document; so does the end of the document where nothing follows it.
function endsList(text: string, at: number, code: number): boolean {
  if (code === DOT) return /^\.\.\.[ \t]*(?:\n|$)/.test(text.slice(at, at + 80)) && nothingAfter(text, at + 3);
  TRAILER.lastIndex = at;
  return TRAILER.test(text);
}

function nothingAfter(text: string, from: number): boolean {
  for (let at = text.indexOf('\n', from) + 1; at > 0 && at < text.length; at = text.indexOf('\n', at) + 1) {
    const code = text.charCodeAt(at);
    if (code !== HASH && !isBlank(text, at, code)) return false;
  }
  return true;
}

function countLines(text: string, until: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
