// What a merge left out: where it says what one parent says, and another side had changed just that since they parted.
import { type FieldChange, related } from '../compare/fields';
import type { Commit, Oid } from '../model/commit';
import { formerIds } from '../project/project';
import type { Json } from '../schema/json';
import type { Difference } from './differences';
import type { EntityEvent } from './event';
import { type Graph, sideOf } from './graph';

export interface Loss {
  readonly difference: Difference;
  readonly fields: readonly FieldChange[];
  /** The side had put it into another file. */
  readonly moved: boolean;
  readonly sides: NonNullable<EntityEvent['sides']>;
}

export interface Merge {
  readonly graph: Graph;
  readonly commit: Commit;
  /** What happened to what has or had this name before the commit. */
  readonly earlier: (name: string) => readonly EntityEvent[];
}

/** `found`: how one entity differs from each parent; empty where it does not. */
export function lossesAt(
  { graph, commit, earlier }: Merge,
  found: readonly (Difference | undefined)[],
): readonly Loss[] {
  const losses: Loss[] = [];
  for (const [at, difference] of found.entries()) {
    const left = commit.parents[at];
    if (!difference || !left) continue;
    let { fields: rest } = difference;
    for (const [other, stands] of found.entries()) {
      const kept = commit.parents[other];
      const taken = kept && kept !== left ? takenFrom(difference, rest, stands) : undefined;
      if (!kept || !taken) continue;
      const lost = lostOf(difference, taken, netOf(changesOn(sideOf(graph, left, kept), difference, earlier)));
      if (lost) losses.push({ difference, ...lost, sides: { left, kept } });
      // Of several others one is enough.
      rest = rest.filter((one) => !taken.fields.includes(one));
      if (!stands) break;
    }
  }
  return losses;
}

type Part = Pick<Loss, 'fields' | 'moved'>;

/** The part of a difference from one parent in which the commit says what another parent says. */
function takenFrom(
  { was, is }: Difference,
  rest: readonly FieldChange[],
  other: Difference | undefined,
): Part | undefined {
  const moves = was !== undefined && is !== undefined && was.path !== is.path;
  if (!other) return { fields: rest, moved: moves };
  // What the other parent lacks as well is the commit's own.
  if (!is || !other.was || !other.is) return undefined;
  const fields = rest.filter(({ way }) => !other.fields.some((field) => related(field.way, way)));
  const moved = moves && other.was.path === other.is.path;
  return fields.length || moved ? { fields, moved } : undefined;
}

/** What happened to an entity on one side, the oldest first, through the ids it had. */
function changesOn(side: ReadonlySet<Oid>, { was, is }: Difference, earlier: Merge['earlier']): readonly EntityEvent[] {
  const kind = (is ?? was)?.kind.name ?? '';
  const ids = new Set([was, is].flatMap((one) => (one ? [one.id, ...formerIds(one)] : [])));
  const events = new Set([...ids].flatMap((id) => earlier(`${kind}/${id}`)));
  return [...events].filter((one) => one.commit && side.has(one.commit));
}

/** What events that follow each other leave changed. */
interface Net {
  /** It came, or went. */
  readonly whole: boolean;
  readonly moved: boolean;
  readonly renamed: boolean;
  readonly ways: readonly (readonly string[])[];
}

function netOf(events: readonly EntityEvent[]): Net {
  const [first, last] = [events[0], events.at(-1)];
  const ends = new Map<string, FieldChange & { readonly broken: boolean }>();
  for (const { fields } of events)
    for (const field of fields) {
      const way = JSON.stringify(field.way);
      const last = ends.get(way);
      // What does not follow from the one before it came from another branch of the side.
      const broken = last !== undefined && (last.broken || !same(last.after, field.before));
      ends.set(way, { ...field, before: last ? last.before : field.before, broken });
    }
  return {
    whole: (first !== undefined && comes(first)) !== (last !== undefined && goes(last)),
    moved: events.some((one) => one.movedFrom !== undefined),
    renamed: events.some((one) => one.formerly !== undefined),
    ways: [...ends.values()]
      .filter(({ before, after, broken }) => broken || !same(before, after))
      .map(({ way }) => way),
  };
}

const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const comes = ({ how, fields }: EntityEvent): boolean =>
  how === 'added' || (how === 'discarded' && fields.some(({ way }) => way[0] === 'id'));

/** Whether there is nothing of it after an event. */
export const goes = ({ how, fields, formerly, movedFrom }: EntityEvent): boolean =>
  how === 'removed' || (how === 'discarded' && !fields.length && formerly === undefined && movedFrom === undefined);

/** What of a difference a side had changed; the rest is what the others had changed, and no loss. */
function lostOf({ was, is }: Difference, { fields, moved }: Part, net: Net): Part | undefined {
  if (net.whole) return { fields, moved };
  const changed = net.ways.length > 0 || net.moved || net.renamed;
  // It came or went on the other side; what this one had said of it meanwhile went with it.
  if (!was || !is) return changed ? { fields, moved } : undefined;
  const lost = fields.filter(({ way }) => net.ways.some((one) => related(one, way)));
  const renamed = net.renamed && was.id !== is.id;
  return lost.length || (moved && net.moved) || renamed ? { fields: lost, moved: moved && net.moved } : undefined;
}
