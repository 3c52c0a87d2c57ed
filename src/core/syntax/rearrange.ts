// Items in another order, or in another register: their text moves as it is, with the comments above it. The blank lines
// between items stay where they are.
import { fail, ok } from '../base/result';
import { say } from '../messages/message';
import { applyEdits, type Edited } from './edit';
import { sameValue } from './locate';
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

/** Copies an item to the end of another register that has items already. */
export function copyItem(from: Register, index: number, to: Register): Edited {
  if (from.conflicted || to.conflicted) return fail(say('edit.conflict'));
  const slice = from.slices[index];
  const last = to.slices.at(-1);
  if (from.form !== 'sliced' || to.form !== 'sliced' || !slice || !last) return fail(say('edit.refused'));
  const { content } = parted(from.text.slice(slice.start, slice.end));
  const moved = shifted(content, to.inside.column - from.inside.column);
  if (moved === undefined) return fail(say('edit.refused'));
  const end = last.start + parted(to.text.slice(last.start, last.end)).content.length;
  // Items that stand apart stay apart.
  const apart = to.slices.length > 1 && to.text.startsWith('\n\n', (to.slices.at(-1)?.start ?? 0) - 2);
  const edit = { start: end, end, text: `${apart ? '\n\n' : '\n'}${moved}` };
  const after = openRegister(applyEdits(to.text, [edit]));
  const kept =
    after.form === 'sliced' &&
    after.slices.length === to.slices.length + 1 &&
    after.problems.length <= to.problems.length &&
    to.slices.every((_, at) => sameItem(to, at, after, at)) &&
    sameReading(from, index, after, to.slices.length);
  return kept ? ok([edit]) : fail(say('edit.refused'));
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
function shifted(text: string, by: number): string | undefined {
  if (by === 0) return text;
  const lines = text.split('\n');
  if (by < 0 && lines.some((line) => line.trim() !== '' && line.slice(0, -by).trim() !== '')) return undefined;
  return lines.map((line) => (line.trim() === '' ? line : by < 0 ? line.slice(-by) : ' '.repeat(by) + line)).join('\n');
}
