// What ten times the entities cost: the same check on ten times the files. "Theirs" is our own time for the small one.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { cachesIn, checkOf, ENTITIES } from './check';
import { generate } from './corpus/generate';
import { writeCorpus } from './corpus/store';
import { median, type Run, scratch } from './processes';
import { type Bench, limit, type Row } from './row';

export const growth: Bench = {
  names: ['ten-times', 'ten-times-memory'],
  async run({ rounds, asked }) {
    const folder = scratch();
    const [small, large] = [path.join(folder, 'small'), path.join(folder, 'large')];
    writeCorpus(generate(ENTITIES), small);
    writeCorpus(generate(10 * ENTITIES), large);
    const runs: { small: Run[]; large: Run[] } = { small: [], large: [] };
    for (let round = 0; round < rounds; round++) {
      const caches = cachesIn(path.join(folder, `caches-${round}`));
      runs.small.push(await checkOf(small, caches));
      runs.large.push(await checkOf(large, caches));
    }
    rmSync(folder, { recursive: true });
    const time = (of: readonly Run[]): number => median(of.map(({ milliseconds }) => milliseconds));
    const memory = median(runs.large.map(({ megabytes }) => megabytes));
    const rows: readonly Row[] = [
      {
        name: 'ten-times',
        work: `check, cold, ${10 * ENTITIES} entities; our own of ${ENTITIES}`,
        ours: time(runs.large),
        theirs: time(runs.small),
        unit: 'ms',
        memory,
        target: { kind: 'times', atMost: 11 },
      },
      limit('ten-times-memory', `check, cold, ${10 * ENTITIES} entities: peak memory`, memory, 1500, 'MB'),
    ];
    return rows.filter(({ name }) => asked(name));
  },
};
