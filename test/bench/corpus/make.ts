// What the writers of all kinds draw from: random choices, texts, ids, days.
import type { Random } from '../../fuzz/random';
import type { Ids } from './ids';
import type { Words } from './words';
import type { Item } from './write';

export interface Make extends Random, Words, Ids {
  /** A day of the project, from January 2026 on. */
  readonly day: () => string;
  /** A day by which something is to be done: nearly always to come, whenever it is measured. */
  readonly due: () => string;
  readonly amount: () => number;
  readonly duration: () => string;
}

/** Writes the entity of this number; the caller gives it id and title. */
export type Writer = (make: Make, at: number) => Item;

const DAYS = 540;

export function maker(random: Random, texts: Words, ids: Ids): Make {
  const dayFrom = (year: number): string =>
    new Date(Date.UTC(year, 0, 5 + random.below(DAYS))).toISOString().slice(0, 10);
  return {
    ...random,
    ...texts,
    ...ids,
    day: () => dayFrom(2026),
    due: () => dayFrom(random.chance(0.03) ? 2024 : 2096),
    amount: () => random.below(4_000) * 50 + random.below(4) * 0.25,
    duration: () => `${1 + random.below(30)}${random.pick(['d', 'd', 'd', 'w', 'cd'])}`,
  };
}

/** The value in this share of the cases; a field of `undefined` is left out. */
export const sometimes = <T>({ chance }: Random, share: number, value: () => T): T | undefined =>
  chance(share) ? value() : undefined;
