// The quick reader: what registers are mostly made of, read an order faster than `yaml` reads it, and to the same tree. It
// answers only where it is sure; all else it passes, and `yaml` reads it. A fuzz holds it to that (test/fuzz/quick.ts), and
// every short text there is (test/fuzz/small.ts). What it takes, and why that is safe (sections of YAML 1.2.2):
//
// * Lines. A text with a tab, another control character or a byte order mark passes at once. So blanks are spaces, lines end
//   at a line feed and nowhere else (5.4), and the column of a line's first sign is its indentation (6.1).
// * Mappings of plain keys (8.2.2). A key is a word with a colon right behind it, and a blank or the line's end behind that:
//   it can be no value, and no sign in it means anything (`plainKey`). The mapping stands at the column of its first key.
// * Lists (8.2.1): a dash with a blank or the line's end behind it. They may stand at the column of the key whose value they
//   are. An entry that begins in a later line, or that is empty, passes.
// * What goes on. A line deeper than the collection that it comes after would be the next line of a plain text (7.3.3), or an
//   error: it passes. One that is less deep ends the collection, and is asked the same by the one around it, up to the
//   outermost: what fits none passes.
// * Values on one line (quick-line.ts), behind which there is nothing on it but a comment (`closed`).
// * Texts below `|` and `>` (quick-block.ts).
// * No value (`below`): nothing on the line but a comment, and the next content is neither deeper nor a list's dash.
// * Comments (6.6): a `#` first in a line or behind a blank. Between quotes and in texts below `|` there are none, and those
//   are read before anybody looks for comments. yaml counts one that is deeper than what follows to the collection before
//   it, which ends later then: it passes (`isApart`).
// * Nothing at the edges: what begins or ends a document (`---`, `...`, `%`, 9.1) is no key, so it passes.
//
// Findings are none of its business: keys given twice, what nests too deep, and characters that only look like YAML's own
// pass, because something has to be said of them. So do anchors, aliases, tags, merges, `?` and keys in quotes or brackets:
// none of them begins with a sign that a key or a value may begin with here.
import { repeatedKeys } from './pairs';
import { blockText } from './quick-block';
import { BRACKETS, isEnd, lineValue, plainKey } from './quick-line';
import { DEPTH_LIMIT } from './survey';
import type { Comment, Mapping, Node, Pair, Sequence } from './tree';
import { hasLookalike, lookalikes } from './width';

export interface QuickRead {
  readonly root: Node;
  readonly comments: readonly Comment[];
}

/** Whether it is used; without it everything goes to `yaml`. */
export const quickReader = { on: true };

// Where the reader stands: always at the first sign of a line with content, or at the end.
interface Reading {
  readonly text: string;
  readonly comments: Comment[];
  at: number;
  /** The column of that sign; at the end of the text that of the outermost collection. */
  indent: number;
  readonly outermost: number;
  ended: boolean;
  /** The column that comments since the last content go up to; -1 without one. */
  remark: number;
  depth: number;
  /** Where the line of the value that was read last ends: what yaml counts to the collection around it. */
  end: number;
}

/** Collections within each other that are followed. What nests too deep is a finding, and where that begins `yaml`'s reader
 *  counts the brackets of a value and, of a whole register, the list around its items. */
const DEEP = DEPTH_LIMIT - BRACKETS - 4;

const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;
const DASH = 45;
const LITERAL = 124;
const FOLDED = 62;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
const STRANGE = /[\0-\x09\x0b-\x1f\x7f\ufeff]/;

/** The one item of a slice of a register, whose dash stands in this column. */
export function quickItem(text: string, column: number): QuickRead | undefined {
  const reading = begin(text, column);
  if (!reading || reading.indent !== column || !isDash(reading)) return undefined;
  const list = sequence(reading, column);
  const root = list?.items.length === 1 ? list.items[0] : undefined;
  return root?.kind === 'mapping' ? finish(reading, root) : undefined;
}

/** A document that is a mapping from its first column on. */
export function quickDocument(text: string): QuickRead | undefined {
  const reading = begin(text, 0);
  if (!reading || reading.indent !== 0 || reading.ended || isDash(reading)) return undefined;
  const root = mapping(reading, 0);
  return root && finish(reading, root);
}

function begin(text: string, column: number): Reading | undefined {
  if (!quickReader.on || STRANGE.test(text)) return undefined;
  const reading: Reading = {
    text,
    comments: [],
    at: 0,
    indent: column,
    outermost: column,
    ended: false,
    remark: -1,
    depth: 0,
    end: 0,
  };
  advance(reading, 0);
  return reading;
}

function finish(reading: Reading, root: Node): QuickRead | undefined {
  if (!reading.ended) return undefined;
  if (hasLookalike(reading.text) && lookalikes(reading.text, root).length) return undefined;
  return { root, comments: reading.comments };
}

