// The recursion of the merge: a chunk that one side changed is taken from that side, one that both changed is merged
// inside where it can be, and where it cannot both stand side by side, in the smallest chunk that holds the difference.
import { sameValue } from '../syntax/locate';
import type { Chunk, Layout } from './chunk';
import { type Trio, trios } from './match';
import { mergeLines } from './merge-lines';

/** Text, or two texts between which a person has to choose. */
export type Piece = string | { readonly ours: string; readonly theirs: string };

export interface Conflict {
  /** From the file down: fields, and names of elements. Empty for what stands around the chunks. */
  readonly way: readonly string[];
  readonly how: 'changed' | 'deleted-by-us' | 'deleted-by-them' | 'born' | 'comment';
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly conflicts: readonly Conflict[];
}

type Way = readonly string[];

const NOTHING: Pieces = { pieces: [], conflicts: [] };
const just = (text: string): Pieces => ({ pieces: text === '' ? [] : [text], conflicts: [] });
const textOf = ({ lead, body }: Chunk): string => lead + body;

/** Two layouts and their base as one; undefined where they do not fit together. */
export function mergeLayouts(
  base: Layout | undefined,
  ours: Layout,
  theirs: Layout,
  way: Way = [],
): Pieces | undefined {
  const fit = ours.kind === theirs.kind && ours.dash.length === theirs.dash.length;
  const sameColumn = ours.column === theirs.column || ours.column < 0 || theirs.column < 0;
  if (!fit || !sameColumn) return undefined;
  const all = trios(base?.chunks ?? [], ours.chunks, theirs.chunks);
  if (!all) return undefined;
  if (ours.kind === 'words' || ours.kind === 'braces') return mergeFlow(base, ours, theirs, all, way);
  const merged: Pieces[] = [];
  for (const trio of all) {
    const one = mergeChunk(trio, ours.entities || theirs.entities, [...way, trio.key]);
    if (!one) return undefined;
    if (one.pieces.length) merged.push(one);
  }
  const children = joined(merged);
  const opening = openingOf(base, ours, theirs, children.pieces.length > 0);
  const dashed = ours.dash ? withDash(children.pieces, ours.dash) : children.pieces;
  if (opening === undefined || !dashed || (!ours.entities && !dashed.length && ours.chunks.length)) return undefined;
  const closing = mergeRemarks(base?.closing, ours.closing, theirs.closing, way);
  return joined([just(opening), { pieces: dashed, conflicts: children.conflicts }, closing]);
}

const joined = (all: readonly Pieces[]): Pieces => ({
  pieces: all.flatMap(({ pieces }) => pieces),
  conflicts: all.flatMap(({ conflicts }) => conflicts),
});

// A list of entities without any is written otherwise (`items: []`) than one that has some.
function openingOf(base: Layout | undefined, ours: Layout, theirs: Layout, some: boolean): string | undefined {
  const holds = ({ chunks }: Layout): boolean => chunks.length > 0 === some;
  if (ours.entities && holds(ours) !== holds(theirs)) return (holds(ours) ? ours : theirs).opening;
  return either(base?.opening, ours.opening, theirs.opening);
}

/** What one side made of it; undefined when both made something of it. */
const either = (base: string | undefined, ours: string, theirs: string): string | undefined =>
  ours === theirs || theirs === base ? ours : ours === base ? theirs : undefined;

/** One chunk in three versions; no pieces when it is gone, undefined when nobody may touch it. */
function mergeChunk(trio: Trio<Chunk>, entity: boolean, way: Way): Pieces | undefined {
  const { base, ours, theirs } = trio;
  if (!ours || !theirs) {
    const left = ours ?? theirs;
    if (!left) return NOTHING;
    if (!base) return just(textOf(left));
    if (isSame(left, base)) return NOTHING;
    const text = textOf(left);
    return ours
      ? { pieces: [{ ours: text, theirs: '' }], conflicts: [{ way, how: 'deleted-by-them' }] }
      : { pieces: [{ ours: '', theirs: text }], conflicts: [{ way, how: 'deleted-by-us' }] };
  }
  const taken = either(base && textOf(base), textOf(ours), textOf(theirs));
  if (taken !== undefined) return just(taken);
  if (ours.broken || theirs.broken) return undefined;
  if (entity && !base && !isSame(ours, theirs))
    return { pieces: [{ ours: textOf(ours), theirs: textOf(theirs) }], conflicts: [{ way, how: 'born' }] };
  const lead = mergeRemarks(base?.lead, ours.lead, theirs.lead, way);
  const body = mergeBodies(base, ours, theirs, way);
  return body && joined([lead, body]);
}

