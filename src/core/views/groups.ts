// By what the entities of a kind can be grouped: a field of the kind that says the status, phase, owner, wave or process.
// Which kinds have one is read from their shapes.
import { type Language, pick, say, tell } from '../messages/message';
import type { Entity } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { type Json, member, written } from '../schema/json';
import type { Kind } from '../schema/kinds';
import { elementShape, type Shape } from '../schema/shape';
import { choiceName } from './label';

export const groupings = ['none', 'status', 'phase', 'owner', 'wave', 'process'] as const;
export type GroupBy = (typeof groupings)[number];

/** The kind that a grouping's field refers to, where the field may be called otherwise. */
const REFERRED: Readonly<Partial<Record<GroupBy, string>>> = { phase: 'phases', wave: 'waves', process: 'processes' };
/** Ancestors that are asked for a value an entity does not state itself. */
const DEPTH = 32;

export interface Bucket {
  /** The value as it is written; '' for those without one. */
  readonly value: string;
  readonly label: string;
  readonly entities: readonly Entity[];
}

interface GroupField {
  readonly name: string;
  readonly shape: Shape;
}

/** The field by which entities of this kind are grouped; undefined when it has none. */
export function groupField(kind: Kind, by: GroupBy): GroupField | undefined {
  if (by === 'none') return undefined;
  const named = kind.shape.fields.get(by);
  if (named && (named.choices || refersTo(named) !== undefined)) return { name: by, shape: named };
  const kindName = REFERRED[by];
  for (const [name, shape] of kind.shape.fields)
    if (kindName && refersTo(shape)?.includes(kindName)) return { name, shape };
  return undefined;
}

const refersTo = (shape: Shape): readonly string[] | undefined => shape.ref?.to ?? elementShape(shape)?.ref?.to;

/** The entities by their values: allowed values in the order of the schema, others by name, those without one last. */
export function buckets(
  project: Project,
  entities: readonly Entity[],
  field: GroupField,
  language: Language,
): readonly Bucket[] {
  const byValue = new Map<string, Entity[]>();
  for (const entity of entities) {
    for (const value of valuesOf(project, entity, field.name)) {
      const list = byValue.get(value);
      if (list) list.push(entity);
      else byValue.set(value, [entity]);
    }
  }
  const choices = field.shape.choices?.map(({ value }) => written(value)) ?? [];
  const rank = (value: string): number => (value === '' ? 2e9 : choices.includes(value) ? choices.indexOf(value) : 1e9);
  return [...byValue]
    .map(([value, list]) => ({ value, label: labelOfValue(project, value, field, language), entities: list }))
    .sort((a, b) => rank(a.value) - rank(b.value) || compare(a.label, b.label));
}

function labelOfValue(project: Project, value: string, { name, shape }: GroupField, language: Language): string {
  if (value === '') return tell(say('tree.without', { field: shape.title.en ? shape.title : name }), language);
  const choice = shape.choices?.find((one) => written(one.value) === value);
  if (choice) return choiceName(choice, language);
  const target = refersTo(shape)
    ?.map((kind) => lookUp(project, kind, value))
    .find(Boolean);
  return target?.title || value;
}

// What an entity does not state it has from its parent, as a task has its phase.
function valuesOf(project: Project, entity: Entity, field: string): readonly string[] {
  let at: Entity | undefined = entity;
  for (let depth = 0; at && depth < DEPTH; depth++) {
    const found = texts(member(at.value, field));
    if (found.length) return found;
    const parent: Json | undefined = member(at.value, 'parent');
    at = typeof parent === 'string' ? lookUp(project, entity.kind.name, parent) : undefined;
  }
  return [''];
}

const texts = (value: Json | undefined): readonly string[] => {
  const list = Array.isArray(value) ? value : [value];
  return [...new Set(list.filter((one) => typeof one === 'string' || typeof one === 'number').map(String))];
};

/** By name, digits by their number, so that R-2 stands before R-10. */
export const compare = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** The title of a group of kinds, such as `control`. */
export function groupTitle(group: string, language: Language): string {
  const id = `group.${group}`;
  return isGroup(id) ? tell(say(id), language) : group;
}

export const groups = [
  'foundation',
  'scope',
  'plan',
  'control',
  'configuration',
  'access',
  'data',
  'quality',
  'golive',
  'operate',
  'money',
  'knowledge',
  'other',
] as const;
type GroupMessage = `group.${(typeof groups)[number]}`;
const isGroup = (id: string): id is GroupMessage => groups.some((group) => id === `group.${group}`);

export const titleOfKind = (kind: Kind, language: Language): string => pick(kind.title, language) || kind.name;
