// One field of an item of a register from one text into another: its key and value as they were written, moved to the
// column of their new place. What comes out is a proposal; restore.ts reads the result again.
import { sharedEnds } from '../base/lists';
import { pointerParts } from '../model/id';
import { holderOf, nodeAt } from '../syntax/locate';
import { contentEnd, wholeRoot } from '../syntax/new-items';
import { shifted } from '../syntax/rearrange';
import { type Register, readItem } from '../syntax/register';
import { afterLine, columnOf, insertLines, lastOffset, removeAt, type TextEdit } from '../syntax/rewrite';
import type { Mapping, Node, Pair } from '../syntax/tree';
import { common } from './fields';

/** An item with the text that its offsets are of, and where that text begins in the file. */
interface Item {
  readonly text: string;
  readonly base: number;
  readonly root: Node;
}

export function itemOf(register: Register, index: number): Item | undefined {
  const slice = register.slices[index];
  const { root, clean } = slice ? readItem(register, index) : { root: undefined, clean: false };
  if (!slice || !root || !clean) return undefined;
  if (register.form === 'sliced') return { text: register.text.slice(slice.start, slice.end), base: slice.start, root };
  const node = nodeAt(wholeRoot(register), `/items/${index}`);
  return node && { text: register.text, base: 0, root: node };
}

/** The edit of the file of `now` that makes the field at a pointer what it was at the other; undefined where it cannot. */
export function pairBack(was: Item, from: string, now: Item, to: string): TextEdit | undefined {
  const [old, present] = [holding(was.root, from), holding(now.root, to)];
  if (!old || !present) return undefined;
  const edit =
    old.pair && present.pair
      ? replaced(was.text, old.pair, now.text, present.pair)
      : old.pair
        ? added(was.text, old.holder, old.pair, now.text, present.holder)
        : present.pair && removeAt(now.text, now.root, to);
  return edit && { start: edit.start + now.base, end: edit.end + now.base, text: edit.text };
}

function holding(
  root: Node,
  pointer: string,
): { readonly holder: Mapping; readonly pair: Pair | undefined } | undefined {
  const { holder } = holderOf(root, pointer) ?? {};
  const name = pointerParts(pointer).at(-1);
  return holder?.kind === 'mapping' ? { holder, pair: holder.pairs.find(({ key }) => key.text === name) } : undefined;
}

/** The end of a value without the line break that a block scalar ends with. */
function endOf(text: string, { key, value }: Pair): number {
  const end = lastOffset(value, key.end);
  return text[end - 1] === '\n' ? end - 1 : end;
}

function replaced(was: string, old: Pair, now: string, present: Pair): TextEdit | undefined {
  const by = columnOf(now, present.key.start) - columnOf(was, old.key.start);
  const text = moved(was.slice(old.key.end, endOf(was, old)), by);
  const end = endOf(now, present);
  if (text === undefined) return undefined;
  // Behind a block of lines no remark can stand: it goes up to the first of them.
  const remark = was[lastOffset(old.value, old.key.end) - 1] === '\n' ? remarkAt(now, end) : '';
  const [first = '', ...rest] = text.split('\n');
  const lines = [first.includes('#') ? first : first + remark, ...rest];
  return { start: present.key.end, end: end + remark.length, text: lines.join('\n') };
}

/** The remark behind a value, on its line. */
const remarkAt = (text: string, end: number): string => /[ \t]+#[^\n]*/y.exec(text.slice(end))?.[0] ?? '';

// Behind the nearest field that stood before it and is still there.
function added(was: string, from: Mapping, old: Pair, now: string, to: Mapping): TextEdit | undefined {
  const before = from.pairs.slice(0, from.pairs.indexOf(old)).toReversed();
  const near =
    before.flatMap(({ key }) => to.pairs.find((one) => one.key.text === key.text) ?? [])[0] ?? to.pairs.at(-1);
  if (!near) return undefined;
  const source = was.slice(old.key.start, endOf(was, old));
  if (to.flow) {
    const at = lastOffset(near.value, near.key.end);
    return source.includes('\n') ? undefined : { start: at, end: at, text: `, ${source}` };
  }
  const column = columnOf(now, to.pairs[0]?.key.start ?? near.key.start);
  // A remark behind the value goes with it.
  const remark = from.flow ? '' : remarkAt(was, endOf(was, old));
  const text = moved(source + remark, column - columnOf(was, old.key.start));
  if (text === undefined) return undefined;
  return insertLines(
    now,
    afterLine(now, lastOffset(near.value, near.key.end)),
    (' '.repeat(column) + text).split('\n'),
  );
}

/** A text whose first line stands behind something, with its other lines further to the right or left. */
function moved(text: string, by: number): string | undefined {
  const [first = '', ...rest] = text.split('\n');
  if (!rest.length) return first;
  const others = shifted(rest.join('\n'), by);
  return others === undefined ? undefined : `${first}\n${others}`;
}

/** An item as lines of its own, without the indentation; the remarks above it are left behind. */
export function itemText(register: Register, index: number): readonly string[] | undefined {
  const slice = register.slices[index];
  const { root, clean } = slice ? readItem(register, index) : { root: undefined, clean: false };
  if (!slice || !root || !clean || register.form !== 'sliced') return undefined;
  const start = slice.start + root.start;
  const lines = register.text.slice(start, contentEnd(register, index)).trimEnd();
  return moved(lines, -columnOf(register.text, start))?.split('\n');
}

/** Lines compared one by one; above it they are replaced as one. */
const FEW = 200;

/** The edits that lead from one text to another: the lines that differ, and of these only what differs. */
export function hunks(before: string, after: string): readonly TextEdit[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  const same = (i: number, j: number): boolean => a[i] === b[j];
  const { front, back } = sharedEnds(a.length, b.length, same);
  const [m, n] = [a.length - back, b.length - back];
  const kept = m - front > FEW || n - front > FEW ? [] : common(front, m, front, n, same);
  const edits: TextEdit[] = [];
  let [i, j] = [front, front];
  let at = a.slice(0, front).join('').length;
  for (const [nextI, nextJ] of [...kept, [m, n] as const]) {
    const [gone, come] = [a.slice(i, nextI).join(''), b.slice(j, nextJ).join('')];
    if (gone !== come) edits.push(trimmed(at, gone, come));
    at += gone.length + (a[nextI]?.length ?? 0);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return edits;
}

const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/);

function trimmed(at: number, gone: string, come: string): TextEdit {
  const { front, back } = sharedEnds(gone.length, come.length, (i, j) => gone[i] === come[j]);
  // Half of a character is none.
  const isHalf = (text: string, k: number): boolean => /^[\uDC00-\uDFFF]$/.test(text[k] ?? '');
  const first = front - (isHalf(gone, front) || isHalf(come, front) ? 1 : 0);
  const last = back - (isHalf(gone, gone.length - back) || isHalf(come, come.length - back) ? 1 : 0);
  return { start: at + first, end: at + gone.length - last, text: come.slice(first, come.length - last) };
}
