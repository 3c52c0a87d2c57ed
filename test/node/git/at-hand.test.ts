// Files and objects that are read without a process: the very same that git tells, or nothing said.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Oid } from '../../../src/core/model/commit';
import { ownObjects } from '../../../src/node/git/loose';
import type { Blob } from '../../../src/node/git/parse';
import { bytesIn } from '../../../src/node/git/pieces';
import { type Random, random } from '../../fuzz/random';
import { atHandOf, gitIn, type Made, repositories } from './repositories';

const NAMES = ['a.yaml', 'b', 'c d.md', '风险.yaml', 'e.lock', 'f"g', '-h', 'Z', 'a', 'a-b', 'a0'];
const MODES = ['100644', '100644', '100644', '100755', '120000', '160000'];

describe('what is at hand', function () {
  this.timeout(120_000);
  const { make, open, folder } = repositories();

  /** Commits with random trees, each a little different from some earlier one, with folders in the places of files. */
  function forest(made: Made, r: Random, count: number): readonly Oid[] {
    const pick = (): string => Array.from({ length: 1 + r.below(4) }, () => r.pick(NAMES)).join('/');
    const quoted = (file: string): string => `"${file.replaceAll('"', '\\"')}"`;
    const submodule = '5'.repeat(made.git('rev-parse', '--show-object-format') === 'sha1' ? 40 : 64);
    let input = '';
    for (let at = 1; at <= count; at++) {
      const from = at > 1 ? `from :${r.chance(0.8) ? at - 1 : 1 + r.below(at - 1)}\n` : '';
      input += `commit refs/heads/c${at}\nmark :${at}\ncommitter 李伟 <l@x.cn> ${1_700_000_000 + at} +0800\ndata 1\nx\n${from}`;
      for (let change = r.below(5); change >= 0; change--) {
        const mode = r.pick(MODES);
        const file = quoted(pick());
        if (r.chance(0.3)) input += `D ${file}\n`;
        else if (mode === '160000') input += `M 160000 ${submodule} ${file}\n`;
        else {
          const text = `${r.below(50)}`;
          input += `M ${mode} inline ${file}\ndata ${text.length}\n${text}\n`;
        }
      }
    }
    const marks = path.join(made.folder, '.git/marks');
    execFileSync('git', ['fast-import', '--quiet', `--export-marks=${marks}`], {
      cwd: made.folder,
      input: `${input}done\n`,
      env: { ...process.env, LC_ALL: 'C' },
    });
    const commits: Oid[] = [];
    for (const line of fs.readFileSync(marks, 'utf8').trim().split('\n')) {
      const [mark = '', oid] = line.slice(1).split(' ');
      commits[Number(mark) - 1] = oid as Oid;
    }
    return commits;
  }

  const told = (file: string, { mode, oid }: Blob): string => `${mode} ${oid} ${file}`;

  for (const [format, count, pairs] of [
    ['sha1', 400, 1200],
    ['sha256', 60, 120],
  ] as const)
    it(`tells the files of commits as git does, ${pairs} pairs of ${count} random trees of ${format}`, async () => {
      const made = make({}, `--object-format=${format}`);
      const r = random(4);
      const commits = forest(made, r, count);
      // Some of them lie in packs, some in files of their own.
      made.git('repack', '-a', '-d', '-q');
      const packs = path.join(made.folder, '.git/objects/pack');
      const pack = fs.readdirSync(packs).find((name) => name.endsWith('.pack')) ?? '';
      const bytes = fs.readFileSync(path.join(packs, pack));
      const hand = atHandOf(made.folder, format === 'sha1' ? 40 : 64);
      const trees: ReadonlyMap<string, Blob>[] = [];
      for (const [at, commit] of commits.entries()) {
        if (at === count / 2) {
          for (const name of fs.readdirSync(packs)) fs.rmSync(path.join(packs, name));
          execFileSync('git', ['unpack-objects', '-q'], { cwd: made.folder, input: bytes });
        }
        trees.push((await hand.files(commit, '')) ?? assert.fail(`${commit} at hand`));
      }
      const chosen = Array.from({ length: pairs }, () => [r.below(count), r.below(count)] as const);
      const out = execFileSync(
        'git',
        ['diff-tree', '--stdin', '--always', '-r', '-z', '--raw', '--no-abbrev', '--no-renames'],
        {
          cwd: made.folder,
          input: chosen.map(([a, b]) => `${commits[b]} ${commits[a]}\n`).join(''),
          maxBuffer: 1 << 28,
        },
      ).toString('utf8');
      const said = out.split('\0');
      let at = 0;
      for (const [a, b] of chosen) {
        const due: string[] = [];
        assert.equal(said[at++]?.slice(0, commits[b]?.length), commits[b]);
        for (; said[at]?.startsWith(':'); at += 2) {
          const [was = '', is = '', before = '', after = ''] = (said[at] ?? '').slice(1).split(' ');
          const file = said[at + 1] ?? '';
          if (was !== '000000') due.push(`- ${kindOf(was)} ${before} ${file}`);
          if (is !== '000000') due.push(`+ ${kindOf(is)} ${after} ${file}`);
        }
        // Whether a file may be run is nothing to us.
        const found: string[] = [];
        for (const [file, blob] of trees[a] ?? []) {
          const other = trees[b]?.get(file);
          if (!other || told(file, other) !== told(file, blob)) found.push(`- ${told(file, blob)}`);
        }
        for (const [file, blob] of trees[b] ?? []) {
          const other = trees[a]?.get(file);
          if (!other || told(file, other) !== told(file, blob)) found.push(`+ ${told(file, blob)}`);
        }
        const sides = new Set(due);
        const changed = due.filter((one) => !sides.has(`${one.startsWith('+') ? '-' : '+'}${one.slice(1)}`));
        assert.deepEqual(found.sort(), changed.sort());
      }
      hand.close();
    });

  const kindOf = (mode: string): string => (mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file');

  it('tells the files below a folder, in the order of git', async () => {
    const made = make({});
    const commits = forest(made, random(9), 60);
    const hand = atHandOf(made.folder);
    let known = 0;
    for (const commit of commits.slice(40))
      for (const prefix of ['', 'a/', 'b/', 'a/b/', '风险.yaml/', 'nowhere/', 'a/nowhere/']) {
        const found = await hand.files(commit, prefix);
        if (!found) continue;
        known++;
        const out = made.git(
          '--literal-pathspecs',
          'ls-tree',
          '-r',
          '-z',
          '--full-tree',
          commit,
          ...(prefix ? [prefix] : []),
        );
        const due = out
          .split('\0')
          .filter(Boolean)
          .map((line) => {
            const [, mode = '', oid = '', file = ''] = /^(\d+) \w+ (\w+)\t([\s\S]*)$/.exec(line) ?? [];
            return `${kindOf(mode)} ${oid} ${file.slice(prefix.length)}`;
          });
        assert.deepEqual(
          [...found].map(([file, blob]) => told(file, blob)),
          due,
          `${commit} ${prefix}`,
        );
      }
    assert.ok(known > 80, `${known}`);
    hand.close();
  });

  it('leaves to git what grafts, other repositories and damage make of it', async () => {
    const made = make({ 'a.yaml': 'a' });
    for (const text of ['b', 'c', 'd']) made.commit(text, { 'a.yaml': text });
    const [head, first] = [made.git('rev-parse', 'HEAD'), made.git('rev-parse', 'HEAD~3')];
    fs.mkdirSync(path.join(made.folder, '.git/info'), { recursive: true });
    fs.writeFileSync(path.join(made.folder, '.git/info/grafts'), `${head} ${first}\n`);
    const grafted = await open(made.folder);
    assert.deepEqual(await grafted.resolve('HEAD~1'), { kind: 'known', value: first });
    fs.rmSync(path.join(made.folder, '.git/info/grafts'));

    const borrower = path.join(folder({}), 'borrower');
    gitIn(made.folder)('clone', '-q', '--shared', made.folder, borrower);
    const borrowed = atHandOf(borrower);
    assert.equal(await borrowed.commit('HEAD'), undefined);
    assert.equal(await borrowed.files(head as Oid, ''), undefined);
    const repository = await open(borrower);
    assert.deepEqual(await repository.resolve('HEAD~3'), { kind: 'known', value: first });
    const tree = await repository.tree(head as Oid);
    assert.deepEqual(tree.kind === 'known' && [...tree.value.keys()], ['a.yaml']);
    assert.deepEqual(await repository.madeAt(head as Oid), await (await open(made.folder)).madeAt(head as Oid));
  });

  it('reads objects that are not packed, and none that is damaged, large, or no file', () => {
    const made = make({ 'a.yaml': 'a'.repeat(5000), 'b.yaml': 'b' });
    const [a, b] = ['a', 'b'].map((name) => made.git('rev-parse', `HEAD:${name}.yaml`)) as [Oid, Oid];
    const objects = path.join(made.folder, '.git/objects');
    const fileOf = (oid: Oid): string => path.join(objects, oid.slice(0, 2), oid.slice(2));
    const reader = ownObjects(objects, 'sha1');
    const read = (oid: Oid, limit = 1 << 20): string | undefined => {
      const found = reader.read(oid, limit);
      return found && `${found.type} ${bytesIn(found.pieces).toString()}`;
    };
    assert.equal(read(b), 'blob b');
    assert.equal(read(a), `blob ${'a'.repeat(5000)}`);
    assert.equal(read(a, 4999), undefined);
    assert.equal(read('1'.repeat(40) as Oid), undefined);
    const whole = fs.readFileSync(fileOf(b));
    fs.chmodSync(fileOf(b), 0o644);
    const r = random(8);
    for (let run = 0; run < 300; run++) {
      const spoilt = Buffer.from(whole);
      if (run % 3) spoilt[r.below(spoilt.length)] = r.below(256);
      fs.writeFileSync(fileOf(b), run % 3 ? spoilt : whole.subarray(0, r.below(whole.length)));
      // Its checksum is zlib's: what gets past it is what it was.
      assert.ok([undefined, 'blob b'].includes(read(b)), spoilt.toString('hex'));
    }
    fs.rmSync(fileOf(b));
    if (process.platform !== 'win32') {
      execFileSync('sh', ['-c', 'mkfifo "$0"', fileOf(b)]);
      assert.equal(read(b), undefined);
    }
    reader.close();
    assert.equal(read(a), undefined);
  });
});
