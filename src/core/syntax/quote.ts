// A text as YAML that reads back as that text: plain where that is safe, quoted where it is not.

/** Where it will stand: inside brackets, commas and brackets end a plain text; a key may not be `<<`. */
export type Place = 'block' | 'flow' | 'key';

/** What YAML's core schema makes of a plain scalar when it does not stay text (YAML 1.2.2, 10.3.2). */
const NOT_TEXT =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const BEGINS_OTHERWISE = /^(?:[-?:](?=[ \t]|$)|[,[\]{}#&*!|>'"%@`]|---|\.\.\.)/;
const ENDS_EARLY = /:(?=[ \t]|$)|[ \t]#/;
/** Line breaks and what does not print, the invisible spaces at the edges among it: only double quotes show it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}|^[\u00a0\u200b-\u200d\u2060\u3000]|[\u00a0\u200b-\u200d\u2060\u3000]$/u;

/** Whether the text can stand without quotes. */
export function isPlain(text: string, place: Place): boolean {
  if (text === '' || text !== text.trim() || UNSEEN.test(text)) return false;
  if (NOT_TEXT.test(text) || BEGINS_OTHERWISE.test(text) || ENDS_EARLY.test(text)) return false;
  if (place === 'key') return text !== '<<' && text.length < 1000 && !/[,[\]{}]/.test(text);
  // `a:b` in brackets is a text to YAML and a pair to a reader.
  return place === 'block' || !/[,[\]{}]|:$/.test(text);
}

/** The text plain or in quotes, in those that are preferred where they can hold it. */
export function plainOrQuoted(text: string, place: Place, prefer: 'plain' | 'single' | 'double' = 'plain'): string {
  if (prefer === 'plain' && isPlain(text, place)) return text;
  if (UNSEEN.test(text)) return doubleQuoted(text);
  // Without a preference the quotes that need no escaping, so that paths and quotations stay legible.
  const single = prefer === 'single' || (prefer === 'plain' && /["\\]/.test(text));
  return single ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

function doubleQuoted(text: string): string {
  // JSON's strings are YAML's, but for some characters that are better seen or that YAML wants escaped as well.
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u00a0\u200b-\u200d\u2028\u2029\u2060\ufeff\ufffe\uffff]/g, escape);
}

/** A text of several lines as a literal block, or undefined when only quotes can hold it. */
export function literalBlock(text: string, indent: string): string | undefined {
  const body = text.replace(/\n$/, '');
  if (body === '' || !text.includes('\n') || /^[ \t\n]|\n[ \t]+(?:\n|$)|\n$/.test(body)) return undefined;
  if (UNSEEN.test(text.replaceAll('\n', ''))) return undefined;
  const lines = body.split('\n').map((line) => (line === '' ? '' : indent + line));
  return `${text === body ? '|-' : '|'}\n${lines.join('\n')}`;
}
