// Figures kept from one world to the next: computing one notes what it reads (tables, ids, files, the clock), and as
// long as that is the same, so is the figure. A keystroke costs the figures of the one kind that it changed.
import { keptAlone } from '../base/kept';
import type { World } from '../project/world';
import type { Kinds } from '../schema/kinds';
import { type Filter, filterText } from './filter';
import type { Figure, Metric } from './metric';
import { isAsRead, noting, type Reads } from '../project/noted';

export interface Figures {
  readonly of: (world: World, metric: Metric, filter: Filter) => Figure;
}

/** Milliseconds for which a figure that looks at the clock is good. */
const FRESH = 60_000;

interface Looks {
  /** Whether it looked at the clock. */
  clock: boolean;
  /** Whether it looked at what git knows. */
  past: boolean;
}

interface Answer {
  readonly world: World;
  readonly reads: Reads;
  readonly looks: Looks;
  readonly figure: Figure;
}

export function keptFigures(): Figures {
  const answers = new Map<string, Answer>();
  return {
    of: (world, metric, filter) => {
      const key = `${metric.id}${filterText(filter)}`;
      const known = answers.get(key);
      if (known && stillHolds(known, world)) return known.figure;
      const { project, reads } = noting(world.project);
      const looks: Looks = { clock: false, past: false };
      const figure = metric.compute(looking(world, project, looks), filter);
      answers.set(key, { world, reads, looks, figure });
      return figure;
    },
  };
}

/** Figures that rules ask for, kept from one world to the next: they hold as long as what they were made of does. */
export const figuresOfRules = keptAlone<Kinds, Figures>(() => keptFigures());

function stillHolds({ world: before, reads, looks }: Answer, world: World): boolean {
  const { project } = world;
  if (before.asOf !== world.asOf || before.settings !== world.settings || before.project.kinds !== project.kinds)
    return false;
  if (looks.past && before.past !== world.past) return false;
  if (looks.clock && Math.abs(before.now - world.now) >= FRESH) return false;
  return before.project === project || isAsRead(reads, project);
}

/** The world with that project, which notes what is looked at. Not `...world`, which would look at everything itself. */
const looking = (world: World, project: World['project'], looks: Looks): World => ({
  project,
  settings: world.settings,
  asOf: world.asOf,
  files: world.files,
  get now() {
    looks.clock = true;
    return world.now;
  },
  get past() {
    looks.past = true;
    return world.past;
  },
});
