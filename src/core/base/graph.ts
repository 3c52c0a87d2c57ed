// Graphs: the components and the cycles of a relation.

/** A group of nodes that all lead to each other, and a shortest way round from the first of them back to it. */
export interface Cycle<N> {
  readonly members: readonly N[];
  readonly way: readonly N[];
}

/**
 * Every strongly connected component that is a cycle (two or more nodes, or one that points at itself), in work that pauses.
 * Components and their members stand in the order of the keys: what leads to a cycle changes nothing about it.
 */
export function* cycles<N>(edges: ReadonlyMap<N, readonly N[]>): Generator<undefined, readonly Cycle<N>[]> {
  const found = yield* components(edges);
  const circular = found.filter(
    (members) => members.length > 1 || edges.get(members[0] as N)?.includes(members[0] as N),
  );
  const of = new Map(circular.flatMap((members) => members.map((one) => [one, members] as const)));
  const inOrder = new Map<readonly N[], N[]>();
  for (const node of edges.keys()) {
    const group = of.get(node);
    if (!group) continue;
    const members = inOrder.get(group);
    if (members) members.push(node);
    else inOrder.set(group, [node]);
  }
  return [...inOrder.values()].map((members) => ({ members, way: round(members, edges) }));
}

/**
 * Every strongly connected component, those that others lead to before those others. Tarjan 1972, without recursion,
 * so depth is no limit. Edges to what is no key lead nowhere.
 */
export function* components<N>(edges: ReadonlyMap<N, readonly N[]>): Generator<undefined, readonly (readonly N[])[]> {
  // Nodes by number.
  const nodes = [...edges.keys()];
  const numbers = new Map(nodes.map((node, i) => [node, i]));
  const ahead = nodes.map((node) => numbersOf(edges.get(node) ?? [], numbers));
  const index = new Int32Array(nodes.length).fill(-1);
  const low = new Int32Array(nodes.length);
  const open = new Uint8Array(nodes.length);
  const next = new Int32Array(nodes.length);
  const stack: number[] = [];
  const path: number[] = [];
  const found: N[][] = [];
  let visited = 0;
  for (let root = 0; root < nodes.length; root++) {
    if (root % 1024 === 0) yield;
    if (index[root] === -1) path.push(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      if (index[node] === -1) {
        index[node] = low[node] = visited++;
        open[node] = 1;
        stack.push(node);
      }
      const target = ahead[node]?.[at(next, node)];
      next[node] = at(next, node) + 1;
      if (target !== undefined) {
        if (index[target] === -1) path.push(target);
        else if (open[target]) low[node] = Math.min(at(low, node), at(index, target));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(at(low, parent), at(low, node));
      if (low[node] !== index[node]) continue;
      const members = stack.splice(stack.lastIndexOf(node));
      for (const member of members) open[member] = 0;
      found.push(members.map((member) => nodes[member] as N));
    }
  }
  return found;
}

const at = (numbers: Int32Array, i: number): number => numbers[i] ?? 0;

const numbersOf = <N>(nodes: readonly N[], numbers: ReadonlyMap<N, number>): readonly number[] =>
  nodes.flatMap((node) => numbers.get(node) ?? []);

// A shortest way round from the first member back to itself, by breadth-first search inside the component.
function round<N>(members: readonly N[], edges: ReadonlyMap<N, readonly N[]>): N[] {
  const inside = new Set(members);
  const start = members[0] as N;
  const from = new Map<N, N>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const target of edges.get(at) ?? []) {
      if (target === start) {
        const way = [at];
        for (let back = from.get(at); back !== undefined; back = from.get(back)) way.push(back);
        return way.reverse();
      }
      if (!inside.has(target) || from.has(target)) continue;
      from.set(target, at);
      queue.push(target);
    }
  }
  return [...members];
}
