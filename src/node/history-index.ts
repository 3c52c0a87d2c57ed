// The history that was read once, kept on the disk for the next time: for the same repository, kinds and code. Events
// of a commit follow from the commit alone, so that a tip that moved only adds to it.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { append } from '../core/base/lists';
import type { EntityEvent, History } from '../core/history/event';
import type { Oid } from '../core/model/commit';
import type { Kinds } from '../core/schema/kinds';
import { code } from '../generated/code';
import type { Repository } from './git/repository';
import { type PackRecord, readPack, writePack } from './pack';

/** To be raised when the form changes. */
const FORMAT = 3;
/** Entries of a list that are read and written in one go: somebody may be typing meanwhile. */
const PART = 1000;

export interface IndexedHistory extends History {
  /** See `VersionReader`. */
  readonly standIns: ReadonlyMap<string, Oid>;
}

export const NO_HISTORY: IndexedHistory = { commits: [], events: [], unreadable: [], standIns: new Map() };

export interface HistoryIndex {
  /** What is kept; nothing where it is not there, not whole, or of another ground. */
  readonly read: () => Promise<IndexedHistory>;
  readonly write: (history: IndexedHistory) => Promise<void>;
}

export function historyIndex(folder: string, repository: Repository, kinds: Kinds): HistoryIndex {
  const { gitFolder, prefix } = repository;
  const place = JSON.stringify(['history', gitFolder, prefix]);
  const file = path.join(folder, `${sha256(place).slice(0, 32)}.pack`);
  const ends = repository.shallow ? 'shallow' : '';
  const ground = sha256(JSON.stringify([FORMAT, code, kinds.version, process.version, place, ends]));
  return {
    read: async () => {
      const records = readPack(file, ground);
      const lists: Lists = { commits: [], unreadable: [], standIns: [] };
      const events: EntityEvent[] = [];
      try {
        for (const [name, { bytes }] of records) {
          const [list = '', at] = name.split(' ');
          if (list === FIELDS) continue;
          const part = JSON.parse(textIn(bytes)) as unknown[];
          if (list === 'rows') append(events, eventsIn(part as readonly Row[], records.get(`${FIELDS} ${at}`)?.bytes));
          else append(lists[list as keyof Lists], part);
          await pause();
        }
      } catch {
        return NO_HISTORY;
      }
      if (!lists.commits.length) return NO_HISTORY;
      const { commits, unreadable, standIns } = lists as unknown as Kept;
      return { commits, events, unreadable, standIns: new Map(standIns) };
    },
    write: async ({ standIns, commits, events, unreadable }) => {
      const records: (readonly [string, PackRecord])[] = [];
      const put = (name: string, at: number, bytes: Uint8Array) =>
        records.push([`${name} ${at}`, { key: '', bytes }] as const);
      for (const [name, list] of Object.entries({ commits, unreadable, standIns: [...standIns] }))
        for (let at = 0; at < list.length; at += PART) {
          put(name, at, Buffer.from(JSON.stringify(list.slice(at, at + PART))));
          await pause();
        }
      for (let at = 0; at < events.length; at += PART) {
        const some = events.slice(at, at + PART);
        const fields = some.map((one) => Buffer.from(JSON.stringify(one.fields)));
        put('rows', at, Buffer.from(JSON.stringify(some.map((one, i) => rowOf(one, fields[i]?.length ?? 0)))));
        put(FIELDS, at, Buffer.concat(fields));
        await pause();
      }
      writePack(file, ground, records);
    },
  };
}

type Kept = Omit<History, 'events'> & { readonly standIns: readonly (readonly [string, Oid])[] };
type Lists = { readonly [Name in keyof Kept]: unknown[] };
const FIELDS = 'fields';

/** An event, but for its fields the bytes that they take. */
type Row = readonly [event: Omit<EntityEvent, 'fields'>, bytes: number];

function rowOf(one: EntityEvent, bytes: number): Row {
  const { fields: _, ...event } = one;
  return [event, bytes];
}

// Most of a history are values that nobody asks for: those of an event are read when somebody does.
function eventsIn(rows: readonly Row[], bytes: Uint8Array = new Uint8Array()): readonly EntityEvent[] {
  let at = 0;
  return rows.map(([event, size]) => {
    const own = at;
    at += size;
    let known: EntityEvent['fields'] | undefined;
    return Object.defineProperty(event, 'fields', {
      enumerable: true,
      get: () => (known ??= JSON.parse(textIn(bytes.subarray(own, own + size))) as EntityEvent['fields']),
    }) as EntityEvent;
  });
}

const textIn = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('utf8');

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
