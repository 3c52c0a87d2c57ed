// One file with many records, each under a name and a key. It is written in one go and put in its place whole; a
// checksum over everything tells whether it is what was written. Anything else is as good as no file.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { finish, type Work } from '../core/base/work';

/** Bytes beyond which a pack is neither written nor read. */
const PACK_LIMIT = 256 * 1024 * 1024;
const MAGIC = Buffer.from('landfall pack\n');
const DIGEST = 32;
const SIZE = 4;

export interface PackRecord {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** What the records hold depends on, and how many bytes of which name and key follow each other from the start. */
type Directory = readonly [ground: string, ...entries: (readonly [name: string, key: string, length: number])[]];

// The file: what it is, the checksum, the records, the directory, the directory's size.

/** The records of a pack by name. None when it is not there, not whole, or was not written on the same ground. */
export function readPack(file: string, ground: string): ReadonlyMap<string, PackRecord> {
  try {
    const body = bodyOf(file);
    if (!body) return new Map();
    const end = body.length - SIZE;
    const [madeOn, ...entries] = JSON.parse(body.toString('utf8', end - body.readUInt32LE(end), end)) as Directory;
    if (madeOn !== ground) return new Map();
    let at = 0;
    return new Map(
      entries.map(([name, key, size]) => [name, { key, bytes: body.subarray(at, (at += size)) }] as const),
    );
  } catch {
    // Not there, not readable, or not ours.
    return new Map();
  }
}

function bodyOf(file: string): Buffer | undefined {
  const { size } = fs.statSync(file);
  if (size > PACK_LIMIT || size < MAGIC.length + DIGEST + SIZE) return undefined;
  const bytes = fs.readFileSync(file);
  const body = bytes.subarray(MAGIC.length + DIGEST);
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const digest = createHash('sha256').update(body).digest();
  return digest.equals(bytes.subarray(MAGIC.length, MAGIC.length + DIGEST)) ? body : undefined;
}

type Records = Iterable<readonly [name: string, record: PackRecord]>;

/** Writes the pack and says whether it could: next time there is one, or there is none. */
export const writePack = (file: string, ground: string, records: Records): boolean =>
  finish(packing(file, ground, records));

/** The same in work that pauses between records. */
export function* packing(file: string, ground: string, records: Records): Work<boolean> {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  try {
    // Registers may hold what others on the machine should not read.
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const whole = yield* writeParts(draft, ground, records);
    if (whole) fs.renameSync(draft, file);
    else remove(draft);
    return whole;
  } catch {
    remove(draft);
    return false;
  }
}

// Record by record, so that no more than one of them is in memory. False when it would be too much.
function* writeParts(file: string, ground: string, records: Records): Work<boolean> {
  const opened = fs.openSync(file, 'wx', 0o600);
  try {
    const digest = createHash('sha256');
    let length = 0;
    const write = (part: Uint8Array): void => {
      digest.update(part);
      fs.writeSync(opened, part);
      length += part.length;
    };
    fs.writeSync(opened, Buffer.concat([MAGIC, Buffer.alloc(DIGEST)]));
    const directory: [string, ...[string, string, number][]] = [ground];
    for (const [name, { key, bytes }] of records) {
      directory.push([name, key, bytes.length]);
      write(bytes);
      if (length > PACK_LIMIT) return false;
      yield;
    }
    const last = Buffer.from(JSON.stringify(directory satisfies Directory));
    const size = Buffer.alloc(SIZE);
    size.writeUInt32LE(last.length);
    write(Buffer.concat([last, size]));
    fs.writeSync(opened, digest.digest(), 0, DIGEST, MAGIC.length);
    return true;
  } finally {
    fs.closeSync(opened);
  }
}

// Where nothing can be written, nothing can be removed either.
function remove(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {}
}
