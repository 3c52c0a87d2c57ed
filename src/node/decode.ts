// Bytes become text. UTF-8 is what registers should be; UTF-16 and GB18030, which Windows and Excel leave behind, are
// read all the same and said. What is neither is not text.
import { isUtf8 } from 'node:buffer';
import { type Message, say } from '../core/messages/message';
import type { RuleCode } from '../core/model/id';
import type { Source } from '../core/project/index-file';

/** The text in these bytes, with what reading had to say about it. A byte order mark of UTF-8 is kept: the core drops it. */
export function decode(bytes: Uint8Array): Source {
  const utf16 = utf16Of(bytes);
  if (utf16) return decoded(bytes, utf16, say('read.utf16'));
  if (bytes.includes(0)) return NOT_TEXT;
  if (isUtf8(bytes)) return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') };
  return decoded(bytes, 'gb18030', say('read.gb18030'));
}

/** A file without text, and the reason. */
export const unread = (code: RuleCode, message: Message): Source => ({
  text: '',
  problems: [{ code, span: START, message }],
});

const START = { start: 0, end: 0 };
const NOT_TEXT = unread('LF013', say('read.not-text'));

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

// A Node without the full Unicode data knows no GB18030: the file is then as unreadable as any other.
function decoded(bytes: Uint8Array, encoding: string, message: Message): Source {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? NOT_TEXT : { text, problems: [{ code: 'LF011', span: START, message }] };
  } catch {
    return NOT_TEXT;
  }
}
