// Many small waits at the same time, but not all of them.

/** Does the work for each, with at most `atOnce` under way; results stand in the order of what was given. */
export async function pooled<A, B>(
  given: readonly A[],
  atOnce: number,
  work: (one: A) => Promise<B>,
): Promise<readonly B[]> {
  const done: B[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < given.length; at = next++) done[at] = await work(given[at] as A);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, given.length) }, worker));
  return done;
}
