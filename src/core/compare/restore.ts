// An entity, or one field of it, as it was in another state: its own text of then put in the place of the text of now.
// The result is read again: it must say what it said then, everything else what it says now, or there is no edit.
import { fail, ok, type Result } from '../base/result';
import { type Message, say } from '../messages/message';
import { within } from '../model/id';
import { type Entity, type FileIndex, ordinalOf } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { isDocument } from '../project/tree-of';
import { tryEdits } from '../project/try-edits';
import { appendItem, applyEdits } from '../syntax/edit';
import { copyItem } from '../syntax/rearrange';
import { openRegister } from '../syntax/register';
import { changesBetween } from './diff';
import { changedFields } from './fields';
import type { Entry } from './new-baseline';
import { hunks, itemOf, itemText, pairBack } from './put-back';
import { saidBy } from './value';

/** An entity as it was. */
export interface Former {
  readonly entity: Entity;
  readonly project: Project;
}

type Way = readonly string[];

/** The fields of an entity that can be put back one by one, as names from the entity down; lists go as a whole. */
export function restorable(before: Former, after: Former): readonly Way[] {
  const changes = changesBetween(before.entity, after.entity, { before: fileOf(before), after: fileOf(after) });
  return outermost(changes.map(({ way }) => fieldOf(way)));
}

/** The field that a change is in: down to the first list. */
const fieldOf = (way: Way): Way => {
  const list = way.findIndex((step) => step.startsWith('['));
  return list < 0 ? way : way.slice(0, list);
};

/** The edits that put back an entity, or only one of its fields. Its id stays: what refers to it goes by that. */
export function restore(was: Former, present: Project, now: Entity | undefined, way?: Way): Result<Entry, Message> {
  if (!now) return returned(was, present);
  const file = present.files.get(now.path);
  const index = file ? ordinalOf(file, now.slice) : -1;
  if (!file || index < 0) return fail(say('edit.nothing-there'));
  if (file.open().conflicted) return fail(say('edit.conflict'));
  const ways = restorable(was, { entity: now, project: present });
  const wanted = way ? ways.filter((one) => isBelow(one, way) || isBelow(way, one)) : ways;
  if (!wanted.length) return fail(say('restore.same', { id: now.id }));
  const texts = way || was.entity.id !== now.id ? [] : [wholeText(was, file, index)];
  for (const text of [stepByStep(was, file, index, now, wanted), ...texts]) {
    const edits = text === undefined ? [] : hunks(file.text, text);
    if (!edits.length) continue;
    const next = tryEdits(present, file, edits, new Set([now.slice]), () => true);
    if (next && isRestored({ was, file, index, now, ways: wanted }, next))
      return ok({ kind: 'edits', path: file.path, edits });
  }
  return fail(say('restore.refused', { id: now.id }));
}

const fileOf = ({ entity, project }: Former): FileIndex | undefined => project.files.get(entity.path);
const isBelow = (way: Way, top: Way): boolean => top.every((step, at) => way[at] === step);
const outermost = (ways: readonly Way[]): readonly Way[] =>
  ways.filter(
    (way, at) => !ways.some((other, k) => k !== at && isBelow(way, other) && (way.length > other.length || k < at)),
  );

// Field after field, each on the text that the one before has left.
function stepByStep(
  was: Former,
  file: FileIndex,
  index: number,
  now: Entity,
  ways: readonly Way[],
): string | undefined {
  const before = fileOf(was);
  if (!before || isDocument(before) || isDocument(file)) return undefined;
  const old = itemOf(before.open(), ordinalOf(before, was.entity.slice));
  let text: string = file.text;
  for (const way of ways) {
    const item = itemOf(openRegister(text), index);
    const pointer = (entity: Entity): string => way.reduce<string>((at, step) => within(at, step), entity.pointer);
    const edit = old && item && pairBack(old, pointer(was.entity), item, pointer(now));
    if (!edit) return undefined;
    text = applyEdits(text, [edit]);
  }
  return text;
}

// The whole text of then, where the fields alone do not fit; of a document that is its file.
function wholeText(was: Former, file: FileIndex, index: number): string | undefined {
  const before = fileOf(was);
  if (!before || was.entity.pointer !== '') return undefined;
  if (isDocument(before)) return isDocument(file) && file.path.endsWith('.md') ? before.text : undefined;
  const [old, now] = [before.open(), file.open()];
  if (old.form !== 'sliced' || now.form !== 'sliced' || old.inside.column !== now.inside.column) return undefined;
  const [from, to] = [old.slices[ordinalOf(before, was.entity.slice)], now.slices[index]];
  if (!from || !to) return undefined;
  const end = to.end - (/\s*$/.exec(file.text.slice(to.start, to.end))?.[0].length ?? 0);
  return file.text.slice(0, to.start) + before.text.slice(from.start, from.end).trimEnd() + file.text.slice(end);
}

interface Goal {
  readonly was: Former;
  readonly file: FileIndex;
  readonly index: number;
  readonly now: Entity;
  readonly ways: readonly Way[];
}

function isRestored({ was, file, index, now, ways }: Goal, next: Project): boolean {
  const after = next.files.get(file.path);
  const slice = after?.slices[index];
  if (!after || !slice || after.slices.length !== file.slices.length) return false;
  const twin = (one: Entity): Entity | undefined =>
    slice.entities.find(({ kind, id, pointer }) => kind === one.kind && id === one.id && pointer === one.pointer);
  const made = twin(now);
  const isMeant = (way: Way): boolean => ways.some((one) => isBelow(way, one));
  if (!made || changesBetween(was.entity, made, { before: fileOf(was), after }).some(({ way }) => isMeant(way)))
    return false;
  if (slice.entities.length !== now.slice.entities.length) return false;
  return now.slice.entities.every((one) => {
    const same = twin(one);
    const changes = same && changedFields(saidBy(one, file), saidBy(same, after), one.kind.shape);
    return changes?.every(({ way }) => one === now && isMeant(way)) ?? false;
  });
}

// What is gone comes back to the end of the file in which it stood.
function returned(was: Former, present: Project): Result<Entry, Message> {
  const { entity } = was;
  const { kind, id, path, pointer } = entity;
  const from = fileOf(was);
  const to = present.files.get(path);
  if (!from || pointer !== '') return fail(say('restore.refused', { id }));
  if (lookUp(present, kind.name, id)) return fail(say('restore.taken', { id }));
  if (isDocument(from))
    return to ? fail(say('restore.no-file', { id, file: path })) : ok({ kind: 'file', path, text: from.text });
  if (!to || to.form !== from.form) return fail(say('restore.no-file', { id, file: path }));
  const [source, index] = [from.open(), ordinalOf(from, entity.slice)];
  const lines = itemText(source, index);
  const ways = [copyItem(source, index, to.open()), ...(lines ? [appendItem(to.open(), lines)] : [])];
  for (const made of ways) {
    const next = made.ok && tryEdits(present, to, made.value, new Set(), () => true);
    const back = next && lookUp(next, kind.name, id);
    if (back && !changesBetween(entity, back, { before: from, after: next.files.get(path) }).length)
      return ok({ kind: 'edits', path, edits: made.value });
  }
  return fail(say('restore.refused', { id }));
}
