// Where everything of a matrix is: columns wide enough for the headings over them, headings broken into lines so that
// nothing is cut. In pixels; the panel and the pictures draw by the same numbers.
import type { MatrixColumn, MatrixGroup } from '../views/matrix';
import { columnLabel } from './matrix-names';
import { ems, wrapped } from './measure';

export const FONT = 12;
export const LINE = 16;
export const ROW = 24;
const COLUMN = 32;
const PAD = 6;
/** A heading makes its columns wider up to this, and is broken into lines beyond. */
const WIDEST_GROUP = 132;

export interface LaidGroup extends MatrixGroup {
  readonly lines: readonly string[];
}

export interface LaidBand {
  readonly groups: readonly LaidGroup[];
  readonly height: number;
}

export interface MatrixLayout {
  /** Where each column begins, counted from the first; one more than there are columns. */
  readonly starts: readonly number[];
  readonly bands: readonly LaidBand[];
  /** Height of the columns' own labels, which are turned. */
  readonly labels: number;
  /** Height of all headings. */
  readonly head: number;
}

interface Laid {
  readonly columns: readonly MatrixColumn[];
  readonly bands: readonly (readonly MatrixGroup[])[];
}

export function layoutOf({ columns, bands }: Laid): MatrixLayout {
  const widths = columns.map(() => COLUMN);
  for (const { label, from, to } of bands.at(-1) ?? []) {
    const wanted = Math.min(WIDEST_GROUP, ems(label) * FONT + 2 * PAD);
    const wide = Math.max(COLUMN, Math.ceil(wanted / (to - from)));
    for (let at = from; at < to; at++) widths[at] = wide;
  }
  const starts = [0];
  for (const width of widths) starts.push((starts.at(-1) ?? 0) + width);
  const laid = bands.map((groups): LaidBand => {
    const lines = groups.map(({ label, from, to }) =>
      wrapped(label, ((starts[to] ?? 0) - (starts[from] ?? 0) - 2 * PAD) / FONT),
    );
    const most = lines.reduce((most, one) => Math.max(most, one.length), 1);
    return { groups: groups.map((group, at) => ({ ...group, lines: lines[at] ?? [] })), height: most * LINE + PAD };
  });
  const labels = columns.reduce((most, column) => Math.max(most, ems(columnLabel(column))), 0);
  const height = Math.ceil(labels * FONT) + 2 * PAD;
  return { starts, bands: laid, labels: height, head: laid.reduce((sum, band) => sum + band.height, height) };
}
