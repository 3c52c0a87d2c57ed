// The events of a history played back: what every commit must hold if they tell everything. Between merges they are
// applied one after the other; of a merge, what only one side changed is taken, and what both changed is nothing known
// until an event says it.
import { goes } from '../../../src/core/history/discarded';
import type { EntityEvent } from '../../../src/core/history/event';
import { type Json, written } from '../../../src/core/schema/json';
import { basesOf, type Step } from './random-history';
import { oidAt } from './told';

/** What nobody has settled. */
const UNKNOWN = '?';

interface Played {
  readonly id: string;
  readonly file: string;
  readonly fields: ReadonlyMap<string, string>;
}

type Plays = ReadonlyMap<string, Played>;

/** As `id file`, with flat fields, for each commit. */
export function replayed(steps: readonly Step[], events: readonly EntityEvent[]): readonly (readonly string[])[] {
  const plays: Plays[] = [];
  for (const [at, { parents }] of steps.entries()) {
    const here = events.filter(({ commit }) => commit === oidAt(at));
    const [a, b] = parents;
    const start =
      a === undefined
        ? new Map<string, Played>()
        : b === undefined
          ? (plays[a] as Plays)
          : merged(plays[a] as Plays, plays[b] as Plays, plays[basesOf(steps, a, b)[0] as number] as Plays);
    const known = parents.flatMap((one) => [...(plays[one] as Plays)]);
    plays.push(applied(start, here, `${at}`, known));
  }
  return plays.map((play) => [...play.values()].map(({ id, file, fields }) => shown(id, file, [...fields])).sort());
}

/** What a commit holds in the same form. */
export const held = ({ state }: Step): readonly string[] =>
  [...state.values()].map(({ id, file, fields }) => shown(id, file, Object.entries(fields))).sort();

const shown = (id: string, file: string, fields: readonly (readonly [string, string])[]): string =>
  `${id} ${file} ${fields
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(' ')}`;

function merged(ours: Plays, theirs: Plays, base: Plays): Plays {
  const next = new Map<string, Played>();
  for (const uid of new Set([...ours.keys(), ...theirs.keys()])) {
    const [a, b, was] = [ours.get(uid), theirs.get(uid), base.get(uid)];
    if (a && b) {
      const pick = (x: string | undefined, y: string | undefined, z: string | undefined): string | undefined =>
        x === y || y === z ? x : x === z ? y : UNKNOWN;
      const keys = new Set([...a.fields.keys(), ...b.fields.keys()]);
      const fields = [...keys].flatMap((key): [string, string][] => {
        const value = pick(a.fields.get(key), b.fields.get(key), was?.fields.get(key));
        return value === undefined ? [] : [[key, value]];
      });
      next.set(uid, {
        id: pick(a.id, b.id, was?.id) ?? '',
        file: pick(a.file, b.file, was?.file) ?? '',
        fields: new Map(fields),
      });
      continue;
    }
    const one = (a ?? b) as Played;
    // The other side removed it: without a change here it is gone, with one somebody must say so.
    const same = was && shown(one.id, one.file, [...one.fields]) === shown(was.id, was.file, [...was.fields]);
    if (!was) next.set(uid, one);
    else if (!same) next.set(uid, { ...one, fields: new Map([[UNKNOWN, UNKNOWN]]) });
  }
  return next;
}

function applied(
  start: Plays,
  events: readonly EntityEvent[],
  at: string,
  known: readonly (readonly [string, Played])[],
): Plays {
  const next = new Map(start);
  for (const event of events) {
    const { how, id, formerly, movedFrom, path, fields } = event;
    const former = fields.find(({ way }) => way[0] === 'formerly')?.after as readonly string[] | undefined;
    const ids = [id, formerly, ...(former ?? [])];
    const [uid = `${at} ${id}`, was] =
      [[...next], known].flatMap((all) => ids.flatMap((one) => all.filter(([, play]) => play.id === one)))[0] ?? [];
    if (goes(event)) {
      next.delete(uid);
      continue;
    }
    const whole = how === 'added' || fields.some(({ way }) => way[0] === 'id');
    const values = new Map(whole ? [] : was?.fields);
    for (const { way, after } of fields) {
      const place = way.join('/');
      for (const key of values.keys()) if (key === place || key.startsWith(`${place}/`)) values.delete(key);
      for (const [key, value] of flat(place, after)) values.set(key, value);
    }
    next.set(uid, { id, file: whole || movedFrom !== undefined ? path : (was?.file ?? path), fields: values });
  }
  return next;
}

/** A value as flat fields; without the id and what it remembers, which are told apart from fields. */
function flat(place: string, value: Json | undefined): readonly (readonly [string, string])[] {
  if (value === undefined || place === 'id' || place === 'formerly') return [];
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (list.every((one) => typeof one === 'string')) return [[place, [...list].sort().join(' ')]];
    return list.flatMap((one) => flat(`${place}/[${written((one as Record<string, Json>).person)}]`, one));
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => flat(`${place}/${name}`, one as Json));
  return [[place, String(value)]];
}
