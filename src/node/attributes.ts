// `.gitattributes` lines that have git merge registers by Landfall: put behind what is there, never in its place.
import fs from 'node:fs';
import path from 'node:path';
import { fail, ok, type Result } from '../core/base/result';

const ATTRIBUTES = '.gitattributes';

/** Files that a project may consist of; what is no register the driver leaves to the merge by lines. */
const PATTERNS = ['*.yaml', '*.yml'] as const;
const DRIVER = 'landfall';

const CALL = 'landfall merge --marker-size=%L --ours=%X --theirs=%Y -- %O %A %B %P';
const BY_LINES = 'git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B';

/**
 * What everyone who merges runs once: a repository cannot bring the programs that git is to run. Git takes a program
 * that is not there for one that kept ours, and theirs would be lost, so the setting sees to that; it holds no sign that
 * a shell reads between double quotes.
 */
export const DRIVER_SETTINGS: readonly string[] = [
  `git config merge.${DRIVER}.name "Landfall registers"`,
  `git config merge.${DRIVER}.driver "if command -v landfall >/dev/null; then ${CALL}; else ${BY_LINES}; fi"`,
];

/** Adds the lines that are missing; answers whether any was, and what hindered it. */
export function declareDriver(folder: string): Result<{ readonly file: string; readonly added: boolean }, string> {
  const file = path.join(folder, ATTRIBUTES);
  try {
    const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    const there = new Set(before.split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, ' ')));
    const missing = PATTERNS.map((pattern) => `${pattern} merge=${DRIVER}`).filter((line) => !there.has(line));
    if (!missing.length) return ok({ file: ATTRIBUTES, added: false });
    const end = before.includes('\r\n') ? '\r\n' : '\n';
    const gap = before === '' || before.endsWith('\n') ? '' : end;
    fs.appendFileSync(file, `${gap}${missing.map((line) => line + end).join('')}`);
    return ok({ file: ATTRIBUTES, added: true });
  } catch (error) {
    return fail((error as Error).message);
  }
}
