// The next version of a register out of the last one and an edit inside one item, without the text around it: for whoever
// reads thousands of versions of a large file. Where it is not certain that reading all of it would give the same, it says so.
import { detached } from '../base/text';
import type { Kinds } from '../schema/kinds';
import { openRegister, readItem } from '../syntax/register';
import { sliceAt } from './at';
import type { FileIndex } from './file-index';
import { indexSlice } from './index-slice';

export interface Edit {
  /** What was replaced, in units of the text before. */
  readonly start: number;
  readonly end: number;
  /** How many units stand there now. */
  readonly size: number;
  /** A part of the text now. */
  readonly between: (from: number, to: number) => string;
  /** All of the text now, normalised. */
  readonly text: () => string;
}

/** The column of the items of a file whose items can be patched; undefined of any other. */
export function columnIn(file: FileIndex): number | undefined {
  if (file.form === '' || file.problems.length || file.unread || file.starts.length !== file.slices.length)
    return undefined;
  const { form, head, inside } = file.open();
  return form === 'sliced' && !head.anchors.size ? inside.column : undefined;
}

/** The file after the edit; undefined where it must be read as a whole. `column` is that of its items. */
export function patchFile(before: FileIndex, column: number, edit: Edit, kinds: Kinds): FileIndex | undefined {
  const { start } = sliceAt(before, edit.start) ?? {};
  const at = start === undefined ? -1 : before.starts.indexOf(start);
  const next = before.starts[at + 1];
  const form = kinds.form(before.form);
  // What follows the last item is nobody's.
  if (start === undefined || next === undefined || !form || edit.end > next) return undefined;
  const longer = edit.size - (edit.end - edit.start);
  const item = detached(edit.between(start, next + longer));
  const head = `kind: ${before.form}\nitems:\n`;
  const alone = openRegister(head + item);
  const [only, ...others] = alone.slices;
  const isItem =
    alone.form === 'sliced' &&
    alone.inside.column === column &&
    !alone.problems.length &&
    only?.start === head.length &&
    only.end === alone.text.length &&
    !others.length &&
    item.endsWith('\n') &&
    !remarkBehind(item, column);
  if (!isItem) return undefined;
  const slices = [...before.slices];
  slices[at] = indexSlice(readItem(alone, 0, item), item, form, kinds, before.path);
  return {
    path: before.path,
    form: before.form,
    slices,
    starts: longer ? before.starts.map((one, i) => (i > at ? one + longer : one)) : before.starts,
    problems: before.problems,
    suppressions: before.suppressions,
    unread: before.unread,
    get text() {
      return edit.text();
    },
    open: () => openRegister(edit.text()),
  };
}

/** Whether the item ends in a comment that belongs to the one below. */
function remarkBehind(item: string, column: number): boolean {
  const lines = item.split('\n');
  const last = lines.findLastIndex((line) => !/^[ \t]*$|^ *#/.test(line));
  return lines.slice(last + 1).some((line) => /^ *#/.test(line) && line.indexOf('#') <= column);
}
