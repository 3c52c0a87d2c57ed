// The command line as people have it: a process of its own, with what it printed and its exit code.
import { spawn } from 'node:child_process';
import path from 'node:path';

export const cli = path.resolve('dist/cli.js');

export interface Printed {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The user to run it as; only root may choose. */
  readonly uid?: number;
  readonly script?: string;
}

/** Runs `landfall` with nothing in the environment but what is given. */
export function landfall(
  args: readonly string[],
  { cwd, env = {}, uid, script = cli }: Circumstances = {},
): Promise<Printed> {
  const user = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, [script, ...args], { cwd, env: { PATH: process.env.PATH, ...env }, ...user });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}
