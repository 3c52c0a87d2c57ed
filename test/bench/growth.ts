// What ten times the entities cost: the same check on ten times the files. "Theirs" is our own time for the small one.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { cachesIn, checkOf, ENTITIES } from './check';
import { generate } from './corpus/generate';
import { writeCorpus } from './corpus/store';
import { median, scratch } from './processes';
import type { Bench } from './row';

export const growth: Bench = {
  names: ['ten-times'],
  async run({ rounds }) {
    const folder = scratch();
    const [small, large] = [path.join(folder, 'small'), path.join(folder, 'large')];
    writeCorpus(generate(ENTITIES), small);
    writeCorpus(generate(10 * ENTITIES), large);
    const times: { small: number[]; large: number[] } = { small: [], large: [] };
    for (let round = 0; round < rounds; round++) {
      const caches = cachesIn(path.join(folder, `caches-${round}`));
      times.small.push((await checkOf(small, caches)).milliseconds);
      times.large.push((await checkOf(large, caches)).milliseconds);
    }
    rmSync(folder, { recursive: true });
    const work = `check, cold: ${10 * ENTITIES} entities against ${ENTITIES}`;
    return [
      {
        name: 'ten-times',
        work,
        ours: median(times.large),
        theirs: median(times.small),
        unit: 'ms',
        target: { kind: 'times', atMost: 11 },
      },
    ];
  },
};
