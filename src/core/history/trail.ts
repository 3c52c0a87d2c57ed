// Questions to a history: the trail of one entity, the log of all.
import { finish, type Work } from '../base/work';
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

/** Events between two pauses. */
const STRETCH = 2048;

/** The history that led to a commit; `pending` is what changed since and is not committed. */
export const standingAt = (history: History, tip: Oid | undefined, pending: readonly EntityEvent[] = []): Standing =>
  withPending(finish(standing(history, tip)), pending);

/** The same with nothing pending, in work that pauses. */
export function* standing(history: History, tip: Oid | undefined): Work<Standing> {
  const graph = graphOf(history.commits);
  yield;
  const there = reach(graph, tip);
  yield;
  const commit = (oid: Oid | undefined): Commit | undefined => graph.commits[graph.places.get(oid as Oid) ?? -1];
  const isThere = (one: { readonly commit: Oid | undefined }): boolean =>
    one.commit !== undefined && there.has(one.commit);
  const events: EntityEvent[] = [];
  for (const [at, event] of history.events.entries()) {
    if (isThere(event)) events.push(event);
    if (at % STRETCH === STRETCH - 1) yield;
  }
  events.reverse();
  return {
    graph,
    tip,
    events,
    named: yield* byName(events),
    unreadable: history.unreadable.filter(isThere).reverse(),
    commit,
    cut: [...there].some((oid) => commit(oid)?.shallow),
  };
}

/** The same, where nothing was pending, with what is. */
export function withPending(committed: Standing, pending: readonly EntityEvent[]): Standing {
  if (!pending.length) return committed;
  const named = new Map(committed.named);
  for (const [name, list] of finish(byName(pending))) named.set(name, [...list, ...(named.get(name) ?? [])]);
  return { ...committed, events: [...pending, ...committed.events], named };
}

function* byName(events: readonly EntityEvent[]): Work<Standing['named']> {
  const named = new Map<string, EntityEvent[]>();
  for (const [at, event] of events.entries()) {
    const name = `${event.kind}/${event.id}`;
    const list = named.get(name);
    if (list) list.push(event);
    else named.set(name, [event]);
    if (at % STRETCH === STRETCH - 1) yield;
  }
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
