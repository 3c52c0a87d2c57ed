#!/usr/bin/env node
// The command line's first file: gives a command line its surroundings, and the process its exit code.
import { run } from './cli/run';
import { keepHeapSmall, optimiseLate } from './node/thrift';

keepHeapSmall();
optimiseLate();

const { stdout, stderr } = process;

// Whoever reads may stop reading: `landfall list risks | head` is no error. A full disk is one.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    if (stream === stdout) stderr.write(`${error.message}\n`);
    process.exit(3);
  });
}

// When everything written is out, and nothing else is left to do.
const later = (work: () => void) => void process.once('beforeExit', work);

// The code is set and the process left to end by itself, so that everything written gets out.
void run(process.argv.slice(2), {
  folder: process.cwd(),
  env: process.env,
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
  columns: stdout.isTTY ? stdout.columns : undefined,
  write: (text) => void stdout.write(text),
  complain: (text) => void stderr.write(text),
  now: Date.now(),
  later,
}).then((code) => (process.exitCode = code));
