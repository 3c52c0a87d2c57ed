// Texts inside XML, SVG and HTML: as attributes and as content.
import { REPLACEMENT, wellFormed } from './well-formed';
import { harmless } from './width';

// XML 1.0 allows neither most controls nor half a surrogate pair, not even escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const NOT_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
const escaped = (text: string, what: RegExp): string =>
  wellFormed(text)
    .replace(NOT_XML, REPLACEMENT)
    .replace(what, (found) => ENTITIES[found] ?? found);
export const attribute = (text: string): string => escaped(text, /[&<>"\n\r\t]/g);
export const content = (text: string): string => escaped(text, /[&<>\r]/g);

/** The same for texts that are one line on a page, where nothing may turn the line around. */
export const attributeLine = (text: string): string => attribute(harmless(text));
export const line = (text: string): string => content(harmless(text));
