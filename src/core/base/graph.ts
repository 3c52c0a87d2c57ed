// Graphs: the cycles of a relation.

/**
 * Every strongly connected component that is a cycle (two or more nodes, or one that points at itself), each in the
 * order in which the edges lead round it. Tarjan 1972, without recursion, so depth is no limit.
 */
export function cycles<N>(edges: ReadonlyMap<N, readonly N[]>): readonly (readonly N[])[] {
  const index = new Map<N, number>();
  const low = new Map<N, number>();
  const open = new Set<N>();
  const stack: N[] = [];
  const found: N[][] = [];
  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const path: { readonly node: N; next: number }[] = [{ node: root, next: 0 }];
    while (path.length) {
      const top = path[path.length - 1] as { readonly node: N; next: number };
      if (!index.has(top.node)) {
        index.set(top.node, index.size);
        low.set(top.node, index.size - 1);
        open.add(top.node);
        stack.push(top.node);
      }
      const target = edges.get(top.node)?.[top.next++];
      if (target !== undefined) {
        if (!index.has(target)) path.push({ node: target, next: 0 });
        else if (open.has(target)) lower(low, top.node, index.get(target));
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent) lower(low, parent.node, low.get(top.node));
      if (low.get(top.node) !== index.get(top.node)) continue;
      const members = stack.splice(stack.lastIndexOf(top.node));
      for (const member of members) open.delete(member);
      const loops = members.length > 1 || edges.get(top.node)?.includes(top.node);
      if (loops) found.push(round(members, edges));
    }
  }
  return found;
}

function lower<N>(low: Map<N, number>, node: N, to: number | undefined): void {
  if (to !== undefined && to < (low.get(node) ?? to + 1)) low.set(node, to);
}

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
