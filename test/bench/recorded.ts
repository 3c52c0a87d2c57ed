// Ratios of an earlier run, to tell whether something became slower. They are kept instead of times, because they hold
// on another machine too. Limits have none: they are a promise, not a comparison.
import { type Row, ratioOf, rounded } from './row';

/** By the name of the row. */
export type Ratios = Readonly<Record<string, number>>;

/** So many times worse than it was is a failure: less comes and goes with the machine. */
const TOLERANCE = 1.5;

export interface Regression {
  readonly name: string;
  readonly recorded: number;
  /** Undefined where it was not measured, which must not pass for good. */
  readonly now: number | undefined;
  /** How many times worse. */
  readonly factor: number;
}

const ratiosOf = (rows: readonly Row[]): Ratios =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const ratio = ratioOf(row);
      return ratio === undefined ? [] : [[row.name, rounded(ratio)]];
    }),
  );

/** The text of a file of ratios with those of the rows in it; others that it had stay. */
export const recordedWith = (earlier: Ratios, rows: readonly Row[]): string => {
  const all = Object.entries({ ...earlier, ...ratiosOf(rows) }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(all), undefined, 2)}\n`;
};

/** The ratios in a file's text; whatever else it holds is refused. */
export function readRatios(text: string): Ratios {
  const value: unknown = JSON.parse(text);
  const isRatios = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isRatios || !Object.values(value).every((one) => typeof one === 'number' && one > 0))
    throw new Error('Recorded ratios are one object of names and numbers above zero.');
  return value as Ratios;
}

/** The recorded rows that are much worse now, or that were asked for and are not there. */
export function regressions(rows: readonly Row[], recorded: Ratios): readonly Regression[] {
  const byName = new Map(rows.map((row) => [row.name, row]));
  return Object.entries(recorded).flatMap(([name, before]): readonly Regression[] => {
    const row = byName.get(name);
    const now = row && ratioOf(row);
    if (!row || now === undefined || Number.isNaN(now))
      return [{ name, recorded: before, now: undefined, factor: Number.POSITIVE_INFINITY }];
    const factor = row.target.kind === 'faster' ? before / now : now / before;
    return factor > TOLERANCE ? [{ name, recorded: before, now, factor }] : [];
  });
}

export const told = ({ name, recorded, now, factor }: Regression): string =>
  now === undefined
    ? `${name}: recorded as ${recorded}, and not measured now`
    : `${name}: ${rounded(now)}, recorded as ${recorded}: ${factor.toFixed(2)} times worse (at most ${TOLERANCE})`;
