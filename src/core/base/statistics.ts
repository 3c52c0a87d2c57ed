// How sure one may be after a sample: exact one-sided bounds for a share of errors, without any approximation by the
// normal distribution.

/**
 * The largest share of errors that is not refuted by finding so many in a sample of a large population: the upper bound
 * of Clopper and Pearson (Biometrika 26, 1934), one-sided at the level `confidence`.
 */
export function upperErrorShare(errors: number, size: number, confidence = 0.95): number {
  if (size <= 0 || errors >= size) return 1;
  let [low, high] = [errors / size, 1];
  // The chance of so few errors falls as the share rises.
  for (let i = 0; i < 100; i++) {
    const share = (low + high) / 2;
    if (binomialAtMost(errors, size, share) > 1 - confidence) low = share;
    else high = share;
  }
  return (low + high) / 2;
}

/**
 * The largest number of errors in a population that is not refuted by finding so many in a sample of it drawn without
 * putting back: exact, by the hypergeometric distribution.
 */
export function mostErrors(errors: number, size: number, population: number, confidence = 0.95): number {
  if (size <= 0) return population;
  if (size >= population) return Math.min(errors, population);
  let [low, high] = [errors, population - (size - errors)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (hypergeometricAtMost(errors, size, middle, population) > 1 - confidence) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The size from which a sample with so many errors proves a share of errors of at most `share`. */
export function sizeToProve(errors: number, share: number, confidence = 0.95): number {
  let [low, high] = [errors, errors + 1];
  while (upperErrorShare(errors, high, confidence) > share && high < 1e9) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (upperErrorShare(errors, middle, confidence) > share) low = middle;
    else high = middle;
  }
  return high;
}

function binomialAtMost(most: number, size: number, share: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return most >= size ? 1 : 0;
  let total = 0;
  for (let k = 0; k <= most; k++)
    total += Math.exp(logChoose(size, k) + k * Math.log(share) + (size - k) * Math.log1p(-share));
  return Math.min(1, total);
}

function hypergeometricAtMost(most: number, size: number, bad: number, population: number): number {
  let total = 0;
  const whole = logChoose(population, size);
  for (let k = Math.max(0, size - (population - bad)); k <= Math.min(most, bad, size); k++)
    total += Math.exp(logChoose(bad, k) + logChoose(population - bad, size - k) - whole);
  return Math.min(1, total);
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** ln n!: summed where that is short, else by Stirling's series, whose error is then below 1e-15. */
function logFactorial(n: number): number {
  if (n < 2) return 0;
  if (n < 64) {
    let total = 0;
    for (let i = 2; i <= n; i++) total += Math.log(i);
    return total;
  }
  const inverse = 1 / n;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}
