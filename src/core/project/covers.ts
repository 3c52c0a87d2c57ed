// What a list of kinds, ids and globs covers: the scope of a baseline, what a change request lets change.
import picomatch from 'picomatch';
import { nfc } from '../base/text';
import { type Json, written } from '../schema/json';
import type { Kinds } from '../schema/kinds';
import type { Entity } from './file-index';
import { formerIds } from './project';

/**
 * Whether an entity is covered by any of the texts: a kind (`configuration`), an id, `kind/id`, or a glob over ids or
 * over `kind/id` (`configuration/fi.*`; `*` stops at `/`). A former id covers the entity that had it.
 */
export function covering(texts: Json | undefined, kinds: Kinds): (entity: Entity) => boolean {
  const given = Array.isArray(texts) ? (texts as readonly Json[]).map((one) => nfc(written(one))) : [];
  const plain = new Set(given.filter((one) => !/[*?[\]{}()!]/.test(one)));
  const globs = given
    .filter((one) => !plain.has(one))
    .map((one) => ({
      matches: picomatch(one, { dot: true, nonegate: true }),
      keyed: kinds.kind(one.split('/', 1)[0] ?? ''),
    }));
  return (entity) => {
    const kind = entity.kind.name;
    if (plain.has(kind)) return true;
    return [entity.id as string, ...formerIds(entity)].some(
      (id) =>
        plain.has(id) ||
        plain.has(`${kind}/${id}`) ||
        globs.some(({ matches, keyed }) => matches(keyed ? `${kind}/${id}` : id)),
    );
  };
}
