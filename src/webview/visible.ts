// Which rows and columns of a grid are to be drawn, and how far to scroll so that a cell comes into sight.

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The rows that a window shows, with a few more at both ends. */
export function rowsIn(top: number, height: number, row: number, count: number, more: number): Stretch {
  const from = Math.max(0, Math.floor(top / row) - more);
  return { from, to: Math.min(count, Math.max(from, Math.ceil((top + height) / row) + more)) };
}

/** The columns; they come and go in steps, so that a small move draws nothing anew. */
export function columnsIn(left: number, width: number, starts: readonly number[], step: number): Stretch {
  const count = starts.length - 1;
  const from = Math.max(0, Math.floor(at(starts, left) / step) * step - step);
  return { from, to: Math.min(count, Math.ceil((at(starts, left + width) + 1) / step) * step + step) };
}

/** The column at a place, by halving. */
function at(starts: readonly number[], x: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where to scroll so that a stretch lies in a window that begins at `now`. */
export function scrolled(now: number, window: number, start: number, end: number): number {
  if (start < now) return start;
  return end > now + window ? Math.max(0, Math.min(start, end - window)) : now;
}
