// Bounds of samples against published tables, and against the definition worked out with whole numbers.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mostErrors, sizeToProve, upperErrorShare } from '../../../src/core/base/statistics';

const near = (actual: number, wanted: number, digits: number, about = ''): void =>
  assert.equal(actual.toFixed(digits), wanted.toFixed(digits), about);

/** C(n, k) exactly. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let result = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i++) result = (result * BigInt(n - Math.min(k, n - k) + i)) / BigInt(i);
  return result;
}

describe('the bound of Clopper and Pearson', () => {
  // Upper limits of a one-sided 95 % interval (the upper end of a two-sided 90 % one), as tables of exact binomial limits
  // give them, among others Hahn and Meeker, Statistical Intervals (1991), table A.23.
  const table: readonly (readonly [size: number, errors: number, upper: number])[] = [
    [10, 0, 0.259],
    [10, 1, 0.394],
    [10, 2, 0.507],
    [10, 3, 0.607],
    [10, 4, 0.696],
    [10, 5, 0.778],
    [20, 0, 0.139],
    [20, 1, 0.216],
    [20, 2, 0.283],
    [20, 5, 0.456],
    [30, 0, 0.095],
    [30, 1, 0.149],
    [50, 0, 0.058],
    [50, 1, 0.091],
    [100, 0, 0.03],
    [100, 1, 0.047],
  ];

  it('is that of the tables', () => {
    for (const [size, errors, upper] of table) near(upperErrorShare(errors, size), upper, 3, `${errors} in ${size}`);
  });

  it('has its closed form where there is no error: 1 − 0.05^(1/n)', () => {
    for (const size of [1, 59, 299, 1000, 100_000]) near(upperErrorShare(0, size), 1 - 0.05 ** (1 / size), 10);
  });

  it('takes 299 without and 473 with one error to prove 99 %', () => {
    assert.deepEqual(
      [0, 1, 2].map((errors) => sizeToProve(errors, 0.01)),
      [299, 473, 628],
    );
    assert.deepEqual(
      [0, 1].map((errors) => sizeToProve(errors, 0.05)),
      [59, 93],
    );
    assert.ok(upperErrorShare(0, 299) <= 0.01 && upperErrorShare(0, 298) > 0.01);
  });

  it('is 1 where nothing was looked at, or all was wrong', () => {
    assert.deepEqual([upperErrorShare(0, 0), upperErrorShare(7, 7)], [1, 1]);
  });
});

describe('the hypergeometric bound', () => {
  it('is that of the definition, worked out with whole numbers', () => {
    const cases = fc
      .tuple(fc.integer({ min: 1, max: 120 }), fc.nat({ max: 120 }), fc.nat({ max: 6 }))
      .filter(([population, size, errors]) => size >= 1 && size < population && errors <= size);
    fc.assert(
      fc.property(cases, ([population, size, errors]) => {
        // The most wrong records with which so few in the sample are not rarer than 5 %.
        let most = errors;
        for (let bad = errors; bad <= population - (size - errors); bad++) {
          let ways = 0n;
          for (let k = 0; k <= errors; k++) ways += choose(bad, k) * choose(population - bad, size - k);
          if (ways * 20n > choose(population, size)) most = bad;
        }
        assert.equal(mostErrors(errors, size, population), most, `${errors} in ${size} of ${population}`);
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });

  it('knows all when all was looked at, and nothing when nothing was', () => {
    assert.deepEqual([mostErrors(3, 500, 500), mostErrors(0, 0, 500), mostErrors(9, 600, 500)], [3, 500, 9]);
  });

  it('comes to the binomial one as the population grows', () => {
    near(mostErrors(1, 473, 10_000_000) / 10_000_000, upperErrorShare(1, 473), 5);
  });
});
