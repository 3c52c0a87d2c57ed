// One value for many entities: which fields they have in common that can be set at once, and the edits that do it. All
// of them or none: what cannot be changed without a doubt is named.
import { fail, ok, type Result } from '../base/result';
import { shift } from '../base/span';
import { type Message, say } from '../messages/message';
import { type Path, within } from '../model/id';
import { type Entity, type FileIndex, ordinalOf } from '../project/file-index';
import type { Project } from '../project/project';
import { valueEdits, yamlOf } from '../project/set-value';
import { tryEdits } from '../project/try-edits';
import { member } from '../schema/json';
import { elementShape, type Shape } from '../schema/shape';
import { addField, type Edited, type TextEdit, type Value } from '../syntax/edit';
import { nodeAt } from '../syntax/locate';
import { readItem } from '../syntax/register';
import { addElement } from '../syntax/rewrite';

export interface Settable {
  readonly name: string;
  /** Of a list the shape of its elements: a value is added to the list. */
  readonly shape: Shape;
  readonly list: boolean;
}

/** The fields that all of these entities may have and that hold one value of a list to choose from, a reference or a
 *  date; and lists of such or of words. In the order of the first one's schema. */
export function settableFields(entities: readonly Entity[]): readonly Settable[] {
  const [first, ...others] = [...new Set(entities.map(({ kind }) => kind))];
  const all = first ? settable(first.shape) : [];
  return all.filter(({ name, list }) =>
    others.every((kind) => settable(kind.shape).some((one) => one.name === name && one.list === list)),
  );
}

function settable(shape: Shape): readonly Settable[] {
  return [...shape.fields].flatMap(([name, field]): readonly Settable[] => {
    if (name === 'id' || name === 'formerly' || field.derived !== undefined) return [];
    const element = elementShape(field);
    if (element && field.types.includes('array')) {
      const words = element.types.includes('string') && !element.forms.length;
      return words ? [{ name, shape: element, list: true }] : [];
    }
    const simple =
      field.choices || (field.ref && !field.ref.parts && !field.ref.prose && !field.markdown) || field.format === 'day';
    return simple && !field.types.includes('object') ? [{ name, shape: field, list: false }] : [];
  });
}

/** The edits that give each of these entities the value, or for a list add it, by file. Those that have it already stay
 *  as they are. */
export function setField(
  project: Project,
  entities: readonly Entity[],
  field: Settable,
  value: Value,
): Result<ReadonlyMap<Path, readonly TextEdit[]>, Message> {
  const byFile = new Map<Path, Entity[]>();
  for (const entity of entities) {
    const list = byFile.get(entity.path);
    if (list) list.push(entity);
    else byFile.set(entity.path, [entity]);
  }
  const edits = new Map<Path, readonly TextEdit[]>();
  for (const [path, group] of byFile) {
    const file = project.files.get(path);
    const due = group.filter((entity) => !has(entity, field, value));
    if (!due.length) continue;
    const made: TextEdit[] = [];
    for (const entity of due) {
      const edited = file && editOf(file, entity, field, value);
      if (!edited?.ok) return refused(entity, edited ? edited.error : say('edit.nothing-there'));
      made.push(...edited.value);
    }
    const slices = new Set(due.map(({ slice }) => slice));
    const atOnce = ({ added, removed, changed }: { added: number; removed: number; changed: number }): boolean =>
      removed === 0 && added + changed <= due.length;
    if (!file || !tryEdits(project, file, made, slices, atOnce)) return refused(due[0] as Entity, say('edit.refused'));
    edits.set(path, made);
  }
  return ok(edits);
}

const refused = ({ id }: Entity, reason: Message): Result<never, Message> => fail(say('bulk.refused', { id, reason }));

function has({ value }: Entity, { name, list }: Settable, wanted: Value): boolean {
  const now = member(value, name);
  return list ? Array.isArray(now) && now.includes(wanted) : now === wanted;
}

function editOf(file: FileIndex, entity: Entity, { name, list }: Settable, value: Value): Edited {
  if (!list) return valueEdits(file, entity, name, value);
  const register = file.open();
  const index = ordinalOf(file, entity.slice);
  const slice = register.slices[index];
  if (!slice || entity.kind.entity.from === 'document') return fail(say('edit.nothing-there'));
  const node = nodeAt(readItem(register, index).root, within(entity.pointer, name));
  if (!node) return addField(register, index, entity.pointer, name, `[${yamlOf(value)}]`);
  if (node.kind !== 'sequence') return fail(say('edit.nothing-there'));
  const edit = addElement(file.text.slice(slice.start), node, String(value));
  return edit ? ok([{ ...edit, ...shift(edit, slice.start) }]) : fail(say('edit.refused'));
}
