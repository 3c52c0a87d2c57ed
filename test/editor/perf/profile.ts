// V8's CPU profile, read for a stretch of time: how much of it was code below a folder, and what that was.

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

export interface Profile {
  readonly nodes: readonly ProfileNode[];
  /** Microseconds, as all times here. */
  readonly startTime: number;
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

const IDLE: ReadonlySet<string> = new Set(['(idle)', '(program)']);

/** Between two moments: the share of busy samples that are of code below `folder`, and the functions they were in. */
export function sharesOf(
  { nodes, startTime, samples = [], timeDeltas = [] }: Profile,
  folder: string,
  from: number,
  to: number,
): { readonly share: number; readonly names: readonly string[] } {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const nameOf = (id: number): string => byId.get(id)?.callFrame.functionName ?? '';
  const counts = new Map<string, number>();
  let [busy, ours, at] = [0, 0, startTime];
  let last: Frame | undefined;
  samples.forEach((id, i) => {
    at += timeDeltas[i] ?? 0;
    if (at < from || at > to || IDLE.has(nameOf(id))) return;
    busy++;
    // The collector has no stack of its own: it belongs to whoever was interrupted.
    if (nameOf(id) !== '(garbage collector)') last = frameBelow(id);
    if (!last) return;
    ours++;
    const name = `${last.functionName || '(anonymous)'}:${last.lineNumber + 1}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  function frameBelow(id: number): Frame | undefined {
    for (let node: number | undefined = id; node !== undefined; node = parents.get(node)) {
      const frame = byId.get(node)?.callFrame;
      if (frame?.url.includes(folder)) return frame;
    }
    return undefined;
  }
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return { share: busy ? ours / busy : 0, names };
}
