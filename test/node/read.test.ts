// Files of which no bytes are kept: they give what they give at once, and are never taken for what they were before.
import assert from 'node:assert/strict';
import { appendFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { run } from '../../src/cli/run';
import { finish } from '../../src/core/base/work';
import { checker } from '../../src/core/check/checker';
import { path as pathOf } from '../../src/core/model/id';
import type { World } from '../../src/core/project/world';
import { reportOf } from '../../src/core/views/report';
import { madeOfBytes, quickDisk } from '../../src/node/disk';
import { findFiles } from '../../src/node/found';
import { openFound } from '../../src/node/open';
import { ChangedMeanwhile } from '../../src/node/read';
import { temporaryFolders } from '../temporary';

const people = (id: string): string =>
  `kind: people\nitems:\n  - id: ${id}\n    title: 李伟\n    position: 负责接口与数据迁移的项目经理\n    org: nowhere\n`;
const NOW = Date.parse('2026-11-16T04:00:00Z');

describe('files of which no bytes are kept', () => {
  const folder = temporaryFolders();
  const project = (): string =>
    folder({
      'landfall.yaml': 'landfall: 1\nname: T\n',
      'a.yaml': people('li.wei'),
      'b.yaml': Buffer.from(`\ufeff${people('wang.fang').replaceAll('\n', '\r\n')}`, 'utf16le'),
      // More than are kept at hand.
      ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`c/${i}.yaml`, people(`zhou.min${i}`)])),
      'big.yaml': Buffer.alloc(13 * 1024 * 1024, 'a'),
    });
  const opened = async (root: string, lean: boolean): Promise<World> =>
    openFound(await findFiles(quickDisk, root, true, lean), { trusted: true, now: NOW });

  it('give the same project, texts and report as those whose bytes are', async () => {
    const root = project();
    const [lean, whole] = [await opened(root, true), await opened(root, false)];
    const report = (world: World) => reportOf(finish(checker().check(world)));
    assert.deepEqual(report(lean), report(whole));
    assert.ok(report(whole).findings.length > 14);
    for (const [file, { text, slices }] of whole.project.files) {
      const other = lean.project.files.get(file);
      assert.equal(other?.text, text);
      assert.deepEqual(other?.open().slices, whole.project.files.get(file)?.open().slices);
      assert.deepEqual(
        other?.slices.map(({ entities }) => entities.map(({ value }) => value)),
        slices.map(({ entities }) => entities.map(({ value }) => value)),
      );
    }
  });

  it('are refused once they changed, though their size and time are the same', async () => {
    const root = project();
    const found = await findFiles(quickDisk, root, true, true);
    const world = openFound(found, { trusted: true, now: NOW });
    const file = path.join(root, 'a.yaml');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, people('li.wie'));
    utimesSync(file, atime, mtime);
    assert.throws(() => openFound(found, { trusted: true, now: NOW }), ChangedMeanwhile);
    assert.throws(() => world.project.files.get(pathOf('a.yaml'))?.text, ChangedMeanwhile);
    rmSync(file);
    assert.throws(() => world.project.files.get(pathOf('a.yaml'))?.text, ChangedMeanwhile);
  });

  it('end a check with the reason, in the language of whoever asked', async () => {
    const root = project();
    let said = '';
    const code = await run(['check', root, '--lang', 'zh-cn'], {
      folder: root,
      // Asked for behind the names of the files and before what is in them.
      env: {
        get LANDFALL_NO_CACHE() {
          appendFileSync(path.join(root, 'a.yaml'), '# later\n');
          return '1';
        },
      },
      locale: 'en',
      columns: undefined,
      write: () => assert.fail('no report'),
      complain: (text) => (said += text),
      now: NOW,
      later: () => undefined,
    });
    assert.deepEqual([code, said], [3, '读取项目期间 a.yaml 有改动，请重新运行该命令。\n']);
  });

  it('have the bytes that stand in them, whatever was read before', () => {
    const root = folder({});
    const file = path.join(root, 'x');
    const copy = (limit: number) => madeOfBytes(file, limit, (bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.nat(5000), (bytes, limit) => {
        writeFileSync(file, bytes);
        const read = copy(limit);
        if (bytes.length > limit)
          assert.deepEqual(read, { ok: false, error: { code: 'too-large', bytes: bytes.length } });
        else assert.ok(read.ok && read.value.equals(bytes));
      }),
      { numRuns: 1000, seed: 20261122 },
    );
    rmSync(file);
    assert.deepEqual(copy(1), { ok: false, error: { code: 'gone' } });
  });
});
