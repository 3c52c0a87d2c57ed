// How wide a text is in a terminal: Chinese, Japanese and Korean characters and most emoji take two columns. And a text
// made harmless: what stands in a file must not be able to move the cursor or turn the line around.
import { eastAsianWidth } from 'get-east-asian-width';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const PLAIN = /^[\x20-\x7e]*$/;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
// Controls, and the marks that change the direction of text.
const HARMFUL = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Columns that a text takes in a terminal. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += widthOfOne(character);
  return width;
}

const widthOfOne = (character: string): number =>
  NO_WIDTH.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);

/** The text filled up with spaces to a width. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The text, or as much of its beginning as fits in the width together with an ellipsis. */
export function clipped(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let used = 1;
  let out = '';
  for (const character of text) {
    used += widthOfOne(character);
    if (used > width) break;
    out += character;
  }
  return `${out}…`;
}

/** A text for one line of a terminal: controls become visible, and marks that turn the text around go. */
export const harmless = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text.replace(HARMFUL, (found) =>
        found === '\t' || found === '\n' ? ' ' : found < ' ' || found === '\x7f' ? '\ufffd' : '',
      );
