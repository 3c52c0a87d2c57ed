// Objects straight out of the packs that git has written, for whoever reads thousands of versions of one file: git would
// send each of them in full through a pipe, while in a pack it is a few bytes that differ from the next. Only what is
// plain is answered; of everything else, and of whatever looks damaged, nothing is said and git is asked. Like git, which
// does not do it either when it reads, this does not count an object's name again from its bytes: what was packed carries
// a checksum of its own (zlib's), and lengths are held against each other.
import fs from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Oid } from '../../core/model/commit';
import { lengthAfter, patched } from './delta';
import type { GitObject } from './objects';
import { type PackIndex, packIndex } from './pack-index';
import { bytesIn, type Pieces, piecesOf } from './pieces';

export interface PackedObject {
  readonly type: GitObject['type'];
  readonly pieces: Pieces;
}

export interface PackReader {
  /** The object with this name; undefined where git should be asked. */
  readonly read: (oid: Oid, limit: number) => PackedObject | undefined;
  readonly close: () => void;
}

interface Pack {
  readonly index: PackIndex;
  readonly file: number;
}

interface Entry {
  readonly type: number;
  /** Of the object, or of what differs. */
  readonly bytes: Buffer;
  /** Where what it differs from begins. */
  readonly base: number | undefined;
}

/** An object that others may be told by. */
interface Kept {
  readonly type: number;
  readonly pieces: Pieces;
  readonly family: Family;
}

/** An object that is whole in its pack, and those told by it: they hold its bytes, and go with it. */
interface Family {
  readonly names: string[];
  bytes: number;
}

/** Bytes of objects that are kept. */
const KEPT_BYTES = 16 * 1024 * 1024;
/** Bytes of one object in a pack, and of all that is read on the way to one: more would hold up whoever waits. */
const ENTRY_BYTES = 4 * 1024 * 1024;
const WAY_BYTES = 8 * 1024 * 1024;
/** Pieces of an object beyond which it is put together: they would cost more than its bytes. */
const MANY = 800;
/** Bytes that a piece takes. */
const PIECE = 32;
/** Bytes read at first: most of what differs from another object is less. */
const FIRST_READ = 4096;
/** Bytes in front of an entry's own, at most. */
const HEAD = 64;

const TYPES: readonly (GitObject['type'] | undefined)[] = [undefined, 'commit', 'tree', 'blob', 'tag'];
const [BY_OFFSET, BY_NAME] = [6, 7];

/** The packs in a folder `objects/pack`; each is opened when it is first needed. */
export function packReader(folder: string, format: 'sha1' | 'sha256'): PackReader {
  const nameBytes = format === 'sha1' ? 20 : 32;
  const kept = new Map<string, Kept>();
  /** The one used last stands last. */
  const families = new Set<Family>();
  let size = 0;
  let packs: Pack[] | undefined;
  let closed = false;

  const opened = (): Pack[] => {
    packs ??= indexesIn(folder).flatMap((file) => openPack(path.join(folder, file), nameBytes) ?? []);
    return packs;
  };

  function found(oid: Oid): { readonly pack: Pack; readonly offset: number } | undefined {
    const name = Buffer.from(oid, 'hex');
    const all = opened();
    for (const [at, pack] of all.entries()) {
      const offset = pack.index.offsetOf(name);
      if (offset === undefined) continue;
      // What is asked for next is likely to be in the same.
      if (at > 0) all.unshift(...all.splice(at, 1));
      return { pack, offset };
    }
    return undefined;
  }

  function keep(name: string, one: Kept, own: number): Kept {
    const { family, pieces } = one;
    const bytes = own + PIECE * pieces.sources.length;
    kept.set(name, one);
    family.names.push(name);
    family.bytes += bytes;
    size += bytes;
    families.delete(family);
    families.add(family);
    for (const oldest of families) {
      if (size <= KEPT_BYTES || oldest === family) break;
      families.delete(oldest);
      for (const member of oldest.names) kept.delete(member);
      size -= oldest.bytes;
    }
    return one;
  }

  function objectAt(pack: Pack, offset: number, limit: number): Kept | undefined {
    const nameOf = (at: number): string => `${pack.file} ${at}`;
    const way: { readonly name: string; readonly delta: Buffer }[] = [];
    let made = kept.get(nameOf(offset));
    let read = 0;
    for (let at = offset; !made; ) {
      const entry = entryAt(pack, at, nameBytes);
      const length = entry && (entry.base === undefined ? entry.bytes.length : lengthAfter(entry.bytes));
      read += entry?.bytes.length ?? 0;
      // What is no number is not less than the limit.
      if (!entry || !((length as number) <= limit) || read > WAY_BYTES) return undefined;
      if (entry.base === undefined) {
        const whole = { type: entry.type, pieces: piecesOf(entry.bytes), family: { names: [], bytes: 0 } };
        made = keep(nameOf(at), whole, entry.bytes.length);
      } else {
        way.push({ name: nameOf(at), delta: entry.bytes });
        at = entry.base;
        made = kept.get(nameOf(at));
      }
    }
    for (const { name, delta } of way.reverse()) {
      const next = patched(made.pieces, delta);
      if (!next) return undefined;
      const isLong = next.sources.length > MANY;
      const pieces = isLong ? piecesOf(bytesIn(next)) : next;
      made = keep(name, { ...made, pieces }, isLong ? next.length : delta.length);
    }
    return made;
  }

  return {
    read: (oid, limit) => {
      if (closed) return undefined;
      try {
        const place = found(oid);
        const object = place && objectAt(place.pack, place.offset, Math.min(limit, ENTRY_BYTES));
        const type = object && TYPES[object.type];
        return object && type && { type, pieces: object.pieces };
      } catch {
        // Cut off, damaged, or gone since.
        return undefined;
      }
    },
    close: () => {
      closed = true;
      kept.clear();
      families.clear();
      for (const { file } of packs?.splice(0) ?? []) fs.closeSync(file);
    },
  };
}

