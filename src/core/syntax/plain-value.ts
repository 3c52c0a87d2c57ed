// Where a short plain value stands in an item, told from its lines alone. It answers for what registers are mostly made of,
// `key: word` on a line of its own in block style, and says nothing of all else, which is then parsed.
import type { Span } from '../base/span';

/** Letters, digits and signs that mean nothing in YAML, so that the word is a plain scalar as a whole. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}_./+-]*/uy;
const HEAD = /^(?:[ ]*(?:#[^\n]*)?\n)*[ ]*-[ ]+(?=[\p{L}_])/u;

/** The value of a top-level key of an item; undefined where only a parser can tell. */
export function plainValue(item: string, key: string): Span | undefined {
  const head = HEAD.exec(item)?.[0];
  if (head === undefined || !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key)) return undefined;
  const column = head.length - (head.lastIndexOf('\n') + 1);
  const line = `\n${' '.repeat(column)}${key}:`;
  const first = item.startsWith(`${key}:`, head.length) ? head.length + key.length + 1 : -1;
  const next = item.indexOf(line, head.length);
  // A key twice is a matter of its own.
  if (first < 0 === next < 0 || (next >= 0 && item.indexOf(line, next + 1) >= 0)) return undefined;
  return wordAt(item, first < 0 ? next + line.length : first, column);
}

function wordAt(item: string, from: number, column: number): Span | undefined {
  let start = from;
  while (item[start] === ' ') start++;
  if (start === from) return undefined;
  WORD.lastIndex = start;
  const end = start + (WORD.exec(item)?.[0].length ?? 0);
  const rest = /[^\n]*/y;
  rest.lastIndex = end;
  const tail = rest.exec(item)?.[0] ?? '';
  if (end === start || !/^ *$|^ +#/.test(tail)) return undefined;
  // A line that stands deeper goes on with the value.
  const below = /\n(?:[ \t]*\n)*([ ]*)([^\s])/y;
  below.lastIndex = end + tail.length;
  const [, blanks = '', sign] = below.exec(item) ?? [];
  return sign === undefined || blanks.length <= column ? { start, end } : undefined;
}
