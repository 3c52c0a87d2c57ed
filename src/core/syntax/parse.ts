// One text to its tree, its problems and its comments. Never throws: broken text gives the best tree there is.
import { say } from '../messages/message';
import type { Problem } from '../model/finding';
import { span } from '../base/span';
import { compose, type Composed } from './compose';
import { settleConflicts } from './conflict';
import { type Anchors, anchorsOf, conversion, convert, type Surroundings } from './convert';
import { explain } from './problems';
import { quickDocument } from './quick';
import type { Comment, Node } from './tree';
import { hasLookalike, lookalikes, misreadColon } from './width';

export type { Anchors } from './convert';

export interface Parsed {
  /** Undefined where there is nothing to read, as in an empty file. */
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
  /** Whether there is no problem at all. */
  readonly clean: boolean;
  readonly anchors: Anchors;
}

export const ALONE: Surroundings = { outer: new Map(), rebound: () => false };

/** A whole document: a manifest, front matter, a register that cannot be sliced. */
export function parse(text: string): Parsed {
  const quick = quickDocument(text);
  if (quick) return { ...quick, problems: [], clean: true, anchors: new Map() };
  const settled = settleConflicts(text);
  const parsed = parsePart(settled.text, ALONE);
  const problems = [...settled.problems, ...parsed.problems, ...rootProblems(settled.text, parsed.root)];
  return { ...parsed, problems, clean: problems.length === 0 };
}

/** A document is a mapping; a text in its place is most often a line with the wrong colon. */
export function rootProblems(text: string, root: Node | undefined): readonly Problem[] {
  if (!root || root.kind === 'mapping') return [];
  const misread = root.kind === 'scalar' ? misreadColon(text, root.start) : undefined;
  if (misread) return [misread];
  const end = text.indexOf('\n', root.start);
  const place = span(root.start, end < 0 ? root.end : Math.min(end, root.end));
  return [{ code: 'LF010', span: place, message: say('form.root') }];
}

/** An empty document has no root. */
export const rootOf = (node: Node): Node | undefined =>
  node.kind === 'scalar' && node.style === 'plain' && node.value === null && node.text === '' ? undefined : node;

/** A text without conflicts in it, read beside what it can see. */
export function parsePart(text: string, around: Surroundings): Parsed & { readonly composed: Composed } {
  const composed = compose(text);
  const state = conversion(text, around);
  const root = rootOf(convert(state, composed.contents, 0));
  // Where yaml lost its way, a strange key is a consequence.
  const own = composed.errors.length ? state.problems.filter(({ code }) => code !== 'LF010') : state.problems;
  const problems = [...explain(text, composed), ...own];
  if (root && hasLookalike(text)) problems.push(...lookalikes(text, root));
  const { comments } = composed;
  comments.sort((a, b) => a.start - b.start);
  return { root, problems, comments, clean: problems.length === 0, anchors: anchorsOf(state), composed };
}
