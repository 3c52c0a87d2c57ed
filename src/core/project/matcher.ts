// Which files belong to a project: one answer for the command line, the editor and a commit's tree.
import picomatch from 'picomatch';
import type { Path } from '../model/id';
import type { Settings } from './settings';

export const MANIFEST = 'landfall.yaml';
export const KINDS_FOLDER = '.landfall/kinds';

/** Folders that never hold registers. Other hidden folders are skipped as well, unless `include` names them. */
export const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn', '.landfall']);
const TEXT = /\.(?:ya?ml|md)$/i;
/** What no path is without that is hidden or skipped: most are told by one look. */
const SPECIAL = /(?:^|\/)(?:\.|node_modules)/;

export interface Matcher {
  /** Whether the file may be a register, an article or the manifest. */
  readonly file: (path: Path) => boolean;
  /** Whether anything below the folder may be: a walk need not enter it otherwise. */
  readonly folder: (path: string) => boolean;
  /** Whether `include` names this file without wildcards: it then must be a register. */
  readonly exact: (path: Path) => boolean;
}

export function matcher(settings: Settings): Matcher {
  const options = { dot: true, nonegate: true } as const;
  const included = settings.include.length ? picomatch([...settings.include], options) : undefined;
  const excluded = settings.exclude.length ? picomatch([...settings.exclude], options) : undefined;
  const exact = new Set(settings.include.filter((one) => !isPattern(one)));
  const hidden = (path: string): boolean =>
    SPECIAL.test(path) && path.split('/').some((part) => part.startsWith('.') && !SKIPPED.has(part));
  const skipped = (path: string): boolean => SPECIAL.test(path) && path.split('/').some((part) => SKIPPED.has(part));
  const named = settings.include.filter((one) => hidden(one));
  return {
    file: (path) => {
      if (path === MANIFEST || exact.has(path)) return true;
      if (!TEXT.test(path) || skipped(path) || excluded?.(path)) return false;
      return included ? included(path) : !hidden(path);
    },
    folder: (path) => {
      if (skipped(path) || excluded?.(path) || excluded?.(`${path}/x.yaml`))
        return [...exact].some((one) => one.startsWith(`${path}/`));
      return !hidden(path) || named.some((one) => one.startsWith(`${path}/`) || path.startsWith(`${literalPart(one)}`));
    },
    exact: (path) => exact.has(path),
  };
}

const isPattern = (text: string): boolean => /[*?[\]{}()!]/.test(text);
const literalPart = (pattern: string): string => pattern.split(/[*?[{(]/)[0] ?? '';

/** The include patterns that no file of the project matches. */
export function idlePatterns(settings: Settings, paths: Iterable<Path>): readonly string[] {
  const idle = new Map(settings.include.map((one) => [one, picomatch(one, { dot: true })]));
  for (const path of paths) {
    for (const [pattern, matches] of idle) if (path === pattern || matches(path)) idle.delete(pattern);
    if (!idle.size) break;
  }
  return [...idle.keys()];
}
