// What reading and checking a project's files brought to light, kept on the disk for the next time. A file's index is
// taken from it only for the very same bytes, kinds and code: the answer is the one that reading again would give.
import path from 'node:path';
import type { Path } from '../core/model/id';
import { RECORD_FORMAT, readRecord, writeRecord } from '../core/project/cache-format';
import type { FileIndex } from '../core/project/file-index';
import type { Kinds } from '../core/schema/kinds';
import { quickReader } from '../core/syntax/quick';
import { normalise } from '../core/syntax/text';
import { code } from '../generated/code';
import { prune } from './cache-folder';
import { decode } from './decode';
import { sha256 } from './digest';
import type { Content } from './read';
import { readPack, writePack, type PackRecord } from './pack';

export interface Cache {
  /** The index of the file with this content, if it is known; `exact` as in `Indexing`. */
  readonly take: (file: Path, content: Content, exact: boolean) => FileIndex | undefined;
  /** Keeps the indexes of those files that were asked for. Costs nothing when that is what is kept already. */
  readonly keep: (files: Iterable<FileIndex>, now: number) => void;
}

const ENDING = '.pack';

/** The cache of the project in `root`, in a folder of caches. */
export function openCache(folder: string, root: string, kinds: Kinds): Cache {
  const file = path.join(folder, `${sha256(root).slice(0, 32)}${ENDING}`);
  // What an index depends on besides the file: the form of records, our code, the schemas, Node with its Unicode.
  const ground = sha256(JSON.stringify([RECORD_FORMAT, code, kinds.version, process.version, root, quickReader.on]));
  const kept = readPack(file, ground);
  const asked = new Map<Path, { readonly key: string; readonly known: PackRecord | undefined }>();
  return {
    take: (name, { bytes, digest }, exact) => {
      const key = `${digest()}${exact ? '!' : ''}`;
      const found = kept.get(name);
      const known = found?.key === key ? found : undefined;
      asked.set(name, { key, known });
      return known && indexIn(known, name, kinds, bytes);
    },
    keep: (files, now) => {
      const same = asked.size === kept.size && [...asked.values()].every(({ known }) => known);
      if (same) return;
      function* records(): Generator<readonly [string, PackRecord]> {
        for (const one of files) {
          const about = asked.get(one.path);
          if (!about) continue;
          yield [one.path, about.known ?? { key: about.key, bytes: Buffer.from(writeRecord(one, kinds)) }];
        }
      }
      if (writePack(file, ground, records())) prune(folder, ENDING, now);
    },
  };
}

// The checksum says that we wrote it; should a record be none all the same, the file is read again.
function indexIn(
  { bytes: record }: PackRecord,
  file: Path,
  kinds: Kinds,
  bytes: () => Uint8Array,
): FileIndex | undefined {
  try {
    return readRecord(
      Buffer.from(record.buffer, record.byteOffset, record.length).toString('utf8'),
      file,
      kinds,
      () => normalise(decode(bytes()).text).text,
    );
  } catch {
    return undefined;
  }
}
