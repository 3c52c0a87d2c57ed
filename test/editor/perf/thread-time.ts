// How long the main thread of this process has really run, so that a busy machine does not look like slow code.
import { readFileSync } from 'node:fs';

/** Milliseconds for which it has run, or have passed where the system does not say. */
export function ranSoFar(): number {
  try {
    // Nanoseconds on the processor, nanoseconds of waiting for it, turns.
    const [ran] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(ran) / 1e6;
  } catch {
    return performance.now();
  }
}
