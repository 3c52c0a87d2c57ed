// Edits of a register that keep every byte they need not touch. Each reads its own result again and refuses when that
// is not exactly what was meant: the one changed value, every other item and the head as they were.
import { fail, ok, type Result } from '../base/result';
import type { Span } from '../base/span';
import { each, finish, type Work } from '../base/work';
import { type Message, say } from '../messages/message';
import type { Pointer } from '../model/id';
import { empty } from './convert';
import { nodeAt, sameValue, withValue } from './locate';
import { contentEnd, itemLines, placeOfItems, wholeRoot } from './new-items';
import { ALONE, type Parsed, parsePart } from './parse';
import { openRegister, type Register, readItem } from './register';
import { addPair, plainText, removeAt, rewriteScalar, type TextEdit, type Value } from './rewrite';
import type { Node, Scalar } from './tree';

export type { TextEdit, Value } from './rewrite';

export type Edited = Result<readonly TextEdit[], Message>;

/** The text with the edits made; they do not overlap and their offsets are of the text as it was. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** Gives the scalar at a pointer another value; texts are quoted where YAML would take them for something else. */
export function setScalar(register: Register, index: number, pointer: Pointer, value: Value): Edited {
  return editItem(register, index, (text, root, item) => {
    const edit = rewriteScalar(text, root, item + pointer, value);
    if (!edit) return undefined;
    return { edit, meant: (tree) => withValue(tree, pointer, scalarOf(value)) };
  });
}

/** Adds a field at the end of the mapping at a pointer. The value is YAML: `open`, `[a, b]`, or lines of a list. */
export function addField(register: Register, index: number, pointer: Pointer, key: string, value: string): Edited {
  const meaning = parseValue(value);
  if (!meaning) return fail(say('edit.value'));
  return editItem(register, index, (text, root, item) => {
    const mapping = nodeAt(root, item + pointer);
    if (mapping?.kind !== 'mapping' || mapping.pairs.some((pair) => pair.key.text === key)) return undefined;
    const edit = addPair(text, mapping, key, value, meaning.kind !== 'scalar' && !meaning.flow);
    if (!edit) return undefined;
    const pair = { key: scalarOf(key), value: meaning };
    return { edit, meant: (tree) => withValue(tree, pointer, { ...mapping, pairs: [...mapping.pairs, pair] }) };
  });
}

/** Takes away the field, or the element of a list, at a pointer. */
export function removeField(register: Register, index: number, pointer: Pointer): Edited {
  return editItem(register, index, (text, root, item) => {
    const edit = removeAt(text, root, item + pointer);
    return edit && { edit, meant: (tree) => withValue(tree, pointer, undefined) };
  });
}

/** Adds an item at the end of the list, given as its lines without indentation: `id: R-1`, `title: …`. */
export const appendItem = (register: Register, lines: readonly string[]): Edited =>
  finish(insertItems(register, [lines]));

/** Adds items behind the one of an index, else at the end of the list. Lists in brackets cannot take any. */
export function* insertItems(register: Register, items: readonly (readonly string[])[], behind?: number): Work<Edited> {
  if (register.conflicted) return fail(say('edit.conflict'));
  const meanings = yield* each(items, (lines) => parseValue(lines.join('\n')));
  if (!items.length || meanings.includes(undefined)) return fail(say('edit.value'));
  const edit = placeOfItems(register, (column, apart) => itemLines(items, column, apart), behind);
  if (!edit) return fail(say('edit.refused'));
  yield;
  const after = openRegister(applyEdits(register.text, [edit]));
  yield;
  const first = behind === undefined ? register.slices.length : behind + 1;
  const fresh = (index: number): boolean => first <= index && index < first + items.length;
  const same = after.problems.length <= register.problems.length && sameFrame(register, after);
  if (!same || !sameItems(register, after, NONE, fresh)) return fail(say('edit.refused'));
  const read = yield* each(meanings.keys(), (k) => sameValue(readOf(after, first + k), meanings[k]));
  return read.every(Boolean) ? ok([edit]) : fail(say('edit.refused'));
}

/** Takes an item away, with the comments above it that belong to it. */
export function removeItem(register: Register, index: number): Edited {
  if (register.conflicted) return fail(say('edit.conflict'));
  const slice = register.slices[index];
  if (!slice) return fail(say('edit.nothing-there'));
  const last = index === register.slices.length - 1;
  const edit =
    register.form === 'whole'
      ? removeAt(register.text, wholeRoot(register), `/items/${index}`)
      : { start: slice.start, end: last ? contentEnd(register, index) : slice.end, text: '' };
  if (!edit) return fail(say('edit.refused'));
  const gone = (at: number): boolean => at === index;
  return verify(register, edit, (after) => sameFrame(register, after) && sameItems(register, after, gone, NONE));
}

/** Replaces a stretch of the text, as a fix or a rename does; refused when it breaks what was not broken. */
export function replaceText(register: Register, place: Span, text: string): Edited {
  if (register.conflicted) return fail(say('edit.conflict'));
  const inside = ({ start, end }: Span): boolean => start <= place.start && place.end <= end;
  const found = register.slices.findIndex(inside);
  return verify(register, { start: place.start, end: place.end, text }, (after) => {
    if (after.slices.length !== register.slices.length || after.form !== register.form) return false;
    if (found < 0) return sameItems(register, after, NONE, NONE);
    const noWorse = readItem(after, found).problems.length <= readItem(register, found).problems.length;
    return noWorse && sameOthers(register, after, found);
  });
}

