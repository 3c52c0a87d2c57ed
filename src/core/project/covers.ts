// What a list of kinds, ids and globs covers: the scope of a baseline, what a change request lets change.
import picomatch from 'picomatch';
import { nfc } from '../base/text';
import { type Json, written } from '../schema/json';
import type { Kinds } from '../schema/kinds';
import type { Fields } from './file-index';
import { formerIds } from './project';

/** What must be known of an entity for that; one that is gone may be known by its id alone. */
export interface Covered {
  readonly kind: { readonly name: string };
  readonly id: string;
  readonly value: Fields;
}

/**
 * Whether an entity is covered by any of the texts: a kind (`configuration`), an id, `kind/id`, or a glob over ids or
 * over `kind/id` (`configuration/fi.*`; `*` stops at `/`). A former id covers the entity that had it.
 */
export function covering(texts: Json | undefined, kinds: Kinds): (entity: Covered) => boolean {
  const given = Array.isArray(texts) ? (texts as readonly Json[]).map((one) => nfc(written(one))) : [];
  const plain = new Set(given.filter((one) => !/[*?[\]{}()!]/.test(one)));
  const globs = given
    .filter((one) => !plain.has(one))
    .map((one) => ({
      matches: picomatch(one, { dot: true, nonegate: true }),
      keyed: kinds.kind(one.split('/', 1)[0] ?? ''),
    }));
  return (entity) => {
    const kind: string = entity.kind.name;
    if (plain.has(kind)) return true;
    return [entity.id, ...formerIds(entity)].some(
      (id) =>
        plain.has(id) ||
        plain.has(`${kind}/${id}`) ||
        globs.some(({ matches, keyed }) => matches(keyed ? `${kind}/${id}` : id)),
    );
  };
}
