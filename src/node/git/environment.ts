// The surroundings in which git runs: the program by its full path, settings and variables under which a repository can
// make it run nothing, fetch nothing and write nothing.
import fs from 'node:fs';
import path from 'node:path';

export type Env = Readonly<Record<string, string | undefined>>;

/** Given with every call as `-c`: they outrank what the repository says. */
export const SETTINGS: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  // A folder of the project that looks like a repository without a work tree is data.
  'safe.bareRepository=explicit',
  'i18n.logOutputEncoding=UTF-8',
  'core.quotePath=false',
];

const OWN: Env = {
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  LC_ALL: 'C',
};

// What git needs to start and to find the user's own settings (safe.directory is one). Everything else stays outside:
// GIT_DIR set by a hook would lead into another repository, and a dozen variables name programs.
const KEPT = new Set(
  [
    'PATH HOME USERPROFILE HOMEDRIVE HOMEPATH XDG_CONFIG_HOME APPDATA LOCALAPPDATA PROGRAMDATA ALLUSERSPROFILE',
    'SYSTEMROOT SYSTEMDRIVE WINDIR TEMP TMP TMPDIR LD_LIBRARY_PATH USER USERNAME LOGNAME',
  ].flatMap((line) => line.split(' ')),
);

export function environment(env: Env): Record<string, string> {
  const kept = Object.entries(env).filter(
    (pair): pair is [string, string] => KEPT.has(pair[0].toUpperCase()) && pair[1] !== undefined,
  );
  return { ...Object.fromEntries(kept), ...(OWN as Record<string, string>) };
}

/**
 * The git of the search path. Only folders with a full path count, so that no program called git in the project's own
 * folder is taken (Windows looks there first).
 */
export function findGit(env: Env, platform: NodeJS.Platform = process.platform): string | undefined {
  const search = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  const name = platform === 'win32' ? 'git.exe' : 'git';
  return search
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name))
    .find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
}
