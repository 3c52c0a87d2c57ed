// One file with many records, each under a name and a key. It is written in one go and put in its place whole; a
// checksum over everything tells whether it is what was written. Anything else is as good as no file.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Bytes beyond which a pack is neither written nor read. */
const PACK_LIMIT = 256 * 1024 * 1024;
const MAGIC = Buffer.from('landfall pack\n');
const DIGEST = 32;
const SIZE = 4;

export interface PackRecord {
  readonly key: string;
  readonly bytes: Uint8Array;
}

type Directory = readonly [
  ground: string,
  ...entries: readonly (readonly [name: string, key: string, length: number])[],
];

/** The records of a pack by name. None when it is not there, not whole, or was not written on the same ground. */
export function readPack(file: string, ground: string): ReadonlyMap<string, PackRecord> {
  try {
    const body = bodyOf(file);
    if (!body) return new Map();
    const length = body.readUInt32LE(0);
    const [madeOn, ...entries] = JSON.parse(body.toString('utf8', SIZE, SIZE + length)) as Directory;
    if (madeOn !== ground) return new Map();
    let at = SIZE + length;
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
  return digestOf(body).equals(bytes.subarray(MAGIC.length, MAGIC.length + DIGEST)) ? body : undefined;
}

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Writes the pack and says whether it could: next time there is one, or there is none. */
export function writePack(file: string, ground: string, records: ReadonlyMap<string, PackRecord>): boolean {
  const directory: Directory = [
    ground,
    ...[...records].map(([name, { key, bytes }]) => [name, key, bytes.length] as const),
  ];
  const head = Buffer.from(JSON.stringify(directory));
  const size = Buffer.alloc(SIZE);
  size.writeUInt32LE(head.length);
  const body = Buffer.concat([size, head, ...[...records.values()].map(({ bytes }) => bytes)]);
  if (body.length > PACK_LIMIT) return false;
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  try {
    // Registers may hold what others on the machine should not read.
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    fs.writeFileSync(draft, Buffer.concat([MAGIC, digestOf(body), body]), { mode: 0o600 });
    fs.renameSync(draft, file);
    return true;
  } catch {
    remove(draft);
    return false;
  }
}

// Where nothing can be written, nothing can be removed either.
function remove(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {}
}
