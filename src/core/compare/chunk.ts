// A text as chunks of whole lines that can be told apart by name: fields by their key, elements by what identifies them.
// A chunk owns the blank lines and comments above it. Whatever cannot be taken apart line by line stays in one piece.
import type { Span } from '../base/span';
import { nfc } from '../base/text';
import { type Json, member, written } from '../schema/json';
import { elementShape, fieldShape, type Shape } from '../schema/shape';
import { afterLine, dashBefore, lastOffset } from '../syntax/rewrite';
import type { Comment, Mapping, Node, Pair, Sequence } from '../syntax/tree';
import { keyIn } from './value';

export interface Chunk {
  /** What tells it from its siblings. */
  readonly key: string;
  /** The blank lines and comments above it. */
  readonly lead: string;
  readonly body: string;
  readonly node: Node;
  /** The comments in its body. */
  readonly remarks: readonly string[];
  readonly inside: Layout | undefined;
  /** Of an entity: the ids it had. */
  readonly former?: readonly string[];
  /** Its text may not mean what it seems to. */
  readonly broken?: boolean;
}

/** What a chunk is made of: `opening`, the chunks, `closing`. */
export interface Layout {
  /** In lines, or inside brackets or braces. */
  readonly kind: 'fields' | 'elements' | 'words' | 'braces';
  /** Where its chunks begin in their lines; -1 where there are none yet. */
  readonly column: number;
  readonly opening: string;
  /** What stands before the first chunk in its line: `  - `. In the chunk are as many blanks. */
  readonly dash: string;
  readonly chunks: readonly Chunk[];
  readonly closing: string;
  /** What stands between two chunks in brackets or braces; undefined where there are fewer. */
  readonly between?: string | undefined;
  /** The elements are entities. */
  readonly entities: boolean;
}

/** The text that nodes and comments have their offsets in. */
export interface Source {
  readonly text: string;
  readonly comments: readonly Comment[];
}

/** What a pair holds where its tree does not say: the items of a register. */
export interface Held {
  readonly end: number;
  readonly inside: Layout;
}

/** A value in its place: the node, what it reads as, and its shape. */
export interface Place extends Span {
  readonly value: Json | undefined;
  readonly shape: Shape | undefined;
}

/** The fields of a mapping that stands in whole lines; undefined where it does not. */
export function fieldsIn(
  source: Source,
  mapping: Mapping,
  { start, end, value, shape }: Place,
  held?: ReadonlyMap<Pair, Held>,
): Layout | undefined {
  const { text } = source;
  const [first] = mapping.pairs;
  if (mapping.flow) return bracesIn(source, mapping, { start, end, value, shape });
  if (!first) return undefined;
  const column = first.key.start - lineStart(text, first.key.start);
  const prefix = text.slice(first.key.start - column, first.key.start);
  const dash = prefix.trim() === '' ? '' : prefix;
  if (dash && (!/^ *- +$/.test(dash) || first.key.start - column !== start)) return undefined;
  const chunks: Chunk[] = [];
  const opening = dash ? '' : openingOf(text, start, first.key.start - column);
  let at = start + opening.length;
  for (const pair of mapping.pairs) {
    const line = lineStart(text, pair.key.start);
    const indent = text.slice(line, pair.key.start);
    const inline = dash !== '' && chunks.length === 0;
    if (line < at || indent.length !== column || (!inline && indent.trim() !== '')) return undefined;
    const lead = text.slice(at, line);
    if (!isRemarks(lead)) return undefined;
    const { end: to = afterLine(text, lastOffset(pair.value, pair.key.end)), inside } = held?.get(pair) ?? {};
    const stop = withoutBlanks(text, pair.key.end, to);
    const place = { start: line, end: stop, value: member(value, pair.key.text), shape: shapeOf(shape, pair) };
    const body = inline ? ' '.repeat(column) + text.slice(pair.key.start, stop) : text.slice(line, stop);
    chunks.push({
      key: nfc(pair.key.text),
      lead,
      body,
      node: pair.value,
      remarks: remarksIn(source, place),
      inside: inside ?? (inline ? undefined : insideOf(source, pair.value, place)),
    });
    at = stop;
  }
  const closing = text.slice(at, end);
  if (!isRemarks(closing) || !areDistinct(chunks)) return undefined;
  return { kind: 'fields', column, opening, dash, chunks, closing, entities: false };
}

/** What stands inside a value, where that can be taken apart. */
function insideOf(source: Source, node: Node, place: Place): Layout | undefined {
  if (node.kind === 'mapping') return fieldsIn(source, node, place);
  if (node.kind === 'scalar' || !place.shape) return undefined;
  return node.flow ? wordsIn(source, node, place, place.shape) : elementsIn(source, node, place, place.shape);
}

