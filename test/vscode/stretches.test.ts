// Work in stretches: others get their turn in between, and what nobody waits for is dropped in the middle.
import assert from 'node:assert/strict';
import { each } from '../../src/core/base/work';
import { answering, inStretches } from '../../src/vscode/stretches';

/** A list whose elements take a millisecond each. */
const slow = (count: number, seen: number[] = []) =>
  each(Array(count).keys(), (at) => {
    for (const end = performance.now() + 1; performance.now() < end; );
    seen.push(at);
    return at;
  });

describe('work in stretches', () => {
  it('comes to its end, and lets others have their turn', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    assert.deepEqual(await inStretches(slow(60), () => false), [...Array(60).keys()]);
    clearInterval(timer);
    assert.ok(turns >= 3, `${turns} turns`);
  });

  it('is dropped when the editor wants no answer any more', async () => {
    const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
    const seen: number[] = [];
    setTimeout(() => (token.isCancellationRequested = true), 5);
    assert.equal(await answering(token, slow(5000, seen)), undefined);
    assert.ok(seen.length > 0 && seen.length < 1000, `${seen.length} elements`);
    assert.equal(await answering(token, slow(1, seen)), undefined);
  });
});
