// `npm run bench [-- --only NAME,…] [--rounds N] [--json] [--record FILE] [--against FILE]`: how fast we are beside what
// people use today. Figures depend on the machine, ratios hardly: both sides run in turn, the medians are compared. Ends
// with 1 when a target is missed; with `--against`, when a ratio is much worse than the recorded one. The page
// media/docs/bench.en.md explains every row.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benches, names } from './benches';
import { type Ratios, readRatios, recordedWith, regressions, told } from './recorded';
import { asJson, type Bench, isMet, type Row, table } from './row';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
      record: { type: 'string' },
      against: { type: 'string' },
      // Measures here and hands the rows to whoever started it.
      here: { type: 'boolean', default: false },
    },
  });
  const recorded = values.against === undefined ? undefined : ratiosIn(values.against);
  // Of a comparison, what is recorded is what there is to measure.
  const wanted = values.only?.split(',') ?? (recorded ? Object.keys(recorded) : names);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length) {
    console.error(`There is no ${unknown.join(', ')} to measure. There are: ${names.join(', ')}.`);
    return 2;
  }
  const rounds = Number(values.rounds);
  const rows: Row[] = [];
  for (const bench of benches) {
    const own = bench.names.filter((name) => wanted.includes(name));
    if (own.length) rows.push(...(values.here ? await measured(bench, own, rounds) : await measuredApart(own, rounds)));
  }
  if (values.here) {
    process.send?.(rows);
    return 0;
  }
  console.log(values.json ? JSON.stringify(rows.map(asJson), undefined, 2) : table(rows));
  if (values.record !== undefined) {
    const earlier = existsSync(values.record) ? ratiosIn(values.record) : {};
    writeFileSync(values.record, recordedWith(earlier, rows));
  }
  if (!recorded) return rows.every(isMet) ? 0 : 1;
  const due = Object.fromEntries(Object.entries(recorded).filter(([name]) => wanted.includes(name)));
  const worse = regressions(rows, due);
  for (const one of worse) console.error(told(one));
  return worse.length ? 1 : 0;
}

const ratiosIn = (file: string): Ratios => readRatios(readFileSync(file, 'utf8'));

const measured = ({ run }: Bench, own: readonly string[], rounds: number): Promise<readonly Row[]> =>
  run({ rounds, asked: (name) => own.includes(name) });

/** In a process of their own, so that what other rows leave behind is no part of them. */
async function measuredApart(own: readonly string[], rounds: number): Promise<readonly Row[]> {
  const child = fork(__filename, ['--here', '--only', own.join(), '--rounds', String(rounds)]);
  let rows: readonly Row[] = [];
  child.on('message', (message) => (rows = message as readonly Row[]));
  const [code]: readonly unknown[] = await once(child, 'close');
  if (code !== 0) throw new Error(`${own.join(', ')}: ended with ${String(code)}`);
  return rows;
}

void main().then((code) => (process.exitCode = code));
