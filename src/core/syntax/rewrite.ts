// Edits inside one text and its tree: the smallest stretch is replaced, everything around stays byte for byte. What
// comes out is a proposal; edit.ts reads the result again before anybody gets it.
import { type Span, span } from '../base/span';
import type { Pointer } from '../model/id';
import { holderOf, indexOf, nodeAt } from './locate';
import { literalBlock, type Place, plainOrQuoted } from './quote';
import type { Mapping, Node, Scalar, Sequence } from './tree';

/** Replaces a stretch of a text. */
export interface TextEdit extends Span {
  readonly text: string;
}

export type Value = null | boolean | number | string;

/** Puts another scalar in the place of one. */
export function rewriteScalar(text: string, root: Node, pointer: Pointer, value: Value): TextEdit | undefined {
  const node = nodeAt(root, pointer);
  const at = holderOf(root, pointer);
  if (node?.kind !== 'scalar') return undefined;
  const place: Place = at?.holder.flow ? 'flow' : 'block';
  const gone = isEmpty(node) ? emptyPlace(text, at?.holder, at?.part, node) : node;
  // A block scalar ends with its last line break, which must stay.
  const tail = gone.end > gone.start && text[gone.end - 1] === '\n' ? '\n' : '';
  const lead = isEmpty(node) ? ' ' : '';
  const rest = text.slice(gone.end, lineEnd(text, gone.end));
  if (typeof value === 'string' && place === 'block' && (tail || rest.trim() === '')) {
    const block = literalBlock(value, `${' '.repeat(indentOf(text, node, at?.holder))}  `);
    if (block) return { start: gone.start, end: gone.end, text: lead + block + tail };
  }
  const prefer = node.style === 'single' || node.style === 'double' ? node.style : 'plain';
  // The comment on a block scalar's first line goes with it: it cannot stand before the value.
  return { start: gone.start, end: gone.end, text: lead + scalarText(value, place, prefer) + tail };
}

/** Adds a field at the end of a mapping; the value is YAML of its own, its lines unindented. */
export function addPair(
  text: string,
  mapping: Mapping,
  key: string,
  value: string,
  below: boolean,
): TextEdit | undefined {
  const name = plainOrQuoted(key, 'key');
  const last = mapping.pairs.at(-1);
  if (mapping.flow) {
    if (value.includes('\n')) return undefined;
    const at = last ? lastOffset(last.value, last.key.end) : mapping.start + 1;
    return { start: at, end: at, text: `${last ? ', ' : ''}${name}: ${value}` };
  }
  const first = mapping.pairs[0];
  if (!last || !first) return undefined;
  const indent = ' '.repeat(columnOf(text, first.key.start));
  const lines = value.replace(/\n$/, '').split('\n');
  const [head = '', ...rest] = lines;
  // The lines of a block scalar are indented already.
  const step = !below && rest.every((line) => line === '' || line.startsWith(' ')) ? '' : '  ';
  const deeper = (line: string): string => (line === '' ? '' : indent + step + line);
  const block = below
    ? [`${indent}${name}:`, ...lines.map(deeper)]
    : [`${indent}${name}: ${head}`, ...rest.map(deeper)];
  return insertLines(text, afterLine(text, lastOffset(last.value, last.key.end)), block);
}

/** Adds a text at the end of a list. */
export function addElement(text: string, list: Sequence, value: string): TextEdit | undefined {
  const last = list.items.at(-1);
  if (list.flow) {
    const at = last ? lastOffset(last) : list.start + 1;
    return { start: at, end: at, text: `${last ? ', ' : ''}${plainOrQuoted(value, 'flow')}` };
  }
  if (!last) return undefined;
  const indent = ' '.repeat(columnOf(text, dashBefore(text, last.start)));
  return insertLines(text, afterLine(text, lastOffset(list)), [`${indent}- ${plainOrQuoted(value, 'block')}`]);
}

