// A register's text cut at its items without parsing it: one pass over the lines, by their indentation alone. Whether
// the cut is right is for register.ts (the frame) and every slice's own parse to say.

export const ITEM_LIMIT = 200_000;

export interface Cut {
  /** Offset of the key `items`. */
  readonly keyAt: number;
  /** The column of every item's dash. */
  readonly column: number;
  /** Where the slices begin: at the dash's line, or at the comment above it that belongs to the item. */
  readonly starts: readonly number[];
  /** The zero-based lines of the starts. */
  readonly lines: readonly number[];
  /** Where the last slice ends and the rest of the document, if any, goes on. */
  readonly end: number;
  /** The first item beyond the limit: it and what follows is in no slice. */
  readonly overflow: number | undefined;
}

export type Uncut = 'whole.no-items' | 'whole.no-list' | 'whole.text';

const NEWLINE = 10;
const SPACE = 32;
const TAB = 9;
const HASH = 35;
const DASH = 45;
const DOT = 46;

/** The cut, or why there is none. */
export function cut(text: string): Cut | Uncut {
  if (text.includes('\r') || text.includes('\uFEFF')) return 'whole.text';
  const keyAt = findItems(text);
  if (keyAt === undefined) return 'whole.no-items';
  const { length } = text;
  const starts: number[] = [];
  const lines: number[] = [];
  // Comments before the first dash, whose column decides which of them belong to it.
  const leading: Remark[] = [];
  let column = -1;
  let remark: Remark | undefined;
  let overflow: number | undefined;
  let line = countLines(text, keyAt) + 1;
  let at = text.indexOf('\n', keyAt) + 1;
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
        if (starts.length === ITEM_LIMIT) {
          overflow = remark?.at ?? at;
          break;
        }
        starts.push(remark?.at ?? at);
        lines.push(remark?.line ?? line);
      } else if (indent === 0 && endsList(text, at, code)) {
        break;
      }
      remark = undefined;
    }
    at = next;
  }
  return starts.length ? { keyAt, column, starts, lines, end: at, overflow } : 'whole.no-list';
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
