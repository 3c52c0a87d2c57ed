// Real repositories for tests, made with the real git and nobody's settings.
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import os from 'node:os';
import { type Contents, put, temporaryFolders } from '../../temporary';
import { type AtHand, atHandIn } from '../../../src/node/git/at-hand';
import { turns } from '../../../src/node/git/turns';
import { openRepository, type Repository, type RepositoryOptions } from '../../../src/node/git/repository';

const ENV = {
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TEMPLATE_DIR: '',
  LC_ALL: 'C',
  GIT_AUTHOR_NAME: '李伟',
  GIT_AUTHOR_EMAIL: 'li.wei@example.cn',
  GIT_COMMITTER_NAME: 'Daniel Roth',
  GIT_COMMITTER_EMAIL: 'd.roth@example.com',
};

export interface Made {
  readonly folder: string;
  /** Runs git in the repository and answers with what it prints. */
  readonly git: (...args: readonly string[]) => string;
  /** Writes files and commits everything. Answers with the commit's name. */
  readonly commit: (message: string, files?: Contents, date?: string) => string;
}

/** Git in a folder, for tests that set up what it is to read. */
export function gitIn(folder: string, settings: Readonly<Record<string, string>> = {}): Made['git'] {
  return (...args) =>
    execFileSync('git', [...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...ENV, ...settings },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    }).trim();
}

/** To be called in a `describe`. */
export function repositories(): {
  readonly make: (files?: Contents, ...init: readonly string[]) => Made;
  readonly folder: (files: Contents) => string;
  readonly open: (folder: string, options?: RepositoryOptions) => Promise<Repository>;
} {
  const folder = temporaryFolders();
  const opened: Repository[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });
  return {
    folder,
    make: (files = {}, ...init) => {
      const made = madeIn(folder({}));
      made.git('init', '-q', ...init);
      made.git('symbolic-ref', 'HEAD', 'refs/heads/main');
      if (Object.keys(files).length) made.commit('开始', files);
      return made;
    },
    open: async (at, options = {}) => {
      const found = await openRepository(at, options);
      if (found.kind !== 'known') throw new Error(`not opened: ${found.why} ${found.detail ?? ''}`);
      opened.push(found.value);
      return found.value;
    },
  };
}

export function madeIn(folder: string): Made {
  const git = gitIn(folder);
  let minute = 0;
  return {
    folder,
    git,
    commit: (message, files = {}, date = `2026-06-15T09:${String(minute++ % 60).padStart(2, '0')}:00+08:00`) => {
      put(folder, files);
      git('add', '-A', '.');
      gitIn(folder, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date })(
        'commit',
        '-q',
        '--allow-empty',
        '-m',
        message,
      );
      return git('rev-parse', 'HEAD');
    },
  };
}

/** What is read of a repository without its git. */
export function atHandOf(folder: string, digits = 40, gitFolder = '.git'): AtHand {
  const git = { program: 'git', folder, env: {}, signal: undefined };
  const [own, shared] = [path.join(folder, gitFolder), path.join(folder, '.git')];
  return atHandIn(git, { own, shared, digits, whole: true }, turns());
}

/** An executable script in a folder. */
export function script(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}
