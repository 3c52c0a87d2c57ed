// A project read from a real folder: what of bad files is said, and that nothing is lost or waits for ever.
import assert from 'node:assert/strict';
import { truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { finish } from '../../src/core/base/work';
import { checker } from '../../src/core/check/checker';
import { tell } from '../../src/core/messages/message';
import type { World } from '../../src/core/project/world';
import { type Disk, quickDisk } from '../../src/node/disk';
import { dayAt, momentAt, openProject } from '../../src/node/open';
import { temporaryFolders } from '../temporary';

const MANIFEST = { 'landfall.yaml': 'landfall: 1\nname: Test\n' };
const PERSON = 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n';
const NOW = Date.parse('2026-11-16T20:00:00Z');

const said = (world: World): readonly string[] =>
  [...finish(checker().check(world)).findings].flatMap(([path, list]) =>
    list.map((one) => `${path} ${one.code} ${tell(one.message, 'en')}`),
  );

describe('opening a project', () => {
  const folder = temporaryFolders();
  const open = (root: string, disk: Disk = quickDisk) => openProject(root, { trusted: true, now: NOW, disk });

  it('reads registers in any encoding beside each other', async () => {
    const root = folder({
      ...MANIFEST,
      'people.yaml': Buffer.from(`\ufeff${PERSON}`, 'utf16le'),
      'bom.yaml': `\ufeff${PERSON.replace('li.wei', 'wang.fang')}`,
    });
    const world = await open(root);
    assert.deepEqual(
      world.project.table('people').map((one) => one.id),
      ['wang.fang', 'li.wei'],
    );
    assert.deepEqual(said(world), ['people.yaml LF011 This file is UTF-16. It was read, but save it as UTF-8.']);
  });

  it('says nothing of the encoding of files that are not registers', async () => {
    const root = folder({ ...MANIFEST, 'other.yaml': Buffer.from('\ufeffname: x\n', 'utf16le') });
    assert.deepEqual(said(await open(root)), []);
  });

  it('refuses a file over the limit without reading it', async () => {
    const root = folder({ ...MANIFEST, 'people.yaml': PERSON, 'huge.yaml': '' });
    truncateSync(path.join(root, 'huge.yaml'), 50 * 1024 * 1024 + 1);
    const before = process.memoryUsage().rss;
    const world = await open(root);
    assert.deepEqual(said(world), ['huge.yaml LF012 This file has 51 MB; files over 12 MB are not read. Split it.']);
    assert.ok(process.memoryUsage().rss - before < 50 * 1024 * 1024, 'the file was not read');
    assert.equal(world.project.table('people').length, 1);
  });

  it('leaves out a file that is removed between being found and being read', async () => {
    const root = folder({ ...MANIFEST, 'people.yaml': PERSON, 'risks.yaml': 'kind: risks\n' });
    const removing: Disk = {
      ...quickDisk,
      read: (file, limit) => {
        if (file.endsWith('risks.yaml')) unlinkSync(file);
        return quickDisk.read(file, limit);
      },
    };
    const world = await open(root, removing);
    assert.deepEqual(said(world), []);
    assert.deepEqual([...world.project.files.keys()].sort(), ['landfall.yaml', 'people.yaml']);
  });

  it('takes the day from the time zone of the project', async () => {
    const root = folder({ 'landfall.yaml': 'landfall: 1\nname: Test\ntime_zone: Asia/Shanghai\n' });
    assert.equal((await open(root)).asOf, '2026-11-17');
    writeFileSync(path.join(root, 'landfall.yaml'), 'landfall: 1\nname: Test\nstatus_date: 2026-11-01\n');
    assert.equal((await open(root)).asOf, '2026-11-01');
    assert.match(dayAt(NOW, 'Nowhere/AtAll'), /^2026-11-1[67]$/);
  });

  it('tells the minute at a place, with its offset', () => {
    const at = Date.parse('2026-11-16T01:30:45Z');
    assert.equal(momentAt(at, 'Asia/Shanghai'), '2026-11-16T09:30+08:00');
    assert.equal(momentAt(at, 'America/St_Johns'), '2026-11-15T22:00-03:30');
    assert.equal(momentAt(at, 'UTC'), '2026-11-16T01:30+00:00');
    assert.match(momentAt(at, 'Nowhere/AtAll'), /^2026-11-1[56]T\d\d:\d\d[+-]\d\d:\d\d$/);
  });

  it('keeps the project although its manifest is empty or broken', async () => {
    for (const text of ['', 'landfall: [1\n', '- a\n']) {
      const world = await open(folder({ 'landfall.yaml': text, 'people.yaml': PERSON }));
      const findings = said(world);
      assert.equal(world.project.table('people').length, 1);
      assert.ok(
        findings.length > 0 && findings.every((one) => one.startsWith('landfall.yaml LF0')),
        findings.join('\n'),
      );
    }
  });

  it('says that an include matches nothing', async () => {
    const world = await open(
      folder({ 'landfall.yaml': 'landfall: 1\nname: Test\ninclude: [registers/**]\n', 'people.yaml': PERSON }),
    );
    assert.deepEqual(said(world), ['landfall.yaml LF014 `registers/**` matches no file of this project.']);
  });
});
