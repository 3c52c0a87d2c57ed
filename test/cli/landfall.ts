// The command line as people have it: a process of its own, with what it printed and its exit code.
import { spawn } from 'node:child_process';
import { chmodSync, cpSync } from 'node:fs';
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

/** Runs `landfall` with nothing in the environment but what is given, and nothing left behind on this machine. */
export function landfall(
  args: readonly string[],
  { cwd, env = {}, uid, script = cli }: Circumstances = {},
): Promise<Printed> {
  const user = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: {
      PATH: process.env.PATH,
      LANDFALL_NO_CACHE: '1',
      LANDFALL_NO_QUICK_READER: process.env.LANDFALL_NO_QUICK_READER,
      ...env,
    },
    ...user,
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** No one in particular, on every Unix. */
const NOBODY = 65_534;

/**
 * Runs `landfall` in a folder as somebody who may not read the named files in it. Root may read everything, so then it is
 * run as another user, from a copy in `place`, a folder of its own: this repository may be out of that user's reach.
 */
export async function landfallWithout(
  closed: readonly string[],
  args: readonly string[],
  cwd: string,
  place: string,
): Promise<Printed> {
  for (const name of closed) chmodSync(path.join(cwd, name), 0);
  try {
    if (process.getuid?.() !== 0) return await landfall(args, { cwd });
    cpSync(path.dirname(cli), place, { recursive: true, filter: (file) => !file.endsWith('.map') });
    for (const open of [cwd, place]) chmodSync(open, 0o755);
    return await landfall(args, { cwd, uid: NOBODY, script: path.join(place, path.basename(cli)) });
  } finally {
    for (const name of closed) chmodSync(path.join(cwd, name), 0o755);
  }
}
