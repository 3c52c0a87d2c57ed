// The next version of a register out of the last one and the items that changed, without the text around them: for
// whoever reads thousands of versions of a large file. Where it is not certain that reading all of it would give the same,
// it says so.
import { detached } from '../base/text';
import type { Draft } from '../base/draft';
import type { Kinds } from '../schema/kinds';
import { ITEM_LIMIT } from '../syntax/cut';
import { openItems, openRegister, readItem, type Register } from '../syntax/register';
import type { FileIndex, SliceIndex } from './file-index';
import { indexSlice } from './index-slice';

/** The items of a file that can be patched. */
export interface Items {
  /** Of their dashes. */
  readonly column: number;
  /** How long the text is that ends with the last of them; undefined where something comes behind. */
  readonly end: number | undefined;
}

/** The items from `first` to before `last` are replaced by the items in the text. */
export interface Patch {
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

export interface Patched {
  readonly file: FileIndex;
  readonly items: Items;
  /** Of each patch, where its items begin in its text. */
  readonly cuts: readonly (readonly number[])[];
}

/** The items of a file; undefined where it cannot be patched. */
export function itemsOf(file: FileIndex): Items | undefined {
  if (file.form === '' || file.problems.length || file.unread || file.starts.length !== file.slices.length)
    return undefined;
  const { form, head, inside, slices, text } = file.open();
  if (form !== 'sliced' || head.anchors.size) return undefined;
  return { column: inside.column, end: slices.at(-1)?.end === text.length ? text.length : undefined };
}

/** All of a patched file, normalised, for when it is asked for. */
export interface Whole {
  readonly text: () => string;
  readonly open: () => Register;
  readonly draft?: Draft;
}

/** The same of a text with nothing more to go by. */
export const wholeOf = (text: () => string): Whole => ({ text, open: () => openRegister(text()) });

/** The file after the patches, which stand in their order; undefined where it must be read as a whole. */
export function patchFile(
  before: FileIndex,
  { column, end }: Items,
  patches: readonly Patch[],
  whole: Whole,
  kinds: Kinds,
): Patched | undefined {
  const form = kinds.form(before.form);
  if (!form) return undefined;
  const slices: SliceIndex[] = [];
  const starts: number[] = [];
  const cuts: (readonly number[])[] = [];
  let longer = 0;
  let next = 0;
  const keep = (until: number): void => {
    for (; next < until; next++) {
      slices.push(before.slices[next] as SliceIndex);
      starts.push((before.starts[next] ?? 0) + longer);
    }
  };
  for (const { first, last, text: put } of patches) {
    const isLast = last === before.slices.length;
    const [from, to] = [before.starts[first] ?? end, isLast ? end : before.starts[last]];
    if (from === undefined || to === undefined || first < next) return undefined;
    const alone = put === '' ? undefined : openItems(put, column, isLast);
    // An item that was the last may end without a line end, and then nothing can stand behind it.
    if ((put !== '' && !alone) || (first === before.slices.length && !endsLine(before))) return undefined;
    keep(first);
    for (const [at, item] of (alone?.slices ?? []).entries()) {
      const own = detached(put.slice(item.start, item.end));
      slices.push(indexSlice(readItem(alone as NonNullable<typeof alone>, at, own), own, form, kinds, before.path));
      starts.push(from + longer + item.start);
    }
    cuts.push((alone?.slices ?? []).map(({ start }) => start));
    longer += put.length - (to - from);
    next = last;
  }
  keep(before.slices.length);
  if (!slices.length || slices.length > ITEM_LIMIT) return undefined;
  const { path, problems, suppressions, unread } = before;
  const parts = { path, form: before.form, slices, starts, problems, suppressions, unread };
  return { file: withWhole(parts, whole), items: { column, end: end === undefined ? undefined : end + longer }, cuts };
}

const endsLine = ({ text }: FileIndex): boolean => text.endsWith('\n');

// Apart, for a function keeps everything alive that stands around it: the version before, and the one before that.
const withWhole = (parts: Omit<FileIndex, 'text' | 'open'>, { text, open, draft }: Whole): FileIndex => ({
  ...parts,
  get text() {
    return text();
  },
  open,
  ...(draft ? { draft } : {}),
});
