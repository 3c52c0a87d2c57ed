// Questions to a history: the trail of one entity, the log of all.
import type { Commit, Oid } from '../model/commit';
import type { EntityEvent, History, Unreadable } from './event';
import { after, type Graph, graphOf, reach } from './graph';

/** A history as one stands at a commit, with what is not committed on top. */
export interface Standing {
  readonly graph: Graph;
  readonly tip: Oid | undefined;
  /** What led to the tip: the newest first, each commit before its parents. */
  readonly events: readonly EntityEvent[];
  /** The same by `kind/id`. */
  readonly named: ReadonlyMap<string, readonly EntityEvent[]>;
  readonly unreadable: readonly Unreadable[];
  readonly commit: (oid: Oid | undefined) => Commit | undefined;
  /** Some of the past is not there: a shallow clone. */
  readonly cut: boolean;
}

/** The history that led to a commit; `pending` is what changed since and is not committed. */
export function standingAt(history: History, tip: Oid | undefined, pending: readonly EntityEvent[] = []): Standing {
  const graph = graphOf(history.commits);
  const there = reach(graph, tip);
  const commit = (oid: Oid | undefined): Commit | undefined => graph.commits[graph.places.get(oid as Oid) ?? -1];
  const isThere = (one: { readonly commit: Oid | undefined }): boolean =>
    one.commit !== undefined && there.has(one.commit);
  const events = history.events.filter(isThere).reverse();
  const committed: Standing = {
    graph,
    tip,
    events,
    named: byName(events, new Map()),
    unreadable: history.unreadable.filter(isThere).reverse(),
    commit,
    cut: [...there].some((oid) => commit(oid)?.shallow),
  };
  return withPending(committed, pending);
}

/** The same, where nothing was pending, with what is. */
export const withPending = (committed: Standing, pending: readonly EntityEvent[]): Standing =>
  pending.length
    ? { ...committed, events: [...pending, ...committed.events], named: byName(pending, committed.named) }
    : committed;

function byName(events: readonly EntityEvent[], older: Standing['named']): Standing['named'] {
  const fresh = new Map<string, EntityEvent[]>();
  for (const event of events) {
    const name = `${event.kind}/${event.id}`;
    const list = fresh.get(name);
    if (list) list.push(event);
    else fresh.set(name, [event]);
  }
  if (!older.size) return fresh;
  const named = new Map(older);
  for (const [name, list] of fresh) named.set(name, [...list, ...(older.get(name) ?? [])]);
  return named;
}

/**
 * Everything that happened to an entity, the newest first, through the ids it had: under an old id counts what happened
 * before another one was given, and on branches that did not know of that yet.
 */
export function trailOf({ graph, events, named }: Standing, kind: string, id: string): readonly EntityEvent[] {
  const of = (name: string): readonly EntityEvent[] => named.get(`${kind}/${name}`) ?? [];
  const names = new Map<string, ReadonlySet<Oid>>();
  // The list grows while it is gone through.
  const renames = [...of(id)].filter(isRename);
  for (const { formerly, commit } of renames) {
    if (formerly === undefined || formerly === id || names.has(formerly)) continue;
    names.set(formerly, commit ? after(graph, commit) : new Set());
    renames.push(...of(formerly).filter(isRename));
  }
  if (!names.size) return of(id);
  const own = new Set(of(id));
  for (const [name, later] of names)
    for (const event of of(name)) if (event.commit && !later.has(event.commit)) own.add(event);
  return events.filter((event) => own.has(event));
}

const isRename = ({ formerly }: EntityEvent): boolean => formerly !== undefined;

export interface LogFilter {
  /** One that is or was there, by its last id; with what happened to it under others. */
  readonly entity?: { readonly kind: string; readonly id: string };
  /** Names of kinds. */
  readonly kinds?: ReadonlySet<string>;
  /** A part of an author's name or address, in any letter case. */
  readonly author?: string;
  /** Milliseconds since 1970, UTC. */
  readonly since?: number;
  /** Leaves out this commit and what came before it. */
  readonly after?: Oid;
}

/** What happened in one commit; without one, what is not committed. */
export interface Entry {
  readonly commit: Commit | undefined;
  readonly events: readonly EntityEvent[];
  /** Files that could not be read at the commit. */
  readonly unreadable: readonly Unreadable[];
}

/** Commits with what happened in them, the newest first; commits in which nothing did are left out. */
export function logOf(standing: Standing, filter: LogFilter = {}): readonly Entry[] {
  const { entity, kinds, author, since, after: base } = filter;
  const known = base === undefined ? undefined : reach(standing.graph, base);
  const wanted = author?.toLowerCase();
  const entries = new Map<Oid | undefined, { events: EntityEvent[]; unreadable: Unreadable[] }>();
  const at = (oid: Oid | undefined) => {
    const found = entries.get(oid);
    if (found) return found;
    const made = { events: [], unreadable: [] };
    entries.set(oid, made);
    return made;
  };
  const isWanted = (oid: Oid | undefined): boolean => {
    const commit = standing.commit(oid);
    if (!commit) return wanted === undefined;
    if (known?.has(commit.oid) || (since !== undefined && commit.author.at < since)) return false;
    return wanted === undefined || `${commit.author.name} <${commit.author.email}>`.toLowerCase().includes(wanted);
  };
  const events = entity ? trailOf(standing, entity.kind, entity.id) : standing.events;
  for (const event of events)
    if ((!kinds || kinds.has(event.kind)) && isWanted(event.commit)) at(event.commit).events.push(event);
  if (!kinds && !entity)
    for (const one of standing.unreadable) if (isWanted(one.commit)) at(one.commit).unreadable.push(one);
  const place = (oid: Oid | undefined): number =>
    oid === undefined ? Number.POSITIVE_INFINITY : (standing.graph.places.get(oid) ?? -1);
  return [...entries]
    .sort(([a], [b]) => (a === b ? 0 : place(b) - place(a)))
    .map(([oid, found]) => ({ commit: standing.commit(oid), ...found }));
}
