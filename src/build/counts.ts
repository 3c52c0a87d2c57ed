// What a part of a test run amounts to.
export type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed and why, a line each: said again at the end, where it is seen. */
  readonly failures: readonly string[];
};

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
});

/** The counts with one failure more. */
export const failing = (counts: Counts, why: string): Counts => ({
  ...counts,
  failed: counts.failed + 1,
  failures: [...counts.failures, why.split('\n', 1)[0] ?? ''],
});
