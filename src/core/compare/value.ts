// What an entity says, so that two versions of it can be compared: order, comments and quotes are not part of it.
import { type Entity, type Fields, type FileIndex, startOf } from '../project/file-index';
import { frontMatter } from '../project/index-document';
import { type Json, member } from '../schema/json';
import { elementShape, fieldShape, type Shape } from '../schema/shape';

/** The field under which the text below a front matter is compared. */
export const BODY = 'body';

/** What an entity says: its fields, and below a front matter its text. Entities inside it speak for themselves. */
export function saidBy(entity: Entity, file: FileIndex | undefined): Fields {
  if (!file || entity.pointer !== '' || entity.kind.entity.from !== 'document' || !entity.path.endsWith('.md'))
    return entity.value;
  const front = frontMatter(file.text);
  const body = file.text.slice(startOf(file, entity.slice) + (front?.end ?? 0)).trim();
  return body ? { ...entity.value, [BODY]: body } : entity.value;
}

/** Whether two values say the same at a place: members in any order, sets in any order, other lists as they are. */
export function sameValue(a: Json | undefined, b: Json | undefined, shape: Shape | undefined): boolean {
  if (a === b) return true;
  // What is no object differs where it is not the same; what is none has nothing in common with what is one.
  if (isPlain(a) || isPlain(b)) return false;
  return canonical(a, shape) === canonical(b, shape);
}

const isPlain = (value: Json | undefined): boolean =>
  value === undefined || typeof value === 'string' || typeof value === 'boolean';

/** A text that is equal for values that say the same. */
function canonical(value: Json | undefined, shape: Shape | undefined): string {
  if (Array.isArray(value)) {
    const element = shape && elementShape(shape);
    const all = (value as readonly Json[]).map((one) => canonical(one, element));
    return `[${(isOrdered(shape) ? all : all.sort()).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = fieldsOf(value, shape).map(
      (key) => `${JSON.stringify(key)}:${canonical(member(value, key), shape && fieldShape(shape, key))}`,
    );
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? '';
}

/**
 * The names of an object's fields in the alphabet's order, without lists of entities, which speak for themselves; only
 * those that are asked for.
 */
export const fieldsOf = (
  value: Json | undefined,
  shape: Shape | undefined,
  asked: (name: string) => boolean = () => true,
): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value)
        .filter((key) => asked(key) && !(shape && fieldShape(shape, key)?.items?.entity))
        .sort()
    : [];

/** Whether the order of a list's elements says something. What the schema does not know may mean anything. */
const isOrdered = (shape: Shape | undefined): boolean => shape === undefined || shape.key === 'ordered';

/** What tells an element of a list from the others, for the lists that have keys; undefined where it has none. */
export function keyIn(element: Json, list: Shape | undefined): string | undefined {
  if (!list || list.key === 'ordered') return undefined;
  const shape = elementShape(list);
  if (list.key === 'set') return canonical(element, shape);
  const parts = list.key.map((name) => member(element, name));
  return parts.every((one) => one === undefined)
    ? undefined
    : parts.map((one, at) => canonical(one, shape && fieldShape(shape, list.key[at] ?? ''))).join('\n');
}
