// From what differs between a commit and each of its parents to what happened in the commit itself.
import { detached } from '../base/text';
import type { Json } from '../schema/json';
import type { FieldChange } from '../compare/fields';
import type { Commit, Oid } from '../model/commit';
import type { Difference } from './differences';
import type { EntityEvent } from './event';
import { type Graph, sideOf } from './graph';

export interface FoldInput {
  readonly graph: Graph;
  readonly commit: Commit;
  /** One list a parent, in their order; one list for a commit without parents. */
  readonly differences: readonly (readonly Difference[])[];
  /** What happened to what has or had this name before the commit. */
  readonly earlier: (name: string) => readonly EntityEvent[];
}

/**
 * An entity changed in a commit where its value differs from that of every parent. Where it is the value of one parent,
 * and another side had changed it since they parted, the merge discarded that change.
 */
export function eventsAt(input: FoldInput): readonly EntityEvent[] {
  const { commit, differences } = input;
  const [first = [], ...others] = differences;
  if (!others.length) return first.map((one) => eventOf(commit.oid, one, one.fields));
  const byName = differences.map((list) => new Map(list.map((one) => [nameOf(one), one])));
  const names = new Set(byName.flatMap((one) => [...one.keys()]));
  return [...names].flatMap((name) => {
    const found = byName.flatMap((one) => one.get(name) ?? []);
    const event = found.length === differences.length ? ownChange(commit.oid, found) : discarded(input, name, byName);
    return event ?? [];
  });
}

function ownChange(commit: Oid, found: readonly Difference[]): EntityEvent | undefined {
  const [first] = found;
  if (!first) return undefined;
  // What one parent lacks came from the others.
  const changed = found.filter(({ was, is }) => was && is);
  const [one] = changed;
  if (!one) return eventOf(commit, first, first.fields);
  const fields = one.fields.filter(({ way }) =>
    changed.every((other) => other.fields.some((field) => sameWay(field.way, way))),
  );
  const renamed = changed.every(({ was, is }) => was?.id !== is?.id);
  const moved = changed.every(({ was, is }) => was?.path !== is?.path);
  if (!fields.length && !renamed && !moved) return undefined;
  const { formerly, movedFrom, ...event } = eventOf(commit, one, fields);
  return {
    ...event,
    ...(renamed && formerly !== undefined ? { formerly } : {}),
    ...(moved && movedFrom !== undefined ? { movedFrom } : {}),
  };
}

function discarded(
  { graph, commit, earlier }: FoldInput,
  name: string,
  byName: readonly ReadonlyMap<string, Difference>[],
): EntityEvent | undefined {
  const kept = commit.parents[byName.findIndex((one) => !one.has(name))];
  for (const [at, list] of byName.entries()) {
    const difference = list.get(name);
    const left = commit.parents[at];
    if (!difference || !left || !kept || left === kept) continue;
    const { was, is } = difference;
    const kind = (is ?? was)?.kind.name;
    const before = [...new Set([was?.id, is?.id])].flatMap((id) =>
      id === undefined ? [] : earlier(`${kind ?? ''}/${id}`),
    );
    if (!before.length) continue;
    const side = sideOf(graph, left, kept);
    const there = before.filter((one) => one.commit && side.has(one.commit) && one.how !== 'discarded');
    if (there.length && netChange(there))
      return { ...eventOf(commit.oid, difference, difference.fields), how: 'discarded', sides: { left, kept } };
  }
  return undefined;
}

/** Whether events that follow each other leave anything changed. */
function netChange(events: readonly EntityEvent[]): boolean {
  const [first, last] = [events[0], events.at(-1)];
  if (first?.how === 'added' || last?.how === 'removed') return !(first?.how === 'added' && last?.how === 'removed');
  const ends = new Map<string, FieldChange>();
  for (const { fields } of events)
    for (const field of fields) {
      const way = JSON.stringify(field.way);
      ends.set(way, { ...field, before: ends.has(way) ? ends.get(way)?.before : field.before });
    }
  return (
    events.some((one) => one.formerly !== undefined || one.movedFrom !== undefined) ||
    [...ends.values()].some(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  );
}

const sameWay = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((step, at) => step === b[at]);

function nameOf({ was, is }: Difference): string {
  const entity = is ?? was;
  return entity ? `${entity.kind.name}/${entity.id}` : '';
}

/** A difference as an event. Its values are copies: an event outlives the text it was read from. */
export function eventOf(commit: Oid | undefined, { was, is }: Difference, fields: readonly FieldChange[]): EntityEvent {
  const entity = is ?? was;
  if (!entity) throw new Error('neither before nor after');
  const event: EntityEvent = {
    commit,
    how: is ? (was ? 'changed' : 'added') : 'removed',
    kind: entity.kind.name,
    id: entity.id,
    title: entity.title,
    path: entity.path,
    ...(was && is && was.id !== is.id ? { formerly: was.id } : {}),
    ...(was && is && was.path !== is.path ? { movedFrom: was.path } : {}),
    fields: fields.map(({ way, before, after }) => ({ way, before: copied(before), after: copied(after) })),
  };
  return { ...event, title: detached(entity.title) };
}

function copied(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return detached(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => copied(one) as Json);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one as Json) as Json]));
}