// From the start of a line over blank lines and comments to the next content.
function advance(reading: Reading, from: number): void {
  const { text } = reading;
  reading.remark = -1;
  for (let at = from; at < text.length; ) {
    let content = at;
    while (text.charCodeAt(content) === SPACE) content++;
    const code = text.charCodeAt(content);
    if (code === HASH) {
      reading.remark = Math.max(reading.remark, content - at);
      at = comment(reading, content);
    } else if (code === NEWLINE) at = content + 1;
    else if (content >= text.length) break;
    else {
      reading.at = content;
      reading.indent = content - at;
      return;
    }
  }
  reading.at = text.length;
  reading.indent = reading.outermost;
  reading.ended = true;
}

/** Notes a comment and answers with the start of the next line. */
function comment({ text, comments }: Reading, start: number): number {
  let end = text.indexOf('\n', start);
  if (end < 0) end = text.length;
  comments.push({ start, end, text: text.slice(start + 1, end) });
  return end + 1;
}

const isDash = ({ text, at, ended }: Reading): boolean => !ended && text.charCodeAt(at) === DASH && isEnd(text, at + 1);

// A comment that stands deeper than what goes on belongs to what came before, and yaml counts it in.
const isApart = (reading: Reading): boolean => reading.remark <= reading.indent;

function mapping(reading: Reading, column: number): Mapping | undefined {
  const { text } = reading;
  if (++reading.depth > DEEP) return undefined;
  const start = reading.at;
  const pairs: Pair[] = [];
  for (;;) {
    const key = plainKey(text, reading.at);
    if (!key || !isEnd(text, key.end + 1)) return undefined;
    const value = valueOf(reading, key.end + 1, column, false);
    if (!value) return undefined;
    pairs.push({ key, value });
    if (!reading.ended && reading.indent === column && !isDash(reading)) continue;
    if (reading.indent > column || !isApart(reading) || repeatedKeys(pairs).length) return undefined;
    reading.depth--;
    return { kind: 'mapping', flow: false, start, end: reading.end, pairs };
  }
}

function sequence(reading: Reading, column: number): Sequence | undefined {
  if (++reading.depth > DEEP) return undefined;
  const start = reading.at;
  const items: Node[] = [];
  for (;;) {
    const value = valueOf(reading, reading.at + 1, column, true);
    if (!value) return undefined;
    items.push(value);
    if (reading.indent === column && isDash(reading)) continue;
    if (reading.indent > column || !isApart(reading)) return undefined;
    reading.depth--;
    return { kind: 'sequence', flow: false, start, end: reading.end, items };
  }
}

/** What stands behind a colon or a dash, with the reader at the next content behind it. */
function valueOf(reading: Reading, from: number, column: number, isItem: boolean): Node | undefined {
  const { text } = reading;
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  const code = text.charCodeAt(at);
  if (code === NEWLINE || code === HASH || at >= text.length) return isItem ? undefined : below(reading, at, column);
  if (code === LITERAL || code === FOLDED) {
    const block = blockText(text, at, column);
    if (!block) return undefined;
    advance(reading, block.end);
    reading.end = block.end;
    return block.node;
  }
  // A mapping that begins behind a dash: its column is that of its first key.
  if (isItem) {
    const key = plainKey(text, at);
    if (key && isEnd(text, key.end + 1)) {
      const start = text.lastIndexOf('\n', at - 1) + 1;
      reading.at = at;
      return mapping(reading, at - start);
    }
  }
  const node = lineValue(text, at);
  return node && closed(reading, node);
}

// Behind a value there is nothing on its line but a comment.
function closed(reading: Reading, node: Node): Node | undefined {
  const { text } = reading;
  let at = node.end;
  while (text.charCodeAt(at) === SPACE) at++;
  let end = at + 1;
  if (text.charCodeAt(at) === HASH) {
    if (at === node.end) return undefined;
    end = comment(reading, at);
  } else if (at < text.length && text.charCodeAt(at) !== NEWLINE) return undefined;
  end = Math.min(end, text.length);
  advance(reading, end);
  reading.end = end;
  return node;
}

// Nothing behind the colon: a collection in the lines below, or no value.
function below(reading: Reading, at: number, column: number): Node | undefined {
  const { text } = reading;
  const remarked = text.charCodeAt(at) === HASH;
  const next = remarked ? comment(reading, at) : at + 1;
  advance(reading, next);
  const { indent } = reading;
  if (!reading.ended && isDash(reading) && indent >= column) return sequence(reading, indent);
  if (!reading.ended && indent > column) return mapping(reading, indent);
  // Where the collection ends, yaml counts comments behind an empty value to it.
  if ((remarked || reading.remark >= 0) && (reading.ended || indent !== column)) return undefined;
  reading.end = at;
  return { kind: 'scalar', style: 'plain', start: at, end: at, text: '', value: null };
}
