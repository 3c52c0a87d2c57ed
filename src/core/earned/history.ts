// Earned value as it went: the figures at each past status date, each with the progress and the costs that were known on it.
import type { Message } from '../messages/message';
import type { World } from '../project/world';
import { type EarnedDimension, type EarnedValue, earnedOf } from './project';

export interface EarnedPoint {
  readonly on: string;
  /** The commit; undefined for the working tree. */
  readonly commit: string | undefined;
  readonly found: EarnedValue | { readonly why: Message };
}

/** What is asked of each state. Baselines are those that are known now: they have not changed since, or a finding says so. */
export const earnedAt =
  (present: World, by: EarnedDimension) =>
  (world: World): EarnedPoint['found'] =>
    earnedOf(world, by, present);

/** The points of the past and that of the present, which takes the place of one on the same day. */
export const withPresent = (past: readonly EarnedPoint[], present: EarnedPoint): readonly EarnedPoint[] => [
  ...past.filter(({ on }) => on < present.on),
  present,
];
