// A register that cannot be sliced, parsed in one piece: the same answers, item by item, out of one tree.
import { isMap, isScalar, isSeq, type Node as YamlNode, type YAMLMap } from 'yaml';
import { type Span, span } from '../base/span';
import { say } from '../messages/message';
import type { Problem } from '../model/finding';
import { compose } from './compose';
import { type Anchors, anchorsOf, type Conversion, conversion, convert } from './convert';
import { ALONE, type Parsed, rootOf, rootProblems } from './parse';
import { explain } from './problems';
import type { Comment, Node } from './tree';
import { hasLookalike, lookalikes } from './width';

export interface Whole {
  readonly head: Parsed;
  readonly slices: readonly (Span & { readonly line: number })[];
  readonly parsed: readonly Parsed[];
  readonly problems: readonly Problem[];
  readonly items: 'list' | 'none' | 'empty' | 'other';
}

/** The register of a text, head and items apart. Offsets of an item are relative to its value's start. */
export function readWhole(text: string): Whole {
  const composed = compose(text);
  const { value, clear } = takeItems(composed.contents);
  const list = isSeq(value) ? value : undefined;
  if (list) clear();
  const state = conversion(text, ALONE);
  const root = rootOf(convert(state, composed.contents, 0));
  const wide = hasLookalike(text);
  const problems = [...state.problems, ...(root && wide ? lookalikes(text, root) : []), ...rootProblems(text, root)];
  const nodes = (list?.items ?? []) as readonly YamlNode[];
  const regions = nodes.map((node, k) => {
    const next = nodes[k + 1]?.range?.[0] ?? list?.range?.[1] ?? text.length;
    return span(node.range?.[0] ?? 0, Math.max(next, node.range?.[0] ?? 0));
  });
  const explained = divide(regions, explain(text, composed), ({ span: { start } }) => start);
  const comments = divide(regions, composed.comments, ({ start }) => start);
  const anchors = anchorsOf(state);
  const shared = before(anchors, list?.range?.[0] ?? 0);
  const rebound = new Set<string>();
  const parsed = nodes.map((node, k): Parsed => {
    const base = regions[k]?.start ?? 0;
    const around = { outer: shared, rebound: (name: string) => rebound.has(name) };
    const inner = conversion(text.slice(base), around, (offset) => offset - base);
    const item = convert(inner, node, 0);
    for (const name of inner.bound.keys()) rebound.add(name);
    return itemOf(inner, item, explained.inside[k] ?? [], comments.inside[k] ?? [], base, wide);
  });
  problems.push(...explained.outside, ...formProblems(root, value, list !== undefined));
  const head: Parsed = { root, problems, comments: comments.outside, clean: problems.length === 0, anchors };
  return { head, slices: placed(text, nodes), parsed, problems, items: formOf(root, value, list !== undefined) };
}

/** The value under the first key `items` and the means to empty it, so that the head is converted without it. */
function takeItems(contents: YamlNode | null): { readonly value: unknown; readonly clear: () => void } {
  const pairs = isMap(contents) ? (contents as YAMLMap).items : [];
  const pair = pairs.find(({ key }) => isScalar(key) && key.source === 'items');
  return {
    value: pair?.value,
    clear: () => {
      if (pair) pair.value = null;
    },
  };
}

function formOf(root: Node | undefined, value: unknown, list: boolean): Whole['items'] {
  if (list) return 'list';
  const pair = root?.kind === 'mapping' ? root.pairs.find(({ key }) => key.text === 'items') : undefined;
  if (!pair) return 'none';
  return pair.value.kind === 'scalar' && pair.value.value === null && (isScalar(value) || !value) ? 'empty' : 'other';
}

function formProblems(root: Node | undefined, value: unknown, list: boolean): readonly Problem[] {
  if (formOf(root, value, list) !== 'other' || root?.kind !== 'mapping') return [];
  const pair = root.pairs.find(({ key }) => key.text === 'items');
  if (!pair) return [];
  // A wrong word is marked itself; a group of fields is too large to mark, so its key stands for it.
  const mark = pair.value.kind === 'scalar' && pair.value.end > pair.value.start ? pair.value : pair.key;
  return [{ code: 'LF010', span: span(mark.start, mark.end), message: say('form.items') }];
}

function before(anchors: Anchors, offset: number): Anchors {
  return new Map([...anchors].filter(([, node]) => node.start < offset));
}

function itemOf(
  state: Conversion,
  root: Node,
  explained: readonly Problem[],
  comments: readonly Comment[],
  base: number,
  wide: boolean,
): Parsed {
  const problems = explained.map((problem) => ({ ...problem, span: back(problem.span, base) }));
  problems.push(...state.problems);
  if (wide) problems.push(...lookalikes(state.text, root));
  const remarks = comments.map((comment) => ({ ...comment, ...back(comment, base) }));
  return { root, problems, comments: remarks, clean: problems.length === 0, anchors: anchorsOf(state) };
}

const back = ({ start, end }: Span, base: number): Span => span(start - base, end - base);

/** What stands in which region, by its offset; the rest outside. */
function divide<T>(regions: readonly Span[], things: readonly T[], offset: (thing: T) => number) {
  const inside: T[][] = regions.map(() => []);
  const outside: T[] = [];
  for (const thing of things) {
    const at = offset(thing);
    const k = regionAt(regions, at);
    (inside[k] ?? outside).push(thing);
  }
  return { inside, outside } as const;
}

/** The region that holds the offset, or -1. */
function regionAt(regions: readonly Span[], offset: number): number {
  let low = 0;
  let high = regions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const region = regions[middle] as Span;
    if (offset < region.start) high = middle - 1;
    else if (offset >= region.end && middle < regions.length - 1) low = middle + 1;
    else return offset <= region.end ? middle : -1;
  }
  return -1;
}

function placed(text: string, nodes: readonly YamlNode[]): Whole['slices'] {
  let line = 0;
  let at = 0;
  return nodes.map(({ range }) => {
    const start = range?.[0] ?? at;
    for (let next = text.indexOf('\n', at); next >= 0 && next < start; next = text.indexOf('\n', at)) {
      at = next + 1;
      line++;
    }
    return { start, end: range?.[1] ?? start, line };
  });
}
