// What two texts share at their ends, by property: it decides which entities an edit leaves as they were.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nfc, sharedEnd, sharedStart } from '../../../src/core/base/text';

describe('the composed form', () => {
  it('is that of Unicode, however quickly it was found', () => {
    const unit = fc.oneof(
      fc.constantFrom('e', '落', '、', '〪', 'が', 'か\u3099', '\u0301', '가', '\u1161', '\uF900', 'Å', '（'),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    const text = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''));
    fc.assert(
      fc.property(text, (one) => assert.equal(nfc(one), one.normalize('NFC'))),
      { numRuns: 5_000 },
    );
    for (let code = 0; code <= 0xffff; code++) {
      const one = String.fromCharCode(code);
      assert.equal(nfc(one), one.normalize('NFC'), code.toString(16));
    }
  });
});

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '落', '\n'), maxLength: 40 });

describe('what two texts share', () => {
  it('is found at both ends, however long the rest', () => {
    const fill = '落地'.repeat(100_000);
    fc.assert(
      fc.property(letters, letters, letters, fc.boolean(), (a, b, rest, long) => {
        const same = (long ? fill : '') + rest;
        const [start, end] = [sharedStart(same + a, same + b), sharedEnd(a + same, b + same)];
        assert.ok(start >= same.length && end >= same.length);
        assert.equal((same + a).slice(0, start), (same + b).slice(0, start));
        assert.notEqual((same + a)[start] ?? 'end', (same + b)[start] ?? 'other end');
        assert.equal((a + same).slice((a + same).length - end), (b + same).slice((b + same).length - end));
      }),
    );
  });

  it('is not counted twice', () => {
    assert.equal(sharedStart('aaa', 'aaaa'), 3);
    assert.equal(sharedEnd('aaa', 'aaaa', 3), 0);
    assert.equal(sharedEnd('aaba', 'aca', 1), 1);
  });
});
