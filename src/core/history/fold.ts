// From what differs between a commit and each of its parents to what happened in the commit itself.
import { append } from '../base/lists';
import { detached } from '../base/text';
import type { Work } from '../base/work';
import type { Json } from '../schema/json';
import type { FieldChange } from '../compare/fields';
import type { Commit, Oid } from '../model/commit';
import type { Difference } from './differences';
import { lossesAt } from './discarded';
import type { EntityEvent } from './event';
import type { Graph } from './graph';
import { refined } from './refined';

export interface FoldInput {
  readonly graph: Graph;
  readonly commit: Commit;
  /** One list a parent, in their order; one list for a commit without parents. */
  readonly differences: readonly (readonly Difference[])[];
  /** What happened to what has or had this name before the commit. */
  readonly earlier: (name: string) => readonly EntityEvent[];
}

/**
 * An entity changed in a commit where its value differs from that of every parent. Where it, or a field of it, is that of
 * one parent, and another side had changed it since they parted, the merge discarded that change.
 */
export function* eventsAt(input: FoldInput): Work<readonly EntityEvent[]> {
  const { commit, differences } = input;
  const [first = [], ...others] = differences;
  const events: EntityEvent[] = [];
  let count = 0;
  if (!others.length) {
    for (const one of first) {
      events.push(eventOf(commit.oid, one, one.fields));
      if (++count % STRETCH === 0) yield;
    }
    return events;
  }
  const byName = differences.map((list) => new Map(list.map((one) => [nameOf(one), one])));
  const names = new Set(byName.flatMap((one) => [...one.keys()]));
  for (const name of names) {
    const found = refined(byName.map((one) => one.get(name)));
    const discarded = lossesAt(input, found).map(({ difference, fields, moved, sides }): EntityEvent => {
      const { movedFrom, ...event } = eventOf(commit.oid, difference, fields);
      return { ...event, ...(moved && movedFrom !== undefined ? { movedFrom } : {}), how: 'discarded', sides };
    });
    append(events, discarded);
    append(events, ownChange(commit.oid, found));
    if (++count % STRETCH === 0) yield;
  }
  return events;
}

/** Entities between two pauses. */
const STRETCH = 64;

/** What a commit has that none of its parents has; one place a parent, empty where it says what the parent says. */
function ownChange(commit: Oid, found: readonly (Difference | undefined)[]): readonly EntityEvent[] {
  const all = found.filter((one) => one !== undefined);
  const [first] = all;
  if (!first || all.length < found.length) return [];
  // What one parent lacks came from the others.
  const changed = all.filter(({ was, is }) => was && is);
  const [one] = changed;
  if (!one) return [eventOf(commit, first, first.fields)];
  const fields = one.fields.filter(({ way }) =>
    changed.every((other) => other.fields.some((field) => sameWay(field.way, way))),
  );
  const renamed = changed.every(({ was, is }) => was?.id !== is?.id);
  const moved = changed.every(({ was, is }) => was?.path !== is?.path);
  if (!fields.length && !renamed && !moved) return [];
  const { formerly, movedFrom, ...event } = eventOf(commit, one, fields);
  return [
    {
      ...event,
      ...(renamed && formerly !== undefined ? { formerly } : {}),
      ...(moved && movedFrom !== undefined ? { movedFrom } : {}),
    },
  ];
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
