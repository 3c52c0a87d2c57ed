// `npm test` and its parts: static checks, unit and property tests, editor tests, one sum. `check` is the inner loop,
// `unit` and `editor` run one part, `fuzz` and `bench` run their own programs. Further arguments go to the part:
// --grep, --suite, --keep.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { add, type Counts, failing, nothing } from './counts';
import { lint } from './lint';
import { whenLeaving } from './processes';
import { needPrograms } from './system-packages';

type Part = { readonly title: string; readonly run: (args: readonly string[]) => Promise<Counts> };

const fast: Part = { title: 'Lint', run: () => lint(false) };
const thorough: Part = { title: 'Lint', run: () => lint(true) };
const unit: Part = { title: 'Unit and property tests', run: units };
const editor: Part = { title: 'Editor tests', run: (args) => suite('out/editor/run.js', args) };
const partsOf: Readonly<Record<string, readonly Part[]>> = {
  test: [thorough, unit, editor],
  check: [fast, unit],
  unit: [unit],
  editor: [editor],
};

const isolated = {
  // No setting of the person at the keyboard changes a result: git's own, and what a parent git process passes on.
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
};

/** Runs `main` of a bundled program in a process of its own; what it says `later` is for whoever waits for it. */
async function child(
  file: string,
  args: readonly string[],
  later = false,
  flags: readonly string[] = [],
): Promise<{ readonly code: number; readonly counts: Counts | undefined; readonly said: string }> {
  const execArgv = ['--enable-source-maps', '--expose-gc', ...flags];
  const forked = fork(file, args, { execArgv, env: { ...process.env, ...isolated }, silent: later });
  const done = whenLeaving(() => void forked.kill());
  const said: Buffer[] = [];
  for (const stream of [forked.stdout, forked.stderr]) stream?.on('data', (some: Buffer) => said.push(some));
  let counts: Counts | undefined;
  forked.on('message', (message) => (counts = message as Counts));
  const code = await new Promise<number>((resolve) => forked.once('close', (exit) => resolve(exit ?? 1)));
  await done();
  return { code, counts, said: Buffer.concat(said).toString('utf8') };
}

/** A suite reports its counts; one that ends without them, or badly in spite of them, counts as a failure. */
async function suite(file: string, args: readonly string[], before?: Promise<unknown>): Promise<Counts> {
  const { code, counts = nothing, said } = await child(file, args, before !== undefined);
  await before;
  process.stdout.write(said);
  return code !== 0 && counts.failed === 0 ? failing(counts, `${file} ended with ${code}`) : counts;
}

// In two halves side by side: many tests wait for a git or a command line. The second half is told behind the first.
async function units(args: readonly string[]): Promise<Counts> {
  const file = 'out/test/run-unit.js';
  if (args.length || availableParallelism() < 2) return suite(file, args);
  const first = suite(file, ['--share', '0/2']);
  const second = suite(file, ['--share', '1/2'], first);
  return add(await first, await second);
}

async function program(name: string, args: readonly string[]): Promise<number> {
  const file = `out/test/${name}.js`;
  // V8 compiles in four threads beside the main one, however few cores there are: with two, those four and what is measured
  // would share them.
  const threads = Math.min(4, Math.max(1, availableParallelism() - 1));
  if (existsSync(`test/${name}/main.ts`)) return (await child(file, args, false, [`--v8-pool-size=${threads}`])).code;
  console.error(`There is no test/${name}/main.ts to run.`);
  return 1;
}

export async function main([command = 'test', ...args]: readonly string[]): Promise<number> {
  const parts = partsOf[command];
  if (!parts) return program(command, args);
  let sum = nothing;
  try {
    await needPrograms(['git']);
  } catch (error) {
    console.error((error as Error).message);
    sum = failing(sum, (error as Error).message);
  }
  for (const part of parts) {
    console.log(`\n${part.title}`);
    const counts = await part.run(args);
    sum = add(sum, counts.passed + counts.failed === 0 ? failing(counts, `${part.title}: not one test ran`) : counts);
  }
  if (sum.failed) console.log(`\nFailed:\n${sum.failures.map((one) => `  ✘ ${one}\n`).join('')}`);
  if (sum.skipped) console.log(`\n${sum.skipped} skipped`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
}
