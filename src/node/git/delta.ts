// What git writes of an object that resembles another one: which bytes of that one to copy, and which to put in between.
import { joining, type Pieces } from './pieces';

/** How many bytes the object has that a delta makes. */
export const lengthAfter = (delta: Uint8Array): number => numberAt(delta, numberAt(delta, 0).next).value;

/** The object that a delta makes of another one; undefined where the two do not belong together. The delta is used up. */
export function patched(base: Pieces, delta: Buffer): Pieces | undefined {
  const before = numberAt(delta, 0);
  const after = numberAt(delta, before.next);
  if (before.value !== base.length) return undefined;
  const joined = joining();
  let at = after.next;
  // Where what is put in is moved to, for what stands in one place is one piece: git puts in 127 bytes at most.
  let put = 0;
  while (at < delta.length) {
    const order = delta[at++] as number;
    if (order & 128) {
      let [from, size] = [0, 0];
      // A bit for each byte of the two numbers that is not zero.
      for (let byte = 0; byte < 4; byte++) if (order & (1 << byte)) from += (delta[at++] ?? Number.NaN) * 256 ** byte;
      for (let byte = 0; byte < 3; byte++) if (order & (16 << byte)) size += (delta[at++] ?? Number.NaN) * 256 ** byte;
      size ||= 65536;
      // What is no number is less than nothing.
      if (!(from + size <= base.length)) return undefined;
      joined.addOf(base, from, size);
    } else {
      if (order === 0 || at + order > delta.length) return undefined;
      delta.copyWithin(put, at, at + order);
      joined.add(delta, put, order);
      at += order;
      put += order;
    }
    // A short delta could go on for long.
    if (joined.length() > after.value) return undefined;
  }
  const made = joined.end();
  return made.length === after.value ? made : undefined;
}

/** Seven bits a byte, the lowest first; the eighth says that there are more. */
function numberAt(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let next = at, unit = 1; ; unit *= 128) {
    const byte = bytes[next++];
    if (byte === undefined || unit > 2 ** 42) return { value: Number.NaN, next };
    value += (byte & 127) * unit;
    if (byte < 128) return { value, next };
  }
}
