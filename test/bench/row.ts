// One line of the bench: what was done, how long each side took, and what was promised.

export interface Row {
  /** What `--only` calls it. */
  readonly name: string;
  readonly work: string;
  /** Medians, in the unit. */
  readonly ours: number;
  readonly theirs: number;
  readonly unit: 'ms' | 'MB';
  readonly target: Target;
}

/** Times faster than theirs at least; a share of theirs at most, in percent; times as long as theirs at most. */
export type Target =
  | { readonly kind: 'faster'; readonly atLeast: number }
  | { readonly kind: 'share'; readonly atMost: number }
  | { readonly kind: 'times'; readonly atMost: number };

export interface Bench {
  /** The rows it measures; it runs when one of them is asked for. */
  readonly names: readonly string[];
  readonly run: (settings: BenchSettings) => Promise<readonly Row[]>;
}

export interface BenchSettings {
  /** How often each pair is run, in turn. */
  readonly rounds: number;
  readonly asked: (name: string) => boolean;
}

/** In the unit of the target. */
const ratioOf = ({ ours, theirs, target }: Row): number =>
  target.kind === 'faster' ? theirs / ours : target.kind === 'share' ? (100 * ours) / theirs : ours / theirs;

export const isMet = (row: Row): boolean =>
  row.target.kind === 'faster' ? ratioOf(row) >= row.target.atLeast : ratioOf(row) <= row.target.atMost;

export const asJson = (row: Row) => ({ ...row, ratio: Number(ratioOf(row).toPrecision(4)), met: isMet(row) });

/** The rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ['work', 'ours', 'theirs', 'ratio', 'target', ''],
    ...rows.map((row) => [
      row.work,
      amount(row, row.ours),
      amount(row, row.theirs),
      ratio(row),
      target(row),
      isMet(row) ? '' : 'missed',
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const amount = ({ unit }: Row, value: number): string => `${digits(value)} ${unit}`;
const sign = ({ target }: Row): string => (target.kind === 'share' ? '%' : '×');
const ratio = (row: Row): string => `${digits(ratioOf(row))} ${sign(row)}`;
const target = (row: Row): string =>
  row.target.kind === 'faster' ? `≥ ${row.target.atLeast} ${sign(row)}` : `≤ ${row.target.atMost} ${sign(row)}`;
