// One line of YAML by its columns: dashes, a key, where its value and its comment begin. Good for half-typed lines.

export interface Line {
  /** Offsets of the line in the text, without its line end. */
  readonly start: number;
  readonly end: number;
  readonly dashes: readonly number[];
  /** Column of what stands behind blanks and dashes; undefined when there is nothing but perhaps a comment. */
  readonly content: number | undefined;
  readonly key: LineKey | undefined;
  readonly comment: number | undefined;
  /** Column behind the content, without blanks and comment. */
  readonly last: number;
}

export interface LineKey {
  readonly name: string;
  readonly column: number;
  /** Columns behind the key, of the colon, and of the value (or where one would begin). */
  readonly end: number;
  readonly colon: number;
  readonly value: number;
}

const KEY = /("[^"\n]*"|'[^'\n]*'|[^\s"'#[\]{},&*!|>%@`][^\n:#]*?)[ \t]*:(?=[ \t\n]|$)/y;

/** The line that holds an offset. */
export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', offset);
  return readLine(text, start, found < 0 ? text.length : found);
}

function readLine(text: string, start: number, end: number): Line {
  const dashes: number[] = [];
  let at = skipBlanks(text, start, end);
  while (text[at] === '-' && (at + 1 >= end || text[at + 1] === ' ')) {
    dashes.push(at - start);
    at = skipBlanks(text, at + 1, end);
  }
  const comment = commentIn(text, at, end, start);
  let last = comment === undefined ? end : start + comment;
  while (last > start && /[ \t]/.test(text[last - 1] ?? '')) last--;
  const content = at < last ? at - start : undefined;
  return {
    start,
    end,
    dashes,
    content,
    key: content === undefined ? undefined : keyIn(text, at, end, start),
    comment,
    last: last - start,
  };
}

function keyIn(text: string, at: number, end: number, start: number): LineKey | undefined {
  KEY.lastIndex = at;
  const found = KEY.exec(text);
  const raw = found?.[1];
  if (!found || raw === undefined || at + found[0].length > end) return undefined;
  const colon = at + found[0].length - 1;
  const name = /^["']/.test(raw) ? raw.slice(1, -1) : raw;
  const value = skipBlanks(text, colon + 1, end);
  return { name, column: at - start, end: at + raw.length - start, colon: colon - start, value: value - start };
}

// A `#` begins a comment behind a blank and outside quotes.
function commentIn(text: string, from: number, end: number, start: number): number | undefined {
  let quote = '';
  for (let at = from; at < end; at++) {
    const sign = text[at] ?? '';
    if (quote) {
      if (sign === quote) quote = '';
    } else if (sign === '#' && (at === start || /\s/.test(text[at - 1] ?? ''))) return at - start;
    else if ((sign === '"' || sign === "'") && /[\s:[{,-]/.test(text[at - 1] ?? ' ')) quote = sign;
  }
  return undefined;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] === ' ') at++;
  return at;
}
