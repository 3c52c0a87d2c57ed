// Decoding after a known version gives what decoding everything gives, whatever was edited and however it is written.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../src/node/decode';
import { type Decoded, decodeAfter } from '../../src/node/decode-after';

describe('decoding after a known version', () => {
  it('is decoding', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('风险', 'é', '😀', '\n', 'x'.repeat(5000), '险'.repeat(3000)),
    );
    const edit = fc.record({ at: fc.nat(1000).map((one) => one / 1000), gone: fc.nat(40), text: part });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.array(edit, { maxLength: 6 }), (parts, edits) => {
        let text = parts.join('');
        let known: Decoded = decodeAfter(undefined, Buffer.from(text));
        const texts = [text];
        for (const { at, gone, text: come } of edits) {
          const from = Math.floor(at * text.length);
          // No half of a pair of surrogates.
          text = Buffer.from(text.slice(0, from) + come + text.slice(from + gone)).toString();
          const bytes = Buffer.from(text);
          known = decodeAfter(known, bytes);
          assert.deepEqual(known.source(), decode(bytes));
          if (!known.marks.length) continue;
          const [a, b] = [Math.floor(at * text.length), text.length].sort((x, y) => x - y);
          assert.equal(known.between(a ?? 0, b ?? 0), text.slice(a, b));
          const before = texts.at(-1) ?? '';
          const { edit } = known;
          if (edit) {
            const come = known.between(edit.start, edit.start + edit.size);
            assert.equal(before.slice(0, edit.start) + come + before.slice(edit.end), text);
          }
          texts.push(text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is decoding also of bytes that are no UTF-8', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.string().map((text) => Buffer.from(text, 'utf16le')),
    );
    fc.assert(
      fc.property(bytes, bytes, fc.string(), (a, b, text) => {
        const first = decodeAfter(undefined, a);
        for (const next of [
          b,
          Buffer.concat([a, b]),
          Buffer.from(text),
          Buffer.concat([Buffer.from([0xff, 0xfe]), b]),
        ]) {
          const known = decodeAfter(first, next);
          assert.deepEqual(known.source(), decode(next));
          assert.deepEqual(decodeAfter(known, a).source(), decode(a));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
