// Runs the rules over a world and keeps what they said, so that the next world costs only what changed. What comes out
// is the findings of each file, with the project's severities and suppressions applied; files whose findings did not
// change keep the very same list.
import type { Work } from '../base/work';
import type { Figures } from '../metrics/figures';
import type { Finding } from '../model/finding';
import type { Path } from '../model/id';
import type { World } from '../project/world';

export interface Checked {
  readonly world: World;
  /** Only files that have findings. */
  readonly findings: ReadonlyMap<Path, readonly Finding[]>;
  /** Findings that suppressions silenced. */
  readonly silenced: readonly Finding[];
  /** The figures that were asked for, kept for whoever asks next. */
  readonly figures: Figures;
}

export interface Checker {
  /** Checks a world, at the cost of what differs from the world checked before. */
  readonly check: (world: World) => Work<Checked>;
}
