// Who last changed each field of an entity, when and why.
import { type FieldChange, related, shapeOn } from '../compare/fields';
import { fieldsOf, sameValue } from '../compare/value';
import type { Oid } from '../model/commit';
import { type Json, member } from '../schema/json';
import { fieldShape, type Shape } from '../schema/shape';
import { chainsOf } from './chains';
import { goes } from './discarded';
import type { EntityEvent } from './event';
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

/** The fields of what an entity says, in the order of its kind, each with what last changed it; those `at` a way alone. */
export function blame(
  standing: Standing,
  trail: readonly EntityEvent[],
  value: Json,
  shape: Shape,
  at: readonly string[] = [],
): readonly BlamedField[] {
  const events = byCommit(trail);
  const stops = stopsIn(standing, events);
  const asked = leaves(value, shape).filter(({ way }) => related(way, at));
  return asked.map(({ way, value: field }) => {
    const source: Source = { way, value: field, shape: shapeOn(shape, way) };
    return { way, value: field, ...(pendingOf(events, source) ?? committed(standing, stops, source)) };
  });
}

type Last = Pick<BlamedField, 'event' | 'change'>;
type Events = ReadonlyMap<Oid | undefined, readonly EntityEvent[]>;

interface Source {
  readonly way: readonly string[];
  readonly value: Json;
  readonly shape: Shape | undefined;
}

function byCommit(trail: readonly EntityEvent[]): Events {
  const events = new Map<Oid | undefined, EntityEvent[]>();
  for (const event of trail) {
    const there = events.get(event.commit);
    if (there) there.push(event);
    else events.set(event.commit, [event]);
  }
  return events;
}

function pendingOf(events: Events, source: Source): Last | undefined {
  const [event] = events.get(undefined) ?? [];
  return event && lastBy(event, source);
}

/** What happened to the entity by the places of the commits, which stand in order, the newest first, in each chain. */
interface Stops {
  readonly events: ReadonlyMap<number, readonly EntityEvent[]>;
  readonly inChain: ReadonlyMap<number, readonly number[]>;
}

function stopsIn({ graph }: Standing, all: Events): Stops {
  const { chainOf } = chainsOf(graph);
  const events = new Map<number, readonly EntityEvent[]>();
  for (const [oid, here] of all) {
    const at = oid && graph.places.get(oid);
    if (at !== undefined) events.set(at, here);
  }
  const inChain = new Map<number, number[]>();
  for (const at of [...events.keys()].sort((a, b) => b - a)) {
    const chain = chainOf[at] ?? at;
    const same = inChain.get(chain);
    if (same) same.push(at);
    else inChain.set(chain, [at]);
  }
  return { events, inChain };
}

// From the tip down every way on which the value may have come: a merge that says nothing of it took it from a parent
// that has it, and a way on which something else was said last is not that parent's.
function committed({ graph, tip }: Standing, { events, inChain }: Stops, source: Source): Last {
  const { chainOf, oldest } = chainsOf(graph);
  // In each chain the newest commit that has something to say, or that parts ways.
  const open = new Set<number>();
  const openAt = (oid: Oid | undefined): void => {
    const at = graph.places.get(oid as Oid);
    if (at === undefined) return;
    const chain = chainOf[at] ?? at;
    open.add(inChain.get(chain)?.find((stop) => stop <= at) ?? oldest[chain] ?? at);
  };
  openAt(tip);
  let came: Last = { event: undefined, change: undefined };
  while (open.size) {
    const at = Math.max(...open);
    open.delete(at);
    const here = events.get(at) ?? [];
    const own = here.filter(({ how }) => how === 'added' || how === 'changed').map((one) => lastBy(one, source));
    const last = own.find((one) => one !== undefined);
    if (last?.change ? agrees(last.change, source) : last?.event?.how === 'changed') return last as Last;
    if (last) came = last;
    if (last || here.some(({ how }) => how === 'removed')) continue;
    const left = new Set(here.filter((one) => discards(one, source)).map(({ sides }) => sides?.left));
    for (const parent of graph.commits[at]?.parents ?? []) if (!left.has(parent)) openAt(parent);
  }
  return came;
}

/** Whether an event set a field; without a change where the field came with all the rest. */
function lastBy(event: EntityEvent, { way }: Source): Last | undefined {
  const change = event.fields.find((one) => related(one.way, way));
  if (change) return { event, change };
  // Before it came there was nothing of it; its id is its own since it was given, and what it remembers since then too.
  const withId = event.formerly !== undefined && (way[0] === 'id' || way[0] === 'formerly');
  return event.how === 'added' || withId ? { event, change: undefined } : undefined;
}

/** Of an element of a list nobody can say alone what the list was afterwards. */
function agrees(change: FieldChange, { way, value, shape }: Source): boolean {
  if (change.way.length > way.length) return true;
  let after = change.after;
  for (const step of way.slice(change.way.length)) after = after === undefined ? undefined : member(after, step);
  return sameValue(after, value, shape);
}

const discards = (event: EntityEvent, { way }: Source): boolean =>
  event.how === 'discarded' && (goes(event) || event.fields.some((one) => related(one.way, way)));

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
