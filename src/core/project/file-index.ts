// One file as the project sees it: its slices, the entities they hold, and what is wrong inside it. Offsets are
// relative to the slice, so that an edit above moves nothing; the file knows where each slice begins.
import type { Draft } from '../base/draft';
import { keptLately } from '../base/kept';
import { sameEnds } from '../base/lists';
import { lineStarts, type Span } from '../base/span';
import type { Problem } from '../model/finding';
import type { EntityId, Path, Pointer, RuleCode } from '../model/id';
import type { Json } from '../schema/json';
import type { Kind } from '../schema/kinds';
import type { Site } from '../schema/sites';
import { openRegister, type Register } from '../syntax/register';

export type Fields = Readonly<Record<string, Json>>;

export interface Entity {
  readonly kind: Kind;
  readonly id: EntityId;
  readonly title: string;
  /** The id was derived from other fields: the entry of a log has none of its own. */
  readonly derived: boolean;
  readonly path: Path;
  readonly slice: SliceIndex;
  /** Where it stands in its slice's value: '' but for an entity inside another one. */
  readonly pointer: Pointer;
  readonly value: Fields;
  /** Where its id stands, or what stands for it; relative to the slice. */
  readonly mark: Span;
  readonly sites: readonly Site[];
}

/** `# landfall-disable LF504: reason` */
export interface Suppression {
  readonly codes: readonly RuleCode[];
  readonly reason: string;
  readonly span: Span;
}

export interface SliceIndex {
  readonly entities: readonly Entity[];
  readonly problems: readonly Problem[];
  readonly suppressions: readonly Suppression[];
}

export interface FileIndex {
  readonly path: Path;
  readonly text: string;
  /** The register's kind as its `kind:` says; `manifest` and `articles` for those files, '' when the file is not ours. */
  readonly form: string;
  readonly slices: readonly SliceIndex[];
  /** Where each slice begins in the text. */
  readonly starts: readonly number[];
  /** Of the file as a whole; offsets of the text. */
  readonly problems: readonly Problem[];
  readonly suppressions: readonly Suppression[];
  /** Reading had something to say (encoding, line ends), so the same text may come again without it. */
  readonly unread: boolean;
  /** The register behind it, for whoever needs a slice's tree again. */
  readonly open: () => Register;
  /** What the text is while somebody types in it, whose parts are at hand sooner than the whole. */
  readonly draft?: Draft;
}

/** A stretch of a file's text. */
export const partOf = (file: FileIndex, start: number, end: number): string =>
  file.draft?.slice(start, end) ?? file.text.slice(start, end);

/** The offsets at which the lines of a file's text begin. */
export const linesOf = (file: FileIndex): ArrayLike<number> => file.draft?.lineStarts() ?? lineStarts(file.text);

/** Texts that are kept for those who go on asking for the same ones. */
const AT_HAND = 8;
const textBy = keptLately(AT_HAND, (read: () => string) => read());
const registerBy = keptLately(AT_HAND, (read: () => string) => openRegister(textBy(read)));

/** The index of a file whose text is read again when somebody asks, since most never is. */
export const withoutText = (index: Omit<FileIndex, 'text' | 'open'>, read: () => string): FileIndex => ({
  ...index,
  get text() {
    return textBy(read);
  },
  open: () => registerBy(read),
});

const ordinals = new WeakMap<FileIndex, ReadonlyMap<SliceIndex, number>>();
/** Where slices stood when somebody last asked or an edit made them: most edits leave the others where they are. */
const hints = new WeakMap<SliceIndex, number>();

/** Notes that a slice is the one at this place of the file that is being made. */
export const standsAt = (slice: SliceIndex, ordinal: number): void => void hints.set(slice, ordinal);

/** The place of a slice among its file's slices; -1 when it belongs to another version of the file. */
export function ordinalOf(file: FileIndex, slice: SliceIndex): number {
  const hint = hints.get(slice);
  if (hint !== undefined && file.slices[hint] === slice) return hint;
  let known = ordinals.get(file);
  if (!known) {
    known = new Map(file.slices.map((one, i) => [one, i]));
    ordinals.set(file, known);
  }
  const found = known.get(slice) ?? -1;
  if (found >= 0) hints.set(slice, found);
  return found;
}

/** Where a slice begins in its file's text. */
export const startOf = (file: FileIndex, slice: SliceIndex): number => file.starts[ordinalOf(file, slice)] ?? 0;

export function entitiesOf(file: FileIndex | undefined): readonly Entity[] {
  const all: Entity[] = [];
  for (const slice of file?.slices ?? []) for (const entity of slice.entities) all.push(entity);
  return all;
}

export interface Replaced {
  readonly left: readonly Entity[];
  readonly come: readonly Entity[];
  /** Whether each that left gave its place to the one that came, of the same kind, and none only moved. */
  readonly inPlace: boolean;
}

/** The entities that one version of a file has and the other has not: versions share the slices that did not change. */
export function replaced(before: FileIndex | undefined, after: FileIndex | undefined): Replaced {
  if (!before || !after) return { left: entitiesOf(before), come: entitiesOf(after), inPlace: false };
  const a = before.slices;
  const b = after.slices;
  const { front, back } = sameEnds(a, b);
  const [mine, other] = [a.slice(front, a.length - back), b.slice(front, b.length - back)];
  // Most often items changed where they stand.
  const aligned = mine.length === other.length;
  const without = (slices: readonly SliceIndex[], others: readonly SliceIndex[]): readonly Entity[] => {
    const there = aligned ? undefined : new Set(others);
    return slices.flatMap((one, i) => (one === others[i] || there?.has(one) ? [] : one.entities));
  };
  const again = new Set(other);
  const inPlace =
    aligned && mine.every((one, i) => one === other[i] || (!again.has(one) && hasSameKinds(one, other[i])));
  return { left: without(mine, other), come: without(other, mine), inPlace };
}

const hasSameKinds = ({ entities }: SliceIndex, other: SliceIndex | undefined): boolean =>
  entities.length === other?.entities.length && entities.every(({ kind }, i) => kind === other.entities[i]?.kind);
