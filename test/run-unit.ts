// The process that runs the unit and property tests: all of test/ but test/editor, in one bundle of esbuild.mjs.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runMocha } from './mocha';

/** Milliseconds after which a test counts as hanging: no measure of speed, which a busy machine would make a chance. */
const HANGS = 60_000;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { grep: { type: 'string' }, share: { type: 'string' } } });
  const [at, of] = values.share?.split('/').map(Number) ?? [];
  const file = path.join(__dirname, 'unit.js');
  const counts = await runMocha(file, {
    grep: values.grep,
    ...(at !== undefined && of !== undefined ? { share: { at, of } } : {}),
    timeout: HANGS,
    color: process.stdout.isTTY,
  });
  process.send?.(counts);
  process.disconnect?.();
  process.exitCode = counts.failed === 0 ? 0 : 1;
  // A process that lives on has something registered that a test forgot to end: a failure, not a reason to wait.
  setTimeout(() => {
    console.error(`The tests are over but something still runs: ${process.getActiveResourcesInfo().join(', ')}`);
    process.exit(1);
  }, 5_000).unref();
}

void main();