/** An item that is to read differently: as it was read, and as it is meant to be read. */
export interface Meant {
  readonly was: Parsed;
  readonly now: Node | undefined;
}

/** Makes several edits at once; `meant` says which items are to read differently afterwards, and how. */
export function* editItems(
  register: Register,
  edits: readonly TextEdit[],
  meant: ReadonlyMap<number, Meant>,
): Work<Edited> {
  if (register.conflicted) return fail(say('edit.conflict'));
  const isDoubtful = ({ was }: Meant): boolean => was.problems.some(({ code }) => DOUBTFUL.has(code));
  if ([...meant.values()].some(isDoubtful)) return fail(say('edit.broken'));
  const after = openRegister(applyEdits(register.text, edits));
  yield;
  const asMeant = (index: number): boolean => {
    const due = meant.get(index);
    if (!due) return sameItem(register, index, after, index);
    const now = readItem(after, index);
    return now.problems.length <= due.was.problems.length && sameValue(now.root, due.now);
  };
  const kept =
    after.form === register.form &&
    after.slices.length === register.slices.length &&
    after.problems.length <= register.problems.length &&
    sameValue(frameOf(register), frameOf(after));
  if (!kept) return fail(say('edit.refused'));
  for (const index of register.slices.keys()) {
    if (!asMeant(index)) return fail(say('edit.refused'));
    yield;
  }
  return ok(edits);
}

interface Proposal {
  readonly edit: TextEdit;
  /** The item as it is to read afterwards. */
  readonly meant: (item: Node) => Node | undefined;
}

/** What makes the tree of an item too doubtful to edit. */
const DOUBTFUL: ReadonlySet<string> = new Set(['LF001', 'LF010', 'LF012']);

type Propose = (text: string, root: Node, item: Pointer) => Proposal | undefined;

function editItem(register: Register, index: number, propose: Propose): Edited {
  if (register.conflicted) return fail(say('edit.conflict'));
  const slice = register.slices[index];
  const item = slice ? readItem(register, index) : undefined;
  if (!slice || !item?.root) return fail(say('edit.nothing-there'));
  if (item.problems.some(({ code }) => DOUBTFUL.has(code))) return fail(say('edit.broken'));
  const sliced = register.form === 'sliced';
  const proposal = sliced
    ? propose(register.text.slice(slice.start, slice.end), item.root, '')
    : propose(register.text, wholeRoot(register), `/items/${index}`);
  if (!proposal) return fail(say('edit.nothing-there'));
  const { edit, meant } = proposal;
  const by = sliced ? slice.start : 0;
  const expected = meant(item.root);
  return verify(register, { start: edit.start + by, end: edit.end + by, text: edit.text }, (after) => {
    if (!sameOthers(register, after, index)) return false;
    const now = readItem(after, index);
    return now.problems.length <= item.problems.length && sameValue(now.root, expected);
  });
}

function verify(register: Register, edit: TextEdit, asMeant: (after: Register) => boolean): Edited {
  const after = openRegister(applyEdits(register.text, [edit]));
  const noWorse = after.problems.length <= register.problems.length;
  return noWorse && asMeant(after) ? ok([edit]) : fail(say('edit.refused'));
}

/** Whether the head and all items but one are as they were. */
function sameOthers(before: Register, after: Register, index: number): boolean {
  const at = (one: number): boolean => one === index;
  return after.slices[index] !== undefined && sameFrame(before, after) && sameItems(before, after, at, at);
}

const sameFrame = (before: Register, after: Register): boolean => sameValue(frameOf(before), frameOf(after));

const NONE = (): boolean => false;

/** Whether the items that are not gone are those that are not fresh. */
function sameItems(
  before: Register,
  after: Register,
  gone: (index: number) => boolean,
  fresh: (index: number) => boolean,
): boolean {
  const old = [...before.slices.keys()].filter((index) => !gone(index));
  const now = [...after.slices.keys()].filter((index) => !fresh(index));
  return old.length === now.length && old.every((index, k) => sameItem(before, index, after, now[k] ?? index));
}

const readOf = (register: Register, index: number): Node | undefined =>
  register.slices[index] && readItem(register, index).root;

/** What stands around the items. */
export const frameOf = (register: Register): Node | undefined =>
  register.head.root && withValue(register.head.root, '/items', undefined);

function sameItem(before: Register, i: number, after: Register, j: number): boolean {
  // Where both are sliced the same text is the same value, and comparing it costs next to nothing.
  if (before.form === 'sliced' && after.form === 'sliced' && sliceText(before, i) === sliceText(after, j)) return true;
  // Comments behind the last item are part of its slice, though nobody's value.
  const old = readItem(before, i);
  const now = readItem(after, j);
  return old.clean === now.clean && sameValue(old.root, now.root);
}

function sliceText({ text, slices }: Register, index: number): string | undefined {
  const slice = slices[index];
  return slice && text.slice(slice.start, slice.end);
}

/** The tree of a value that is given as YAML; anchors and aliases would reach beyond it. */
function parseValue(text: string): Node | undefined {
  const { root, clean, anchors } = parsePart(text, ALONE);
  return clean && anchors.size === 0 ? root : undefined;
}

function scalarOf(value: Value): Scalar {
  if (typeof value === 'string') return { ...empty(0, 0), text: value, value };
  // What a number or a word is written as is the rewriter's choice: only the value counts.
  return { ...empty(0, 0), text: plainText(value), value };
}
