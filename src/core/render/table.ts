// A table for a terminal: columns as wide as what is in them, the last one cut where the terminal ends.
import type { Ink } from './ink';
import { clipped, harmless, padded, widthOf } from './width';

const GAP = 2;
/** A column before the last takes no more than this. */
const WIDEST = 48;

/** The same cells with those behind the first column, which are figures, at the right. */
export function figuresRight(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly [head: readonly string[], rows: readonly (readonly string[])[]] {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => widthOf(row[at] ?? ''))));
  const right = (row: readonly string[]): readonly string[] =>
    row.map((cell, at) => (at ? `${' '.repeat((widths[at] ?? 0) - widthOf(cell))}${cell}` : cell));
  return [right(head), rows.map(right)];
}

/** How wide names and bars may be. */
interface Widths {
  readonly least: number;
  readonly most: number;
}

/** The columns that names get, and those that bars get, of what a terminal has beside the others: bars first, for without
 * them there is nothing to compare. Where there is no terminal, names are whole. */
export function nameAndBar(
  columns: number | undefined,
  names: readonly string[],
  others: readonly (readonly string[])[],
  { name, bar }: { readonly name: Widths; readonly bar: Widths },
): { readonly name: number; readonly bar: number } {
  if (columns === undefined) return { name: Number.POSITIVE_INFINITY, bar: bar.most };
  const [first = []] = others;
  const used = first.reduce((sum, _, at) => sum + GAP + Math.max(...others.map((row) => widthOf(row[at] ?? ''))), GAP);
  const within = (width: number, { least, most }: Widths): number => Math.max(least, Math.min(most, width));
  const wanted = Math.max(...names.map(widthOf));
  const own = Math.min(wanted, within(columns - used - bar.least, name));
  return { name: own, bar: within(columns - used - own, bar) };
}

export function tableText(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  ink: Ink,
  columns: number | undefined,
): string {
  const cells = [head, ...rows].map((row) => row.map(harmless));
  const widths = head.map((_, at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ''))));
  const isLast = (at: number): boolean => at === widths.length - 1;
  const limited =
    columns === undefined ? widths : widths.map((width, at) => (isLast(at) ? width : Math.min(width, WIDEST)));
  const line = (row: readonly string[]): string => {
    const text = row.map((cell, at) => (columns === undefined ? cell : clipped(cell, limited[at] ?? 0)));
    const whole = text
      .map((cell, at) => (at === text.length - 1 ? cell : padded(cell, (limited[at] ?? 0) + GAP)))
      .join('');
    return (columns === undefined ? whole : clipped(whole, columns)).trimEnd();
  };
  const [first = [], ...rest] = cells;
  return `${[ink.bold(line(first)), ...rest.map(line)].join('\n')}\n`;
}
