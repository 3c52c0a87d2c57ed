// Exact decimals: sums of cents, rounding, and the same answers as whole numbers of cents.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  compare,
  decimal,
  decimalText,
  minus,
  over,
  rounded,
  sum,
  sumOfProducts,
  times,
  toNumber,
  zero,
} from '../../../src/core/base/decimal';

const of = (value: number) => decimal(value) ?? assert.fail(String(value));

describe('decimals', () => {
  it('add up where binary fractions do not', () => {
    assert.equal(decimalText(sum([0.1, 0.2].map(of))), '0.30');
    assert.equal(decimalText(sum(Array.from({ length: 1000 }, () => of(0.01)))), '10.00');
    assert.equal(decimalText(times(of(1.15), of(100))), '115.00');
    assert.equal(decimalText(minus(of(1e21), of(0.01))), '999,999,999,999,999,999,999.99');
    assert.equal(decimalText(of(1e-7), 7), '0.0000001');
  });

  it('add up products exactly, small or long', () => {
    const number = fc.oneof(
      fc.nat(500),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.constant(9_007_199_254_740_991),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 8 }), (pairs) => {
        const long = sum(pairs.map(([a, b]) => times(of(a), of(b))));
        assert.equal(
          compare(
            sumOfProducts(
              pairs,
              ([a]) => a,
              ([, b]) => b,
            ),
            long,
          ),
          0,
        );
      }),
      { numRuns: 1000, seed: 20261116 },
    );
  });

  it('are rounded half away from zero and written in groups', () => {
    assert.deepEqual(
      [1.005, -1.005, 0.004, 1234567.895].map((one) => decimalText(of(one))),
      ['1.01', '-1.01', '0.00', '1,234,567.90'],
    );
    assert.equal(decimalText(of(-0.4), 0), '0');
    assert.equal(decimalText(of(999.5), 0), '1,000');
  });

  it('divide by anything but zero, and take finite numbers only', () => {
    assert.equal(over(of(1), zero), undefined);
    assert.equal(decimalText(over(of(2), of(3)) ?? zero, 4), '0.6667');
    assert.deepEqual([Number.NaN, Number.POSITIVE_INFINITY].map(decimal), [undefined, undefined]);
  });

  it('agree with whole cents', () => {
    const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 200 });
    fc.assert(
      fc.property(cents, (all) => {
        const total = sum(all.map((one) => of(one / 100)));
        const exact = all.reduce((a, b) => a + b, 0);
        assert.equal(toNumber(times(total, of(100))), exact);
        assert.equal(compare(total, of(exact / 100)), 0);
        assert.equal(rounded(total, 2).units, BigInt(exact));
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });
});
