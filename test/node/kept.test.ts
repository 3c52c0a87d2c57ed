// The law of what is kept on the disk: of each of its files, whatever happens to the bytes, to where it lies or to what it
// rests on, what comes out is what was put in for the very same question, or nothing.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Oid } from '../../src/core/model/commit';
import { path as pathOf } from '../../src/core/model/id';
import type { CheckedProject } from '../../src/core/views/report';
import type { Kinds } from '../../src/core/schema/kinds';
import { quickReader } from '../../src/core/syntax/quick';
import { answersIn } from '../../src/node/answers';
import { openCache } from '../../src/node/cache';
import { quickDisk } from '../../src/node/disk';
import { findFiles, nameOf } from '../../src/node/found';
import { readHistory } from '../../src/node/history';
import { historyIndex, NO_HISTORY } from '../../src/node/history-index';
import { openProject } from '../../src/node/open';
import { readPack, writePack } from '../../src/node/pack';
import { contentOf } from '../../src/node/read';
import { outlineOf } from '../core/project/outline';
import { shippedKinds } from '../core/support';
import { type Random, random } from '../fuzz/random';
import { repositories } from './git/repositories';
import { VENDORS } from './vendors';

const RUNS = 1_000;
const FILES = {
  'landfall.yaml': 'landfall: 1\nname: 测试\nstatus_date: 2026-11-16\n',
  'people.yaml': 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n',
  'risks.yaml': 'kind: risks\nitems:\n  - id: R-1\n    title: 数据\n    owner: li.wie\n    probability: 9\n',
  'notes/a.md': '---\ntitle: A\n---\nSee [[R-1]] and [[R-9]].\n',
};
const REGISTERS = ['people.yaml', 'risks.yaml', 'notes/a.md'] as const;
const DAY = '2026-11-16';

/** One file of what is kept. */
interface Keeper {
  readonly file: string;
  /** What comes out of it; undefined is nothing. */
  readonly take: () => unknown;
}

/** What a question rests on besides the file: each may be another. */
interface Ground {
  readonly kinds?: Kinds;
  readonly name?: string;
  readonly day?: string;
}

