// Encodings: what is read, and what is said of it.
import assert from 'node:assert/strict';
import { tell } from '../../src/core/messages/message';
import { normalise } from '../../src/core/syntax/text';
import { decode } from '../../src/node/decode';

const REGISTER = 'kind: risks\nitems:\n  - id: R-1\n    title: 主数据重复\n';

function bytes16(text: string, big: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

// The same text in GB18030, written down because Node encodes only to UTF-8.
const GB18030 = Buffer.concat([
  Buffer.from('title: ', 'ascii'),
  Buffer.from([0xd6, 0xf7, 0xca, 0xfd, 0xbe, 0xdd]), // 主数据
  Buffer.from('\n', 'ascii'),
]);

const said = (bytes: Uint8Array): readonly string[] =>
  (decode(bytes).problems ?? []).map((one) => `${one.code} ${tell(one.message, 'en')}`);

describe('decoding a file', () => {
  it('reads UTF-8 without a word', () => {
    assert.deepEqual(decode(Buffer.from(REGISTER)), { text: REGISTER });
  });

  it('reads UTF-8 with a byte order mark, which the core drops', () => {
    const { text, problems } = decode(Buffer.from(`\ufeff${REGISTER}`));
    assert.equal(problems, undefined);
    assert.deepEqual(normalise(text), { text: REGISTER, problems: [] });
  });

  for (const big of [false, true]) {
    it(`reads UTF-16 ${big ? 'BE' : 'LE'} and asks for UTF-8`, () => {
      assert.equal(decode(bytes16(REGISTER, big)).text, REGISTER);
      assert.deepEqual(said(bytes16(REGISTER, big)), ['LF011 This file is UTF-16. It was read, but save it as UTF-8.']);
    });
  }

  it('reads GB18030 and asks for UTF-8', () => {
    assert.equal(decode(GB18030).text, 'title: 主数据\n');
    assert.deepEqual(said(GB18030), [
      'LF011 This file is not UTF-8; it was read as GB18030. Save it as UTF-8 so that everybody sees the same text.',
    ]);
  });

  const binary = {
    'a NUL': [0x6b, 0x00, 0x64],
    'neither UTF-8 nor GB18030': [0x6b, 0xff, 0xff, 0x0a],
    'half of UTF-16': [0xff, 0xfe, 0x00, 0xd8],
  };
  for (const [name, bytes] of Object.entries(binary)) {
    it(`says that ${name} is no text`, () => {
      assert.equal(decode(Uint8Array.from(bytes)).text, '');
      assert.deepEqual(said(Uint8Array.from(bytes)), ['LF013 This file is not text: it is neither UTF-8 nor GB18030.']);
    });
  }

  it('takes an empty file for an empty text', () => {
    assert.deepEqual(decode(new Uint8Array()), { text: '' });
  });
});
