// The cache may save time and nothing else: whatever happens to its files or to the project's, the answer is the one
// that reading everything again gives.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { finish } from '../../src/core/base/work';
import { checker } from '../../src/core/check/checker';
import type { World } from '../../src/core/project/world';
import { openCache } from '../../src/node/cache';
import { cacheFolder, prune } from '../../src/node/cache-folder';
import { openProject } from '../../src/node/open';
import { path as pathOf } from '../../src/core/model/id';
import { contentOf } from '../../src/node/read';
import { outlineOf } from '../core/project/outline';
import { shippedKinds } from '../core/support';
import { temporaryFolders } from '../temporary';
import { VENDORS } from './vendors';

const FILES = {
  'landfall.yaml': 'landfall: 1\nname: 测试\nstatus_date: 2026-11-16\n',
  'people.yaml': 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n  - id: wang.fang\n    title: 王芳\n',
  'risks.yaml':
    'kind: risks\r\nitems:\r\n  - id: R-1\r\n    title: 数据\r\n    owner: li.wie\r\n    probability: 9\r\n',
  'old.yaml': Buffer.from('\ufeffkind: risks\nitems:\n  - id: R-2\n    title: x\n', 'utf16le'),
  'broken.yaml': 'kind: issues\nitems:\n  - id: I-1\n    title: "x\n  - id: I-2\n    title: y\n',
  'notes/a.md': '---\ntitle: A\n---\nSee [[R-1]] and [[R-9]].\n',
  'other.yaml': 'name: not ours\n',
};

