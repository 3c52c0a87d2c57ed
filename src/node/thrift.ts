// Memory, sparingly: a check reads a whole project once, and most of what reading leaves behind is garbage.
import v8 from 'node:v8';

/** Node versions whose V8 is known to have the flag; others would complain about it. */
const KNOWN = { from: 20, to: 24 };

/**
 * Lets the heap grow by no more than a part of what is alive before the garbage in it is collected. Left to itself V8
 * waits for up to four times of that, more on a busy machine. It costs no time worth measuring: most of the collecting is
 * done beside the work.
 */
export function keepHeapSmall(): void {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= KNOWN.from && major <= KNOWN.to) v8.setFlagsFromString('--heap-growing-percent=60');
}
