// Versions of a register, each made out of the one before it and the items that changed.
import type { FileIndex } from '../core/project/file-index';
import { type Items, itemsOf, type Patch, patchFile, wholeOf } from '../core/project/patch-file';
import type { Kinds } from '../core/schema/kinds';
import { bytesIn, type Pieces } from './git/pieces';
import { isPlain, placesAfter, plainText, stretchesOf } from './item-stretches';

/** A version whose next one may be made out of it. */
export interface ItemVersion {
  readonly file: FileIndex;
  readonly items: Items;
  readonly bytes: Pieces;
  /** Where each item begins in the bytes, and behind them where the last one ends. */
  readonly at: readonly number[];
}

/** The version as one to go on from; undefined of what is no plain UTF-8, or cannot be patched. */
export function itemVersion(file: FileIndex, bytes: Pieces): ItemVersion | undefined {
  const items = isPlain(bytesIn(bytes)) ? itemsOf(file) : undefined;
  if (!items) return undefined;
  const { text, starts } = file;
  const at: number[] = [];
  let [unit, byte] = [0, 0];
  for (const start of [...starts, items.end ?? file.open().slices.at(-1)?.end ?? 0]) {
    byte += Buffer.byteLength(text.slice(unit, start));
    unit = start;
    at.push(byte);
  }
  return { file, items, bytes, at };
}

/** The version that has these bytes; undefined where all of them must be read. */
export function nextVersion(before: ItemVersion, bytes: Pieces, kinds: Kinds): ItemVersion | undefined {
  const stretches = stretchesOf(before, bytes);
  if (!stretches) return undefined;
  const patches: Patch[] = [];
  for (const { first, last, from, to } of stretches) {
    const text = plainText(bytes, from, to);
    if (text === undefined) return undefined;
    patches.push({ first, last, text });
  }
  const made = patchFile(before.file, before.items, patches, wholeOf(textOf(bytes)), kinds);
  if (!made) return undefined;
  const cuts = patches.map(({ text }, i) => (made.cuts[i] ?? []).map((cut) => Buffer.byteLength(text.slice(0, cut))));
  const at = placesAfter(before.at, stretches, cuts);
  return { file: made.file, items: made.items, bytes, at };
}

// Apart, for a function keeps everything alive that stands around it: the version before, and the one before that.
function textOf(bytes: Pieces): () => string {
  let text: string | undefined;
  return () => (text ??= bytesIn(bytes).toString('utf8'));
}
