// Texts of registers inside Markdown.
import { harmless } from './width';

// Whatever could begin a link, a picture, HTML, a table cell or a mention is text here; what is code stays code, in
// which only the table's own sign means anything.
export const escaped = (text: string): string =>
  harmless(text)
    .split(/(`[^`]+`)/)
    .map((part, at) => (at % 2 ? part.replaceAll('|', '\\|') : escapedText(part)))
    .join('');

const escapedText = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|!~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replaceAll('@', '&#64;');
