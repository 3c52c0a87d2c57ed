// A text taken out of its dress and put back into it is the same text.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dressed, undress } from '../../../src/core/syntax/line-ends';

describe('the dress of a text', () => {
  it('comes back byte for byte', () => {
    const part = fc.constantFrom('a', '时', ' ', 'EOL');
    fc.assert(
      fc.property(fc.array(part), fc.boolean(), fc.boolean(), (parts, mark, crlf) => {
        const raw = (mark ? '\uFEFF' : '') + parts.join('').replaceAll('EOL', crlf ? '\r\n' : '\n');
        const bare = undress(raw);
        assert.ok(bare);
        assert.ok(bare.text === '' || bare.text.endsWith('\n'));
        assert.ok(!/[\r\uFEFF]/.test(bare.text));
        assert.equal(dressed(bare.text, bare.dress), raw);
      }),
      { numRuns: 1000 },
    );
  });

  it('is none where line ends are mixed, stand alone, or a mark stands inside', () => {
    for (const raw of ['a\r\nb\n', 'a\rb\n', 'a\uFEFFb\n']) assert.equal(undress(raw), undefined);
  });
});
