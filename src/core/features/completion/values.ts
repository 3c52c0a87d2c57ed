// Values that a field may have: what the schema allows, yes and no, small numbers, dates, references, paths.
import type { Work } from '../../base/work';
import { type Json, written as plain } from '../../schema/json';
import { nextId } from '../../project/next-id';
import { elementShape, type Shape } from '../../schema/shape';
import { escapeSnippet } from '../../schema/snippet';
import { dates, moments } from './dates';
import { referable } from './entities';
import { filePaths } from './files';
import { ownNames } from './own-names';
import { grantable } from './grants';
import { type Place, valueAt, written } from './place';
import { plainValue, type Suggestion } from './suggestion';

/** More numbers than this are no choice. */
const NUMBERS = 10;

export function* values(place: Place, shape: Shape): Work<readonly Suggestion[]> {
  const granted = grantable(place, shape);
  if (granted) return granted;
  const own = yield* valuesOf(place, typedShape(place, shape));
  if (own.length || place.context.cursor.flow || !shape.types.includes('array')) return own;
  // A list that is not begun yet.
  const element = elementShape(shape);
  const elements = element ? yield* valuesOf(place, element) : [];
  return elements.map((one) => ({ ...one, insert: `[${one.insert}$0]` }));
}

function* valuesOf(place: Place, shape: Shape): Work<readonly Suggestion[]> {
  const found: Suggestion[] = [];
  for (const one of [shape, ...shape.forms]) found.push(...(yield* plainValues(place, one)));
  return found;
}

function* plainValues(place: Place, shape: Shape): Work<readonly Suggestion[]> {
  if (shape.choices) {
    return shape.choices.map(({ value, label }) => {
      const text = plain(value);
      // A text that YAML would read as something else is quoted, a number is not.
      return plainValue(text, label, typeof value === 'string' ? written(place, text) : escapeSnippet(text));
    });
  }
  if (shape.types.includes('boolean')) return ['true', 'false'].map((text) => plainValue(text, '', text));
  const own = shape.ref ? ownNames(place, shape.ref.to) : [];
  if (own.length) return own;
  if (shape.ref && !shape.ref.prose)
    return shape.ref.to.includes('@file') ? yield* filePaths(place) : yield* referable(place, shape.ref);
  if (shape.format === 'day' || shape.format === 'moment') return dates(place);
  if (shape.format === 'datetime') return moments(place);
  if (shape.format === 'id') return ownId(place);
  return numbers(shape).map((text) => plainValue(text, '', text));
}

function numbers({ types, minimum, maximum }: Shape): readonly string[] {
  if (!types.includes('integer') || minimum === undefined || maximum === undefined) return [];
  if (maximum - minimum >= NUMBERS) return [];
  return Array.from({ length: maximum - minimum + 1 }, (_, at) => String(minimum + at));
}

// Of the id that an item has as its own, the next that is free.
function ownId(place: Place): readonly Suggestion[] {
  const { context, project } = place;
  const { path } = context.cursor;
  const kind = path.length === 3 && path[0] === 'items' && path[2] === 'id' ? context.form?.kind : undefined;
  const id = kind && nextId(project, kind);
  return id ? [plainValue(id, kind.one, written(place, id))] : [];
}

// The type of a parameter's value is named by its sibling `type`, or by that of the nearest group around it; what may
// be chosen from, likewise.
function typedShape(place: Place, shape: Shape): Shape {
  const by = shape.typeBy;
  if (!by) return shape;
  const type = nearest(place, by.field);
  const named = typeof type === 'string' && Object.hasOwn(by.types, type) ? by.types[type] : undefined;
  const choices = by.choices === undefined ? undefined : nearest(place, by.choices);
  return {
    ...shape,
    types: named ? [named as Shape['types'][number]] : shape.types,
    choices: Array.isArray(choices) ? choices.map((value: Json) => ({ value, label: NO_LABEL })) : shape.choices,
  };
}

const NO_LABEL = { en: '', zh: '' };

function nearest(place: Place, field: string): Json | undefined {
  const { path } = place.context.cursor;
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const found = valueAt(place, [...path.slice(0, depth), field]);
    if (found !== undefined) return found;
  }
  return undefined;
}
