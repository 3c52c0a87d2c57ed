// Items in another order, or in another register: their text moves as it is, with the comments above it. The blank lines
// between items stay where they are.
import { fail, ok } from '../base/result';
import { say } from '../messages/message';
import { applyEdits, type Edited, frameOf, type TextEdit } from './edit';
import { sameValue } from './locate';
import { placeOfItems } from './new-items';
import { openRegister, readItem, type Register } from './register';

/** Puts the items in an order: `order[k]` is the index of the item that is to stand at place k. */
export function reorderItems(register: Register, order: readonly number[]): Edited {
  if (register.conflicted) return fail(say('edit.conflict'));
  const { slices, text } = register;
  const first = slices[0];
  const last = slices.at(-1);
  if (register.form !== 'sliced' || !first || !last || !isOrder(order, slices.length)) return fail(say('edit.refused'));
  if (order.every((index, at) => index === at)) return ok([]);
  const parts = slices.map(({ start, end }) => parted(text.slice(start, end)));
  const joined = order.map((index, at) => (parts[index]?.content ?? '') + (parts[at]?.blanks ?? '')).join('');
  const edit = { start: first.start, end: last.end, text: joined };
  const after = openRegister(applyEdits(text, [edit]));
  const kept =
    after.form === 'sliced' &&
    after.slices.length === slices.length &&
    after.problems.length <= register.problems.length &&
    order.every((index, at) => sameItem(register, index, after, at));
  return kept ? ok([edit]) : fail(say('edit.refused'));
}

/** Copies an item to the end of another register. */
export function copyItem(from: Register, index: number, to: Register): Edited {
  if (from.conflicted || to.conflicted) return fail(say('edit.conflict'));
  const slice = from.slices[index];
  if (from.form !== 'sliced' || !slice) return fail(say('edit.refused'));
  const { content } = parted(from.text.slice(slice.start, slice.end));
  const movedTo = (column: number): string | undefined => shifted(content, column - from.inside.column);
  const edit = to.slices.length ? behindLast(to, movedTo) : intoEmpty(to, movedTo);
  if (!edit) return fail(say('edit.refused'));
  const after = openRegister(applyEdits(to.text, [edit]));
  const kept =
    after.form === 'sliced' &&
    after.slices.length === to.slices.length + 1 &&
    after.problems.length <= to.problems.length &&
    sameValue(frameOf(to), frameOf(after)) &&
    to.slices.every((_, at) => sameItem(to, at, after, at)) &&
    sameReading(from, index, after, to.slices.length);
  return kept ? ok([edit]) : fail(say('edit.refused'));
}

type MovedTo = (column: number) => string | undefined;

function behindLast(to: Register, movedTo: MovedTo): TextEdit | undefined {
  const last = to.slices.at(-1);
  const moved = movedTo(to.inside.column);
  if (to.form !== 'sliced' || !last || moved === undefined) return undefined;
  const end = last.start + parted(to.text.slice(last.start, last.end)).content.length;
  // Items that stand apart stay apart.
  const apart = to.slices.length > 1 && to.text.startsWith('\n\n', last.start - 2);
  return { start: end, end, text: `${apart ? '\n\n' : '\n'}${moved}` };
}

function intoEmpty(to: Register, movedTo: MovedTo): TextEdit | undefined {
  let refused = false;
  const edit = placeOfItems(to, (column) => {
    const moved = movedTo(column);
    refused = moved === undefined;
    return [moved ?? ''];
  });
  return refused ? undefined : edit;
}

const isOrder = (order: readonly number[], count: number): boolean =>
  order.length === count && new Set(order).size === count && order.every((index) => index >= 0 && index < count);

/** An item's text without the blank lines behind it, and these. */
function parted(text: string): { readonly content: string; readonly blanks: string } {
  const blanks = /\s*$/.exec(text)?.[0] ?? '';
  return { content: text.slice(0, text.length - blanks.length), blanks };
}

// The same text is the same value; only a block scalar that keeps its last lines reads the blanks behind it.
function sameItem(before: Register, i: number, after: Register, j: number): boolean {
  const [a, b] = [before.slices[i], after.slices[j]];
  if (!a || !b) return false;
  const [old, now] = [before.text.slice(a.start, a.end), after.text.slice(b.start, b.end)];
  return old === now || (parted(old).content === parted(now).content && sameReading(before, i, after, j));
}

function sameReading(before: Register, i: number, after: Register, j: number): boolean {
  const [old, now] = [readItem(before, i), readItem(after, j)];
  return old.problems.length === now.problems.length && sameValue(old.root, now.root);
}

/** Lines further to the right or left; undefined when one of them cannot go as far. */
export function shifted(text: string, by: number): string | undefined {
  if (by === 0) return text;
  const lines = text.split('\n');
  if (by < 0 && lines.some((line) => line.trim() !== '' && line.slice(0, -by).trim() !== '')) return undefined;
  return lines.map((line) => (line.trim() === '' ? line : by < 0 ? line.slice(-by) : ' '.repeat(by) + line)).join('\n');
}
