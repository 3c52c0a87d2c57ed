// Texts by words: the pieces make both texts, and say no more than changed.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedWords, type Piece } from '../../../src/core/compare/words';

const told = (pieces: readonly Piece[]): string =>
  pieces.map(({ how, text }) => (how === 'same' ? text : how === 'gone' ? `[-${text}-]` : `{+${text}+}`)).join('');

describe('a text by words', () => {
  it('tells words from words', () => {
    assert.equal(
      told(changedWords('Close takes 15 days.', 'The close takes 5 days.')),
      '[-Close -]{+The close +}takes [-15 -]{+5 +}days.',
    );
  });

  it('tells Chinese by characters', () => {
    assert.equal(told(changedWords('月结缩短为15天', '月结缩短到5天')), '月结缩短[-为15-]{+到5+}天');
  });

  it('makes both texts out of its pieces', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '天', '地', '.', '𠮷', 'ab-1'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(''), b.join('')];
        const pieces = changedWords(before, after);
        const of = (...hows: readonly Piece['how'][]): string =>
          pieces
            .filter(({ how }) => hows.includes(how))
            .map(({ text }) => text)
            .join('');
        assert.equal(of('same', 'gone'), before);
        assert.equal(of('same', 'new'), after);
      }),
      { numRuns: 2000, seed: 6 },
    );
  });
});
