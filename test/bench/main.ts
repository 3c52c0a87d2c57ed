// `npm run bench [-- --only NAME,…] [--rounds N] [--json]`: how fast we are beside what people use today. Figures depend
// on the machine, ratios hardly: both sides run in turn, the medians are compared. Ends with 1 when a target is missed.
import { parseArgs } from 'node:util';
import { access } from './access';
import { check } from './check';
import { editor } from './editor';
import { evm } from './evm';
import { gates } from './gates';
import { growth } from './growth';
import { keystroke } from './keystroke';
import { past } from './past';
import { questions } from './questions';
import { schedule } from './schedule';
import { asJson, type Bench, isMet, table } from './row';
import { typing } from './typing';

const benches: readonly Bench[] = [
  check,
  keystroke,
  typing,
  questions,
  access,
  schedule,
  evm,
  gates,
  past,
  growth,
  editor,
];
const names = benches.flatMap((bench) => bench.names);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
    },
  });
  const only = values.only?.split(',');
  const unknown = only?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length) {
    console.error(`There is no ${unknown.join(', ')} to measure. There are: ${names.join(', ')}.`);
    return 2;
  }
  const asked = (name: string): boolean => only?.includes(name) ?? true;
  const rows = [];
  for (const bench of benches) {
    if (bench.names.some(asked)) rows.push(...(await bench.run({ rounds: Number(values.rounds), asked })));
  }
  console.log(values.json ? JSON.stringify(rows.map(asJson), undefined, 2) : table(rows));
  return rows.every(isMet) ? 0 : 1;
}

void main().then((code) => (process.exitCode = code));
