// A stretch of text by UTF-16 offsets, and the way from offsets to lines. Positions inside the core are
// offsets; lines and columns appear only at the edge.

/** Half-open: `end` is the offset after the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Zero-based line and UTF-16 column, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const span = (start: number, end: number): Span => ({ start, end });
export const shift = (at: Span, by: number): Span => ({ start: at.start + by, end: at.end + by });
export const contains = (at: Span, offset: number): boolean => at.start <= offset && offset <= at.end;

/** The offsets at which the lines of a text begin; the text has `\n` as its only line end. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where an offset stands, given the line starts of its text. An offset past the end is put on the last line. */
export function positionAt(starts: ArrayLike<number>, offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, column: offset - (starts[low] ?? 0) };
}

/** The offset of a position, held inside its line. */
export function offsetAt(starts: ArrayLike<number>, length: number, at: Position): number {
  const start = starts[at.line];
  if (start === undefined) return length;
  return Math.min(start + at.column, (starts[at.line + 1] ?? length + 1) - 1);
}
