// What the extension costs a real editor, measured inside it by the suite test/editor/perf; here only its report is read.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Bench, limit, type Row } from './row';

/** What the suite asks of a workspace of 40,000 entities with a register of 5 MB in it. */
const ASKED = [
  'outline',
  'folding',
  'references',
  'rename',
  'symbols',
  'completion',
  'hover',
  'links',
  'lenses',
  'trace',
  'hints',
];

/** From the moment at which the page of the panel begins, by the suite that opens it. */
const PAINTS = [
  { name: 'matrix-paint', suite: 'matrix-large', work: 'a matrix of 500 roles and 2,000 permissions' },
  { name: 'gantt-paint', suite: 'gantt-large', work: 'a Gantt chart of 5,000 tasks' },
] as const;
/** A window can be activated once, so each figure is one of a window of its own. */
const FIRST = 'first-findings';
const HISTORY = 'history-stretch';
const hasOwnSuite = (name: string): boolean =>
  name === FIRST || name === HISTORY || PAINTS.some((one) => one.name === name);

export const editor: Bench = {
  names: [
    'activation',
    FIRST,
    'stretch',
    HISTORY,
    ...ASKED.map((name) => `editor-${name}`),
    ...PAINTS.map(({ name }) => name),
  ],
  async run({ asked, rounds }) {
    const painted: Row[] = [];
    for (const { name, suite, work } of PAINTS.filter((one) => asked(one.name))) {
      const best = Math.min(...figuresIn(await reportOf(suite), /first paint: ([\d.]+) ms/g));
      painted.push(limit(name, `editor: first paint of ${work}`, best, 500));
    }
    const others = [...editor.names].some((name) => !hasOwnSuite(name) && asked(name));
    const first: number[] = [];
    for (let round = 0; asked(FIRST) && round < rounds; round++)
      first.push(...figuresIn(await reportOf(FIRST), /first findings: ([\d.]+) ms/g));
    const history: number[] = [];
    for (let round = 0; asked(HISTORY) && round < rounds; round++)
      history.push(...figuresIn(await reportOf('history-large'), /history read: .* longest stretch ([\d.]+) ms/g));
    const report = others ? await reportOf('perf') : '';
    const figures = (pattern: RegExp): readonly number[] => figuresIn(report, pattern);
    const [activation = Number.NaN] = figures(/activation: ([\d.]+) ms/g);
    const stretch = Math.min(...figures(/longest stretch ([\d.]+) ms/g));
    return [
      limit('activation', 'editor: activation', activation, 100),
      limit(FIRST, 'editor: findings of an open file, from activation on, in 40,000 entities', Math.min(...first), 300),
      limit('stretch', 'editor: longest stretch while 40,000 entities are read', stretch, 50),
      limit(HISTORY, 'editor: longest stretch while a history of 2,000 commits is read', Math.min(...history), 50),
      ...ASKED.map((name) => {
        const longest = figures(new RegExp(`asked ${name}: .* ms, ([\\d.]+) ms in one go`, 'g'));
        return limit(`editor-${name}`, `editor: longest stretch for ${name}`, Math.min(...longest), 50);
      }),
      ...painted,
    ].filter((row) => asked(row.name));
  },
};

const figuresIn = (report: string, pattern: RegExp): readonly number[] =>
  [...report.matchAll(pattern)].map((found) => Number(found[1]));

async function reportOf(suite: string): Promise<string> {
  const child = fork('out/editor/run.js', ['--suite', suite], { silent: true });
  let report = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (report += chunk));
  child.stderr?.pipe(process.stderr);
  await once(child, 'close');
  return report;
}
