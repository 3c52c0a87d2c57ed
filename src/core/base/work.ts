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
