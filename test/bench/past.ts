// The past of a project beside what git itself says of its lines: the history of an entity, what two commits differ in,
// the project of a neighbouring commit. Git is asked about one file; we answer for all entities in all files.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cachesIn, checkOf } from './check';
import { type PastCorpus, pastCorpus } from './corpus/past';
import { median, type Run, run, scratch } from './processes';
import type { Bench, Row } from './row';
import type { Asked } from './session';

const CLI = path.resolve('dist/cli.js');
const SESSION = path.resolve('out/test/session.js');

/** Runs of one side and of the other, in turn. */
interface Pairs {
  readonly ours: number[];
  readonly theirs: number[];
  /** Where the peaks of ours begin among all. */
  readonly from: number;
}

export const past: Bench = {
  names: ['history-cold', 'history-index', 'history-warm', 'diff-99', 'revision', 'history-memory'],
  async run({ rounds, asked }) {
    const corpus = await pastCorpus();
    const { root, register, entity, commits, files, before, fresh, bulk, many } = corpus;
    const folder = scratch();
    const peaks: number[] = [];
    const kept = (done: Run): Run => {
      peaks.push(done.megabytes);
      return done;
    };
    const ask = async (least: number, ...question: readonly string[]): Promise<number> => {
      const done = kept(await run(SESSION, [root, ...question]));
      const { milliseconds, found } = JSON.parse(done.output) as Asked;
      if (found < least) throw new Error(`${question.join(' ')}: ${found} found`);
      return milliseconds;
    };
    const rows: Row[] = [];
    const add = (name: string, work: string, { ours, theirs, from }: Pairs, target: Row['target']): void => {
      const memory = median(peaks.slice(from));
      if (asked(name))
        rows.push({ name, work, ours: median(ours), theirs: median(theirs), unit: 'ms', memory, target });
    };
    const inTurn = async (our: (round: number) => Promise<number>, ...their: readonly string[]): Promise<Pairs> => {
      const pairs: Pairs = { ours: [], theirs: [], from: peaks.length };
      for (let round = 0; round < rounds; round++) {
        pairs.ours.push(await our(round));
        pairs.theirs.push(await git(root, ...their));
      }
      return pairs;
    };
    const ground = `${commits} commits, ${files} files`;

    // Ours is timed inside a session that has the project open, theirs is a process whose output is read.
    if (['history-cold', 'history-memory'].some(asked)) {
      const lines = await inTurn(() => ask(20, 'history', entity), 'log', `-L${rangeIn(corpus)}:${register}`);
      add('history-cold', `history of an entity, cold: ${ground}; git log -L`, lines, { kind: 'times', atMost: 0.5 });
    }
    if (['history-index', 'history-memory'].some(asked)) {
      const made = (round: number) => ask(commits, 'index', path.join(folder, `index-${round}`));
      const work = `index of every entity in them; git log -p of the register`;
      add('history-index', work, await inTurn(made, 'log', '-p', '--', register), { kind: 'times', atMost: 1 });
    }
    if (['history-warm', 'history-memory'].some(asked)) {
      const [then, now] = [path.join(folder, 'then'), path.join(folder, 'now')];
      try {
        await git(root, 'checkout', '-q', '--detach', before);
        await ask(commits, 'index', then);
      } finally {
        await git(root, 'checkout', '-q', 'main');
      }
      const again = (): Promise<number> => {
        rmSync(now, { recursive: true, force: true });
        cpSync(then, now, { recursive: true });
        return ask(20, 'history', entity, now);
      };
      const work = `history of an entity, warm and ${fresh} commits more; git log --raw of the register`;
      add('history-warm', work, await inTurn(again, 'log', '--raw', '--', register), { kind: 'times', atMost: 2 });
    }
    if (['diff-99', 'history-memory'].some(asked)) {
      const sides = [`${bulk}~1`, bulk];
      const pairs = await inTurn(() => ask(many, 'diff', ...sides), 'diff', ...sides);
      add('diff-99', `entities changed in ${many} files; git diff`, pairs, { kind: 'times', atMost: 3 });
    }
    if (asked('revision')) {
      const pairs: Pairs = { ours: [], theirs: [], from: peaks.length };
      // Without its repository: a check that asks who changed what would read all of the history besides.
      const plain = path.join(folder, 'plain');
      cpSync(root, plain, { recursive: true, filter: (from) => path.basename(from) !== '.git' });
      for (let round = 0; round < rounds; round++) {
        pairs.ours.push(await ask(files, 'revision', 'main', 'main~1'));
        pairs.theirs.push((await checkOf(plain, cachesIn(path.join(folder, `check-${round}`)))).milliseconds);
      }
      const work = 'project at a commit, its neighbour at hand; check of its files, cold';
      add('revision', work, pairs, { kind: 'share', atMost: 10 });
    }
    if (asked('history-memory')) {
      for (const args of [
        ['history', entity],
        ['diff', `${bulk}~1`, bulk],
        ['check', '--rev', bulk],
      ])
        kept(await run(CLI, [...args, '-C', root], cachesIn(path.join(folder, 'peak'))));
      const work = 'all of these, and landfall history, diff, check --rev: peak memory';
      const target = { kind: 'limit', atMost: 300 } as const;
      rows.push({ name: 'history-memory', work, ours: Math.max(...peaks), theirs: undefined, unit: 'MB', target });
    }
    rmSync(folder, { recursive: true });
    return rows;
  },
};

/** Milliseconds of a git whose whole output is read. */
async function git(root: string, ...args: readonly string[]): Promise<number> {
  const since = performance.now();
  const child = spawn('git', ['--no-pager', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${code}`);
  return performance.now() - since;
}

/** The lines of the entity, as git wants them: `10,20`. */
function rangeIn({ root, register, entity }: PastCorpus): string {
  const lines = readFileSync(path.join(root, register), 'utf8').split('\n');
  const first = lines.findIndex((line) => line.includes(`id: ${entity}`));
  const after = lines.findIndex((line, at) => at > first && /^ {2}[-#]/.test(line));
  return `${first + 1},${after}`;
}
