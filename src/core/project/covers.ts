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
  const all = namedBy([{ of: true, texts }], kinds);
  return (entity) => !hits(entity, all).next().done;
}

/** Of many things with such texts, those that cover any of some entities, in their order. */
export function coverage<T>(
  given: readonly { readonly of: T; readonly texts: Json | undefined }[],
  kinds: Kinds,
): (entities: readonly Covered[]) => readonly T[] {
  const all = namedBy(given, kinds);
  return (entities) => {
    const lists = new Set<readonly T[]>();
    for (const entity of entities) for (const list of hits(entity, all)) lists.add(list);
    const [first = [], ...others] = lists;
    if (!others.length) return first;
    const found = new Set([...lists].flat());
    return given.flatMap(({ of }) => (found.has(of) ? [of] : []));
  };
}

/** What the same text names, together. */
interface Named<T> {
  readonly plain: ReadonlyMap<string, readonly T[]>;
  readonly globs: readonly {
    readonly matches: (text: string) => boolean;
    readonly keyed: boolean;
    readonly of: readonly T[];
  }[];
}

function namedBy<T>(given: readonly { readonly of: T; readonly texts: Json | undefined }[], kinds: Kinds): Named<T> {
  const all = new Map<string, T[]>();
  for (const { of, texts } of given)
    for (const one of new Set(textsIn(texts))) {
      const same = all.get(one);
      if (same) same.push(of);
      else all.set(one, [of]);
    }
  const globs = [...all].filter(([text]) => /[*?[\]{}()!]/.test(text));
  for (const [text] of globs) all.delete(text);
  return {
    plain: all,
    globs: globs.map(([text, of]) => ({
      matches: picomatch(text, { dot: true, nonegate: true }),
      keyed: kinds.kind(text.split('/', 1)[0] ?? '') !== undefined,
      of,
    })),
  };
}

const textsIn = (texts: Json | undefined): readonly string[] =>
  Array.isArray(texts) ? (texts as readonly Json[]).map((one) => nfc(written(one))) : [];

function* hits<T>(entity: Covered, { plain, globs }: Named<T>): Generator<readonly T[], void> {
  const kind: string = entity.kind.name;
  const ofKind = plain.get(kind);
  if (ofKind) yield ofKind;
  for (const id of [entity.id, ...formerIds(entity)]) {
    for (const text of [id, `${kind}/${id}`]) {
      const named = plain.get(text);
      if (named) yield named;
    }
    for (const { matches, keyed, of } of globs) if (matches(keyed ? `${kind}/${id}` : id)) yield of;
  }
}
