// Bytes become text where the bytes before them are known: versions of a register differ in a few lines, and only those
// are decoded until somebody asks for more. The text is the one that decoding all of it gives.
import { isUtf8 } from 'node:buffer';
import type { Source } from '../core/project/index-file';
import { decode } from './decode';

export interface Decoded {
  readonly source: () => Source;
  readonly bytes: Buffer;
  /** A part of the text, by units; only of what has marks. */
  readonly between: (from: number, to: number) => string;
  /** Places of whole characters, in bytes and in units of the text; none of what is no plain UTF-8. */
  readonly marks: readonly Mark[];
  /** How it differs from the version before it, in units: what was replaced, and how much stands there now. */
  readonly edit: { readonly start: number; readonly end: number; readonly size: number } | undefined;
}

interface Mark {
  readonly byte: number;
  readonly unit: number;
}

/** Bytes between two marks. */
const STRIDE = 4096;
/** Bytes that differ beyond which everything is decoded. */
const MUCH = 64 * 1024;

export function decodeAfter(before: Decoded | undefined, given: Uint8Array): Decoded {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  return (
    (before && patched(before, bytes)) ?? decoded(bytes, isPlain(bytes) ? marksFrom(bytes, START, bytes.length) : [])
  );
}

const START: Mark = { byte: 0, unit: 0 };

function decoded(bytes: Buffer, marks: readonly Mark[], edit?: Decoded['edit']): Decoded {
  let source: Source | undefined;
  return {
    source: () => (source ??= decode(bytes)),
    bytes,
    between: (from, to) => {
      const first = marks.findLast(({ unit }) => unit <= from) ?? START;
      const last = marks.find(({ unit }) => unit >= to)?.byte ?? bytes.length;
      return bytes.toString('utf8', first.byte, last).slice(from - first.unit, to - first.unit);
    },
    marks,
    edit,
  };
}

// Not what may be UTF-16, and nothing that the core drops or says something about.
const isPlain = (bytes: Buffer): boolean =>
  isUtf8(bytes) && !bytes.includes(0) && !bytes.includes(13) && !bytes.includes('\ufeff');

function patched(before: Decoded, bytes: Buffer): Decoded | undefined {
  const { marks, bytes: old } = before;
  if (!marks.length || !isPlain(bytes)) return undefined;
  const most = Math.min(old.length, bytes.length);
  const start = startOfCharacter(bytes, shared(old, bytes, most, true));
  const back = endOfCharacter(bytes, shared(old, bytes, most - start, false));
  const end = bytes.length - back;
  if (end - start > MUCH || old.length - back - start > MUCH) return undefined;
  const from = unitAt(before, start);
  const behind = unitAt(before, old.length - back);
  const size = bytes.toString('utf8', start, end).length;
  const [longer, more] = [bytes.length - old.length, from + size - behind];
  return decoded(
    bytes,
    [
      ...marks.filter(({ byte }) => byte <= start),
      ...marksFrom(bytes, { byte: start, unit: from }, end),
      ...marks
        .filter(({ byte }) => byte >= old.length - back)
        .map(({ byte, unit }) => ({ byte: byte + longer, unit: unit + more })),
    ],
    { start: from, end: behind, size },
  );
}

/** How many bytes the two share at the beginning or at the end, `most` of them at most. Compared at the speed of memory. */
function shared(a: Buffer, b: Buffer, most: number, front: boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = low + ((high - low + 1) >> 1);
    const [x, y] = front ? [low, low] : [a.length - middle, b.length - middle];
    if (a.compare(b, y, y + middle - low, x, x + middle - low) === 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

const continues = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

function startOfCharacter(bytes: Buffer, offset: number): number {
  let at = offset;
  while (at > 0 && continues(bytes[at])) at--;
  return at;
}

/** How many bytes at the end are whole characters. */
function endOfCharacter(bytes: Buffer, count: number): number {
  let left = count;
  while (left > 0 && continues(bytes[bytes.length - left])) left--;
  return left;
}

function unitAt({ bytes, marks }: Decoded, offset: number): number {
  const mark = marks.findLast(({ byte }) => byte <= offset) ?? START;
  return mark.unit + bytes.toString('utf8', mark.byte, offset).length;
}

function marksFrom(bytes: Buffer, first: Mark, end: number): readonly Mark[] {
  const marks: Mark[] = [first];
  for (let { byte, unit } = first; byte + STRIDE < end; ) {
    const next = startOfCharacter(bytes, byte + STRIDE);
    unit += bytes.toString('utf8', byte, next).length;
    byte = next;
    marks.push({ byte, unit });
  }
  return marks;
}
