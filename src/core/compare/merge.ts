// The three-way merge of a register by entities and fields. It keeps the comments, the order and the way of writing of
// both sides, takes what does not collide and leaves the usual markers where it does, around the smallest chunk. On any
// doubt it refuses: a merge by lines is worse, but nobody takes it for more than it is.
import type { Message } from '../messages/message';
import { say } from '../messages/message';
import type { Finding } from '../model/finding';
import type { Path } from '../model/id';
import type { Kinds } from '../schema/kinds';
import { type Dress, dressed, undress } from '../syntax/line-ends';
import { type ChunkedFile, chunkedFile, type KnownItems } from './chunked-file';
import { type Conflict, mergeLayouts, type Piece } from './merge-chunks';
import { saysMerged } from './merge-check';
import { type Side, wayName } from './merge-values';

export type { Conflict } from './merge-chunks';

export interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface Merging {
  /** Below the project's folder. */
  readonly path: Path;
  readonly kinds: Kinds;
  /** Length of the markers; 7 unless git says otherwise. */
  readonly markerSize?: number;
  readonly labels?: { readonly ours: string; readonly theirs: string };
  /** What is wrong in the project with this text in the place of the file. */
  readonly findingsOf?: (text: string) => readonly Finding[];
}

export type Merged =
  | {
      readonly kind: 'merged';
      readonly text: string;
      /** What is left to a person, marked in the text. */
      readonly conflicts: readonly Conflict[];
      /** What is wrong in the merged text and was in neither side. */
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'refused'; readonly why: Message };

const refused = (why: Message): Merged => ({ kind: 'refused', why });

/** Merges three versions of a file. The texts are as they stand in the files, decoded. */
export function mergeTexts({ base, ours, theirs }: Versions, context: Merging): Merged {
  const taken = ours === theirs || theirs === base ? ours : ours === base ? theirs : undefined;
  if (taken !== undefined) return { kind: 'merged', text: taken, conflicts: [], findings: [] };
  const size = context.markerSize ?? 7;
  if ([base, ours, theirs].some((text) => hasMarkers(text, size))) return refused(say('merge.markers'));
  const bare = [base, ours, theirs].map(undress);
  const [b, o, t] = bare;
  if (!b || !o || !t) return refused(say('merge.line-ends'));
  const dress = commonDress(base === '' ? undefined : b.dress, o.dress, t.dress);
  if (!dress) return refused(say('merge.line-ends'));
  const merged = mergeBare([b.text, o.text, t.text], context);
  if (!('pieces' in merged)) return refused(merged);
  const { pieces, conflicts } = merged;
  const text = dressed(marked(pieces, size, context.labels), dress);
  const findings = conflicts.length ? [] : newFindings(context.findingsOf, text, ours, theirs);
  return { kind: 'merged', text, conflicts, findings };
}

interface Bare {
  readonly pieces: readonly Piece[];
  readonly conflicts: readonly Conflict[];
}

function mergeBare(texts: readonly [string, string, string], { path, kinds }: Merging): Bare | Message {
  const files: ChunkedFile[] = [];
  const known: KnownItems = new Map();
  for (const text of texts) {
    const file = chunkedFile(path, text, kinds, known);
    if (!file.ok) return file.error;
    files.push(file.value);
  }
  const [base, ours, theirs] = files;
  const form = ours?.form;
  if (!base || !ours || !theirs || !form || theirs.form !== form || (base.form && base.form !== form))
    return say('merge.no-register');
  const merged = mergeLayouts(base.layout, ours.layout, theirs.layout);
  if (!merged) return say('merge.unfit');
  const open = new Set(merged.conflicts.filter(({ how }) => how !== 'comment').map(({ way }) => wayName(way)));
  const holds = (side: Side): boolean =>
    saysMerged(decided(merged.pieces, side), texts, { side, open }, { path, kinds, form });
  if (!holds('ours') || (merged.conflicts.length && !holds('theirs')) || !keepsRemarks(merged.pieces, texts))
    return say('merge.unsure');
  return merged;
}

const decided = (pieces: readonly Piece[], side: Side): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece[side])).join('');

/** Every comment line that one of the sides added is there. */
function keepsRemarks(pieces: readonly Piece[], [base, ours, theirs]: readonly [string, string, string]): boolean {
  const remarks = (text: string): readonly string[] => text.match(/^[ \t]*#[^\n]*$/gm)?.map((one) => one.trim()) ?? [];
  const before = new Set(remarks(base));
  const after = new Set(remarks(marked(pieces, 7, undefined)));
  return [...remarks(ours), ...remarks(theirs)].every((one) => before.has(one) || after.has(one));
}

function marked(pieces: readonly Piece[], size: number, labels: Merging['labels']): string {
  const mark = (sign: string, label = ''): string => `${sign.repeat(size)}${label && ` ${label}`}\n`;
  const write = (piece: Piece): string =>
    typeof piece === 'string'
      ? piece
      : `${mark('<', labels?.ours ?? 'ours')}${piece.ours}${mark('=')}${piece.theirs}${mark('>', labels?.theirs ?? 'theirs')}`;
  return pieces.map(write).join('');
}

function hasMarkers(text: string, size: number): boolean {
  const sizes = [...new Set([7, size])].map((one) => `[<>|]{${one},}(?: |\\r?$)|={${one},}\\r?$`);
  return new RegExp(`^(?:${sizes.join('|')})`, 'm').test(text);
}

/** The dress that one side changed, or both in the same way. */
function commonDress(base: Dress | undefined, ours: Dress, theirs: Dress): Dress | undefined {
  const pick = (name: keyof Dress): boolean | undefined => {
    if (ours[name] === theirs[name] || theirs[name] === base?.[name]) return ours[name];
    return ours[name] === base?.[name] ? theirs[name] : undefined;
  };
  const [mark, crlf] = [pick('mark'), pick('crlf')];
  // A text that had no line end at its end ends with one unless both sides agree.
  return mark === undefined || crlf === undefined ? undefined : { mark, crlf, lastEnds: pick('lastEnds') ?? true };
}

function newFindings(
  findingsOf: Merging['findingsOf'],
  text: string,
  ours: string,
  theirs: string,
): readonly Finding[] {
  if (!findingsOf) return [];
  const name = ({ code, entity, path, message }: Finding): string =>
    JSON.stringify([code, entity ?? path, message.id, message.args]);
  const known = new Set([...findingsOf(ours), ...findingsOf(theirs)].map(name));
  return findingsOf(text).filter((one) => !known.has(name(one)));
}
