// How an entity is called in lists and trees: the templates of its kind filled with its values, enum values by their
// names, references by the titles of what they name.
import { type Bilingual, type Language, pick } from '../messages/message';
import type { Entity } from '../project/file-index';
import { lookUp, type Project, withId } from '../project/project';
import { type Json, member, written } from '../schema/json';
import { type Choice, type Shape, shapeAt } from '../schema/shape';
import { fill } from '../schema/template';

export const labelOf = (entity: Entity, project: Project, language: Language): string =>
  fill(entity.kind.entity.label ?? '{id} {title}', (field) => shown(entity, field, project, language)) || entity.id;

/** `computed` tells the value of a field that its kind has computed; undefined where there is none. */
export const detailOf = (
  entity: Entity,
  project: Project,
  language: Language,
  computed?: (entity: Entity, field: string) => string | undefined,
): string =>
  fill(entity.kind.entity.detail ?? '', (field) => {
    const found = entity.kind.entity.computed?.includes(field) ? computed?.(entity, field) : undefined;
    return found ?? shown(entity, field, project, language);
  });

/** A field of an entity as a person reads it; '' when it has none. `a.b` looks inside a group. */
export function shown(entity: Entity, field: string, project: Project, language: Language): string {
  if (field === 'id') return entity.id;
  if (field === 'title') return entity.title;
  const parts = field.split('.');
  let value: Json | undefined = entity.value;
  for (const part of parts) value = member(value, part);
  return shownValue(value, shapeAt(entity.kind.shape, parts), project, language);
}

/** A value as a person reads it. Lists are joined; groups of fields show their first text. */
export function shownValue(
  value: Json | undefined,
  shape: Shape | undefined,
  project: Project,
  language: Language,
): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    const items = value.map((one) => shownValue(one, shape?.items, project, language)).filter(Boolean);
    return items.join(language === 'en' ? ', ' : '、');
  }
  if (typeof value === 'object')
    return shownValue(Object.values(value)[0], [...(shape?.fields.values() ?? [])][0], project, language);
  const choice = shape?.choices?.find((one) => one.value === value);
  if (choice) return choiceName(choice, language);
  if (typeof value === 'string' && shape?.ref) return referredTitle(value, shape.ref.to, project) ?? value;
  return String(value);
}

/** The name of an allowed value; where the schema gives none, the value itself. */
export const choiceName = (choice: Choice, language: Language): string =>
  pick(choice.label as Bilingual, language) || written(choice.value);

function referredTitle(id: string, kinds: readonly string[], project: Project): string | undefined {
  for (const kind of kinds) {
    const found = lookUp(project, kind, id);
    if (found) return found.title || found.id;
  }
  const [only, more] = kinds.includes('any') ? withId(project, id) : [];
  return only && !more ? only.title || only.id : undefined;
}

/** A day such as 2026-11-16 in the words of a language; what is no day stays as it is. */
export function dayText(day: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  const [year, month, date] = day.split('-').map(Number);
  if (language !== 'en') return `${year}年${month}月${date}日`;
  return `${date} ${MONTHS[(month ?? 1) - 1] ?? month} ${year}`;
}

const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
