// What two versions of a file say of the few entities that somebody asks about, without reading the rest: where an id is
// not written, nothing is said of what has it. Most pairs of versions are done with when the bytes that differ were looked
// at; of others the items that differ are read, as a file of their own. Whatever is not certain is left to be read whole.
import { isUtf8 } from 'node:buffer';
import { isBroken, NO_VERSION, type Version } from '../core/history/differences';
import type { Oid } from '../core/model/commit';
import type { Path } from '../core/model/id';
import { indexFile } from '../core/project/index-file';
import { MANIFEST } from '../core/project/matcher';
import type { Kinds } from '../core/schema/kinds';
import { ITEM_LIMIT } from '../core/syntax/cut';
import { openItems, openRegister } from '../core/syntax/register';
import type { Work } from '../core/base/work';
import { bytesIn, joining, type Pieces } from './git/pieces';
import type { Asked } from './history-index';
import { isPlain, type Placed, placesAfter, plainText, stretchesOf } from './item-stretches';

export interface AskedItems {
  /** The two versions as far as they matter, undefined where they do not; 'unsure' where both must be read whole. */
  readonly pair: (pair: VersionPair) => Promise<AskedPair | undefined | 'unsure'>;
}

/** Undefined on the side where there is none. */
export interface VersionPair {
  readonly file: Path;
  readonly exact: boolean;
  readonly was: Named | undefined;
  readonly is: Named | undefined;
}

interface Named {
  readonly oid: Oid;
  readonly bytes: Pieces;
}

interface AskedPair {
  readonly before: Version;
  readonly after: Version;
}

/** A register cut into its items, none of which was read. */
interface Cuts extends Placed {
  /** Of the dashes. */
  readonly column: number;
}

type Run = <T>(work: Work<T>) => T | Promise<T>;

/** A range of items, and where in the bytes they stand. */
type Range = readonly [from: number, to: number];

/** Registers whose places are kept: one changes, then another one. */
const KEPT = 16;
const BACKSLASH = 0x5c;
/** Characters of an id by which it is looked for, at least. */
const LEAST = 3;

/**
 * How an id looks wherever it is written; undefined where that cannot be said: numbers have several forms, and so have
 * characters that Unicode holds equal to others (of those in ASCII three: the Kelvin sign is a K); an apostrophe is doubled
 * in quotes.
 */