/** The newest first, for what is asked for is mostly new. */
function indexesIn(folder: string): readonly string[] {
  try {
    const names = fs.readdirSync(folder).filter((name) => /^pack-[0-9a-f]+\.idx$/.test(name));
    const times = new Map(names.map((name) => [name, fs.statSync(path.join(folder, name)).mtimeMs]));
    return names.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0));
  } catch {
    return [];
  }
}

function openPack(idx: string, nameBytes: number): Pack | undefined {
  const index = packIndex(idx, nameBytes);
  if (!index) return undefined;
  let file: number | undefined;
  try {
    const name = idx.replace(/idx$/, 'pack');
    const found = fs.statSync(name);
    // To open a pipe would be to wait for somebody who writes into it.
    if (!found.isFile()) return undefined;
    file = fs.openSync(name, 'r');
    // Both were written together: the pack ends with the checksum that its index names.
    const head = readAt(file, 0, 8);
    const isPack = head.toString('latin1', 0, 4) === 'PACK' && head.readUInt32BE(4) === 2;
    const last = readAt(file, found.size - nameBytes, nameBytes);
    if (isPack && last.equals(index.checksum)) return { index, file };
  } catch {}
  if (file !== undefined) fs.closeSync(file);
  return undefined;
}

// The type and the length of what is packed, then what it differs from, then the bytes.
function entryAt({ file, index }: Pack, offset: number, nameBytes: number): Entry | undefined {
  let read = readAt(file, offset, FIRST_READ);
  let byte = read[0] ?? 0;
  const type = (byte >> 4) & 7;
  let [length, at] = [byte & 15, 1];
  for (let unit = 16; byte & 128; unit *= 128) {
    byte = read[at++] ?? 0;
    length += (byte & 127) * unit;
  }
  if (!(length <= ENTRY_BYTES)) return undefined;
  let base: number | undefined;
  if (type === BY_OFFSET) {
    byte = read[at++] ?? 0;
    let back = byte & 127;
    while (byte & 128) {
      byte = read[at++] ?? 0;
      back = (back + 1) * 128 + (byte & 127);
    }
    base = offset - back;
    if (!(back > 0 && base > 0)) return undefined;
  } else if (type === BY_NAME) {
    base = index.offsetOf(read.subarray(at, at + nameBytes));
    at += nameBytes;
    // It may stand behind, but then two could lead to each other.
    if (base === undefined || base >= offset) return undefined;
  }
  // What cannot be made smaller grows by a few bytes; what people write gets smaller by far.
  const most = at + length + (length >> 9) + HEAD;
  if (at + length > FIRST_READ) read = readAt(file, offset, Math.max(FIRST_READ, most >> 2));
  const bytes = inflated(read.subarray(at), length) ?? inflated(readAt(file, offset, most).subarray(at), length);
  return bytes && { type, bytes, base };
}

function inflated(bytes: Buffer, length: number): Buffer | undefined {
  try {
    const made = inflateSync(bytes, { maxOutputLength: Math.max(1, length), chunkSize: Math.max(64, length) });
    return made.length === length ? made : undefined;
  } catch {
    // There are more of them, or they are damaged.
    return undefined;
  }
}

let scratch = Buffer.alloc(0);

/** As many of the bytes as there are, until something else is read. */
function readAt(file: number, at: number, length: number): Buffer {
  if (scratch.length < length) scratch = Buffer.allocUnsafeSlow(length);
  return scratch.subarray(0, fs.readSync(file, scratch, 0, length, at));
}
