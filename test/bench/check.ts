// `landfall check` as a whole process against yaml-language-server diagnosing the same files with the same schemas.
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { generate } from './corpus/generate';
import { writeCorpus } from './corpus/store';
import { languageServer } from './language-server';
import { yamlLanguageServer } from './peer';
import { median, run, scratch, type Run } from './processes';
import type { Bench, Row } from './row';
import { writeSchemas } from './schemas';

const CLI = path.resolve('dist/cli.js');
export const ENTITIES = 40_000;

export const check: Bench = {
  names: ['cold', 'warm', 'warm-edited', 'memory'],
  async run({ rounds, asked }) {
    const folder = scratch();
    const corpus = generate(ENTITIES);
    const root = path.join(folder, 'project');
    writeCorpus(corpus, root);
    const first = [...corpus.files.keys()].find((file) => file.includes('/')) ?? '';
    const cached = cachesIn(path.join(folder, 'warm'));
    const schemas = writeSchemas(path.join(folder, 'schemas'));
    const ours: Run[] = [];
    const again: Run[] = [];
    const edited: Run[] = [];
    const theirs: Diagnosed[] = [];
    if (asked('warm') || asked('warm-edited')) await checkOf(root, cached);
    for (let round = 0; round < rounds; round++) {
      // Cold is the first time ever: there is no cache, and one is left behind.
      if (asked('cold') || asked('memory'))
        ours.push(await checkOf(root, cachesIn(path.join(folder, `cold-${round}`))));
      if (asked('warm')) again.push(await checkOf(root, cached));
      if (asked('warm-edited')) {
        appendFileSync(path.join(root, first), `# ${round}\n`);
        edited.push(await checkOf(root, cached));
      }
      theirs.push(await diagnosed(root, [...corpus.files.keys()], schemas));
    }
    rmSync(folder, { recursive: true });
    const what = `${corpus.files.size} files, ${corpus.entities} entities, ${(corpus.bytes / 1e6).toFixed(1)} MB`;
    const time = (runs: readonly { milliseconds: number }[]): number => median(runs.map((one) => one.milliseconds));
    const peak = (runs: readonly { megabytes: number }[]): number => median(runs.map((one) => one.megabytes));
    const rows: readonly Row[] = [
      {
        name: 'cold',
        work: `check, cold: ${what}`,
        ours: time(ours),
        theirs: time(theirs),
        unit: 'ms',
        target: { kind: 'faster', atLeast: 1.25 },
      },
      {
        name: 'warm',
        work: 'check, warm: the same again',
        ours: time(again),
        theirs: time(theirs),
        unit: 'ms',
        target: { kind: 'faster', atLeast: 8 },
      },
      {
        name: 'warm-edited',
        work: 'check, warm: one file is another',
        ours: time(edited),
        theirs: time(theirs),
        unit: 'ms',
        target: { kind: 'faster', atLeast: 3 },
      },
      {
        name: 'memory',
        work: 'check, cold: peak memory',
        ours: peak(ours),
        theirs: peak(theirs),
        unit: 'MB',
        target: { kind: 'share', atMost: 40 },
      },
    ];
    return rows.filter((row) => asked(row.name));
  },
};

/** The environment that has caches kept in this folder. */
export const cachesIn = (folder: string) => ({ XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, LANDFALL_NO_CACHE: '' });

/** The corpus has mistakes, so a check that finds none did not do its work. */
export async function checkOf(root: string, env: Readonly<Record<string, string>>): Promise<Run> {
  const done = await run(CLI, ['check', root, '--lang', 'en'], env);
  if (done.code !== 1 || !done.output.includes('LF101'))
    throw new Error(`landfall check ended with ${done.code}: ${done.output.slice(-500)}`);
  return done;
}

interface Diagnosed {
  readonly milliseconds: number;
  readonly megabytes: number;
}

// From the start of the process to the last file's diagnostics; what it waits before it begins (0.2 s) is the server's own.
async function diagnosed(
  root: string,
  files: readonly string[],
  schemas: ReadonlyMap<string, string>,
): Promise<Diagnosed> {
  const server = await languageServer(yamlLanguageServer(), root, schemas);
  const found = await Promise.all(files.map((file) => server.open(file, readFileSync(path.join(root, file), 'utf8'))));
  const milliseconds = server.age();
  const megabytes = await server.end();
  if (!found.some((diagnostics) => diagnostics > 0))
    throw new Error('yaml-language-server found nothing: it has no schemas.');
  return { milliseconds, megabytes };
}
