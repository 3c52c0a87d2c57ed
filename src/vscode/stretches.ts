// Long work in the extension host, where everybody waits for everybody: it is done in short stretches, with a turn for
// the others in between, and dropped when nobody waits for it any more.
import { setImmediate as turn } from 'node:timers/promises';
import type { CancellationToken } from 'vscode';
import { paced, type Work } from '../core/base/work';

/** Milliseconds of work between two pauses. */
const STRETCH = 8;

/** What the work comes to; undefined when it was dropped. */
export const inStretches = <T>(work: Work<T>, dropped: () => boolean): Promise<T | undefined> =>
  paced(work, { stretch: STRETCH, now: () => performance.now(), pause: () => turn(), cancelled: dropped });

/** The same for what the editor asked; undefined when it wants no answer any more. */
export const answering = <T>(token: CancellationToken, work: Work<T>): Promise<T | undefined> =>
  inStretches(work, () => token.isCancellationRequested);
