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
  /** What no program that reads the same could do without, in the unit. */
  readonly floor?: number;
  /** The most memory that our process had, in megabytes, where it is one of its own. */
  readonly memory?: number;
  readonly target: Target;
}

/** Times faster than theirs at least; a share of theirs at most, in percent; times as long as theirs at most; or so much at most. */
export type Target =
  | { readonly kind: 'faster'; readonly atLeast: number }
  | { readonly kind: 'share'; readonly atMost: number }
  | { readonly kind: 'times'; readonly atMost: number }
  | { readonly kind: 'limit'; readonly atMost: number };

/** A row that is a promise and no comparison. */
export const limit = (name: string, work: string, ours: number, atMost: number, unit: Row['unit'] = 'ms'): Row => ({
  name,
  work,
  ours,
  theirs: undefined,
  unit,
  target: { kind: 'limit', atMost },
});

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

/** In the unit of the target; undefined where it is a limit. */
export function ratioOf({ ours, theirs, target }: Row): number | undefined {
  if (theirs === undefined) return undefined;
  switch (target.kind) {
    case 'faster':
      return theirs / ours;
    case 'share':
      return (100 * ours) / theirs;
    case 'times':
      return ours / theirs;
    case 'limit':
      return undefined;
  }
}

export function isMet(row: Row): boolean {
  const reached = ratioOf(row) ?? row.ours;
  return row.target.kind === 'faster' ? reached >= row.target.atLeast : reached <= row.target.atMost;
}

export const asJson = (row: Row) => {
  const ratio = ratioOf(row);
  return { ...row, ratio: ratio === undefined ? undefined : rounded(ratio), met: isMet(row) };
};

export const rounded = (value: number): number => Number(value.toPrecision(4));

const HEAD = ['work', 'ours', 'theirs', 'ratio', 'floor', 'memory', 'target', ''];
const NONE = '–';

/** The rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)));
  const pad = (cell: string, i: number): string =>
    i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

function cells(row: Row): readonly string[] {
  const { name, work, ours, theirs, unit, floor, memory, target } = row;
  const sign = { faster: '×', share: '%', times: '×', limit: unit }[target.kind];
  const ratio = ratioOf(row);
  return [
    `${name}: ${work}`,
    `${digits(ours)} ${unit}`,
    theirs === undefined ? NONE : `${digits(theirs)} ${unit}`,
    ratio === undefined ? NONE : `${digits(ratio)} ${sign}`,
    floor === undefined ? NONE : `${digits(ours / floor)} ×`,
    memory === undefined ? NONE : `${digits(memory)} MB`,
    target.kind === 'faster' ? `≥ ${target.atLeast} ${sign}` : `≤ ${target.atMost} ${sign}`,
    isMet(row) ? '' : 'missed',
  ];
}

const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
