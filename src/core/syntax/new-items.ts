// Where items that a register does not have yet are to stand, and how they are written there.
import { empty } from './convert';
import { nodeAt, pairOf } from './locate';
import { parse } from './parse';
import { type Register, readItem } from './register';
import { afterLine, columnOf, dashBefore, insertLines, lastOffset, type TextEdit } from './rewrite';
import type { Node } from './tree';

/** The end of an item's last line, without the blanks and comments that follow it. */
export function contentEnd(register: Register, index: number): number {
  const { start = 0, end = 0 } = register.slices[index] ?? {};
  const { root, clean } = readItem(register, index);
  return root && clean ? start + afterLine(register.text.slice(start, end), lastOffset(root)) : end;
}

/** The edit that puts lines behind the item of an index, else at the end of the list; `lines` are asked for with the
 *  column of the dashes, and whether items stand apart. Undefined where there is no such place. */
export function placeOfItems(
  register: Register,
  lines: (column: number, apart: boolean) => readonly string[],
  behind?: number,
): TextEdit | undefined {
  const { text, slices, head } = register;
  const last = slices.length - 1;
  if (register.form === 'sliced') {
    const at = behind ?? last;
    if (!slices[at]) return undefined;
    const spaced = last > 0 && text.startsWith('\n\n', (slices[last]?.start ?? 0) - 2);
    const block = lines(register.inside.column, spaced);
    return insertLines(text, contentEnd(register, at), spaced ? ['', ...block] : block);
  }
  const root = head.root;
  if (root?.kind !== 'mapping' || root.flow || (behind !== undefined && behind !== last)) return undefined;
  const pair = pairOf(root, 'items');
  if (!pair) return insertLines(text, text.length, ['items:', ...lines(2, false)]);
  const list = nodeAt(wholeRoot(register), '/items');
  if (list?.kind === 'sequence' && list.items.length === 0) {
    const block = lines(columnOf(text, pair.key.start) + 2, false).join('\n');
    const start = text.slice(0, list.start).trimEnd().length;
    // A comment beside the brackets is about the list.
    const end = afterLine(text, list.end) - (text.endsWith('\n') ? 1 : 0);
    return { start, end: Math.max(end, list.end), text: `${text.slice(list.end, end)}\n${block}` };
  }
  if (list?.kind === 'sequence' && !list.flow) {
    const column = columnOf(text, dashBefore(text, list.items.at(-1)?.start ?? 0));
    return insertLines(text, afterLine(text, lastOffset(list)), lines(column, false));
  }
  if (list?.kind !== 'scalar' || list.start !== list.end) return undefined;
  return insertLines(text, afterLine(text, pair.key.end), lines(columnOf(text, pair.key.start) + 2, false));
}

/** The lines of items in their column; `apart` puts a blank line between them. */
export function itemLines(items: readonly (readonly string[])[], column: number, apart = false): readonly string[] {
  const indent = ' '.repeat(column);
  return items.flatMap((lines, k) => [
    ...(apart && k > 0 ? [''] : []),
    ...lines.map((line, at) => (at === 0 ? `${indent}- ${line}` : line === '' ? '' : `${indent}  ${line}`)),
  ]);
}

export const wholeRoot = (register: Register): Node => parse(register.text).root ?? empty(0, 0);
