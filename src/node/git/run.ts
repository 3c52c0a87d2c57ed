// Running git: short calls through simple-git, long ones by ourselves.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type Known, known, type Unavailable, unavailable } from '../../core/project/known';
import type { Args } from './calls';
import { SETTINGS } from './environment';

/** Where and how git runs. */
export interface Git {
  /** The full path of the program. */
  readonly program: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

/** Milliseconds without a sign of life after which a short call is given up. */
const PATIENCE = 30_000;
/** Characters of what git complains about that are kept. */
const COMPLAINT = 1000;

/** Asks a short question. A call that finds nothing, which git says by its exit code alone, answers with ''. */
export async function ask(git: Git, args: Args): Promise<Known<string>> {
  git.signal?.throwIfAborted();
  const { simpleGit } = await import('simple-git');
  git.signal?.throwIfAborted();
  const asked = simpleGit({
    baseDir: git.folder,
    binary: git.program,
    config: [...SETTINGS],
    timeout: { block: PATIENCE },
    // It refuses both unless told that they are meant: the setting that switches the monitor off, and variables of git.
    unsafe: { allowUnsafeFsMonitor: true, allowUnsafeHooksPath: true, allowUnsafeCustomBinary: true },
    allowEnvironment: Object.keys(git.env),
    errors: (error, { exitCode, stdErr }) => (exitCode === 1 && !stdErr.length ? undefined : error),
    ...(git.signal ? { abort: git.signal } : {}),
  }).env({ ...git.env });
  try {
    return known(await asked.raw([...args]));
  } catch (error) {
    git.signal?.throwIfAborted();
    return failed(error instanceof Error ? error.message : String(error));
  }
}

/** What git's complaint means to whoever asked. */
export function failed(complaint: string): Unavailable {
  const detail = complaint.trim().slice(0, COMPLAINT);
  if (/ENOENT|EACCES|xcrun: error/.test(detail)) return unavailable('no-git', detail);
  if (/not a git repository|must be run in a work tree|cannot use bare repository/.test(detail))
    return unavailable('no-repository', detail);
  // The folder belongs to somebody else, and git was not told to trust it.
  if (/dubious ownership|unsafe repository/.test(detail)) return unavailable('untrusted', detail);
  // What a partial clone left at its origin stays there.
  if (/promisor remote|lazy fetching|could not fetch/.test(detail)) return unavailable('missing', detail);
  return unavailable('broken', detail);
}

/** A call under way. */
export interface Running {
  readonly child: ChildProcess;
  readonly output: Readable;
  readonly write: (text: string) => void;
  /** When it is over: what went wrong, or undefined. Never rejects. */
  readonly ended: Promise<string | undefined>;
  readonly kill: () => void;
}

/**
 * Starts a call whose input and output are streams. Not by way of simple-git: it gives answers as one text in UTF-8
 * when the process is over, and these are bytes, many, and some processes stay.
 */
export function start(git: Git, args: Args): Running {
  git.signal?.throwIfAborted();
  const settings = SETTINGS.flatMap((one) => ['-c', one]);
  const child = spawn(git.program, ['--no-pager', ...settings, ...args], {
    cwd: git.folder,
    env: { ...git.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < COMPLAINT) complaint += text;
  });
  // It may end before it has read everything; how it ended says why.
  child.stdin.on('error', () => {});
  const kill = (): void => void child.kill('SIGKILL');
  git.signal?.addEventListener('abort', kill, { once: true });
  const ended = new Promise<string | undefined>((resolve) => {
    let error: string | undefined;
    child.on('error', ({ message }) => {
      error = message;
      if (child.pid === undefined) resolve(message);
    });
    child.on('close', (code, signal) => {
      if (code === 0) resolve(undefined);
      else resolve(complaint.trim() || error || (signal ? `git was ended by ${signal}` : `git ended with ${code}`));
    });
  }).finally(() => git.signal?.removeEventListener('abort', kill));
  return { child, output: child.stdout, write: (text) => void child.stdin.write(text), ended, kill };
}

/** The whole output of a call that only has something to say; unavailable beyond so many bytes. */
export async function collect(git: Git, args: Args, limit: number): Promise<Known<Buffer>> {
  const running = start(git, args);
  running.child.stdin?.end();
  const parts: Buffer[] = [];
  let size = 0;
  running.output.on('data', (part: Buffer) => {
    size += part.length;
    if (size > limit) running.kill();
    else parts.push(part);
  });
  const complaint = await running.ended;
  git.signal?.throwIfAborted();
  if (size > limit) return unavailable('too-large');
  return complaint === undefined ? known(Buffer.concat(parts)) : failed(complaint);
}
