// What one entry stands at today, computed: nothing of it is written anywhere. Its schema names the one that fits
// (`x-entity.standing`), so that whoever shows it need not know of kinds.
import type { Message } from '../messages/message';
import type { Entity } from '../project/file-index';
import type { World } from '../project/world';

export interface Standing {
  readonly text: Message;
  /** Nothing will change it any more, so that it need not be shown where people work. */
  readonly settled: boolean;
}

/** What is due first stands first. Empty where there is nothing to count. */
export type StandingOf = (world: World, entity: Entity) => readonly Standing[];
