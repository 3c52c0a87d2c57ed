// `npm run fuzz [documents] [seed]`: the law of the slice over many more documents than a test run has time for.
import { type GeneratorName, generators } from './damage';
import { judge } from './law';
import { random } from './random';

const documents = Number(process.argv[2] ?? 50_000);
const firstSeed = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
let failed = 0;

for (const name of Object.keys(generators) as GeneratorName[]) {
  const counts = new Map<string, number>();
  for (let seed = firstSeed; seed < firstSeed + documents; seed++) {
    const text = generators[name](random(seed));
    const verdict = judge(text);
    counts.set(verdict.kind, (counts.get(verdict.kind) ?? 0) + 1);
    if (!('why' in verdict)) continue;
    failed++;
    if (failed <= 10) console.log(`${name} ${seed}: ${verdict.why}\n${JSON.stringify(text)}`);
  }
  console.log(name, Object.fromEntries(counts));
}
console.log(failed ? `${failed} documents against the law` : 'No document against the law.');
process.exitCode = failed ? 1 : 0;
