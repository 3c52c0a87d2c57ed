// The static checks of `npm test` and `npm run check`. Each counts as one test; all of them run, whatever fails.
import type { Counts } from './counts';
import { run, tool } from './processes';

type Lint = {
  readonly name: string;
  readonly tool: string;
  readonly args: readonly string[];
  readonly thorough?: true;
};

const lints: readonly Lint[] = [
  { name: 'types', tool: 'tsc', args: ['--noEmit', '--pretty', 'false', '-p', '.'] },
  {
    name: 'types of the core, which knows no Node and no browser',
    tool: 'tsc',
    args: ['--noEmit', '--pretty', 'false', '-p', 'src/core'],
  },
  {
    name: 'types of the pages, which know no Node and no editor',
    tool: 'tsc',
    args: ['--noEmit', '--pretty', 'false', '-p', 'src/webview'],
  },
  { name: 'oxlint', tool: 'oxlint', args: ['--type-aware', '--deny-warnings', 'src', 'test'] },
  {
    name: 'format (mend: npx biome format --write)',
    tool: 'biome',
    args: ['format', '--colors=off', '--reporter=summary'],
  },
  { name: 'dead files, exports and dependencies (knip)', tool: 'knip', args: ['--no-progress'], thorough: true },
];

/** `thorough` adds what is too slow or too strict for the inner loop. */
export async function lint(thorough: boolean): Promise<Counts> {
  const due = lints.filter((each) => thorough || !each.thorough);
  const results = await Promise.all(due.map(async (each) => ({ ...each, ...(await run(tool(each.tool), each.args)) })));
  for (const { name, code, output, seconds } of results) {
    console.log(`  ${code === 0 ? '✔' : '✘'} ${name} (${seconds.toFixed(1)} s)`);
    if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '      '));
  }
  const failures = results.filter(({ code }) => code !== 0).map(({ name }) => name);
  return { passed: results.length - failures.length, failed: failures.length, skipped: 0, failures };
}
