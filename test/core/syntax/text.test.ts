// Line ends and byte order marks before anything else looks at a text.
import assert from 'node:assert/strict';
import { normalise } from '../../../src/core/syntax/text';

const found = (raw: string): readonly unknown[] => {
  const { text, problems } = normalise(raw);
  return [text, ...problems.map(({ code, span, message }) => `${code} ${span.start} ${message.id}`)];
};

describe('normalising a text', () => {
  it('has nothing to say to Windows line ends and a leading mark', () => {
    assert.deepEqual(found('\uFEFFa: 1\r\nb: 2\r\n'), ['a: 1\nb: 2\n']);
    assert.deepEqual(found('a: 1\n'), ['a: 1\n']);
    assert.deepEqual(found(''), ['']);
  });

  it('says a lone carriage return once', () => {
    assert.deepEqual(found('a: 1\rb: 2\r\nc: 3\r'), ['a: 1\nb: 2\nc: 3\n', 'LF011 4 text.lone-cr']);
  });

  it('says a byte order mark inside and leaves it there', () => {
    assert.deepEqual(found('\uFEFFa: 1\r\n\uFEFFb: 2\n'), ['a: 1\n\uFEFFb: 2\n', 'LF011 5 text.inner-bom']);
  });
});