function needleOf(id: string): Buffer | undefined {
  if (id.trim() === '' || !Number.isNaN(Number(id))) return undefined;
  const runs = id.match(/[!-&(-:<-JL-[\]-_a-~]+/g) ?? [];
  const longest = runs.reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest.length < LEAST ? undefined : Buffer.from(longest);
}

/** Undefined where the entities cannot be told by a text that is written in them. */
export function askedItems({ kind, ids }: Asked, kinds: Kinds, run: Run): AskedItems | undefined {
  const entity = kinds.kind(kind)?.entity;
  const needles = [...ids].flatMap((id) => needleOf(id) ?? []);
  // The id of a log's entry is put together, that of a document may be the name of its file.
  if (!entity || entity.idTemplate !== undefined || (entity.from ?? 'items') !== 'items' || needles.length < ids.size)
    return undefined;
  const kept = new Map<Oid, Cuts>();

  // In quotes a backslash may stand for any part of an id.
  const touches = (bytes: Buffer): boolean =>
    bytes.includes(BACKSLASH) || needles.some((needle) => bytes.includes(needle));

  function keep(oid: Oid, cuts: Cuts): Cuts {
    // The one used last stands last.
    kept.delete(oid);
    kept.set(oid, cuts);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return cuts;
  }

  const cutsOf = ({ oid, bytes }: Named): Cuts | undefined => {
    const made = kept.get(oid) ?? cutUp(bytes);
    return made && keep(oid, made);
  };

  /** Only the items in these ranges; 'unsure' where they are not what they were among the others. */
  async function reduced({ file, exact }: VersionPair, { bytes, at }: Cuts, ranges: readonly Range[]) {
    const count = ranges.reduce((sum, [from, to]) => sum + at.filter((one) => one >= from && one < to).length, 0);
    if (!count) return NO_VERSION;
    const joined = joining();
    joined.addOf(bytes, 0, at[0] ?? 0);
    for (const [from, to] of ranges) joined.addOf(bytes, from, to - from);
    joined.addOf(bytes, at.at(-1) ?? 0, bytes.length - (at.at(-1) ?? 0));
    const text = bytesIn(joined.end()).toString('utf8');
    const index = await run(indexFile(file, { text }, { kinds, exact }));
    if (isBroken(index) || (index.form !== '' && index.slices.length !== count)) return 'unsure';
    return { file: index, ghosts: [], broken: false };
  }

  async function one(asked: VersionPair, only: Named): Promise<Version | undefined | 'unsure'> {
    const { bytes } = only;
    const whole = bytesIn(bytes);
    if (!isText(whole)) return 'unsure';
    if (!touches(whole)) return undefined;
    const cuts = cutsOf(only);
    if (!cuts) return 'unsure';
    const ranges = cuts.at.slice(0, -1).map((from, i): Range => [from, cuts.at[i + 1] ?? from]);
    const found = ranges.filter(([from, to]) => touches(bytesIn(bytes, from, to)));
    return found.length ? reduced(asked, cuts, found) : undefined;
  }

  async function both(asked: VersionPair, was: Named, is: Named): Promise<AskedPair | undefined | 'unsure'> {
    if (!kept.has(was.oid)) {
      const [a, b] = [bytesIn(was.bytes), bytesIn(is.bytes)];
      if (!isText(a) || !isText(b)) return 'unsure';
      if (!touches(a) && !touches(b)) return undefined;
    }
    const before = cutsOf(was);
    const stretches = before && stretchesOf(before, is.bytes);
    const after = before && stretches && cutsAfter(before, is.bytes, stretches);
    if (!before || !stretches || !after) return 'unsure';
    keep(is.oid, after);
    const left = stretches.map(({ first, last }): Range => [before.at[first] ?? 0, before.at[last] ?? 0]);
    const come = stretches.map(({ from, to }): Range => [from, to]);
    const isIn =
      (bytes: Pieces) =>
      ([from, to]: Range): boolean =>
        touches(bytesIn(bytes, from, to));
    if (!left.some(isIn(before.bytes)) && !come.some(isIn(is.bytes))) return undefined;
    const earlier = await reduced(asked, before, left);
    const later = await reduced(asked, after, come);
    return earlier === 'unsure' || later === 'unsure' ? 'unsure' : { before: earlier, after: later };
  }

  return {
    pair: async (asked) => {
      const { file, was, is } = asked;
      if (file === MANIFEST || /\.md$/i.test(file)) return 'unsure';
      if (was && is) return both(asked, was, is);
      const only = was ?? is;
      const found = only && (await one(asked, only));
      if (!found || found === 'unsure') return found;
      return was ? { before: found, after: NO_VERSION } : { before: NO_VERSION, after: found };
    },
  };
}

/** Whether it is read as it is written, so that what is looked for in it is found. */
const isText = (bytes: Buffer): boolean => isUtf8(bytes) && !bytes.includes(0);

/** Where the items stand; undefined of what is not cut into items that know nothing of each other. */
function cutUp(bytes: Pieces): Cuts | undefined {
  const whole = bytesIn(bytes);
  if (!isPlain(whole)) return undefined;
  const text = whole.toString('utf8');
  const { form, head, inside, slices, problems, conflicted } = openRegister(text);
  if (form !== 'sliced' || head.anchors.size || problems.length || conflicted || !slices.length) return undefined;
  const at: number[] = [];
  let [unit, byte] = [0, 0];
  for (const start of [...slices.map((slice) => slice.start), slices.at(-1)?.end ?? 0]) {
    byte += Buffer.byteLength(text.slice(unit, start));
    unit = start;
    at.push(byte);
  }
  return { bytes, at, column: inside.column };
}

/** The places after the stretches; undefined where reading the register might cut it otherwise. */
function cutsAfter(
  before: Cuts,
  bytes: Pieces,
  stretches: NonNullable<ReturnType<typeof stretchesOf>>,
): Cuts | undefined {
  const count = before.at.length - 1;
  const cuts: (readonly number[])[] = [];
  for (const { first, last, from, to } of stretches) {
    const text = plainText(bytes, from, to);
    if (text === undefined) return undefined;
    const alone = text === '' ? undefined : openItems(text, before.column, last === count);
    const old = before.bytes;
    // An item that was the last may end without a line end, and then nothing can stand behind it.
    const open = first === count && bytesIn(old, old.length - 1)[0] !== 10;
    if ((text !== '' && !alone) || open) return undefined;
    cuts.push((alone?.slices ?? []).map(({ start }) => Buffer.byteLength(text.slice(0, start))));
  }
  const at = placesAfter(before.at, stretches, cuts);
  return at.length > 1 && at.length <= ITEM_LIMIT ? { bytes, at, column: before.column } : undefined;
}
