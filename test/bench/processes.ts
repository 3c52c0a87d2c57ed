// A program in a process of its own: how long it takes and how much memory it has at most.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

export interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly output: string;
  readonly complaints: string;
  readonly code: number | null;
}

export interface Started {
  readonly process: ChildProcess & { readonly stdin: Writable; readonly stdout: Readable; readonly stderr: Readable };
  readonly since: number;
  /** Waits for its end; the most memory it had at any time, in megabytes. */
  readonly ended: () => Promise<number>;
}

export const scratch = (): string => mkdtempSync(path.join(tmpdir(), 'landfall-bench-'));

// The process itself says at its end what it used: the only way that is the same on every system.
const WITNESS = `process.on('exit', () => require('fs').writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS)));`;

/** Starts a Node script as a user would, without flags. */
export function start(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const folder = scratch();
  const [witness, peak] = [path.join(folder, 'witness.cjs'), path.join(folder, 'peak')];
  writeFileSync(witness, WITNESS);
  const since = performance.now();
  const child = spawn(process.execPath, ['--require', witness, script, ...args], {
    stdio: 'pipe',
    env: { ...process.env, NODE_OPTIONS: '', ...env, BENCH_PEAK: peak },
  });
  const exit = once(child, 'close');
  return {
    process: child,
    since,
    ended: async () => {
      await exit;
      const kilobytes = Number(readFileSync(peak, 'utf8'));
      rmSync(folder, { recursive: true });
      return kilobytes / 1024;
    },
  };
}

/** Runs a script to its end. */
export async function run(
  script: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Run> {
  const started = start(script, args, env);
  let output = '';
  let complaints = '';
  started.process.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  started.process.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaints += chunk));
  started.process.stdin.end();
  await once(started.process, 'close');
  const milliseconds = performance.now() - started.since;
  return { milliseconds, megabytes: await started.ended(), output, complaints, code: started.process.exitCode };
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};
