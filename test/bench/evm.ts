// Earned value over the past: a project whose plan, costs and timesheets were committed day after day, and its figures at
// each of those days, in a process that knows nothing yet.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { dayNumber, dayText } from '../../src/core/base/days';
import { median, run, scratch } from './processes';
import { type Bench, limit } from './row';

const NAME = 'evm-200';
const CLI = path.resolve('dist/cli.js');
const DAYS = 200;
const TASKS = 300;
const BEGIN = dayNumber('2026-01-05') ?? 0;

export const evm: Bench = {
  names: [NAME],
  run: async ({ rounds }) => {
    const root = scratch();
    try {
      make(root);
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const done = await run(CLI, ['evm', '--history', '--no-cache', '--format', 'csv', '-C', root]);
        const found = new Set(done.output.split('\r\n').map((line) => line.slice(0, 10))).size - 2;
        if (found < DAYS) throw new Error(`evm --history: ${found} status dates`);
        times.push(done.milliseconds);
      }
      const work = `earned value at ${DAYS} status dates, cold: ${TASKS} tasks, costs and timesheets`;
      return [limit(NAME, work, median(times), 2000)];
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};

const head = (kind: string): string => `kind: ${kind}\nitems:\n`;

function make(root: string): void {
  const git = (args: readonly string[], input?: string): void =>
    void execFileSync('git', args, { cwd: root, stdio: ['pipe', 'ignore', 'inherit'], ...(input ? { input } : {}) });
  git(['init', '-q', '-b', 'main']);
  git(['fast-import', '--quiet'], stream());
  git([
    '-c',
    'user.name=Ann',
    '-c',
    'user.email=ann@example.org',
    'tag',
    '-a',
    '-m',
    'approved',
    'base',
    `main~${DAYS - 1}`,
  ]);
  git(['repack', '-a', '-d', '-f', '-q']);
  git(['checkout', '-q', 'main']);
}

/** The input of `git fast-import`: a commit a day, with what was done and spent on it. */
function stream(): string {
  const parts: string[] = [];
  const people = Array.from(
    { length: 20 },
    (_, at) => `  - { id: p-${at}, title: P ${at}, rates: [{ from: 2026-01-01, per_day: ${800 + at} }] }\n`,
  );
  const budget = Array.from(
    { length: 20 },
    (_, at) =>
      `  - { id: B-${at}, title: B ${at}, category: labour, amount: 100000, basis: ${at % 2 ? 'time' : 'fixed'} }\n`,
  );
  let [costs, sheets] = [head('costs'), head('timesheets')];
  for (let at = 0; at < DAYS; at++) {
    const on = dayText(BEGIN + at);
    costs += `  - { id: C-${at}, date: ${on}, amount: ${100 + at}.5, task: T-${at % TASKS}, line: B-${2 * (at % 10)} }\n`;
    if (at % 7 === 0)
      sheets += `  - { person: p-${at % 20}, date: ${on}, hours: 8, task: T-${at % TASKS}, line: B-1, approved_by: p-1 }\n`;
    const files: Record<string, string> = { 'costs.yaml': costs, 'timesheets.yaml': sheets };
    for (let part = 0; part < 3; part++) files[`plan-${part}.yaml`] = plan(part, at);
    if (!at) {
      files['landfall.yaml'] = 'landfall: 1\nname: Bench\nstart: 2026-01-05\ntime_zone: UTC\n';
      files['people.yaml'] = head('people') + people.join('');
      files['budget.yaml'] = head('budget') + budget.join('');
      files['baselines.yaml'] =
        `${head('baselines')}  - { id: BL-1, title: Base, type: contract, tag: base, commit: abcdef0, date: ${on}, scope: [tasks] }\n`;
    }
    const put = Object.entries(files).map(([file, text]) => `M 100644 inline ${file}\n${data(text)}`);
    const who = `Ann <ann@example.org> ${(BEGIN + at) * 86_400 + 36_000} +0000`;
    parts.push(`commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n${data(on)}${put.join('')}\n`);
  }
  return parts.join('');
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** A third of the tasks, each a day and a half behind the one before it, done as the days go by. */
function plan(part: number, on: number): string {
  const lines: string[] = [];
  for (let at = part; at < TASKS; at += 3) {
    const start = BEGIN + Math.floor(at * 0.6);
    const gone = on - Math.floor(at * 0.6);
    const percent = gone < 0 ? 0 : Math.min(100, gone * 20);
    const actual = percent ? `, percent: ${percent}, actual_start: ${dayText(start)}` : '';
    const end = percent === 100 ? `, actual_finish: ${dayText(start + 5)}` : '';
    lines.push(
      `  - { id: T-${at}, title: Task ${at}, start: ${dayText(start)}, finish: ${dayText(start + 4)}, budget: ${1000 + at}${actual}${end} }\n`,
    );
  }
  return head('tasks') + lines.join('');
}
