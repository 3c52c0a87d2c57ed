// The index of a pack: where in it an object begins, by the object's name. Version 2, which git writes since 2008.
import fs from 'node:fs';

export interface PackIndex {
  readonly offsetOf: (name: Uint8Array) => number | undefined;
  /** The pack's last bytes. */
  readonly checksum: Buffer;
}

const MAGIC = Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]);
/** How many names begin with this byte or a lower one, for each byte. */
const FANOUT = 4 * 256;
/** Bytes beyond which it is left to git: some 300,000 objects. */
const INDEX_LIMIT = 8 * 1024 * 1024;

// The file: what it is, the fan-out, the names in order, a checksum each, an offset each, offsets that do not fit into
// 31 bits, the pack's checksum, its own.

/** Undefined of what is not there, is not of this form, or is too large. */
export function packIndex(file: string, nameBytes: number): PackIndex | undefined {
  const bytes = readWhole(file);
  if (!bytes?.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const names = MAGIC.length + FANOUT;
  const before = (byte: number): number => (byte < 0 ? 0 : bytes.readUInt32BE(MAGIC.length + 4 * byte));
  const count = before(255);
  const offsets = names + count * (nameBytes + 4);
  const far = offsets + 4 * count;
  const end = bytes.length - 2 * nameBytes;
  if (far > end) return undefined;
  return {
    checksum: bytes.subarray(end, end + nameBytes),
    offsetOf: (name) => {
      let [low, high] = [before((name[0] ?? 0) - 1), Math.min(before(name[0] ?? 0), count)];
      while (low < high) {
        const middle = (low + high) >> 1;
        const at = names + middle * nameBytes;
        const order = bytes.compare(name, 0, nameBytes, at, at + nameBytes);
        if (order === 0) {
          const offset = bytes.readUInt32BE(offsets + 4 * middle);
          if (offset < 2 ** 31) return offset;
          const place = far + 8 * (offset - 2 ** 31);
          return place + 8 <= end ? Number(bytes.readBigUInt64BE(place)) : undefined;
        }
        if (order < 0) low = middle + 1;
        else high = middle;
      }
      return undefined;
    },
  };
}

function readWhole(file: string): Buffer | undefined {
  try {
    const { size } = fs.statSync(file);
    return size <= INDEX_LIMIT && size > MAGIC.length + FANOUT ? fs.readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}
