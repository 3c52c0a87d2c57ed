// What the extension costs a real editor, measured inside it by the suite test/editor/perf; here only its report is read.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Bench, Row } from './row';

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

/** From the moment at which the page of the panel begins. */
const PAINT = 'matrix-paint';

export const editor: Bench = {
  names: ['activation', 'stretch', ...ASKED.map((name) => `editor-${name}`), PAINT],
  async run({ asked }) {
    const paints = asked(PAINT) ? figuresIn(await reportOf('matrix-large'), /first paint: ([\d.]+) ms/g) : [];
    const others = [...editor.names].some((name) => name !== PAINT && asked(name));
    const report = others ? await reportOf('perf') : '';
    const figures = (pattern: RegExp): readonly number[] => figuresIn(report, pattern);
    const [activation = Number.NaN] = figures(/activation: ([\d.]+) ms/g);
    const stretch = Math.min(...figures(/longest stretch ([\d.]+) ms/g));
    const limit = (name: string, work: string, ours: number, atMost: number): Row => ({
      name,
      work,
      ours,
      theirs: undefined,
      unit: 'ms',
      target: { kind: 'limit', atMost },
    });
    return [
      limit('activation', 'editor: activation', activation, 100),
      limit('stretch', 'editor: longest stretch while 40,000 entities are read', stretch, 50),
      ...ASKED.map((name) => {
        const longest = figures(new RegExp(`asked ${name}: .* ms, ([\\d.]+) ms in one go`, 'g'));
        return limit(`editor-${name}`, `editor: longest stretch for ${name}`, Math.min(...longest), 50);
      }),
      limit(PAINT, 'editor: first paint of a matrix of 500 roles and 2,000 permissions', Math.min(...paints), 500),
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
