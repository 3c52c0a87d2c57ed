// Texts of registers inside Markdown that platforms show: a comment, a page of a wiki.
import { harmless } from './width';

// Whatever could begin a link, a picture, HTML, a table cell, a formula, a mention or a reference to an issue is text
// here; what is code stays code, in which only the table's own sign means anything.
export const escaped = (text: string): string =>
  harmless(text)
    .split(/(`[^`]+`)/)
    .map((part, at) => (at % 2 ? part.replaceAll('|', '\\|') : escapedText(part)))
    .join('');

// Platforms look for mentions and numbers of issues after Markdown has been read, so that an escape does not keep them
// from it: a sign without width does.
const escapedText = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>|!~&$@#]|:\/\/|www\./gi, (found) => {
    if (found === '&') return '&amp;';
    if (found === '$') return '&#36;';
    if (found === '@') return '&#64;&#8203;';
    if (found === '#') return '\\#&#8203;';
    if (found.length > 1) return found.replace(/[/.]/, (sign) => `&#${sign.charCodeAt(0)};`);
    return `\\${found}`;
  });

/** Units of a value that a comment shows; of a longer one its two ends. */
const LONGEST = 400;

/** A text in one line, and no longer than a reader wants it in a comment. */
export function shortened(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= longest) return line;
  const back = Math.floor(longest / 4);
  return `${line.slice(0, longest - back - 3)} … ${line.slice(-back)}`;
}
