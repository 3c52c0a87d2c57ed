// From yaml's nodes to our tree: values with relative places, merge keys and aliases resolved, nothing kept of yaml.
// What stands behind an alias takes the alias's own place, so that every offset of a tree lies in its own text.
import { type Alias, isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node as YamlNode, Scalar as YamlScalar, YAMLMap } from 'yaml';
import { lineStarts, positionAt, type Span, span } from '../base/span';
import { type Message, say } from '../messages/message';
import type { Problem } from '../model/finding';
import { isMerge, mergedPairs, repeatedKeys, resolveMerges } from './pairs';
import type { Mapping, Node, Pair, Scalar } from './tree';

/** Anchored values by name. Of a name that was given twice, the later. */
export type Anchors = ReadonlyMap<string, Node>;

const ALIAS_LIMIT = 10_000;

/** What a text can see beside itself. */
export interface Surroundings {
  /** Anchors that stand before this text in the same file. */
  readonly outer: Anchors;
  /** Names that another item has given since, so that the outer anchor is not what YAML would take. */
  readonly rebound: (name: string) => boolean;
}

export interface Conversion extends Surroundings {
  /** The text that the tree's offsets count in. */
  readonly text: string;
  /** From the offset that yaml saw to the offset in the tree. */
  readonly startAt: (offset: number) => number;
  readonly endAt: (offset: number) => number;
  readonly problems: Problem[];
  /** A value without `node` is still being read: an alias to it would contain itself. */
  readonly bound: Map<string, { node?: Node }>;
  /** Nodes that aliases have added so far. */
  copied: number;
}

const same = (offset: number): number => offset;

export function conversion(text: string, around: Surroundings, startAt = same, endAt = startAt): Conversion {
  const { outer, rebound } = around;
  return { outer, rebound, text, startAt, endAt, problems: [], bound: new Map(), copied: 0 };
}

const NONE: Anchors = new Map();

export function anchorsOf(state: Conversion): Anchors {
  if (state.bound.size === 0) return NONE;
  const anchors = new Map<string, Node>();
  for (const [name, { node }] of state.bound) if (node) anchors.set(name, node);
  return anchors;
}

export function convert(state: Conversion, node: YamlNode | null | undefined, at: number): Node {
  if (!node) return empty(at, at);
  if (isAlias(node)) return alias(state, node);
  const name = node.anchor;
  if (name === undefined) return plainly(state, node, at);
  const slot: { node?: Node } = {};
  state.bound.set(name, slot);
  slot.node = plainly(state, node, at);
  return slot.node;
}

function plainly(state: Conversion, node: YamlNode, at: number): Node {
  if (isScalar(node)) return scalar(state, node, at);
  const start = state.startAt(node.range?.[0] ?? at);
  const end = state.endAt(node.range?.[1] ?? at);
  if (isMap(node)) return mapping(state, node, { start, end });
  if (!isSeq(node)) return empty(start, end);
  const items: Node[] = [];
  for (const item of node.items) items.push(convert(state, item as YamlNode | null, end));
  return { kind: 'sequence', flow: node.flow === true, start, end, items };
}

function mapping(state: Conversion, map: YAMLMap, place: Span): Mapping {
  const pairs: Pair[] = [];
  const merged = new Set<Pair>();
  for (const item of map.items) {
    const key = convert(state, item.key as YamlNode | null, place.start);
    const said = state.problems.length;
    const value = convert(state, item.value as YamlNode | null, key.end);
    if (key.kind !== 'scalar') {
      report(state, 'LF010', span(key.start, key.start + 1), say('form.key'));
    } else if (isMerge(key)) {
      const brought = mergedPairs(value);
      // An alias that leads nowhere has been said already.
      const nowhere = isAlias(item.value) && state.problems.length > said;
      if (!brought && !nowhere) report(state, 'LF001', key, say('yaml.merge'));
      for (const { key: name, value: what } of brought ?? []) {
        // A pair of its own, so that the same mapping merged twice is two pairs.
        const pair = { key: name, value: what };
        pairs.push(pair);
        merged.add(pair);
      }
    } else {
      pairs.push({ key, value });
    }
  }
  const own = merged.size ? pairs.filter((pair) => !merged.has(pair)) : pairs;
  const repeated = repeatedKeys(own);
  if (repeated.length) reportRepeated(state, repeated);
  const kept = merged.size ? resolveMerges(pairs, merged) : pairs;
  return { kind: 'mapping', flow: map.flow === true, start: place.start, end: place.end, pairs: kept };
}

// The first is named by its distance, not its line, so that the finding stays true when the item moves.
function reportRepeated(state: Conversion, repeated: ReturnType<typeof repeatedKeys>): void {
  const starts = lineStarts(state.text);
  const lineOf = (node: Scalar): number => positionAt(starts, node.start).line;
  for (const { key, first } of repeated) {
    const lines = lineOf(key) - lineOf(first);
    const message = lines ? say('key.repeated', { key: key.text, lines }) : say('key.repeated-here', { key: key.text });
    report(state, 'LF004', key, message);
  }
}

const STYLES: Readonly<Record<string, Scalar['style']>> = {
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function scalar(state: Conversion, node: YamlScalar, at: number): Scalar {
  const { range, value } = node;
  const text = node.source ?? '';
  const simple = value === null || typeof value === 'number' || typeof value === 'boolean' ? value : text;
  return {
    kind: 'scalar',
    style: STYLES[node.type ?? ''] ?? 'plain',
    start: range ? state.startAt(range[0]) : at,
    end: range ? state.endAt(range[1]) : at,
    text,
    value: simple,
  };
}

/** The empty value, as after `key:`. */
export const empty = (start: number, end: number): Scalar => ({
  kind: 'scalar',
  style: 'plain',
  start,
  end,
  text: '',
  value: null,
});

function alias(state: Conversion, node: Alias.Parsed | Alias): Node {
  const place = {
    start: state.startAt(node.range?.[0] ?? 0),
    end: state.endAt(node.range?.[1] ?? 0),
  };
  const target = follow(state, node.source, place);
  return target ? copy(state, target, place) : empty(place.start, place.end);
}

function follow(state: Conversion, name: string, place: Span): Node | undefined {
  const slot = state.bound.get(name);
  if (slot?.node) return slot.node;
  const outside = state.outer.get(name);
  if (slot) report(state, 'LF006', place, say('alias.circular', { name }));
  else if (!outside) report(state, 'LF006', place, say('alias.unknown', { name }));
  else if (state.rebound(name)) report(state, 'LF006', place, say('alias.rebound', { name }));
  else return outside;
  return undefined;
}

// Copies are counted, since ten aliases of ten aliases of … make a small text endless.
function copy(state: Conversion, node: Node, { start, end }: Span): Node {
  if (state.copied > ALIAS_LIMIT) return empty(start, end);
  if (++state.copied > ALIAS_LIMIT) {
    report(state, 'LF012', { start, end }, say('limit.aliases', { limit: ALIAS_LIMIT }));
    return empty(start, end);
  }
  const again = <N extends Node>(child: N): N => copy(state, child, { start, end }) as N;
  if (node.kind === 'scalar') return { ...node, start, end };
  if (node.kind === 'sequence') return { ...node, start, end, items: node.items.map(again) };
  const pairs = node.pairs.map(({ key, value }) => ({ key: { ...key, start, end }, value: again(value) }));
  return { ...node, start, end, pairs };
}

function report(state: Conversion, code: Problem['code'], place: Span, message: Message): void {
  state.problems.push({ code, span: { start: place.start, end: place.end }, message });
}
