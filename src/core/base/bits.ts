// The bits of a word of 32: how many are set, and which is the first.

/** How many bits are set. */
export function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The lowest bit that is set, counted from 0. */
export const lowest = (word: number): number => 31 - Math.clz32(word & -word);
