// Child processes of the build and test commands: always awaited or ended, also when this process is told to leave.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export type Ran = { readonly code: number; readonly output: string; readonly seconds: number };
export type RunOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** `show` hands the terminal to the child; the default collects what it writes. */
  readonly show?: boolean;
};

const leaving = new Set<() => Promise<void> | void>();
let left: Promise<void> | undefined;
let watching = false;

/** Runs every `whenLeaving` that is still due, once. */
function leave(): Promise<void> {
  left ??= (async () => {
    for (const end of [...leaving].reverse()) {
      try {
        await end();
      } catch (error) {
        console.error(`While cleaning up: ${String(error)}`);
      }
    }
  })();
  return left;
}

/** Registers what must be undone even if the run is interrupted; the answer takes it back and does it now. */
export function whenLeaving(end: () => Promise<void> | void): () => Promise<void> {
  if (!watching) {
    watching = true;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // `on`, not `once`: npm passes Ctrl-C on, so that it comes twice, and the second must not cut the clean-up short.
      process.on(signal, () => void leave().finally(() => process.exit(130)));
    }
  }
  leaving.add(end);
  return async () => {
    if (leaving.delete(end)) await end();
  };
}

/** The path of a tool on PATH, or nothing. */
export function which(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) =>
      (process.platform === 'win32' ? ['.exe', '.cmd'] : ['']).map((end) => path.join(folder, name + end)),
    )
    .find((file) => existsSync(file));
}

/** The path of a tool that node_modules brings. */
export const tool = (name: string): string =>
  path.join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** Runs a program to its end. A program that cannot be started ends with code 127 and says why in its output. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const started = performance.now();
  const child = spawn(command, [...args], {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: options.env ?? process.env,
    stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: command.endsWith('.cmd'),
  });
  const done = whenLeaving(() => void child.kill());
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      output += String(error);
      resolve(127);
    });
    child.once('close', (exit) => resolve(exit ?? 1));
  });
  await done();
  return { code, output, seconds: (performance.now() - started) / 1000 };
}

/**
 * Starts a program that runs on, in a process group of its own that is ended as one by the function that comes with it.
 * On Linux the kernel ends it even if this process is killed outright.
 */
export function launch(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): { readonly child: ChildProcess; readonly end: () => Promise<void> } {
  const guard = process.platform === 'linux' && which('setpriv') ? ['setpriv', '--pdeathsig', 'KILL'] : [];
  const [program = command, ...rest] = [...guard, command, ...args];
  const child = spawn(program, rest, { ...options, detached: process.platform !== 'win32' });
  const end = whenLeaving(() => endGroup(child));
  return { child, end };
}

async function endGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const send = (signal: NodeJS.Signals | 0): boolean => {
    try {
      return process.platform === 'win32' ? child.kill(signal) : process.kill(-pid, signal);
    } catch {
      return false; // It has gone.
    }
  };
  for (const [signal, wait] of [
    ['SIGTERM', 3000],
    ['SIGKILL', 2000],
  ] as const) {
    if (!send(signal)) return;
    for (const until = Date.now() + wait; Date.now() < until && send(0); ) await sleep(50);
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
