// The history that was read once, kept on the disk for the next time: for the same repository, kinds and code. Events
// of a commit follow from the commit alone, so that a tip that moved only adds to it.
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { append } from '../core/base/lists';
import type { EntityEvent, History } from '../core/history/event';
import type { Oid } from '../core/model/commit';
import type { Kinds } from '../core/schema/kinds';
import { quickReader } from '../core/syntax/quick';
import { code } from '../generated/code';
import { sha256 } from './digest';
import type { Repository } from './git/repository';
import { type PackRecord, packing, readPack } from './pack';

/** To be raised when the form changes. */
const FORMAT = 4;
/** Entries of a list that are read and written in one go: somebody may be typing meanwhile. */
const PART = 1000;

export interface IndexedHistory extends History {
  /** See `VersionReader`. */
  readonly standIns: ReadonlyMap<string, Oid>;
}

export const NO_HISTORY: IndexedHistory = { commits: [], events: [], unreadable: [], standIns: new Map() };

export interface HistoryIndex {
  /**
   * What is kept; nothing where it is not there, not whole, or of another ground. Of the events those alone that name one
   * of the ids in their kind, when these are given.
   */
  readonly read: (only?: Asked) => Promise<IndexedHistory>;
  readonly write: (history: IndexedHistory) => Promise<void>;
}

/** Entities of a kind, by the ids that they have or had. */
export interface Asked {
  readonly kind: string;
  readonly ids: ReadonlySet<string>;
}

export function historyIndex(folder: string, repository: Repository, kinds: Kinds): HistoryIndex {
  const { gitFolder, prefix } = repository;
  const place = JSON.stringify(['history', gitFolder, prefix]);
  const file = path.join(folder, `${sha256(place).slice(0, 32)}.pack`);
  const ground = sha256(JSON.stringify([FORMAT, code, kinds.version, process.version, place, quickReader.on]));
  return {
    read: async (only) => {
      const records = readPack(file, ground);
      const lists: Lists = { commits: [], unreadable: [], standIns: [] };
      const events: EntityEvent[] = [];
      try {
        for (const [name, { bytes }] of records) {
          const [list = '', at] = name.split(' ');
          if (list === FIELDS) continue;
          if (list === 'rows') {
            const rows = only ? rowsOf(bytes, only) : (JSON.parse(textIn(bytes)) as readonly Row[]);
            append(events, eventsIn(rows, records.get(`${FIELDS} ${at}`)?.bytes));
          } else append(lists[list as keyof Lists], JSON.parse(textIn(bytes)) as unknown[]);
          await pause();
        }
      } catch {
        return NO_HISTORY;
      }
      if (!lists.commits.length) return NO_HISTORY;
      const { commits, unreadable, standIns } = lists as unknown as Kept;
      return { commits, events, unreadable, standIns: new Map(standIns) };
    },
    write: async (history) => {
      const work = packing(file, ground, recordsOf(history));
      while (!work.next().done) await pause();
    },
  };
}

// One after the other, as they are written: all of them together would take as much memory as the history itself.
function* recordsOf(history: IndexedHistory): Generator<readonly [string, PackRecord], void> {
  const { standIns, commits, events, unreadable } = history;
  const record = (name: string, at: number, bytes: Uint8Array) => [`${name} ${at}`, { key: '', bytes }] as const;
  for (const [name, list] of Object.entries({ commits, unreadable, standIns: [...standIns] }))
    for (let at = 0; at < list.length; at += PART)
      yield record(name, at, Buffer.from(JSON.stringify(list.slice(at, at + PART))));
  for (let at = 0; at < events.length; at += PART) {
    const some = events.slice(at, at + PART);
    const fields = some.map((one) => Buffer.from(JSON.stringify(one.fields)));
    let start = 0;
    const rows = some.map((one, i) => {
      const size = fields[i]?.length ?? 0;
      start += size;
      return JSON.stringify(rowOf(one, start - size, size));
    });
    yield record('rows', at, Buffer.from(`[\n${rows.join(',\n')}\n]`));
    yield record(FIELDS, at, Buffer.concat(fields));
  }
}

type Kept = Omit<History, 'events'> & { readonly standIns: readonly (readonly [string, Oid])[] };
type Lists = { readonly [Name in keyof Kept]: unknown[] };
const FIELDS = 'fields';

/** An event, but for its fields where their bytes begin, and how many they are. A line each. */
type Row = readonly [event: Omit<EntityEvent, 'fields'>, start: number, size: number];

function rowOf(one: EntityEvent, start: number, size: number): Row {
  const { fields: _, ...event } = one;
  return [event, start, size];
}

/** The rows that name one of the ids, found by their bytes: the others need not be read. */
function rowsOf(bytes: Uint8Array, { kind, ids }: Asked): readonly Row[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const lines = new Set<number>();
  for (const id of ids) {
    const needle = Buffer.from(JSON.stringify(id));
    for (let at = buffer.indexOf(needle); at >= 0; at = buffer.indexOf(needle, at + needle.length))
      lines.add(buffer.lastIndexOf(10, at) + 1);
  }
  return [...lines]
    .sort((a, b) => a - b)
    .map((start) => {
      const end = buffer.indexOf(10, start);
      return JSON.parse(buffer.toString('utf8', start, buffer[end - 1] === 0x2c ? end - 1 : end)) as Row;
    })
    .filter(([one]) => one.kind === kind && (ids.has(one.id) || (one.formerly !== undefined && ids.has(one.formerly))));
}

// Most of a history are values that nobody asks for: those of an event are read when somebody does.
function eventsIn(rows: readonly Row[], bytes: Uint8Array = new Uint8Array()): readonly EntityEvent[] {
  return rows.map(([event, start, size]) => {
    let known: EntityEvent['fields'] | undefined;
    return Object.defineProperty(event, 'fields', {
      enumerable: true,
      get: () => (known ??= JSON.parse(textIn(bytes.subarray(start, start + size))) as EntityEvent['fields']),
    }) as EntityEvent;
  });
}

const textIn = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('utf8');
