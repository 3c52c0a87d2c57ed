// Every item of the corpus read once, by the quick reader and what it passes by `yaml`, against `yaml` alone: what the
// second reader is there for.
import { openRegister, readItem } from '../../src/core/syntax/register';
import { quickReader } from '../../src/core/syntax/quick';
import { normalise } from '../../src/core/syntax/text';
import { ENTITIES } from './check';
import { generate } from './corpus/generate';
import { median } from './processes';
import type { Bench } from './row';

const NAME = 'reader';

export const reader: Bench = {
  names: [NAME],
  run: ({ rounds }) => {
    const { files, bytes } = generate(ENTITIES);
    const texts = [...files.values()].map((text) => normalise(text).text);
    const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
    const was = quickReader.on;
    for (let round = 0; round < rounds; round++) {
      for (const side of ['theirs', 'ours'] as const) {
        quickReader.on = side === 'ours';
        times[side].push(readAll(texts));
      }
    }
    quickReader.on = was;
    const work = `every item of ${(bytes / 1e6).toFixed(1)} MB read; yaml`;
    const [ours, theirs] = [median(times.ours), median(times.theirs)];
    return Promise.resolve([{ name: NAME, work, ours, theirs, unit: 'ms', target: { kind: 'faster', atLeast: 10 } }]);
  },
};

function readAll(texts: readonly string[]): number {
  const since = performance.now();
  for (const text of texts) {
    const register = openRegister(text);
    register.slices.forEach((_, at) => readItem(register, at));
  }
  return performance.now() - since;
}
