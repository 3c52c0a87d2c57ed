// The frame of a sliced register: the text before and behind the list, parsed as one, with offsets of the whole text.
import type { Node as YamlNode } from 'yaml';
import { isMap } from 'yaml';
import type { Span } from '../base/span';
import type { Problem } from '../model/finding';
import { compose } from './compose';
import { type Anchors, anchorsOf, conversion, convert } from './convert';
import { ALONE, type Parsed } from './parse';
import { explain } from './problems';
import { hasLookalike, lookalikes } from './width';

export interface Frame {
  readonly head: Parsed;
  /** Anchors that stand before the items. */
  readonly shared: Anchors;
}

// A tab as indentation, a key with `?` and a directive may reach beyond the line in which they stand.
const FAR_REACHING = /^(?: *\t|[ -]*\?(?:[ \t]|$)|%)/m;
/** With one of these a value may be another than the text says, or none at all. */
const GRAVE: ReadonlySet<string> = new Set(['LF001', 'LF006', 'LF010', 'LF012']);

/** The frame around the list from `from` to `to`, or undefined when the text may not be sliced there. */
export function readFrame(text: string, keyAt: number, from: number, to: number): Frame | undefined {
  const skeleton = text.slice(0, from) + text.slice(to);
  if (FAR_REACHING.test(skeleton)) return undefined;
  const gap = to - from;
  const startAt = (offset: number): number => (offset >= from ? offset + gap : offset);
  const endAt = (offset: number): number => (offset > from ? offset + gap : offset);
  const place = ({ start, end }: Span): Span => ({ start: startAt(start), end: endAt(end) });
  const composed = compose(skeleton);
  const { contents, errors, second } = composed;
  if (errors.length || second !== undefined) return undefined;
  if (!isMap(contents) || contents.flow || contents.anchor !== undefined || contents.tag !== undefined)
    return undefined;
  const state = conversion(text, ALONE, startAt, endAt);
  const root = convert(state, contents as YamlNode, 0);
  const found: Problem[] = explain(skeleton, composed).map((problem) => ({ ...problem, span: place(problem.span) }));
  const problems = [...found, ...state.problems];
  if (root.kind !== 'mapping' || problems.some(({ code }) => GRAVE.has(code))) return undefined;
  const keys = root.pairs.filter(({ key }) => key.text === 'items');
  if (keys.length !== 1 || keys[0]?.key.start !== keyAt) return undefined;
  const anchors = anchorsOf(state);
  // A name that the part behind the list gives again could hide the one that the items see.
  if (anchors.size && text.includes('&', to)) return undefined;
  if (hasLookalike(skeleton)) problems.push(...lookalikes(text, root));
  const comments = composed.comments
    .map((comment) => ({ ...comment, ...place(comment) }))
    .sort((a, b) => a.start - b.start);
  return { head: { root, problems, comments, clean: problems.length === 0, anchors }, shared: anchors };
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