describe('the cache', () => {
  const folder = temporaryFolders();

  async function open(root: string, caches: string | undefined): Promise<World> {
    const waiting: (() => void)[] = [];
    const cache =
      caches === undefined ? undefined : { folder: caches, later: (work: () => void) => void waiting.push(work) };
    const world = await openProject(root, { trusted: true, now: Date.now(), cache });
    for (const work of waiting) work();
    return world;
  }

  const answerOf = (world: World) => ({
    files: [...world.project.files.values()].map(outlineOf),
    findings: [...finish(checker().check(world)).findings],
  });

  /** What opening with the cache answers is what opening without it does. */
  async function check(root: string, caches: string): Promise<void> {
    assert.deepEqual(answerOf(await open(root, caches)), answerOf(await open(root, undefined)));
  }

  const packOf = (caches: string): string =>
    path.join(caches, readdirSync(caches).find((name) => name.endsWith('.pack')) ?? '');

  /** Whether files of the project come out of the cache. */
  function used(root: string, caches: string): readonly string[] {
    const cache = openCache(caches, root, shippedKinds());
    const names = Object.keys(FILES).filter((name) => name !== 'landfall.yaml');
    return names.filter((name) => cache.take(pathOf(name), contentOf(readFileSync(path.join(root, name))), false));
  }

  it('gives every file again, and is not written again for that', async () => {
    const [root, caches] = [folder(FILES), folder({})];
    await check(root, caches);
    assert.equal(used(root, caches).length, Object.keys(FILES).length - 1);
    const before = statSync(packOf(caches));
    await check(root, caches);
    assert.equal(statSync(packOf(caches)).ino, before.ino);
  });

  it('is for its owner only', async function () {
    if (process.platform === 'win32') this.skip();
    const [root, caches] = [folder(FILES), path.join(folder({}), 'new')];
    await open(root, caches);
    assert.equal(statSync(packOf(caches)).mode & 0o777, 0o600);
    assert.equal(statSync(caches).mode & 0o777, 0o700);
  });

  it('is not believed after any change of its bytes', async () => {
    const [root, caches] = [folder(FILES), folder({})];
    await open(root, caches);
    const good = readFileSync(packOf(caches));
    const damaged = fc.oneof(
      fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
        const bytes = Buffer.from(good);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        return bytes;
      }),
      fc.nat(good.length - 1).map((length) => good.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 100 }).map((more) => Buffer.concat([good, more])),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    const wanted = answerOf(await open(root, undefined));
    const property = fc.asyncProperty(damaged, async (bytes) => {
      writeFileSync(packOf(caches), bytes);
      assert.deepEqual(used(root, caches), []);
      assert.deepEqual(answerOf(await open(root, caches)), wanted);
      assert.deepEqual(readFileSync(packOf(caches)), good, 'it is mended');
    });
    await fc.assert(property, { numRuns: 150 });
  }).timeout(60_000);

  it('follows any change of the files', async () => {
    const [root, caches] = [folder(FILES), folder({})];
    const names = Object.keys(FILES);
    const property = fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.nat(255), async (name, where, byte) => {
      const file = path.join(root, name);
      const bytes = Buffer.from(readFileSync(file));
      if (bytes.length) bytes[where % bytes.length] = byte;
      writeFileSync(file, bytes);
      await check(root, caches);
    });
    await fc.assert(property, { numRuns: 100 });
  }).timeout(60_000);

  it('follows files that come, go and change their names', async () => {
    const [root, caches] = [folder(FILES), folder({})];
    await check(root, caches);
    renameSync(path.join(root, 'notes/a.md'), path.join(root, 'notes/b.md'));
    await check(root, caches);
    renameSync(path.join(root, 'risks.yaml'), path.join(root, 'notes/risks.yaml'));
    await check(root, caches);
    // Named by `include`, a file must be a register.
    writeFileSync(path.join(root, 'landfall.yaml'), `${FILES['landfall.yaml']}include: [other.yaml, '**']\n`);
    await check(root, caches);
    writeFileSync(path.join(root, 'landfall.yaml'), FILES['landfall.yaml']);
    await check(root, caches);
  });

  it('holds for the very kinds it was written with', async () => {
    const [root, caches] = [folder(FILES), folder({})];
    await open(root, caches);
    const bytes = readFileSync(path.join(root, 'people.yaml'));
    const take = (version: string) =>
      openCache(caches, root, { ...shippedKinds(), version }).take(pathOf('people.yaml'), contentOf(bytes), false);
    assert.ok(take(shippedKinds().version));
    assert.equal(take(`${shippedKinds().version}+other`), undefined);
    mkdirSync(path.join(root, '.landfall/kinds'), { recursive: true });
    writeFileSync(path.join(root, '.landfall/kinds/vendors.schema.json'), VENDORS);
    writeFileSync(path.join(root, 'other.yaml'), 'kind: vendors\nitems:\n  - id: sap\n');
    await check(root, caches);
    writeFileSync(
      path.join(root, '.landfall/kinds/vendors.schema.json'),
      VENDORS.replace('"type":"object"}}', '"type":"object","required":["name"]}}'),
    );
    await check(root, caches);
  });

  it('does without a folder that cannot be', async () => {
    const root = folder(FILES);
    await check(root, path.join(root, 'people.yaml', 'caches'));
  });
});

describe('the folder of the caches', () => {
  const folder = temporaryFolders();

  it('is where the system has such things, unless it is switched off', () => {
    assert.equal(cacheFolder({ XDG_CACHE_HOME: '/tmp/c' }, 'linux'), path.join('/tmp/c', 'landfall'));
    assert.equal(cacheFolder({ LANDFALL_NO_CACHE: '1', XDG_CACHE_HOME: '/tmp/c' }, 'linux'), undefined);
    assert.ok(cacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux')?.endsWith(path.join('.cache', 'landfall')));
    assert.ok(cacheFolder({}, 'darwin')?.endsWith(path.join('Library/Caches', 'landfall')));
  });

  it('loses what is old and what was left half-way, and nothing that is not ours', () => {
    const caches = folder({ 'new.pack': '', 'old.pack': '', 'left.pack.1.pack.tmp': '', 'mine.txt': '' });
    const days = (count: number): Date => new Date(Date.now() - count * 24 * 3600 * 1000);
    for (const [name, age] of [
      ['old.pack', 61],
      ['left.pack.1.pack.tmp', 2],
      ['mine.txt', 99],
    ] as const) {
      utimesSync(path.join(caches, name), days(age), days(age));
    }
    prune(caches, '.pack', Date.now());
    assert.deepEqual(readdirSync(caches).sort(), ['mine.txt', 'new.pack']);
  });
});
