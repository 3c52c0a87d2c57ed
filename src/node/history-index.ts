// The history that was read once, kept on the disk for the next time: for the same repository, kinds and code. Events
// of a commit follow from the commit alone, so that a tip that moved only adds to it.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { History } from '../core/history/event';
import type { Oid } from '../core/model/commit';
import type { Kinds } from '../core/schema/kinds';
import { code } from '../generated/code';
import type { Repository } from './git/repository';
import { readPack, writePack } from './pack';

/** To be raised when the form changes. */
const FORMAT = 1;

export interface IndexedHistory extends History {
  /** See `VersionReader`. */
  readonly standIns: ReadonlyMap<string, Oid>;
}

export const NO_HISTORY: IndexedHistory = { commits: [], events: [], unreadable: [], standIns: new Map() };

export interface HistoryIndex {
  /** What is kept; nothing where it is not there, not whole, or of another ground. */
  readonly read: () => IndexedHistory;
  readonly write: (history: IndexedHistory) => void;
}

export function historyIndex(folder: string, repository: Repository, kinds: Kinds): HistoryIndex {
  const { gitFolder, prefix } = repository;
  const place = JSON.stringify(['history', gitFolder, prefix]);
  const file = path.join(folder, `${sha256(place).slice(0, 32)}.pack`);
  const ends = repository.shallow ? 'shallow' : '';
  const ground = sha256(JSON.stringify([FORMAT, code, kinds.version, process.version, place, ends]));
  return {
    read: () => {
      const record = readPack(file, ground).get('history');
      if (!record) return NO_HISTORY;
      try {
        const bytes = Buffer.from(record.bytes.buffer, record.bytes.byteOffset, record.bytes.length);
        const { standIns, ...history } = JSON.parse(bytes.toString('utf8')) as Kept;
        return { ...history, standIns: new Map(standIns) };
      } catch {
        return NO_HISTORY;
      }
    },
    write: ({ standIns, ...history }) => {
      const kept: Kept = { ...history, standIns: [...standIns] };
      writePack(file, ground, [['history', { key: '', bytes: Buffer.from(JSON.stringify(kept)) }]]);
    },
  };
}

type Kept = History & { readonly standIns: readonly (readonly [string, Oid])[] };

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
