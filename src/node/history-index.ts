// The history that was read once, kept on the disk for the next time: for the same repository, kinds and code. Events
// of a commit follow from the commit alone, so that a tip that moved only adds to it.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import type { History } from '../core/history/event';
import type { Oid } from '../core/model/commit';
import type { Kinds } from '../core/schema/kinds';
import { code } from '../generated/code';
import type { Repository } from './git/repository';
import { type PackRecord, readPack, writePack } from './pack';

/** To be raised when the form changes. */
const FORMAT = 2;
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
      const lists = { commits: [], events: [], unreadable: [], standIns: [] } as { readonly [Name in List]: unknown[] };
      try {
        for (const [name, { bytes }] of records) {
          const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
          lists[name.split(' ')[0] as List].push(...(JSON.parse(text) as unknown[]));
          await pause();
        }
      } catch {
        return NO_HISTORY;
      }
      if (!lists.commits.length) return NO_HISTORY;
      const { standIns, ...history } = lists as unknown as Kept;
      return { ...history, standIns: new Map(standIns) };
    },
    write: async ({ standIns, commits, events, unreadable }) => {
      const kept: Kept = { commits, events, unreadable, standIns: [...standIns] };
      const records: (readonly [string, PackRecord])[] = [];
      for (const name of Object.keys(kept) as List[])
        for (let at = 0; at < kept[name].length; at += PART) {
          const bytes = Buffer.from(JSON.stringify(kept[name].slice(at, at + PART)));
          records.push([`${name} ${at}`, { key: '', bytes }]);
          await pause();
        }
      writePack(file, ground, records);
    },
  };
}

type Kept = History & { readonly standIns: readonly (readonly [string, Oid])[] };
type List = keyof Kept;

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
