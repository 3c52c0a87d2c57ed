// Long work that can be paused. A function that may run for more than a few milliseconds is a generator that yields
// now and then; the command line runs it through, an editor runs it in short stretches and may drop it half-way.

export type Work<T> = Generator<void, T, void>;

/** Runs the work to its end without a pause. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Each of a long list made into another thing. */
export function* each<T, U>(list: Iterable<T>, make: (one: T) => U): Work<U[]> {
  const made: U[] = [];
  for (const one of list) {
    made.push(make(one));
    yield;
  }
  return made;
}

/** Things between two pauses of whoever visits many. */
const STRETCH = 512;

/** Visits each of a long list. A visit is a function of its own: V8 makes a short one fast early on, and the whole body of long
 * work late and again and again. */
export function* visits<T>(list: readonly T[], visit: (one: T, at: number) => void): Work<void> {
  for (let at = 0; at < list.length; at++) {
    if (at % STRETCH === STRETCH - 1) yield;
    visit(list[at] as T, at);
  }
}

export interface Pace {
  /** Milliseconds of work between two pauses. */
  readonly stretch: number;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
  readonly cancelled: () => boolean;
}

/** Runs the work in stretches, pausing in between; undefined when it was cancelled. */
export async function paced<T>(work: Work<T>, pace: Pace): Promise<T | undefined> {
  for (let until = pace.now() + pace.stretch; ; ) {
    if (pace.cancelled()) return undefined;
    const step = work.next();
    if (step.done) return step.value;
    if (pace.now() < until) continue;
    await pace.pause();
    until = pace.now() + pace.stretch;
  }
}