describe('what is kept', function () {
  this.timeout(120_000);
  const { make, open, folder } = repositories();

  /** Each file with something in it, and the way to ask for it. */
  const keepers: Readonly<Record<string, (root: string) => Promise<(ground?: Ground) => Keeper>>> = {
    'the indexes of files': async (root) => {
      const caches = folder({});
      const waiting: (() => void)[] = [];
      const cache = { folder: caches, later: (work: () => void) => void waiting.push(work) };
      await openProject(root, { trusted: true, now: 0, cache });
      for (const work of waiting) work();
      const contents = REGISTERS.map((file) => [file, contentOf(readFileSync(path.join(root, file)))] as const);
      return ({ kinds = shippedKinds() } = {}) => ({
        file: fileIn(caches),
        take: () => {
          const kept = openCache(caches, root, kinds);
          const taken = contents.flatMap(([file, content]) => kept.take(pathOf(file), content, false) ?? []);
          return taken.length ? taken.map(outlineOf) : undefined;
        },
      });
    },
    'the answer of a check': async (root) => {
      const caches = folder({});
      const found = nameOf(await findFiles(quickDisk, root, true));
      const report = { name: root, findings: [1, 2, 3] } as unknown as CheckedProject;
      answersIn(caches, root, found, DAY).keep({ report, past: 'x' }, 0);
      return ({ name = found, day = DAY } = {}) => ({
        file: fileIn(caches),
        take: () => answersIn(caches, root, name, day).take(),
      });
    },
    'the index of the history': async (root) => {
      const caches = folder({});
      const repository = await open(root);
      const tip = await repository.resolve('HEAD');
      await readHistory(repository, (tip.kind === 'known' ? tip.value : '') as Oid, {
        kinds: shippedKinds(),
        cache: caches,
      });
      return ({ kinds = shippedKinds() } = {}) => ({
        file: fileIn(caches),
        take: async () => {
          const history = await historyIndex(caches, repository, kinds).read();
          return history === NO_HISTORY ? undefined : JSON.stringify([history, [...history.standIns]]);
        },
      });
    },
  };

  const fileIn = (caches: string): string => path.join(caches, readdirSync(caches)[0] ?? 'none');

  function project(title = '李伟'): string {
    const made = make({ ...FILES, 'people.yaml': FILES['people.yaml'].replace('李伟', title) });
    made.commit('two', { 'risks.yaml': `${FILES['risks.yaml']}  - id: R-2\n    title: ${title}\n` });
    made.commit('three', { 'people.yaml': 'kind: people\nitems:\n  - id: "li\n' });
    return made.folder;
  }

  for (const [name, keeper] of Object.entries(keepers)) {
    describe(name, () => {
      it('comes out as it went in', async () => {
        const ask = await keeper(project());
        const first = await ask().take();
        assert.ok(first);
        assert.deepEqual(await ask().take(), first);
      });

      it('is nothing after any change of its bytes', async () => {
        const { file, take } = (await keeper(project()))();
        const [good, first] = [readFileSync(file), await take()];
        for (let seed = 1; seed <= RUNS; seed++) {
          const bytes = damaged(good, random(seed));
          if (bytes.equals(good)) continue;
          writeFileSync(file, bytes);
          assert.equal(await take(), undefined, `seed ${seed}`);
        }
        // Each byte once, by the one door through which all of them are read.
        const ground = groundOf(good);
        for (let at = 0; at < good.length; at++) {
          const bytes = Buffer.from(good);
          bytes[at] = (bytes[at] ?? 0) ^ 1;
          writeFileSync(file, bytes);
          assert.equal(readPack(file, ground).size, 0, `byte ${at}`);
        }
        writeFileSync(file, good);
        assert.deepEqual(await take(), first);
      });

      it('is nothing where it was made on any other ground, whole as it may be', async () => {
        const { file, take } = (await keeper(project()))();
        const good = readFileSync(file);
        const ground = groundOf(good);
        const records = [...readPack(file, ground)].map(
          ([at, { key, bytes }]) => [at, { key, bytes: Buffer.from(bytes) }] as const,
        );
        for (let seed = 1; seed <= RUNS; seed++) {
          const other = changed(ground, random(seed));
          assert.ok(writePack(file, other, records));
          assert.equal(await take(), undefined, other);
        }
        assert.ok(writePack(file, ground, records));
        assert.ok(await take());
      });

      it("is nothing out of another project's file", async () => {
        const [ours, theirs] = [(await keeper(project()))(), (await keeper(project('王芳')))()];
        assert.ok(await theirs.take());
        copyFileSync(theirs.file, ours.file);
        assert.equal(await ours.take(), undefined);
      });

      it('is nothing out of another file of the same project, or out of a folder', async () => {
        const root = project();
        const { file, take } = (await keeper(root))();
        for (const [other, made] of Object.entries(keepers)) {
          if (other === name) continue;
          copyFileSync((await made(root))().file, file);
          assert.equal(await take(), undefined, other);
        }
        rmSync(file);
        assert.equal(await take(), undefined);
        mkdirSync(file);
        assert.equal(await take(), undefined);
      });

      it('is nothing for the other reader', async () => {
        const { take } = (await keeper(project()))();
        const was = quickReader.on;
        try {
          quickReader.on = !was;
          assert.equal(await take(), undefined);
        } finally {
          quickReader.on = was;
        }
        assert.ok(await take());
      });
    });
  }

  it('is nothing for other kinds, another day, or other files', async () => {
    const root = project();
    const kinds = { ...shippedKinds(), version: `${shippedKinds().version}+1` };
    const others: readonly Ground[] = [{ kinds }, { day: '2026-11-17' }, { name: 'other' }];
    const nothing = await Promise.all(
      Object.entries(keepers).map(async ([name, keeper]) => {
        const ask = await keeper(root);
        const taken = await Promise.all(others.map((ground) => ask(ground).take()));
        return [name, taken.map((one) => one === undefined)];
      }),
    );
    assert.deepEqual(Object.fromEntries(nothing), {
      'the indexes of files': [true, false, false],
      'the answer of a check': [false, true, true],
      'the index of the history': [true, false, false],
    });
  });

  it('has another name after any change of any byte of any file', async () => {
    const own = { '.landfall/kinds/vendors.schema.json': VENDORS };
    // A project's own kinds are compiled each time, which takes its time.
    for (const [files, names, runs] of [
      [FILES, Object.keys(FILES), 300],
      [{ ...FILES, ...own }, Object.keys(own), 10],
    ] as const) {
      const root = folder(files);
      const found = async (): Promise<string> => nameOf(await findFiles(quickDisk, root, true));
      const first = await found();
      for (let seed = 1; seed <= runs; seed++) {
        const r = random(seed);
        const file = path.join(root, r.pick(names));
        const good = readFileSync(file);
        const bytes = damaged(good, r);
        if (bytes.equals(good)) continue;
        writeFileSync(file, bytes);
        assert.notEqual(await found(), first, `seed ${seed}: ${file}`);
        writeFileSync(file, good);
      }
      assert.equal(await found(), first);
    }
  });
});

/** A bit, a byte, a stretch, an end, more of it, two parts the other way round: what disks and people do to a file. */
function damaged(good: Buffer, r: Random): Buffer {
  const [from, to] = [r.below(good.length + 1), r.below(good.length + 1)].sort((a, b) => a - b) as [number, number];
  const bytes = Buffer.from(good);
  switch (r.below(8)) {
    case 0:
      return bytes.subarray(0, from);
    case 1:
      return bytes.subarray(from);
    case 2:
      return Buffer.concat([bytes, bytes.subarray(from, to), Buffer.from([r.below(256)])]);
    case 3:
      return bytes.fill(0, from, to);
    case 4:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    case 5:
      return Buffer.concat([bytes.subarray(to), bytes.subarray(from, to), bytes.subarray(0, from)]);
    default:
      bytes[from % good.length] = (bytes[from % good.length] ?? 0) ^ (1 + r.below(255));
      return bytes;
  }
}

/** What a pack says that it was made on. */
function groundOf(pack: Buffer): string {
  const end = pack.length - 4;
  const [ground] = JSON.parse(pack.toString('utf8', end - pack.readUInt32LE(end), end)) as [string];
  return ground;
}

function changed(ground: string, r: Random): string {
  const at = r.below(ground.length);
  const put = '0123456789abcdef'.replace(ground[at] ?? '', '')[r.below(15)] ?? '';
  return ground.slice(0, at) + put + ground.slice(at + 1);
}
