// Values that stand on one line, for the quick reader. Each answers with the node and where it ends; undefined is "pass": what
// it is, `yaml` has to say. What they take, and why that is safe (sections of YAML 1.2.2):
//
// * Plain words (7.3.3) that begin with no indicator, nor with a dash that no letter or digit follows. They end with the
//   line, or at a blank and `#`. A colon and a blank in them would make a key: passes. In brackets they end at `,` `]` `}`
//   too, an opening bracket passes, and so does a colon before anything but a sign that is surely no indicator.
// * Quotes (7.3.1, 7.3.2) that end in their line. Between `"` a backslash passes; between `'` two of them are one.
// * Brackets (7.4) that end in their line, without comments, empty places, or a comma at the end. Keys are plain words with a
//   colon and a blank behind them. What follows a value is a comma or the closing bracket of its own kind.
import { repeatedKeys } from './pairs';
import { plainMeaning } from './quick-scalar';
import { wordIn } from './quick-text';
import type { Node, Pair, Scalar } from './tree';

const NEWLINE = 10;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/** Brackets within each other that are followed; more are left to `yaml`. */
export const BRACKETS = 16;

// What begins with one of these is not a plain scalar, or one only under conditions: the indicators of YAML 1.2.2, 5.3.
const INDICATORS = new Set(Array.from('?:,[]{}#&*!|>\'"%@`', (sign) => sign.charCodeAt(0)));

/** A scalar or a bracket at an offset that is no blank; it ends before its line does. */
export function lineValue(text: string, at: number): Node | undefined {
  const code = text.charCodeAt(at);
  if (code === QUOTE || code === APOSTROPHE) return quoted(text, at, code);
  if (code === OPEN_LIST || code === OPEN_MAP) return bracket(text, at, 0);
  return plain(text, at);
}

/** A plain key with its colon behind it, in a mapping with lines or brackets. */
export function plainKey(text: string, at: number): Scalar | undefined {
  let end = at;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    if (code === COLON) break;
    if (!isKeyPart(code)) return undefined;
  }
  // A key begins as a word, so no sign in front of it means anything; and it is short, as YAML asks.
  const first = text.charCodeAt(at);
  if (end === at || first === DASH || first === 46 || first === 47 || end - at > 100) return undefined;
  return word(text, at, end);
}

// Letters and digits of ASCII, `_ - . /`, and everything from U+00C0 up to the general punctuation, or from the CJK
// signs up: no sign among these means anything to YAML, and none is a blank.
const isKeyPart = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 45 && code <= 57) ||
  code === 95 ||
  (code >= 0xc0 && code < 0x2000) ||
  (code >= 0x3001 && code < 0xfe00);

function word(text: string, start: number, end: number): Scalar | undefined {
  const source = wordIn(text, start, end);
  const value = plainMeaning(source);
  return value === undefined ? undefined : { kind: 'scalar', style: 'plain', start, end, text: source, value };
}

// To the end of the line or to a comment. A colon before a blank would make a key of it.
function plain(text: string, start: number): Scalar | undefined {
  const first = text.charCodeAt(start);
  if (INDICATORS.has(first) || (first === DASH && !isWord(text.charCodeAt(start + 1)))) return undefined;
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE || at >= text.length) break;
    if (code === SPACE) continue;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
    if (code === COLON && isEnd(text, at + 1)) return undefined;
    end = at + 1;
  }
  return word(text, start, end);
}

const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Whether a blank, the end of the line or of the text stands there. */
export const isEnd = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === SPACE || code === NEWLINE || at >= text.length;
};

// Between quotes everything is text but escapes; those, and what goes on in the next line, are left to `yaml`.
function quoted(text: string, start: number, quote: number): Scalar | undefined {
  let at = start + 1;
  let doubled = false;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE || at >= text.length || (code === BACKSLASH && quote === QUOTE)) return undefined;
    if (code !== quote) continue;
    if (quote === QUOTE || text.charCodeAt(at + 1) !== APOSTROPHE) break;
    doubled = true;
    at++;
  }
  const inner = wordIn(text, start + 1, at);
  const value = doubled ? inner.replaceAll("''", "'") : inner;
  return { kind: 'scalar', style: quote === QUOTE ? 'double' : 'single', start, end: at + 1, text: value, value };
}

function bracket(text: string, start: number, depth: number): Node | undefined {
  if (depth >= BRACKETS) return undefined;
  const isMap = text.charCodeAt(start) === OPEN_MAP;
  const close = isMap ? CLOSE_MAP : CLOSE_LIST;
  const items: Node[] = [];
  const pairs: Pair[] = [];
  let at = skip(text, start + 1);
  if (text.charCodeAt(at) !== close) {
    for (;;) {
      let key: Scalar | undefined;
      if (isMap) {
        key = flowKey(text, at);
        if (!key) return undefined;
        at = skip(text, key.end + 1);
      }
      const value = flowValue(text, at, depth);
      if (!value) return undefined;
      if (key) pairs.push({ key, value });
      else items.push(value);
      at = skip(text, value.end);
      const code = text.charCodeAt(at);
      if (code === close) break;
      if (code !== COMMA) return undefined;
      at = skip(text, at + 1);
    }
  }
  if (repeatedKeys(pairs).length) return undefined;
  const end = at + 1;
  return isMap
    ? { kind: 'mapping', flow: true, start, end, pairs }
    : { kind: 'sequence', flow: true, start, end, items };
}

function flowKey(text: string, at: number): Scalar | undefined {
  const key = plainKey(text, at);
  return key && text.charCodeAt(key.end + 1) === SPACE ? key : undefined;
}

function flowValue(text: string, at: number, depth: number): Node | undefined {
  const code = text.charCodeAt(at);
  if (code === OPEN_LIST || code === OPEN_MAP) return bracket(text, at, depth + 1);
  if (code === QUOTE || code === APOSTROPHE) return quoted(text, at, code);
  return flowPlain(text, at);
}

// As `plain`, but brackets and commas end it, and a colon before one of them is not looked into.
function flowPlain(text: string, start: number): Scalar | undefined {
  const first = text.charCodeAt(start);
  if (INDICATORS.has(first) || (first === DASH && !isWord(text.charCodeAt(start + 1)))) return undefined;
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === CLOSE_LIST || code === CLOSE_MAP) break;
    if (code === NEWLINE || at >= text.length || code === OPEN_LIST || code === OPEN_MAP) return undefined;
    if (code === SPACE) continue;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) return undefined;
    if (code === COLON && !isKeyPart(text.charCodeAt(at + 1))) return undefined;
    end = at + 1;
  }
  return end === start ? undefined : word(text, start, end);
}

function skip(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}
