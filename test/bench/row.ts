// One line of the bench: what was done, how long each side took, and what was promised.

export interface Row {
  /** What `--only` calls it. */
  readonly name: string;
  readonly work: string;
  /** Medians, in the unit. */
  readonly ours: number;
  /** There is none where the target is a limit. */
  readonly theirs: number | undefined;
  readonly unit: 'ms' | 'MB';
  readonly target: Target;
}

/** Times faster than theirs at least; a share of theirs at most, in percent; times as long as theirs at most; or so much at most. */
export type Target =
  | { readonly kind: 'faster'; readonly atLeast: number }
  | { readonly kind: 'share'; readonly atMost: number }
  | { readonly kind: 'times'; readonly atMost: number }
  | { readonly kind: 'limit'; readonly atMost: number };

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
function ratioOf({ ours, theirs = Number.NaN, target }: Row): number {
  switch (target.kind) {
    case 'faster':
      return theirs / ours;
    case 'share':
      return (100 * ours) / theirs;
    case 'times':
      return ours / theirs;
    case 'limit':
      return ours;
  }
}

export const isMet = (row: Row): boolean =>
  row.target.kind === 'faster' ? ratioOf(row) >= row.target.atLeast : ratioOf(row) <= row.target.atMost;

export const asJson = (row: Row) => ({ ...row, ratio: Number(ratioOf(row).toPrecision(4)), met: isMet(row) });

/** The rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const lines = [['work', 'ours', 'theirs', 'ratio', 'target', ''], ...rows.map(cells)];
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)));
  const pad = (cell: string, i: number): string =>
    i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

function cells(row: Row): readonly string[] {
  const { work, ours, theirs, unit, target } = row;
  const sign = { faster: '×', share: '%', times: '×', limit: unit }[target.kind];
  return [
    work,
    `${digits(ours)} ${unit}`,
    theirs === undefined ? '–' : `${digits(theirs)} ${unit}`,
    target.kind === 'limit' ? '–' : `${digits(ratioOf(row))} ${sign}`,
    target.kind === 'faster' ? `≥ ${target.atLeast} ${sign}` : `≤ ${target.atMost} ${sign}`,
    isMet(row) ? '' : 'missed',
  ];
}

const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
