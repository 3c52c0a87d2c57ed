// A sample project in a new folder, as a git repository with its history. The same sample gives the same object names
// everywhere. Where there is no git, the files are written and that is said.
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { commitsOf } from './sample-commits';
import type { Files, Sample } from './sample-files';
import { MAIN } from './sample-story';
import { importStream } from './sample-stream';

export type Materialised =
  | { readonly kind: 'repository'; readonly head: string }
  /** The files alone, and why. */
  | { readonly kind: 'files'; readonly why: 'no-history' | 'no-git' };

/**
 * Writes the sample into a folder, which is made when it is not there, and throws when there is something in it.
 * `git` is the program to run; nothing of the user's git configuration applies, and no hook runs.
 */
export async function materialise(sample: Sample, folder: string, git = 'git'): Promise<Materialised> {
  await fs.mkdir(folder, { recursive: true });
  if ((await fs.readdir(folder)).length > 0) throw new Error(`${folder} is not empty`);
  await write(folder, sample.files);
  if (sample.history === undefined) return { kind: 'files', why: 'no-history' };
  const stream = importStream(commitsOf(sample.files, sample.history));
  const run = (args: readonly string[], input?: string): Promise<string> => runGit(git, folder, args, input);
  try {
    await run(['init', '--quiet']);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'files', why: 'no-git' };
    throw error;
  }
  // Not `init --initial-branch`, which git knows from 2.28 on.
  await run(['symbolic-ref', 'HEAD', `refs/heads/${MAIN}`]);
  await run(['fast-import', '--quiet', '--done'], stream);
  // The files are there already, so that only the index is to be filled.
  await run(['reset', '--quiet']);
  return { kind: 'repository', head: (await run(['rev-parse', 'HEAD'])).trim() };
}

async function write(folder: string, files: Files): Promise<void> {
  for (const [file, text] of files) {
    const place = path.join(folder, ...file.split('/'));
    await fs.mkdir(path.dirname(place), { recursive: true });
    await fs.writeFile(place, text);
  }
}

// Settings of the user or the machine could sign, convert line ends, run hooks or copy a template; none of it is wanted.
const SETTINGS = ['core.hooksPath=/dev/null', 'core.autocrlf=false', 'core.fsmonitor=false', 'core.quotePath=false'];

function runGit(git: string, folder: string, args: readonly string[], input = ''): Promise<string> {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  return new Promise((resolve, reject) => {
    const child = execFile(
      git,
      [...settings, ...args],
      { cwd: folder, env: environment(), maxBuffer: 1 << 24 },
      (error, output) => (error ? reject(error) : resolve(output)),
    );
    // Git may end before it has read everything; its exit code says why.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function environment(): NodeJS.ProcessEnv {
  // GIT_DIR and its like, set by a hook that runs us, would lead into another repository.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_GLOBAL: os.devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TEMPLATE_DIR: '',
    GIT_DEFAULT_HASH: 'sha1',
    LC_ALL: 'C',
  };
}
