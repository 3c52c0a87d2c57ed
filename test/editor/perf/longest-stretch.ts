// How long this process is held up by code of ours in one go, from a CPU profile: stretches of other code, VS Code's own
// or a test's, do not count, and neither does a busy machine that gives the process no time at all.
import { Session } from 'node:inspector/promises';

export interface Stretch {
  readonly milliseconds: number;
  /** What was on the stack for most of it, innermost first. */
  readonly where: string;
}

interface Frame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: Frame;
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** Microseconds between two samples. */
const INTERVAL = 500;

/** The longest stretch of code below `folder` while the work is done. */
export async function longestStretch(folder: string, work: () => Promise<void>): Promise<Stretch> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  try {
    await work();
  } finally {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return longestIn(profile as Profile, folder);
  }
}

function longestIn({ nodes, samples = [], timeDeltas = [] }: Profile, folder: string): Stretch {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const ours = new Map(nodes.map(({ id }) => [id, isOurs(id)]));
  function isOurs(id: number): boolean {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      if (byId.get(at)?.callFrame.url.includes(folder)) return true;
    }
    return false;
  }
  let longest = { from: 0, to: 0, microseconds: 0 };
  let open: typeof longest | undefined;
  samples.forEach((id, i) => {
    // The collector has no stack of its own: it belongs to whoever was interrupted.
    const goes = ours.get(id) || (open && byId.get(id)?.callFrame.functionName === '(garbage collector)');
    if (!goes) open = undefined;
    else {
      // A delta is the time since the sample before, in which that one went on.
      open = open
        ? { ...open, to: i, microseconds: open.microseconds + (timeDeltas[i] ?? 0) }
        : { from: i, to: i, microseconds: 0 };
      if (open.microseconds > longest.microseconds) longest = open;
    }
  });
  const counts = new Map<string, number>();
  for (const id of samples.slice(longest.from, longest.to + 1)) {
    const { functionName, lineNumber } = innermostOurs(id);
    const name = `${functionName || '(anonymous)'}:${lineNumber + 1}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  function innermostOurs(id: number): Frame {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const frame = byId.get(at)?.callFrame;
      if (frame?.url.includes(folder)) return frame;
    }
    return byId.get(id)?.callFrame ?? { functionName: '?', url: '', lineNumber: 0 };
  }
  const where = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 4);
  return { milliseconds: longest.microseconds / 1000, where: where.map(([name]) => name).join(' ') };
}
