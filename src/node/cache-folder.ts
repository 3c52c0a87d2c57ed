// Where what is quick to make again may be kept, and keeping that place from growing without end.
import fs from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const DAY = 24 * 3600 * 1000;
/** Days after which what nobody wrote again is removed. */
const KEPT_DAYS = 60;
/** Bytes that all of it may take together. */
const ALL_LIMIT = 1024 ** 3;

type Env = Readonly<Record<string, string | undefined>>;

/** The folder for the system's user; undefined where LANDFALL_NO_CACHE is set, or no folder can be told. */
export function cacheFolder(env: Env, platform: NodeJS.Platform = process.platform): string | undefined {
  if (env.LANDFALL_NO_CACHE && env.LANDFALL_NO_CACHE !== '0') return undefined;
  const given = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  // The XDG specification has relative paths ignored.
  if (given && path.isAbsolute(given)) return path.join(given, 'landfall');
  const home = homeOf();
  if (home === undefined) return undefined;
  const usual = { win32: 'AppData/Local', darwin: 'Library/Caches' } as Readonly<Partial<Record<string, string>>>;
  return path.join(home, usual[platform] ?? '.cache', 'landfall');
}

function homeOf(): string | undefined {
  try {
    return path.isAbsolute(homedir()) ? homedir() : undefined;
  } catch {
    return undefined;
  }
}

/** Removes what is old, and the oldest of what is too much. Only files that end as ours do. */
export function prune(folder: string, ending: string, now: number): void {
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(ending) || name.endsWith(`${ending}.tmp`))
    .flatMap((name) => {
      const file = path.join(folder, name);
      const stat = fs.statSync(file, { throwIfNoEntry: false });
      return stat?.isFile() ? [{ file, size: stat.size, age: now - stat.mtimeMs }] : [];
    })
    .sort((a, b) => a.age - b.age);
  let sum = 0;
  for (const { file, size, age } of files) {
    sum += size;
    // One that is being written lives for seconds.
    const left = file.endsWith('.tmp') && age > DAY;
    if (left || age > KEPT_DAYS * DAY || sum > ALL_LIMIT) fs.rmSync(file, { force: true });
  }
}
