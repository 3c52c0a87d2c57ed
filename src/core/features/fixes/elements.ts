// Fixes in lists: an element taken away, and one added to a list of another entity, to be filled in.
import { say } from '../../messages/message';
import type { Finding } from '../../model/finding';
import { within } from '../../model/id';
import { type Entity, type FileIndex, ordinalOf, startOf } from '../../project/file-index';
import { lookUp, type Project, targetOf } from '../../project/project';
import { type Difference, tryEdits } from '../../project/try-edits';
import { addField, removeField, setScalar, type TextEdit } from '../../syntax/edit';
import { nodeAt } from '../../syntax/locate';
import { plainOrQuoted } from '../../syntax/quote';
import { readItem } from '../../syntax/register';
import { afterLine, columnOf, dashBefore, insertLines, lastOffset } from '../../syntax/rewrite';
import type { Offer } from './offer';

const namedBy = (project: Project, key: string): Entity | undefined => {
  const { kind, id } = targetOf(project.kinds, key);
  return kind && lookUp(project, kind.name, id);
};

/** Takes the element away that is one too many. */
export function dropping(project: Project, { fix, path, entity: key }: Finding): Offer | undefined {
  const file = project.files.get(path);
  const entity = key === undefined ? undefined : namedBy(project, key);
  if (fix?.kind !== 'drop' || !file || !entity || entity.path !== path) return undefined;
  const edited = removeField(file.open(), ordinalOf(file, entity.slice), entity.pointer + fix.pointer);
  return edited.ok ? { title: say('action.drop'), path, edits: edited.value, preferred: true } : undefined;
}

/** Gives a field of another entity the value that mends it; the field is added where it is not there. */
export function setting(project: Project, { fix }: Finding): Offer | undefined {
  const entity = fix?.kind === 'set' ? namedBy(project, fix.to) : undefined;
  const file = entity && project.files.get(entity.path);
  if (fix?.kind !== 'set' || !entity || !file) return undefined;
  const register = file.open();
  const index = ordinalOf(file, entity.slice);
  const { root } = readItem(register, index);
  const group = entity.pointer + fix.pointer;
  const node = nodeAt(root, group);
  const edited = nodeAt(root, within(group, fix.field))
    ? setScalar(register, index, within(group, fix.field), fix.with)
    : addField(register, index, group, fix.field, plainOrQuoted(fix.with, 'flow'));
  const [edit] = edited.ok ? edited.value : [];
  if (!node || !edited.ok || !edit) return undefined;
  const title = say('action.set', { id: entity.id, field: fix.field, value: fix.with });
  return { title, path: file.path, edits: edited.value, preferred: false, show: edit.start };
}

/** Gives fields of the finding's own entity other values, as one change. */
export function valuing(project: Project, { fix, path, entity: key }: Finding): Offer | undefined {
  const file = project.files.get(path);
  const entity = key === undefined ? undefined : namedBy(project, key);
  if (fix?.kind !== 'values' || !file || !entity || entity.path !== path) return undefined;
  const [register, index] = [file.open(), ordinalOf(file, entity.slice)];
  const values = Object.entries(fix.of).filter(([field, value]) => entity.value[field] !== value);
  const edits: TextEdit[] = [];
  for (const [field, value] of values) {
    const edited = setScalar(register, index, within(entity.pointer, field), value);
    if (!edited.ok) return undefined;
    edits.push(...edited.value);
  }
  edits.sort((a, b) => a.start - b.start);
  const isThose = ({ added: more, removed, changed }: Difference): boolean =>
    changed === values.length && more + removed === 0;
  if (!tryEdits(project, file, edits, new Set([entity.slice]), isThose)) return undefined;
  const fields = values.map(([field, value]) => say('action.value', { field, value }));
  return { title: say('action.values', { fields }), path, edits, preferred: false };
}

/** Adds the element that another entity lacks. What only a person knows is left empty, and its findings say so. */
export function appending(project: Project, { fix }: Finding): Offer | undefined {
  const entity = fix?.kind === 'append' ? namedBy(project, fix.to) : undefined;
  const file = entity && project.files.get(entity.path);
  if (fix?.kind !== 'append' || !entity || !file) return undefined;
  const lines = Object.entries(fix.fields).map(([field, value], at) => {
    const text = value === '' ? '' : ` ${plainOrQuoted(value, 'block')}`;
    return `${at ? '  ' : '- '}${field}:${text}`;
  });
  const edits = added(file, entity, fix.list, lines);
  const [edit] = edits ?? [];
  if (!edit || !edits) return undefined;
  const isMore = ({ removed, changed }: { removed: number; changed: number }): boolean => removed + changed === 0;
  if (!tryEdits(project, file, edits, new Set([entity.slice]), isMore)) return undefined;
  const title = say('action.append', {
    list: entity.kind.shape.fields.get(fix.list)?.title ?? fix.list,
    id: entity.id,
  });
  return { title, path: file.path, edits, preferred: false, show: edit.start + edit.text.indexOf('- ') + 2 };
}

/** The list is begun where there is none, and gets longer where there is one; lists in brackets are left alone. */
function added(
  file: FileIndex,
  entity: Entity,
  list: string,
  lines: readonly string[],
): readonly TextEdit[] | undefined {
  const register = file.open();
  const index = ordinalOf(file, entity.slice);
  const { root } = readItem(register, index);
  const node = nodeAt(root, within(entity.pointer, list));
  if (!node) {
    const edited = addField(register, index, entity.pointer, list, lines.join('\n'));
    return edited.ok ? edited.value : undefined;
  }
  const first = node.kind === 'sequence' && !node.flow ? node.items[0] : undefined;
  if (!first || node.kind !== 'sequence' || register.form !== 'sliced') return undefined;
  const by = startOf(file, entity.slice);
  const text = file.text.slice(by);
  const indent = ' '.repeat(columnOf(text, dashBefore(text, first.start)));
  const edit = insertLines(
    text,
    afterLine(text, lastOffset(node)),
    lines.map((line) => indent + line),
  );
  return [{ start: edit.start + by, end: edit.end + by, text: edit.text }];
}
