// Random numbers from a seed, so that a failure can be had again.

export interface Random {
  /** At least 0 and below 1. */
  readonly next: () => number;
  /** A whole number below `below`. */
  readonly below: (below: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
}

/** Marsaglia's xorshift with 32 bits, stirred by a multiplication. */
export function random(seed: number): Random {
  let state = Math.imul(seed, 2654435761) ^ 0x9e3779b9 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (Math.imul(state, 1597334677) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
  };
}