/** Takes the field or list element at a pointer away, with its lines. */
export function removeAt(text: string, root: Node, pointer: Pointer): TextEdit | undefined {
  const at = holderOf(root, pointer);
  if (!at) return undefined;
  const parts = partsOf(at.holder);
  const index =
    at.holder.kind === 'mapping' ? at.holder.pairs.findIndex(({ key }) => key.text === at.part) : indexOf(at.part);
  const part = parts[index];
  if (!part) return undefined;
  const next = parts[index + 1];
  const before = parts[index - 1];
  if (parts.length === 1) return alone(text, at.holder);
  if (at.holder.flow) return next ? cutOut(part.start, next.start) : cutOut(before?.end ?? part.start, part.end);
  const start = at.holder.kind === 'sequence' ? dashBefore(text, part.start) : part.start;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(from, start).trim() === '') return cutLines(text, from, part.end);
  if (!next) return undefined;
  // The first on the line of a dash: the next takes its place, unless a comment stands between them.
  const follower = at.holder.kind === 'sequence' ? dashBefore(text, next.start) : next.start;
  const between = text.slice(lineEnd(text, part.end), follower);
  if (between.trim() === '') return cutOut(start, follower);
  return cutOut(from + text.slice(from, start).trimEnd().length, lineEnd(text, part.end));
}

/** Lines put in at an offset that is the start of a line, or the end of a text without a last line break. */
export function insertLines(text: string, at: number, lines: readonly string[]): TextEdit {
  const block = lines.join('\n');
  const open = at > 0 && text[at - 1] !== '\n';
  return { start: at, end: at, text: open ? `\n${block}` : `${block}\n` };
}

/** The start of the line behind the one in which a value ends. */
export function afterLine(text: string, end: number): number {
  return text[end - 1] === '\n' ? end : Math.min(lineEnd(text, end) + 1, text.length);
}

/** Where a value ends, found at its leaves: the last in the text need not be the last in the tree. */
export function lastOffset(node: Node, least = 0): number {
  const leaf =
    node.kind === 'scalar' || node.flow || (node.kind === 'mapping' ? !node.pairs.length : !node.items.length);
  if (leaf) return Math.max(node.end, least);
  if (node.kind === 'sequence') return node.items.reduce((end, item) => lastOffset(item, end), least);
  return node.pairs.reduce((end, { key, value }) => lastOffset(value, Math.max(end, key.end)), least);
}

/** The offset of the dash before a list's element. */
export const dashBefore = (text: string, offset: number): number => text.lastIndexOf('-', offset - 1);

export const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

const isEmpty = (node: Scalar): boolean => node.style === 'plain' && node.start === node.end;

const scalarText = (value: Value, place: Place, prefer: 'plain' | 'single' | 'double'): string =>
  typeof value === 'string' ? plainOrQuoted(value, place, prefer) : plainText(value);

/** How a value that is no text is written. */
export function plainText(value: null | boolean | number): string {
  if (value === null) return 'null';
  if (Number.isNaN(value)) return '.nan';
  if (value === Infinity) return '.inf';
  return value === -Infinity ? '-.inf' : Object.is(value, -0) ? '-0' : String(value);
}

function emptyPlace(
  text: string,
  holder: Mapping | Sequence | undefined,
  part: string | undefined,
  node: Scalar,
): Span {
  if (holder?.kind !== 'mapping') return span(dashBefore(text, node.start) + 1, dashBefore(text, node.start) + 1);
  const key = holder.pairs.find((pair) => pair.key.text === part)?.key;
  const colon = text.indexOf(':', key?.end ?? node.start) + 1;
  return span(colon, colon);
}

function indentOf(text: string, node: Node, holder: Mapping | Sequence | undefined): number {
  const first = holder?.kind === 'mapping' ? holder.pairs[0]?.key : undefined;
  return columnOf(text, first ? first.start : dashBefore(text, node.start));
}

function partsOf(holder: Mapping | Sequence): readonly Span[] {
  if (holder.kind === 'sequence') return holder.items.map((item) => span(item.start, lastOffset(item)));
  return holder.pairs.map(({ key, value }) => span(key.start, lastOffset(value, key.end)));
}

// The only one: what remains is the empty collection, not nothing, and it stands on the line of its key.
function alone(text: string, holder: Mapping | Sequence): TextEdit {
  const empty = holder.kind === 'mapping' ? '{}' : '[]';
  const end = lastOffset(holder);
  const before = text.slice(0, holder.start).trimEnd().length;
  // Block scalars at the end took the last line break with them.
  const tail = text[end - 1] === '\n' ? '\n' : '';
  if (text[before - 1] === ':') return { start: before, end, text: ` ${empty}${tail}` };
  return { start: holder.start, end, text: empty + tail };
}

const cutOut = (start: number, end: number): TextEdit => ({ start, end, text: '' });

function cutLines(text: string, from: number, end: number): TextEdit {
  const to = afterLine(text, end);
  // At the end of a text without a last line break, the one before goes.
  return to === text.length && text[to - 1] !== '\n' ? cutOut(Math.max(from - 1, 0), to) : cutOut(from, to);
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
