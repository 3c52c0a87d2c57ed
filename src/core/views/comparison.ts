// What changed between two projects, as a reviewer reads it: by register, entity and field, values by their names.
import { type EntityChange, subjectOf } from '../compare/diff';
import { type FieldChange, shapeOn } from '../compare/fields';
import { BODY } from '../compare/value';
import { changedWords, type Piece } from '../compare/words';
import { type Language, pick, say, tell } from '../messages/message';
import type { Entity } from '../project/file-index';
import { keyOf, type Project } from '../project/project';
import { type Json, written } from '../schema/json';
import type { Kind } from '../schema/kinds';
import { elementShape, fieldShape, type Shape } from '../schema/shape';
import { labelOf, shownValue } from './label';

export interface ComparedField {
  /** Titles from the entity down, such as `Approvals › 李伟 › Verdict`. */
  readonly name: string;
  readonly change: FieldChange;
  /** As people read them; undefined where there is nothing. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** For texts and sets: what went and what came, where that is shorter to read than both. */
  readonly pieces: readonly Piece[] | undefined;
}

export interface ComparedEntity {
  readonly change: EntityChange;
  readonly entity: Entity;
  /** As `kind/id`. */
  readonly key: string;
  readonly label: string;
  readonly fields: readonly ComparedField[];
}

export interface ComparedKind {
  readonly kind: Kind;
  readonly title: string;
  readonly entities: readonly ComparedEntity[];
}

/** The changes by register, in the order in which they come. */
export function comparison(
  { before, after }: { readonly before: Project; readonly after: Project },
  changes: readonly EntityChange[],
  language: Language,
): readonly ComparedKind[] {
  const kinds = new Map<Kind, ComparedEntity[]>();
  for (const change of changes) {
    const entity = subjectOf(change);
    const project = change.how === 'removed' ? before : after;
    const fields =
      change.how === 'changed'
        ? change.fields.map((one) => comparedField(one, entity.kind, before, after, language))
        : [];
    const all = kinds.get(entity.kind) ?? [];
    all.push({ change, entity, key: keyOf(entity), label: labelOf(entity, project, language), fields });
    kinds.set(entity.kind, all);
  }
  return [...kinds].map(([kind, entities]) => ({ kind, title: pick(kind.title, language), entities }));
}

/** One changed field in words. */
export function comparedField(
  change: FieldChange,
  kind: Kind,
  before: Project,
  after: Project,
  language: Language,
): ComparedField {
  const shape = shapeOn(kind.shape, change.way);
  const [was, is] = [
    valueText(change.before, shape, before, language),
    valueText(change.after, shape, after, language),
  ];
  // Two ids may have one name.
  const alike = was !== undefined && was === is;
  return {
    name: wayText(change.way, kind, after, language),
    change,
    before: alike ? written(change.before) : was,
    after: alike ? written(change.after) : is,
    pieces: pieces(change, shape, [before, after], language),
  };
}

/** The titles on the way from an entity to one of its fields. */
export function wayText(way: readonly string[], kind: Kind, project: Project, language: Language): string {
  return way
    .map((step, at) => {
      if (at === 0 && step === BODY && !kind.shape.fields.has(BODY)) return tell(say('compare.body'), language);
      if (!step.startsWith('[')) return fieldName(step, shapeOn(kind.shape, way.slice(0, at)), project, language);
      const shape = shapeOn(kind.shape, way.slice(0, at + 1));
      const key = shapeOn(kind.shape, way.slice(0, at))?.key;
      const fields = Array.isArray(key) ? (key as readonly string[]).map((one) => shape && fieldShape(shape, one)) : [];
      return elementText(step.slice(1, -1), fields, project, language);
    })
    .join(' › ');
}

/** A field of a group by its title; where the fields are ids, by what these name. */
function fieldName(name: string, group: Shape | undefined, project: Project, language: Language): string {
  const named = group?.fields.get(name) ?? (group?.names ? undefined : group && fieldShape(group, name));
  return (
    (named ? pick(named.title, language) : group?.names && shownValue(name, group.names, project, language)) || name
  );
}

/** What tells an element of a list from the others, each part by its name. */
function elementText(
  name: string,
  fields: readonly (Shape | undefined)[],
  project: Project,
  language: Language,
): string {
  const [only] = fields;
  if (fields.length === 1) return (only && shownValue(name, only, project, language)) || name;
  // An optional part may be missing, so that a part is what one of the fields knows it as.
  const partText = (part: string): string =>
    fields.map((field) => (field ? shownValue(part, field, project, language) : part)).find((one) => one !== part) ??
    part;
  return name
    .split(', ')
    .map(partText)
    .join(language === 'en' ? ', ' : '、');
}

/** A value with all that is in it, in one line. */
function valueText(
  value: Json | undefined,
  shape: Shape | undefined,
  project: Project,
  language: Language,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const element = shape && elementShape(shape);
    const all = (value as readonly Json[]).map((one) => valueText(one, element, project, language) ?? '–');
    const hasGroups = (value as readonly Json[]).some((one) => typeof one === 'object' && one !== null);
    if (hasGroups) return all.join(language === 'en' ? '; ' : '；');
    return all.join(language === 'en' ? ', ' : '、');
  }
  if (typeof value === 'object') {
    return Object.entries(value as Readonly<Record<string, Json>>)
      .map(([name, one]) => {
        const value = valueText(one, shape && fieldShape(shape, name), project, language) ?? '–';
        return tell(say('compare.field', { name: fieldName(name, shape, project, language), value }), language);
      })
      .join(language === 'en' ? ', ' : '，');
  }
  return shownValue(value, shape, project, language) || written(value);
}

/** Units of a text from which on it is told by words. */
const LONG = 24;

function pieces(
  { before, after }: FieldChange,
  shape: Shape | undefined,
  [was, is]: readonly [Project, Project],
  language: Language,
): readonly Piece[] | undefined {
  if (typeof before === 'string' && typeof after === 'string' && (!shape?.ref || shape.ref.prose) && !shape?.choices) {
    // A moment is one word.
    const isProse = Math.max(before.length, after.length) >= LONG && /\s|[^ -~]/.test(before + after);
    return isProse ? changedWords(before, after) : undefined;
  }
  if (!Array.isArray(before) || !Array.isArray(after) || shape?.key !== 'set') return undefined;
  const [a, b] = [new Set<string>(before.map(written)), new Set<string>(after.map(written))];
  const element = elementShape(shape);
  const names = (
    list: readonly Json[],
    other: ReadonlySet<string>,
    project: Project,
    how: Piece['how'],
  ): readonly Piece[] =>
    list
      .filter((one) => !other.has(written(one)))
      .map((one) => ({ how, text: valueText(one, element, project, language) ?? '–' }));
  return [...names(before as readonly Json[], b, was, 'gone'), ...names(after as readonly Json[], a, is, 'new')];
}
