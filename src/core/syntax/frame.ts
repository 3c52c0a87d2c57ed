// The frame of a sliced register: the text before and behind the list, parsed as one, with offsets of the whole text.
import { isMap } from 'yaml';
import type { Span } from '../base/span';
import { compose } from './compose';
import { type Anchors, anchorsOf, conversion, convert } from './convert';
import { ALONE, type Parsed, rootOf } from './parse';
import { explain } from './problems';
import { quickDocument } from './quick';
import type { Node } from './tree';
import { hasLookalike, lookalikes } from './width';

export interface Frame {
  readonly head: Parsed;
  /** Anchors that stand before the items. */
  readonly shared: Anchors;
}

// A tab as indentation, a key with `?` and a directive may reach beyond the line in which they stand.
const FAR_REACHING = /^(?: *\t|[ -]*\?(?:[ \t]|$)|%)/m;
/** With one of these in valid YAML a value may be another than the text says, or none at all. */
const GRAVE: ReadonlySet<string> = new Set(['LF001', 'LF006', 'LF010', 'LF012']);

/**
 * The frame around the list from `from` to `to`, or undefined when the text may not be sliced there. A frame that is
 * not valid YAML is still given, with its problems: it says nothing against the items.
 */
export function readFrame(text: string, keyAt: number, from: number, to: number): Frame | undefined {
  const skeleton = text.slice(0, from) + text.slice(to);
  const quick = to === text.length && !FAR_REACHING.test(skeleton) ? quickDocument(skeleton) : undefined;
  if (quick && hasItemsAt(quick.root, keyAt))
    return { head: { ...quick, problems: [], clean: true, anchors: NO_ANCHORS }, shared: NO_ANCHORS };
  const gap = to - from;
  const startAt = (offset: number): number => (offset >= from ? offset + gap : offset);
  const endAt = (offset: number): number => (offset > from ? offset + gap : offset);
  const place = ({ start, end }: Span): Span => ({ start: startAt(start), end: endAt(end) });
  const composed = compose(skeleton);
  const state = conversion(text, ALONE, startAt, endAt);
  const root = rootOf(convert(state, composed.contents, 0));
  const explained = explain(skeleton, composed).map((problem) => ({ ...problem, span: place(problem.span) }));
  const problems = [...explained, ...state.problems];
  const anchors = anchorsOf(state);
  const broken = composed.errors.length > 0;
  if (!broken) {
    if (composed.second !== undefined || FAR_REACHING.test(skeleton) || !isPlainMapping(composed.contents))
      return undefined;
    if (problems.some(({ code }) => GRAVE.has(code)) || !hasItemsAt(root, keyAt)) return undefined;
    // A name that the part behind the list gives again could hide the one that the items see.
    if (anchors.size && text.includes('&', to)) return undefined;
  }
  if (root && hasLookalike(skeleton)) problems.push(...lookalikes(text, root));
  const comments = composed.comments
    .map((comment) => ({ ...comment, ...place(comment) }))
    .sort((a, b) => a.start - b.start);
  const head = { root, problems, comments, clean: problems.length === 0, anchors };
  return { head, shared: anchors };
}

const NO_ANCHORS: Anchors = new Map();

const isPlainMapping = (node: unknown): boolean =>
  isMap(node) && !node.flow && node.anchor === undefined && node.tag === undefined;

/** Whether the key `items` that was found in the lines is the only one. */
function hasItemsAt(root: Node | undefined, keyAt: number): boolean {
  const keys = root?.kind === 'mapping' ? root.pairs.filter(({ key }) => key.text === 'items') : [];
  return keys.length === 1 && keys[0]?.key.start === keyAt;
}

/**
 * Where the list first gives one of these names to another value. What only looks like it, inside a text, counts too:
 * the doubt costs a finding on an alias behind it, the opposite would cost a wrong value.
 */
export function reboundNames(text: string, shared: Anchors, from: number, to: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const name of shared.keys()) {
    const mark = `&${name}`;
    for (let at = text.indexOf(mark, from); at >= 0 && at < to; at = text.indexOf(mark, at + 1)) {
      if (!/[\s,[{]/.test(text[at - 1] ?? '\n') || !/[\s,[\]{}]/.test(text[at + mark.length] ?? '\n')) continue;
      found.set(name, at);
      break;
    }
  }
  return found;
}
