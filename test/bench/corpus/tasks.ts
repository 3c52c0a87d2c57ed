// The work breakdown of the corpus and what its tasks wait for: a plan that can be scheduled, with the few circles that
// people make. Summaries have eight parts, by number, so that the octal digits of a number are the way down to it.
import type { Make } from './make';
import type { Item, Value } from './write';

const PARTS = 8;

/** Where a task stands in the plan, its dates and what they come from. */
export function planned(make: Make, at: number): Item {
  const summary = summaryOf(at);
  const after = mistakeAt(make, at) ?? waitsFor(make, at);
  return {
    parent: summary === undefined ? undefined : make.id('tasks', summary),
    // What waits for others begins when they let it; few type a day beside that.
    start: after && !make.chance(0.1) ? undefined : make.day(),
    duration: make.duration(),
    after,
  };
}

/** The number of the summary of a task; undefined at the top. */
const summaryOf = (at: number): number | undefined => (at < PARTS ? undefined : Math.floor(at / PARTS));

const countOf = (make: Make): number => make.counts.get('tasks') ?? 0;

/** Six of ten tasks wait for two others, but few summaries do. */
function waitsFor(make: Make, at: number): Value | undefined {
  const isSummary = at > 0 && at * PARTS < countOf(make);
  if (at <= PARTS || !make.chance(isSummary ? 0.05 : 0.6)) return undefined;
  const one = (): string => make.id('tasks', make.chance(0.7) ? beside(make, at) : earlier(make, at));
  return [one(), { task: one(), type: 'SS', lag: '2d' }];
}

/** Another part of the same summary; of the first there is none before it. */
function beside(make: Make, at: number): number {
  const first = at - (at % PARTS);
  return at === first ? earlier(make, at) : first + make.below(at - first);
}

// Links of a summary are handed down to its parts, and what waits for a summary waits for all of them. Nothing leads back
// where all that is in the one comes before all that is in the other: the digits tell.
function earlier(make: Make, at: number): number {
  const own = at.toString(PARTS);
  for (;;) {
    const found = make.below(at);
    const other = found.toString(PARTS);
    if (other < own && !own.startsWith(other)) return found;
  }
}

/** Links as people draw them by mistake, in the last tasks: two that wait for each other, three in a ring, and a part that
 * waits for its own summary. */
function mistakeAt(make: Make, at: number): Value | undefined {
  const last = countOf(make) - 1;
  const to = new Map([
    [last, summaryOf(last)],
    [last - 1, last - 2],
    [last - 2, last - 1],
    [last - 3, last - 4],
    [last - 4, last - 5],
    [last - 5, last - 3],
  ]).get(at);
  return to === undefined || at <= PARTS ? undefined : [make.id('tasks', to)];
}
