// Links of Markdown to files by their relative paths, `[text](../guide.md#part)` and `[label]: guide.md`, kept when what
// they name moves, or the file in which they stand.
import { nfc } from '../../base/text';
import type { Path } from '../../model/id';
import { withoutCode } from '../../schema/sites';
import type { TextEdit } from '../../syntax/edit';

const LINK = /(\]\([ \t]*|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*)(<[^>\n]*>|[^\s<>()]+)/gm;

/** The edits that let the relative links of a Markdown file lead where they led; `placeOf` is where a path moves to. */
export function linkEdits(
  text: string,
  file: Path,
  placeOf: (path: string) => string | undefined,
): readonly TextEdit[] {
  const home = placeOf(file) ?? file;
  return [...withoutCode(text).matchAll(LINK)].flatMap((found): readonly TextEdit[] => {
    const [, lead = '', target = ''] = found;
    const bracketed = target.startsWith('<');
    const start = found.index + lead.length + (bracketed ? 1 : 0);
    const written = bracketed ? target.slice(1, -1) : target;
    const path = /^[^#?]*/.exec(written)?.[0] ?? '';
    if (path === '' || path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return [];
    const plain = decoded(path);
    const named = plain === undefined ? undefined : pathFrom(folderOf(file), plain);
    if (plain === undefined || named === undefined) return [];
    const to = placeOf(named) ?? named;
    if (to === named && home === file) return [];
    const way = wayTo(folderOf(home), to, plain);
    if (way === nfc(plain)) return [];
    const by =
      plain === path ? escaped(way, bracketed ? /[%#?<>]/g : /[%#?<>() ]/g) : escaped(encodeURI(way), /[#?()]/g);
    return [{ start, end: start + path.length, text: by }];
  });
}

const escaped = (path: string, signs: RegExp): string =>
  path.replace(signs, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const folderOf = (path: string): readonly string[] => path.split('/').slice(0, -1);

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** A relative path as one of the project; undefined where it leads out of it. */
function pathFrom(folder: readonly string[], relative: string): string | undefined {
  const parts = [...folder];
  for (const part of nfc(relative).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length ? parts.join('/') : undefined;
}

/** The relative path from a folder, in the manner in which it was written before. */
function wayTo(folder: readonly string[], path: string, before: string): string {
  const parts = path.split('/');
  let shared = 0;
  while (shared < folder.length && shared < parts.length - 1 && folder[shared] === parts[shared]) shared++;
  const up = folder.slice(shared).map(() => '..');
  const way = [...up, ...parts.slice(shared)].join('/');
  const end = before.endsWith('/') ? '/' : '';
  return `${before.startsWith('./') && !up.length ? './' : ''}${way}${end}`;
}
