// What a grant may name of its object: the operations on it and how far they may reach. Of a glob, what any of the
// objects has that it means.
import { accessOf } from '../../access/model';
import { type FieldPart, fieldPlaying } from '../../access/parts';
import { type Shape, shapeAt } from '../../schema/shape';
import { type Place, valueAt, written } from './place';
import { plainValue, type Suggestion } from './suggestion';

/** The operations or scopes of the object that stands beside a place; undefined at any other place. */
export function grantable(place: Place, shape: Shape): readonly Suggestion[] | undefined {
  const { path } = place.context.cursor;
  const top = place.context.form?.shape;
  // The elements of a list play no part of their own: the list does.
  const depth = [path.length, path.length - 1].find((at) => PARTS.has(partAt(top, path, at) ?? ''));
  const part = depth === undefined ? undefined : partAt(top, path, depth);
  if (depth === undefined || part === undefined || shape.choices) return undefined;
  const group = path.slice(0, depth - 1);
  const around = top && shapeAt(top, group);
  const object = valueAt(place, [...group, (around && fieldPlaying(around, 'object')) ?? '']);
  if (typeof object !== 'string') return undefined;
  const there = valueAt(place, path.slice(0, depth));
  // A list that is not begun yet.
  const begins = part === 'operations' && depth === path.length;
  const insert = (one: string): string => (begins ? `[${written(place, one)}$0]` : written(place, one));
  const taken = new Set(Array.isArray(there) ? there.filter((_, at) => String(at) !== path[depth]) : []);
  const found = accessOf(place.project)
    .design.matching(object)
    .flatMap((one) => (part === 'scope' ? one.scopes : one.actions));
  return [...new Set(found)].filter((one) => !taken.has(one)).map((one) => plainValue(one, '', insert(one)));
}

const PARTS: ReadonlySet<string> = new Set<FieldPart>(['operations', 'scope']);

const partAt = (top: Shape | undefined, path: readonly string[], depth: number): string | undefined =>
  top && shapeAt(top, path.slice(0, depth))?.access;
