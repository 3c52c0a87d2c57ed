// Objects that lie in the repository's own folder: in packs, or not packed yet, as those of the last days are: a file each, by
// the object's name. Only what is plain is answered; of everything else, and of what looks damaged, nothing is said and git is asked.
import fs from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Oid } from '../../core/model/commit';
import type { GitObject } from './objects';
import { packReader, type PackReader } from './packs';
import { piecesOf } from './pieces';

/** Bytes in front of the object's own: `blob 123` and a NUL. */
const HEAD = 32;
const HEADER = /^(blob|tree|commit|tag) (0|[1-9]\d{0,8})$/;

/** Bytes of one object: more would hold up whoever waits. */
const MOST = 4 * 1024 * 1024;

/** The objects in a folder `objects`. */
export function ownObjects(folder: string, format: 'sha1' | 'sha256'): PackReader {
  const packed = packReader(path.join(folder, 'pack'), format);
  let closed = false;
  return {
    read: (oid, limit) => {
      const found = packed.read(oid, limit);
      if (found || closed) return found;
      const loose = looseObject(folder, oid, Math.min(limit, MOST));
      return loose && { type: loose.type, pieces: piecesOf(loose.bytes) };
    },
    close: () => {
      closed = true;
      packed.close();
    },
  };
}

function looseObject(folder: string, oid: Oid, limit: number): GitObject | undefined {
  try {
    const file = path.join(folder, oid.slice(0, 2), oid.slice(2));
    const found = fs.statSync(file, { throwIfNoEntry: false });
    // To open a pipe would be to wait for somebody who writes into it.
    if (!found?.isFile() || found.size > limit) return undefined;
    const bytes = inflateSync(fs.readFileSync(file), { maxOutputLength: limit + HEAD });
    const end = bytes.indexOf(0);
    const [, type, size] = HEADER.exec(bytes.toString('latin1', 0, Math.min(end, HEAD))) ?? [];
    if (type === undefined || Number(size) !== bytes.length - end - 1 || Number(size) > limit) return undefined;
    return { type: type as GitObject['type'], bytes: bytes.subarray(end + 1) };
  } catch {
    // Cut off, damaged, larger than wanted, or gone since.
    return undefined;
  }
}
