// `npm run fuzz [documents] [seed]`: the laws of the slice and of the edit over many more documents than a test run has
// time for.
import { type GeneratorName, generators } from './damage';
import { tryEdit } from './edits';
import { judge } from './law';
import { judgeQuick, type QuickGenerator, quickGenerators } from './quick';
import { random } from './random';
import { judgeSmall } from './small';

const documents = Number(process.argv[2] ?? 50_000);
const firstSeed = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
let failed = 0;

interface Verdict {
  readonly kind: string;
  readonly why?: string;
}

function run(name: string, trial: (seed: number) => Verdict & { readonly text: string }): void {
  const counts: Record<string, number> = {};
  for (let seed = firstSeed; seed < firstSeed + documents; seed++) {
    const { kind, why, text } = trial(seed);
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (why === undefined) continue;
    failed++;
    if (failed <= 10) console.log(`${name} ${seed}: ${why}\n${JSON.stringify(text)}`);
  }
  console.log(name, counts);
}

for (const name of Object.keys(generators) as GeneratorName[]) {
  run(name, (seed) => {
    const text = generators[name](random(seed));
    return { ...judge(text, true), text };
  });
}
run('edits', (seed) => tryEdit(random(seed)));
for (const name of Object.keys(quickGenerators) as QuickGenerator[]) {
  run(`quick, ${name}`, (seed) => {
    const text = quickGenerators[name](random(seed));
    const { why, taken } = judgeQuick(text);
    const kind = taken ? 'taken' : 'passed';
    return why === undefined ? { kind, text } : { kind: 'against the law', why, text };
  });
}
const { why, ...counts } = judgeSmall(3);
console.log('quick, every text of up to three tokens', counts);
if (why !== undefined) {
  failed++;
  console.log(why);
}
console.log(failed ? `${failed} documents against the law` : 'No document against the law.');
process.exitCode = failed ? 1 : 0;