function elementsIn(source: Source, list: Sequence, { start, end, value }: Place, shape: Shape): Layout | undefined {
  const { text } = source;
  const element = elementShape(shape);
  const [first] = list.items;
  if (!first || !Array.isArray(value)) return undefined;
  const dashAt = dashBefore(text, first.start);
  const column = dashAt - lineStart(text, dashAt);
  const opening = openingOf(text, start, dashAt - column);
  const chunks: Chunk[] = [];
  let at = start + opening.length;
  for (const [index, item] of list.items.entries()) {
    const dash = dashBefore(text, item.start);
    const line = lineStart(text, dash);
    const key = elementKey(value[index] as Json | undefined, shape);
    if (key === undefined || line < at || item.end === item.start || !isIndent(text.slice(line, dash), column))
      return undefined;
    const lead = text.slice(at, line);
    if (!isRemarks(lead)) return undefined;
    const stop = withoutBlanks(text, item.start, afterLine(text, lastOffset(item)));
    const place = { start: line, end: stop, value: value[index] as Json | undefined, shape: element };
    const inside = item.kind === 'mapping' ? fieldsIn(source, item, place) : undefined;
    const body = text.slice(line, stop);
    chunks.push({ key, lead, body, node: item, remarks: remarksIn(source, place), inside });
    at = stop;
  }
  const closing = text.slice(at, end);
  if (!isRemarks(closing) || !areDistinct(chunks)) return undefined;
  return { kind: 'elements', column, opening, dash: '', chunks, closing, entities: element?.entity !== undefined };
}

/** Words, or groups in braces, in brackets. */
function wordsIn(source: Source, list: Sequence, place: Place, shape: Shape): Layout | undefined {
  const { value } = place;
  if (!Array.isArray(value) || list.items.some(({ start, end }) => end <= start)) return undefined;
  const chunks = list.items.flatMap((node, index): Chunk | readonly Chunk[] => {
    const one = value[index] as Json | undefined;
    const key = elementKey(one, shape);
    const { start, end } = node;
    const inside = insideOf(source, node, { start, end, value: one, shape: elementShape(shape) });
    return key === undefined ? [] : { key, lead: '', body: source.text.slice(start, end), node, remarks: [], inside };
  });
  return chunks.length < list.items.length ? undefined : flowIn(source, 'words', list, list.items, chunks, place);
}

/** Fields in braces. */
function bracesIn(source: Source, mapping: Mapping, place: Place): Layout | undefined {
  const { value, shape } = place;
  const spans = mapping.pairs.map(({ key, value: node }) => ({ start: key.start, end: lastOffset(node, key.end) }));
  const chunks = mapping.pairs.map((pair, at): Chunk => {
    const { start = 0, end = 0 } = spans[at] ?? {};
    const here = { start, end, value: member(value, pair.key.text), shape: shapeOf(shape, pair) };
    const inside = pair.value.kind === 'scalar' ? undefined : insideOf(source, pair.value, here);
    const body = source.text.slice(start, end);
    return { key: nfc(pair.key.text), lead: '', body, node: pair.value, remarks: [], inside };
  });
  return flowIn(source, 'braces', mapping, spans, chunks, place);
}

// The same stands between all of them, so that one more can be put in as the others are.
function flowIn(
  source: Source,
  kind: 'words' | 'braces',
  whole: Span,
  spans: readonly Span[],
  chunks: readonly Chunk[],
  { start, end }: Place,
): Layout | undefined {
  const { text } = source;
  const gaps = new Set(spans.slice(1).map((span, at) => text.slice(spans[at]?.end, span.start)));
  if (text[whole.start] !== (kind === 'words' ? '[' : '{') || remarksIn(source, whole).length) return undefined;
  if (!areDistinct(chunks) || gaps.size > 1 || [...gaps].some((gap) => !/^,\s*$/.test(gap))) return undefined;
  const opening = text.slice(start, spans[0]?.start ?? whole.start + 1);
  const closing = text.slice(spans.at(-1)?.end ?? whole.end - 1, end);
  return { kind, column: -1, opening, dash: '', chunks, closing, between: [...gaps][0], entities: false };
}

/** What identifies an element of a list; undefined where its order does, or nothing. */
export function elementKey(value: Json | undefined, list: Shape): string | undefined {
  if (value === undefined) return undefined;
  // A word in a list of keyed groups stands for the group with that key.
  if (typeof value === 'string' && Array.isArray(list.key) && list.key.length === 1) return nfc(value);
  if (!elementShape(list)?.entity) return keyIn(value, list);
  const id = member(value, 'id');
  return typeof id === 'string' || typeof id === 'number' ? nfc(written(id)) : undefined;
}

const shapeOf = (shape: Shape | undefined, { key }: Pair): Shape | undefined => shape && fieldShape(shape, key.text);

const areDistinct = (chunks: readonly Chunk[]): boolean => new Set(chunks.map(({ key }) => key)).size === chunks.length;

const isIndent = (text: string, column: number): boolean => text.length === column && text.trim() === '';

export const isRemarks = (text: string): boolean => /^(?:[ \t]*(?:#[^\n]*)?\n)*$/.test(text);

export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** The comments of a stretch. */
export const remarksIn = ({ comments }: Source, { start, end }: Span): readonly string[] =>
  comments.filter((one) => start <= one.start && one.start < end).map((one) => one.text.trim());

/** The lines up to the last that is neither blank nor a comment. */
function openingOf(text: string, from: number, to: number): string {
  const lines = text.slice(from, to).split(/(?<=\n)/);
  return lines.slice(0, lines.findLastIndex((line) => !isRemarks(line)) + 1).join('');
}

/** Blank lines at the end go with what follows. */
export function withoutBlanks(text: string, least: number, end: number): number {
  const blanks = /\n(?:[ \t]*\n)+$/.exec(text.slice(least, end));
  return blanks ? least + blanks.index + 1 : end;
}
