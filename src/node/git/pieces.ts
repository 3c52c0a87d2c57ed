// Bytes told by where they are found: stretches of other bytes, one after the other. Versions of a file that differ in a
// few lines share all the rest, which is neither copied nor compared.

export interface Pieces {
  readonly length: number;
  /** Of each stretch: the bytes that it is of, where in them it begins, and where it begins in the whole. */
  readonly sources: readonly Buffer[];
  readonly offsets: readonly number[];
  readonly starts: readonly number[];
}

/** All of some bytes. */
export const piecesOf = (bytes: Buffer): Pieces =>
  bytes.length
    ? { length: bytes.length, sources: [bytes], offsets: [0], starts: [0] }
    : { length: 0, sources: [], offsets: [], starts: [] };

export interface Joining {
  readonly add: (source: Buffer, offset: number, length: number) => void;
  /** A stretch of what is told by pieces. */
  readonly addOf: (other: Pieces, from: number, length: number) => void;
  readonly length: () => number;
  readonly end: () => Pieces;
}

/** Puts stretches together; those that follow each other in their source become one. */
export function joining(): Joining {
  const sources: Buffer[] = [];
  const offsets: number[] = [];
  const starts: number[] = [];
  let length = 0;
  const add = (source: Buffer, offset: number, size: number): void => {
    const last = sources.length - 1;
    const follows = sources[last] === source && (offsets[last] ?? 0) + length - (starts[last] ?? 0) === offset;
    if (!follows && size > 0) {
      sources.push(source);
      offsets.push(offset);
      starts.push(length);
    }
    length += size;
  };
  return {
    add,
    addOf: (other, from, size) => {
      for (let [piece, at] = [pieceAt(other, from), from]; at < from + size; piece++) {
        const end = Math.min(endOf(other, piece), from + size);
        add(other.sources[piece] as Buffer, (other.offsets[piece] ?? 0) + at - (other.starts[piece] ?? 0), end - at);
        at = end;
      }
    },
    length: () => length,
    end: () => ({ length, sources, offsets, starts }),
  };
}

/** The bytes of a stretch; no copy where they stand in one place. */
export function bytesIn(pieces: Pieces, from = 0, to = pieces.length): Buffer {
  if (to <= from) return Buffer.alloc(0);
  const { sources, offsets, starts } = pieces;
  let piece = pieceAt(pieces, from);
  const begin = (offsets[piece] ?? 0) + from - (starts[piece] ?? 0);
  if (to <= endOf(pieces, piece)) return (sources[piece] as Buffer).subarray(begin, begin + to - from);
  const bytes = Buffer.allocUnsafe(to - from);
  for (let at = from; at < to; piece++) {
    const end = Math.min(endOf(pieces, piece), to);
    copy(sources[piece] as Buffer, (offsets[piece] ?? 0) + at - (starts[piece] ?? 0), bytes, at - from, end - at);
    at = end;
  }
  return bytes;
}

/** Most pieces are a few bytes, and to call for these takes longer than to copy them. */
function copy(source: Buffer, offset: number, bytes: Buffer, at: number, length: number): void {
  if (length > 48) source.copy(bytes, at, offset, offset + length);
  else for (let i = 0; i < length; i++) bytes[at + i] = source[offset + i] as number;
}

/** How many bytes the two share from these places on. */
export function shared(a: Pieces, b: Pieces, from: number, start: number): number {
  let [i, j] = [from, start];
  let [one, other] = [pieceAt(a, i), pieceAt(b, j)];
  while (i < a.length && j < b.length) {
    const size = Math.min(endOf(a, one) - i, endOf(b, other) - j);
    const [x, y] = [a.sources[one] as Buffer, b.sources[other] as Buffer];
    const p = (a.offsets[one] ?? 0) + i - (a.starts[one] ?? 0);
    const q = (b.offsets[other] ?? 0) + j - (b.starts[other] ?? 0);
    if (x !== y || p !== q) {
      const same = sharedBytes(x, y, p, q, size);
      if (same < size) return i + same - from;
    }
    i += size;
    j += size;
    if (i === endOf(a, one)) one++;
    if (j === endOf(b, other)) other++;
  }
  return i - from;
}

// Compared in steps, each at the speed of memory.
function sharedBytes(a: Buffer, b: Buffer, from: number, start: number, most: number): number {
  let [low, high] = [0, most];
  for (let step = 1 << 16; low < high; ) {
    const end = Math.min(high, low + step);
    if (a.compare(b, start + low, start + end, from + low, from + end) === 0) low = end;
    else if (step === 1) break;
    else [high, step] = [end, Math.max(1, step >> 2)];
  }
  return low;
}

const endOf = ({ starts, length }: Pieces, piece: number): number => starts[piece + 1] ?? length;

/** The piece that holds the byte at an offset. */
function pieceAt({ starts }: Pieces, offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = low + ((high - low + 1) >> 1);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
