// A table from a spreadsheet as items of the register it is pasted into: columns fill the fields that they are named
// after, in either language, ids that are missing are counted on, and what fills no field is kept as a comment.
import { fail, ok, type Result } from '../base/result';
import { sharedEnd, sharedStart } from '../base/text';
import type { Work } from '../base/work';
import { type Message, say } from '../messages/message';
import type { Path } from '../model/id';
import { sliceAt } from '../project/at';
import { type FileIndex, ordinalOf, type SliceIndex } from '../project/file-index';
import type { Project } from '../project/project';
import { trying } from '../project/try-edits';
import type { Kind } from '../schema/kinds';
import { cursorAt } from '../syntax/cursor';
import { lineAt } from '../syntax/cursor-line';
import { applyEdits, insertItems, removeItem, type TextEdit } from '../syntax/edit';
import { openRegister, readItem } from '../syntax/register';
import { columnsOf, nameOf } from './paste/columns';
import { type Item, itemsOf } from './paste/items';
import { readTable } from './paste/table';

export interface Pasted {
  readonly kind: Kind;
  readonly edits: readonly TextEdit[];
  readonly count: number;
  /** Headers of the columns that fill no field and are kept as comments. */
  readonly kept: readonly string[];
  /** How many cells do not fit their fields and stand there as the texts they are. */
  readonly unfit: number;
  /** Hardly anything else can be meant: the table names what the register holds, and a new line is where it goes. */
  readonly sure: boolean;
}

/** What pasting this text at an offset would insert; undefined where it is no table for this register. */
export function* pasteTable(
  project: Project,
  path: Path,
  offset: number,
  text: string,
): Work<Result<Pasted, Message> | undefined> {
  const file = project.files.get(path);
  const kind = file && project.kinds.form(file.form)?.kind;
  if (!file || !kind || kind.entity.from === 'document' || /\.md$/i.test(path)) return undefined;
  const table = readTable(text);
  const columns = table && columnsOf(table.header, kind.shape, kind.one);
  if (!table || !columns?.some(({ field }) => field)) return undefined;
  const { comment, start } = lineAt(file.text, offset);
  if (cursorAt(file.text, offset).at === 'text' || (comment !== undefined && start + comment < offset))
    return undefined;
  yield;
  const items = yield* itemsOf(project, kind, table, columns);
  const edited = yield* inserted(file, offset, items);
  if (!edited.ok) return edited;
  const { edits, first, gone } = edited.value;
  const next = (yield* trying(project, file, edits, gone, () => true))?.files.get(path);
  if (!next || !items.every(({ value }, k) => reads(next, first + k, value))) return fail(say('edit.refused'));
  const mapped = columns.filter(({ field }) => field);
  const named = mapped.some(({ field }) => field?.name === 'id' || field?.name === 'title');
  return ok({
    kind,
    edits,
    count: items.length,
    kept: columns.filter(({ field }) => !field).map(nameOf),
    unfit: items.reduce((sum, { unfit }) => sum + unfit, 0),
    sure: named && mapped.length * 2 >= columns.length && /^[ \t]*-?[ \t]*$/.test(lineOf(file.text, offset)),
  });
}

interface Inserted {
  readonly edits: readonly TextEdit[];
  /** The index of the first new item. */
  readonly first: number;
  readonly gone: ReadonlySet<SliceIndex>;
}

/** Behind the item at the offset, in the place of one of which only the dash stands there, else at the end. */
function* inserted(file: FileIndex, offset: number, items: readonly Item[]): Work<Result<Inserted, Message>> {
  const register = file.open();
  const lines = items.map((item) => item.lines);
  const slice = sliceAt(file, offset)?.slice;
  const at = slice ? ordinalOf(file, slice) : -1;
  const here = register.form === 'sliced' && register.slices[at] ? at : undefined;
  const { root } = here === undefined ? { root: undefined } : readItem(register, here);
  if (here === undefined || !slice || (root && !(root.kind === 'scalar' && root.text === ''))) {
    const edited = yield* insertItems(register, lines, here);
    if (!edited.ok) return edited;
    return ok({ edits: edited.value, first: (here ?? register.slices.length - 1) + 1, gone: new Set() });
  }
  const removed = removeItem(register, here);
  if (!removed.ok) return removed;
  const rest = applyEdits(file.text, removed.value);
  const edited = yield* insertItems(openRegister(rest), lines, here > 0 ? here - 1 : undefined);
  if (!edited.ok) return edited;
  const after = applyEdits(rest, edited.value);
  const start = sharedStart(file.text, after);
  const end = sharedEnd(file.text, after, start);
  const edit = { start, end: file.text.length - end, text: after.slice(start, after.length - end) };
  return ok({ edits: [edit], first: here, gone: new Set([slice]) });
}

/** Whether an item reads as it was meant; one without an id is no entity, and its text was compared already. */
function reads(file: FileIndex, index: number, value: Item['value']): boolean {
  const entity = file.slices[index]?.entities[0];
  if (!entity) return value.id === undefined;
  const entries = Object.entries(value);
  return (
    Object.keys(entity.value).length === entries.length &&
    entries.every(([name, one]) => JSON.stringify(entity.value[name]) === JSON.stringify(one))
  );
}

const lineOf = (text: string, offset: number): string => {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end);
};
