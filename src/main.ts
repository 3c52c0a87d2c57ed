#!/usr/bin/env node
// The command line's first file: gives a command line its surroundings, and the process its exit code.
import { run } from './cli/run';

const { stdout, stderr } = process;

// Whoever reads may stop reading: `landfall list risks | head` is no error.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

// The code is set and the process left to end by itself, so that everything written gets out.
void run(process.argv.slice(2), {
  folder: process.cwd(),
  env: process.env,
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
  columns: stdout.isTTY ? stdout.columns : undefined,
  write: (text) => void stdout.write(text),
  complain: (text) => void stderr.write(text),
  now: Date.now(),
}).then((code) => (process.exitCode = code));
