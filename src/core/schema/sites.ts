// References and their places, also those that are only a part of a text: the object in `object:action@scope`, the
// `[[links]]` of prose.
import { detached } from '../base/text';
import type { Pointer } from '../model/id';
import type { Scalar } from '../syntax/tree';
import type { Reference } from './shape';

/** A reference: where it stands (in the entity, and by offsets of its slice), and the text that names the target. */
export interface Site {
  readonly pointer: Pointer;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly ref: Reference;
  /** It is the first part of a composed text such as `object:action`. */
  readonly composed?: true;
}

/** The first part of a composed string; a role's name or another plain id is a reference as a whole. */
export function composed(text: string, at: Scalar, read: string, ref: Reference, pointer: Pointer): readonly Site[] {
  const colon = read.indexOf(':');
  const target = colon < 0 ? read : read.slice(0, colon);
  if (target === '' || /[*?[\]{}]/.test(target)) return [];
  const start = at.start + Math.max(0, text.slice(at.start, at.end).indexOf(target));
  const site = { pointer, text: target, start, end: start + target.length, ref };
  return [colon < 0 ? site : { ...site, composed: true }];
}

const LINK = /\[\[([^[\]|\n]{1,200})(?:\|[^[\]\n]{0,200})?\]\]/g;

// Code is shown, not followed: fenced blocks and code spans are blanked at their length.
const CODE = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1|(?![\s\S]))|`[^`\n]+`/gm;
export const withoutCode = (text: string): string =>
  /[`~]/.test(text) ? text.replace(CODE, (code) => ' '.repeat(code.length)) : text;

/** The `[[id]]` and `[[id|text]]` links in a piece of prose, those in code left out. */
export function proseLinks(
  text: string,
  at: { readonly start: number; readonly end: number },
  ref: Reference,
  pointer: Pointer,
): readonly Site[] {
  const source = text.slice(at.start, at.end);
  if (!source.includes('[[')) return [];
  return [...withoutCode(source).matchAll(LINK)].map((found) => {
    const target = detached((found[1] ?? '').trim());
    const start = at.start + found.index + 2 + (found[1] ?? '').indexOf(target);
    return { pointer, text: target, start, end: start + target.length, ref };
  });
}
