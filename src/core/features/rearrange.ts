// Refactorings of whole entities: a register in the order of a field, an entity in another register of its kind.
import { fail, ok, type Result } from '../base/result';
import { type Message, say } from '../messages/message';
import type { Path } from '../model/id';
import type { Entity, FileIndex } from '../project/file-index';
import { ordinalOf } from '../project/file-index';
import type { Project } from '../project/project';
import { type Json, member, written } from '../schema/json';
import type { Shape } from '../schema/shape';
import { type Edited, removeItem, type TextEdit } from '../syntax/edit';
import { copyItem, reorderItems } from '../syntax/rearrange';

/** The fields by which a register can be sorted: those with one plain value that some item has. */
export function sortFields(project: Project, path: Path): readonly { readonly name: string; readonly shape: Shape }[] {
  const file = project.files.get(path);
  const form = file && project.kinds.form(file.form);
  if (!file || !form?.kind || form.kind.entity.from === 'document') return [];
  const entities = file.slices.flatMap((slice) => slice.entities[0] ?? []);
  return [...form.item.fields]
    .filter(([name]) => entities.some(({ value }) => isPlain(member(value, name))))
    .map(([name, shape]) => ({ name, shape }));
}

/** The items in the order of a field: numbers and dates ascending, allowed values as the schema lists them, texts by
 *  the numbers in them and by pinyin; those without the field last, equals as they stood. */
export function sortRegister(project: Project, path: Path, field: string): Edited {
  const file = project.files.get(path);
  const shape = file && project.kinds.form(file.form)?.item.fields.get(field);
  if (!file || !shape) return fail(say('edit.nothing-there'));
  const values = file.slices.map(({ entities }) => member(entities[0]?.value, field));
  const order = [...values.keys()].sort((a, b) => compare(values[a], values[b], shape));
  return reorderItems(file.open(), order);
}

const isPlain = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && typeof value !== 'object';

const texts = new Intl.Collator('zh', { numeric: true });

function compare(a: Json | undefined, b: Json | undefined, { choices }: Shape): number {
  if (!isPlain(a) || !isPlain(b)) return Number(!isPlain(a)) - Number(!isPlain(b));
  const place = (value: Json | undefined): number => choices?.findIndex((one) => one.value === value) ?? -1;
  if (choices) return place(a) - place(b);
  return typeof a === 'number' && typeof b === 'number' ? a - b : texts.compare(written(a), written(b));
}

/** The other registers in which an entity could stand. */
export function registersFor(project: Project, entity: Entity): readonly FileIndex[] {
  if (entity.pointer !== '' || entity.kind.entity.from === 'document') return [];
  const here = project.files.get(entity.path);
  return [...project.files.values()]
    .filter((file) => file !== here && file.form === here?.form && /\.ya?ml$/i.test(file.path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The edits that take an entity out of its register and put it at the end of another one. */
export function moveEntity(
  project: Project,
  entity: Entity,
  to: FileIndex,
): Result<ReadonlyMap<Path, readonly TextEdit[]>, Message> {
  const from = project.files.get(entity.path);
  const index = from ? ordinalOf(from, entity.slice) : -1;
  if (!from || index < 0 || from === to) return fail(say('edit.nothing-there'));
  const copied = copyItem(from.open(), index, to.open());
  if (!copied.ok) return copied;
  const removed = removeItem(from.open(), index);
  if (!removed.ok) return removed;
  return ok(
    new Map([
      [from.path, removed.value],
      [to.path, copied.value],
    ]),
  );
}
