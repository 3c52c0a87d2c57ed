// What panels and pages believe of each other: what is right comes through whole, everything else is nothing.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wholeMatrix } from '../../src/core/views/matrix-query';
import { type FromMatrix, readFromMatrix, readQuery, readState, readToMatrix } from '../../src/webview/protocol/matrix';
import { columnsIn, rowsIn, scrolled } from '../../src/webview/visible';

const right: readonly FromMatrix[] = [
  { type: 'ready' },
  { type: 'drawn', ms: 12.5 },
  { type: 'ask', query: { ...wholeMatrix, by: 'person', direct: true, module: 'fi' } },
  { type: 'explain', row: 'roles/a', column: 'o:b', reveal: true },
  { type: 'open-step', step: 3 },
  { type: 'open-row', row: 'roles/a' },
  { type: 'export', format: 'svg' },
];

describe('messages of a page', () => {
  it('come through as they are', () => {
    for (const message of right) assert.deepEqual(readFromMatrix(structuredClone(message)), message);
  });

  it('bring nothing along', () => {
    const more = { type: 'explain', row: 'a', column: 'b', reveal: false, command: 'rm', __proto__: { x: 1 } };
    assert.deepEqual(readFromMatrix(more), { type: 'explain', row: 'a', column: 'b', reveal: false });
    assert.deepEqual(Object.keys(readQuery({ ...wholeMatrix, evil: 1 }) ?? {}).sort(), Object.keys(wholeMatrix).sort());
  });

  it('are nothing where a field is wrong', () => {
    for (const message of right)
      for (const name of Object.keys(message))
        for (const value of [undefined, null, {}, [], 'x'.repeat(2000), -1, Number.NaN])
          assert.equal(readFromMatrix({ ...message, [name]: value }), undefined, `${message.type}.${name}`);
  });

  it('are never an error', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readFromMatrix(value);
        readToMatrix(value);
        readState(value);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });
});

describe('what a grid draws', () => {
  const starts = (widths: readonly number[]): readonly number[] =>
    widths.reduce<number[]>((all, width) => [...all, (all.at(-1) ?? 0) + width], [0]);

  it('covers what is in sight, wherever it is scrolled to', () => {
    const widths = fc.array(fc.integer({ min: 20, max: 140 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(widths, fc.nat(40_000), fc.integer({ min: 1, max: 3000 }), (list, left, width) => {
        const at = starts(list);
        const { from, to } = columnsIn(left, width, at, 8);
        const seen = list.map((_, i) => i).filter((i) => (at[i + 1] ?? 0) > left && (at[i] ?? 0) < left + width);
        assert.ok(seen.every((i) => i >= from && i < to));
        const rows = rowsIn(left, width, 24, 500, 6);
        for (let row = 0; row < 500; row++)
          if ((row + 1) * 24 > left && row * 24 < left + width) assert.ok(row >= rows.from && row < rows.to);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  it('scrolls no further than it must', () => {
    assert.equal(scrolled(100, 50, 110, 120), 100);
    assert.equal(scrolled(100, 50, 90, 100), 90);
    assert.equal(scrolled(100, 50, 160, 180), 130);
    assert.equal(scrolled(0, 10, 0, 30), 0);
  });
});
