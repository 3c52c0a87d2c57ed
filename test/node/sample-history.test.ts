// The samples' history with the real git: what is materialised is a sound repository that holds what ships.
// With UPDATE=1 it first writes the commits that the baselines name into the samples.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { commitsOf } from '../../src/node/sample-commits';
import { readSample, type Sample } from '../../src/node/sample-files';
import { materialise } from '../../src/node/sample-history';

const SAMPLES = 'media/samples';
const run = promisify(execFile);

async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const own = Object.entries(process.env).filter(([key]) => !key.startsWith('GIT_'));
  const env = { ...Object.fromEntries(own), GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
  const { stdout } = await run('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    env,
    maxBuffer: 1 << 26,
  });
  return stdout.trim();
}

interface Baseline {
  readonly file: string;
  readonly tag: string;
  readonly commit: string;
}

/** The baselines of a sample, as its registers write them: a tag and below it the commit. */
function baselinesOf({ files }: Sample): readonly Baseline[] {
  return [...files].flatMap(([file, text]) =>
    [...text.matchAll(/^ {4}tag: (\S+)\n {4}commit: "?(\w+)"?$/gm)].map(([, tag = '', commit = '']) => ({
      file,
      tag,
      commit,
    })),
  );
}

describe("the samples' history", () => {
  let scratch: string;

  before(async () => {
    scratch = await mkdtemp(path.join(os.tmpdir(), 'landfall-sample-'));
  });
  after(() => rm(scratch, { recursive: true, force: true }));

  const materialised = async (name: string, place: string) => {
    const folder = path.join(scratch, place);
    const done = await materialise(readSample(SAMPLES, name), folder);
    assert.ok(done.kind === 'repository');
    return { folder, head: done.head };
  };

  for (const name of ['erp', 'his']) {
    describe(name, () => {
      let folder: string;
      let head: string;

      before(async function () {
        this.timeout(60_000);
        if (process.env.UPDATE) await updateBaselines(name);
        ({ folder, head } = await materialised(name, name));
      });

      it('is sound', async () => {
        await git(folder, 'fsck', '--strict', '--no-dangling');
      });

      it('leaves nothing to commit and holds exactly what ships', async () => {
        assert.equal(await git(folder, 'status', '--porcelain'), '');
        const { files } = readSample(SAMPLES, name);
        assert.deepEqual((await git(folder, 'ls-files')).split('\n').sort(), [...files.keys()].sort());
        for (const [file, text] of files) assert.equal(await readFile(path.join(folder, file), 'utf8'), text, file);
      });

      it('has the commit that each baseline names under its tag, as an ancestor', async () => {
        const baselines = baselinesOf(readSample(SAMPLES, name));
        assert.ok(baselines.length > 0);
        for (const { tag, commit } of baselines) {
          assert.equal(await git(folder, 'cat-file', '-t', `refs/tags/${tag}`), 'tag');
          assert.equal(
            commit,
            await git(folder, 'rev-parse', `${tag}^{commit}`),
            `${tag}: run the tests with UPDATE=1`,
          );
          await git(folder, 'merge-base', '--is-ancestor', commit, head);
        }
      });

      it('has the same object names every time', async () => {
        assert.equal((await materialised(name, `${name}-again`)).head, head);
      });
    });
  }

  describe('of erp', () => {
    let folder: string;

    before(async () => ({ folder } = await materialised('erp', 'erp-story')));

    it('tells of five months, several people, a merged branch and two baselines', async () => {
      const log = (await git(folder, 'log', '--format=%an|%as|%p')).split('\n').map((line) => line.split('|'));
      assert.ok(log.length >= 30);
      const names = new Set(log.map(([author]) => author));
      assert.ok(names.size >= 10 && names.has('李伟') && names.has('Daniel Roth'));
      assert.deepEqual([log.at(-1)?.[1], log[0]?.[1]], ['2026-06-15', '2026-11-16']);
      assert.equal(log.filter(([, , parents = '']) => parents.split(' ').length === 2).length, 1);
      const tags = (await git(folder, 'for-each-ref', '--format=%(refname:short) %(taggername)', 'refs/tags')).split(
        '\n',
      );
      assert.deepEqual(tags, ['baseline/config-w1-1.0 马超', 'baseline/contract-1.0 周国强']);
    });

    it('follows a file that was moved and an id that was renamed', async () => {
      const moved = await git(folder, 'log', '--follow', '--format=%s', '--', '计划/准备与蓝图.yaml');
      assert.match(moved, /WBS 第一版/);
      const at = (revision: string) => git(folder, 'show', `${revision}:config/fi.yaml`);
      assert.match(await at('baseline/config-w1-1.0~4'), /- id: fi\.tolerance\n/);
      assert.match(
        await at('baseline/config-w1-1.0~3'),
        /- id: fi\.posting\.tolerance\n.*\n {4}formerly: \[fi\.tolerance\]/,
      );
    });
  });

  it('refuses a folder in which there is something', async () => {
    const folder = path.join(scratch, 'full');
    await mkdir(folder);
    await writeFile(path.join(folder, 'mine.txt'), 'mine');
    await assert.rejects(materialise(readSample(SAMPLES, 'his'), folder), /not empty/);
    assert.equal(await readFile(path.join(folder, 'mine.txt'), 'utf8'), 'mine');
  });

  it('writes the files alone where there is no git', async () => {
    const folder = path.join(scratch, 'no-git');
    const sample = readSample(SAMPLES, 'his');
    assert.deepEqual(await materialise(sample, folder, 'no-such-git'), { kind: 'files', why: 'no-git' });
    assert.equal(await readFile(path.join(folder, 'landfall.yaml'), 'utf8'), sample.files.get('landfall.yaml'));
  });

  it('takes no settings, hooks or repository from the environment', async () => {
    const { GIT_DIR: before } = process.env;
    process.env.GIT_DIR = path.join(scratch, 'elsewhere');
    try {
      await materialised('his', 'his-environment');
    } finally {
      if (before === undefined) delete process.env.GIT_DIR;
      else process.env.GIT_DIR = before;
    }
    assert.equal(await git(path.join(scratch, 'his-environment'), 'status', '--porcelain'), '');
  });
});

/** Writes the right commits into the samples: one baseline a round, because a later tag's commit depends on the earlier ones. */
async function updateBaselines(name: string): Promise<void> {
  for (let round = 0; round < 10; round++) {
    const sample = readSample(SAMPLES, name);
    const scratch = await mkdtemp(path.join(os.tmpdir(), 'landfall-sample-'));
    try {
      await materialise(sample, scratch);
      let wrong: (Baseline & { readonly right: string }) | undefined;
      for (const one of commitsOf(sample.files, sample.history ?? '').flatMap(({ tag }) => tag ?? [])) {
        const found = baselinesOf(sample).find(({ tag }) => tag === one.name);
        const right = await git(scratch, 'rev-parse', `${one.name}^{commit}`);
        if (found && found.commit !== right) wrong ??= { ...found, right };
      }
      if (!wrong) return;
      const file = path.join(SAMPLES, name, wrong.file);
      const text = await readFile(file, 'utf8');
      await writeFile(
        file,
        text.replace(
          `tag: ${wrong.tag}\n    commit: "${wrong.commit}"`,
          `tag: ${wrong.tag}\n    commit: "${wrong.right}"`,
        ),
      );
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }
  throw new Error(`the baselines of ${name} do not settle`);
}
