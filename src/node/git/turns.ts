// Long reading without a generator: others have their turn every few milliseconds, however many read at the same time.
import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds after which others have their turn. */
const STRETCH = 8;

/** To be awaited now and then; answers at once until it is time. */
export type Turns = () => Promise<void> | undefined;

export function turns(): Turns {
  let since = performance.now();
  // One turn for all who read: each with one of its own, they would follow each other without anybody in between.
  let under: Promise<void> | undefined;
  const isDue = (): boolean => performance.now() - since > STRETCH;
  async function wait(): Promise<void> {
    // Who comes after many others has to wait for the next one.
    while (isDue()) {
      under ??= turn().then(() => {
        since = performance.now();
        under = undefined;
      });
      await under;
    }
  }
  return () => (isDue() ? wait() : undefined);
}
