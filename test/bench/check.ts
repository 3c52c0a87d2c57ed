// `landfall check` as a whole process: against yaml-language-server and ajv-cli, which look at the same files with the same
// schemas, and against the floor. Cold is the first time ever: there is no cache, and one is left behind.
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ajvOver } from './ajv-cli';
import { type Corpus, generate } from './corpus/generate';
import { writeCorpus } from './corpus/store';
import { floorOf } from './floor';
import { languageServer } from './language-server';
import { yamlLanguageServer } from './peer';
import { median, run, scratch, type Run } from './processes';
import type { Bench, BenchSettings, Row } from './row';
import { writeSchemas } from './schemas';

const CLI = path.resolve('dist/cli.js');
export const ENTITIES = 40_000;

type Measured = Pick<Run, 'milliseconds' | 'megabytes'>;
/** Who is measured, with the rows that need it. */
const SIDES = {
  cold: ['cold', 'cold-ajv', 'cold-floor', 'memory', 'warm'],
  warm: ['warm'],
  edited: ['warm-edited'],
  floor: ['cold', 'cold-ajv', 'cold-floor', 'warm', 'warm-edited'],
  ajv: ['cold-ajv'],
  server: ['cold', 'memory', 'warm-edited'],
} as const;
type Side = keyof typeof SIDES;

export const check: Bench = {
  names: ['cold', 'cold-ajv', 'cold-floor', 'memory', 'warm', 'warm-edited'],
  async run(settings) {
    const folder = scratch();
    const corpus = generate(ENTITIES);
    const runs = await inTurn(corpus, folder, settings);
    rmSync(folder, { recursive: true });
    const size = `${corpus.files.size} files, ${corpus.entities} entities, ${(corpus.bytes / 1e6).toFixed(1)} MB`;
    return rowsOf(runs, size).filter(({ name }) => settings.asked(name));
  },
};

/** Each side once in every round. */
async function inTurn(
  corpus: Corpus,
  folder: string,
  { rounds, asked }: BenchSettings,
): Promise<Readonly<Record<Side, readonly Measured[]>>> {
  const root = path.join(folder, 'project');
  writeCorpus(corpus, root);
  const first = [...corpus.files.keys()].find((file) => file.includes('/')) ?? '';
  const cached = cachesIn(path.join(folder, 'warm'));
  const schemas = writeSchemas(path.join(folder, 'schemas'));
  const wanted = (side: Side): boolean => SIDES[side].some(asked);
  const floor = wanted('floor') ? floorOf(corpus, path.join(folder, 'floor')) : undefined;
  const ajv = wanted('ajv') ? ajvOver(corpus, root, schemas, path.join(folder, 'ajv')) : undefined;
  if (wanted('warm') || wanted('edited')) await checkOf(root, cached);
  const runs: Record<Side, Measured[]> = { cold: [], warm: [], edited: [], floor: [], ajv: [], server: [] };
  for (let round = 0; round < rounds; round++) {
    if (wanted('cold')) runs.cold.push(await checkOf(root, cachesIn(path.join(folder, `cold-${round}`))));
    if (wanted('warm')) runs.warm.push(await checkOf(root, cached));
    if (wanted('edited')) {
      appendFileSync(path.join(root, first), `# ${round}\n`);
      runs.edited.push(await checkOf(root, cached));
      // Whoever comes next finds it kept.
      if (wanted('warm')) await checkOf(root, cached);
    }
    if (floor) runs.floor.push(await floor());
    if (ajv) runs.ajv.push(await ajv());
    if (wanted('server')) runs.server.push(await diagnosed(root, [...corpus.files.keys()], schemas));
  }
  return runs;
}

function rowsOf(runs: Readonly<Record<Side, readonly Measured[]>>, size: string): readonly Row[] {
  const time = (side: Side): number => median(runs[side].map((one) => one.milliseconds));
  const peak = (side: Side): number => median(runs[side].map((one) => one.megabytes));
  const row = (name: string, work: string, our: Side, their: Side, target: Row['target']): Row => {
    const columns = { floor: time('floor'), memory: peak(our) };
    return { name, work, ours: time(our), theirs: time(their), unit: 'ms', ...columns, target };
  };
  return [
    row('cold', `check, cold, ${size}; yaml-language-server`, 'cold', 'server', { kind: 'faster', atLeast: 15 }),
    row('cold-ajv', 'check, cold; ajv-cli', 'cold', 'ajv', { kind: 'faster', atLeast: 4 }),
    row('cold-floor', 'check, cold; the floor', 'cold', 'floor', { kind: 'times', atMost: 4 }),
    {
      name: 'memory',
      work: 'check, cold: peak memory; yaml-language-server',
      ours: peak('cold'),
      theirs: peak('server'),
      unit: 'MB',
      target: { kind: 'share', atMost: 20 },
    },
    row('warm', 'check, warm; our own, cold', 'warm', 'cold', { kind: 'times', atMost: 0.3 }),
    row('warm-edited', 'check, warm, one file is another; yaml-language-server', 'edited', 'server', {
      kind: 'faster',
      atLeast: 15,
    }),
  ];
}

/** The environment that has caches kept in this folder. */
export const cachesIn = (folder: string) => ({ XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, LANDFALL_NO_CACHE: '' });

/** The corpus has mistakes, so a check that finds none did not do its work. */
export async function checkOf(root: string, env: Readonly<Record<string, string>>): Promise<Run> {
  const done = await run(CLI, ['check', root, '--lang', 'en'], env);
  if (done.code !== 1 || !done.output.includes('LF101'))
    throw new Error(`landfall check ended with ${done.code}: ${`${done.output}${done.complaints}`.slice(-500)}`);
  return done;
}

// From the start of the process to the last file's diagnostics; what it waits before it begins (0.2 s) is the server's own.
async function diagnosed(
  root: string,
  files: readonly string[],
  schemas: ReadonlyMap<string, string>,
): Promise<Measured> {
  const server = await languageServer(yamlLanguageServer(), root, schemas);
  const found = await Promise.all(files.map((file) => server.open(file, readFileSync(path.join(root, file), 'utf8'))));
  const milliseconds = server.age();
  const megabytes = await server.end();
  if (!found.some((diagnostics) => diagnostics > 0))
    throw new Error('yaml-language-server found nothing: it has no schemas.');
  return { milliseconds, megabytes };
}
