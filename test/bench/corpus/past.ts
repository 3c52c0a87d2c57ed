// A project with a past, made up from a seed and kept in the bench's cache: commits that change a few entities of one
// large register, now and then of another file, and one commit that changes many files.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { random } from '../../fuzz/random';
import { benchCache } from '../peer';
import { generate, issues } from './generate';

export interface PastCorpus {
  readonly root: string;
  readonly commits: number;
  readonly entities: number;
  readonly files: number;
  /** The large register, and an entity of it that was changed now and then. */
  readonly register: string;
  readonly entity: string;
  /** The commit that changed `many` files. */
  readonly bulk: string;
  readonly many: number;
  /** The commit that `fresh` others came after. */
  readonly before: string;
  readonly fresh: number;
}

/** To be raised when what is made changes. */
const VERSION = 4;
/** Of the dice. */
const SEED = 1;
const COMMITS = 2_000;
const FILES = 1_000;
const A_FILE = 10;
const ENTITIES = 1_000;
const MANY = 99;
const FRESH = 10;
const REGISTER = 'issues/issues-big.yaml';
/** The place of the entity whose history is asked for, and after how many commits it changes again. */
const ASKED = 500;
const EVERY = 100;
const BEGIN = Date.UTC(2026, 0, 5, 1) / 1000;

/** The repository, made when it is not there. */
export async function pastCorpus(): Promise<PastCorpus> {
  const root = path.join(benchCache, `past-${VERSION}`);
  if (!existsSync(root)) {
    console.error(`Making a repository of ${COMMITS} commits in ${root} …`);
    const draft = `${root}.draft`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    await make(draft);
    renameSync(draft, root);
  }
  return {
    root,
    commits: COMMITS,
    entities: ENTITIES,
    files: FILES,
    register: REGISTER,
    entity: idOf(itemsOf(issues(ENTITIES, FILES * A_FILE)).items[ASKED] ?? ''),
    bulk: 'bulk',
    many: MANY,
    before: `main~${FRESH}`,
    fresh: FRESH,
  };
}

async function make(folder: string): Promise<void> {
  const git = (...args: readonly string[]): Buffer => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  const child = spawn('git', ['fast-import', '--quiet', '--done'], {
    cwd: folder,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(child, 'close');
  for (const part of stream()) if (!child.stdin.write(part)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  // A fast import packs each file as what differs from the one that came in before it, whatever that is, and `gc` keeps
  // that. Git's manual says to pack anew, and so it looks when people have committed one by one.
  git('repack', '-a', '-d', '-f', '-q');
  git('checkout', '-q', 'main');
}

/** The input of `git fast-import`. */
function* stream(): Generator<string> {
  const dice = random(SEED);
  const files = new Map(generate((FILES - 2) * A_FILE, A_FILE).files);
  const big = itemsOf(issues(ENTITIES, FILES * A_FILE));
  const small = [...files.keys()].filter((file) => file !== 'landfall.yaml');
  const change = (file: string): void => {
    const { head, items } = itemsOf(files.get(file) ?? '');
    const at = dice.below(items.length);
    files.set(file, head + items.with(at, changed(items[at] ?? '', dice.below(1000))).join(''));
  };
  files.set(REGISTER, head(big));
  yield commit(0, '开始', files, files.keys());
  for (let number = 1; number < COMMITS; number++) {
    const touched = new Set<string>();
    if (number === COMMITS - 2 * FRESH) {
      while (touched.size < MANY) touched.add(dice.pick(small));
    } else {
      const places = Array.from({ length: 1 + dice.below(3) }, () => dice.below(big.items.length));
      if (number % EVERY === 0) places.push(ASKED);
      for (const at of places) big.items[at] = changed(big.items[at] ?? '', number);
      if (dice.chance(0.03)) big.items.push((big.items[1] ?? '').replace(/id: \S+/, `id: I-${200_000 + number}`));
      files.set(REGISTER, head(big));
      touched.add(REGISTER);
      if (dice.chance(0.3)) touched.add(dice.pick(small));
    }
    for (const file of touched) if (file !== REGISTER) change(file);
    yield commit(number, `修改 CR-${number}`, files, touched);
    if (number === COMMITS - 2 * FRESH) yield `reset refs/tags/bulk\nfrom :${number + 1}\n\n`;
  }
  yield 'done\n';
}

interface Items {
  readonly head: string;
  readonly items: string[];
}

const head = ({ head: top, items }: Items): string => top + items.join('');

function itemsOf(text: string): Items {
  const [top = '', ...items] = text.split(/^(?= {2}- )/m);
  return { head: top, items };
}

const idOf = (item: string): string => /id: (\S+)/.exec(item)?.[1] ?? '';

/** Another title, as somebody writes who has learnt something. */
function changed(item: string, number: number): string {
  if (/^ {4}title: /m.test(item)) return item.replace(/^( {4}title: [^"\n]*?)(?: 第 \d+ 版)?$/m, `$1 第 ${number} 版`);
  const remarks = `    remarks: 第 ${number} 版\n`;
  // A key given twice would make it no valid item.
  return /^ {4}remarks: 第/m.test(item)
    ? item.replace(/^ {4}remarks: .*\n/m, remarks)
    : item.replace(/\n/, `\n${remarks}`);
}

function commit(
  number: number,
  message: string,
  files: ReadonlyMap<string, string>,
  touched: Iterable<string>,
): string {
  const who = `李伟 <li.wei@example.cn> ${BEGIN + 3_600 * number} +0800`;
  const put = [...touched].map((file) => `M 100644 inline "${file}"\n${data(files.get(file) ?? '')}`);
  return `commit refs/heads/main\nmark :${number + 1}\nauthor ${who}\ncommitter ${who}\n${data(message)}${put.join('')}\n`;
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