function mergeBodies(base: Chunk | undefined, ours: Chunk, theirs: Chunk, way: Way): Pieces | undefined {
  const taken = either(base?.body, ours.body, theirs.body);
  if (taken !== undefined) return just(taken);
  // The same said in another way is no change.
  if (saysSame(ours, theirs)) return just(ours.body);
  if (base && saysSame(theirs, base)) return just(ours.body);
  if (base && saysSame(ours, base)) return just(theirs.body);
  const apart = ours.inside && theirs.inside && (!base || base.inside);
  const inside = apart && mergeLayouts(base?.inside, ours.inside, theirs.inside, way);
  // Markers around all entities of a file would say less than a merge by lines.
  if (inside || ours.inside?.entities) return inside;
  const lines = base && mergeTextLines(base, ours, theirs);
  if (lines !== undefined) return just(lines);
  const pieces = [{ ours: ours.body, theirs: theirs.body }];
  return { pieces, conflicts: [{ way, how: 'changed' }] };
}

/** A long text that stands in lines of its own, behind `|`. */
function mergeTextLines(base: Chunk, ours: Chunk, theirs: Chunk): string | undefined {
  const isLiteral = ({ node }: Chunk): boolean => node.kind === 'scalar' && node.style === 'literal';
  if (![base, ours, theirs].every(isLiteral)) return undefined;
  const [b, o, t] = [base.body.split('\n'), ours.body.split('\n'), theirs.body.split('\n')];
  // What follows the bar says how the lines are read.
  if (b[0] !== o[0] || b[0] !== t[0]) return undefined;
  return mergeLines(b, o, t)?.join('\n');
}

const isSame = (a: Chunk, b: Chunk): boolean =>
  textOf(a) === textOf(b) || (remarksOf(a.lead) === remarksOf(b.lead) && (a.body === b.body || saysSame(a, b)));

// A register's tree does not hold its items, so lists of entities are compared one by one.
const isComparable = ({ broken, inside }: Chunk): boolean => !broken && !inside?.entities;

const saysSame = (a: Chunk, b: Chunk): boolean =>
  isComparable(a) && isComparable(b) && sameValue(a.node, b.node) && a.remarks.join('\n') === b.remarks.join('\n');

const remarksOf = (lead: string): string => lead.replace(/^[ \t]*\n/gm, '').replace(/^[ \t]+/gm, '');

/** Blank lines and comments; where only blanks are at odds, ours. */
function mergeRemarks(base: string | undefined, ours: string, theirs: string, way: Way): Pieces {
  const taken = either(base, ours, theirs);
  if (taken !== undefined) return just(taken);
  const said = either(base === undefined ? undefined : remarksOf(base), remarksOf(ours), remarksOf(theirs));
  if (said !== undefined) return just(said === remarksOf(ours) ? ours : theirs);
  return { pieces: [{ ours, theirs }], conflicts: [{ way, how: 'comment' }] };
}

/** The blanks in front of the first chunk become the dash again; undefined where there is no room for it. */
function withDash(pieces: readonly Piece[], dash: string): readonly Piece[] | undefined {
  const [first, ...rest] = pieces;
  const put = (text: string): string | undefined =>
    text.startsWith(' '.repeat(dash.length)) ? dash + text.slice(dash.length) : undefined;
  if (first === undefined) return undefined;
  if (typeof first === 'string') {
    const text = put(first);
    return text === undefined ? undefined : [text, ...rest];
  }
  const [ours, theirs] = [put(first.ours), put(first.theirs)];
  return ours === undefined || theirs === undefined ? undefined : [{ ours, theirs }, ...rest];
}

// In brackets and braces there is no room for markers. The spacing is that of ours, or of theirs where ours has too few
// to go by.
function mergeFlow(
  base: Layout | undefined,
  ours: Layout,
  theirs: Layout,
  all: readonly Trio<Chunk>[],
  way: Way,
): Pieces | undefined {
  const opening = either(base?.opening, ours.opening, theirs.opening);
  const closing = either(base?.closing, ours.closing, theirs.closing);
  const merged = all.map((trio) => mergeChunk(trio, false, [...way, trio.key]));
  if (opening === undefined || closing === undefined || merged.some((one) => !one || one.conflicts.length))
    return undefined;
  const pieces = merged.flatMap((one) => one?.pieces ?? []);
  const kept = pieces.filter((piece) => typeof piece === 'string');
  return just(opening + kept.join(ours.between ?? theirs.between ?? ', ') + closing);
}
