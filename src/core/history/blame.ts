// Who last changed each field of an entity, when and why.
import type { FieldChange } from '../compare/fields';
import { fieldsOf } from '../compare/value';
import type { Oid } from '../model/commit';
import { type Json, member } from '../schema/json';
import { fieldShape, type Shape } from '../schema/shape';
import type { EntityEvent } from './event';
import { sideOf } from './graph';
import type { Standing } from './trail';

export interface BlamedField {
  /** Names of fields from the entity down; lists are blamed as a whole. */
  readonly way: readonly string[];
  readonly value: Json;
  /** What last changed it; undefined where the history begins too late to say. */
  readonly event: EntityEvent | undefined;
  /** The change itself, with what the field was before. */
  readonly change: FieldChange | undefined;
}

/** The fields of what an entity says, in the order of its kind, each with what last changed it. */
export function blame(
  standing: Standing,
  trail: readonly EntityEvent[],
  value: Json,
  shape: Shape,
): readonly BlamedField[] {
  const standingEvents = withoutDiscarded(standing, trail);
  return leaves(value, shape).map(({ way, value: field }) => {
    for (const event of standingEvents) {
      const change = event.fields.find((one) => related(one.way, way));
      if (change) return { way, value: field, event, change };
      // Before it came there was nothing of it; its id is its own since it was given.
      if (event.how === 'added' || (event.formerly !== undefined && way[0] === 'id'))
        return { way, value: field, event, change: undefined };
    }
    return { way, value: field, event: undefined, change: undefined };
  });
}

// What a merge left out did not lead to what stands, nor did the leaving out.
function withoutDiscarded({ graph }: Standing, trail: readonly EntityEvent[]): readonly EntityEvent[] {
  const left = new Set<Oid>();
  for (const { sides } of trail) if (sides) for (const oid of sideOf(graph, sides.left, sides.kept)) left.add(oid);
  return trail.filter(({ how, commit }) => how !== 'discarded' && how !== 'removed' && !(commit && left.has(commit)));
}

const related = (a: readonly string[], b: readonly string[]): boolean =>
  a.slice(0, b.length).every((step, at) => step === b[at]);

function leaves(
  value: Json,
  shape: Shape | undefined,
  way: readonly string[] = [],
): readonly { readonly way: readonly string[]; readonly value: Json }[] {
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  const names = isGroup ? fieldsOf(value, shape) : [];
  if (!names.length) return way.length ? [{ way, value }] : [];
  const known = [...(shape?.fields.keys() ?? [])].filter((name) => names.includes(name));
  return [...new Set([...known, ...names])].flatMap((name) => {
    const field = member(value, name);
    return field === undefined ? [] : leaves(field, shape && fieldShape(shape, name), [...way, name]);
  });
}
