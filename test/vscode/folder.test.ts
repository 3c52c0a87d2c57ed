// A project's folder while it is open, without the editor: reading, changes on the disk, texts held by the editor.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Checked } from '../../src/core/check/check';
import { checker } from '../../src/core/check/checker';
import { Draft } from '../../src/core/base/draft';
import { path as pathOf } from '../../src/core/model/id';
import { openFolder, type ProjectFolder } from '../../src/vscode/folder';
import { shippedKinds } from '../core/support';

const person = (...ids: readonly string[]): string =>
  `kind: people\nitems:\n${ids.map((id) => `  - id: ${id}\n    title: ${id}\n`).join('')}`;
const risk = (owner: string): string =>
  `kind: risks\nitems:\n  - id: R-001\n    title: x\n    probability: 1\n    impact: 1\n    status: open\n    owner: ${owner}\n`;

describe('an open project folder', () => {
  let root: string;
  let folder: ProjectFolder;
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const changed = async (...files: readonly string[]): Promise<readonly string[]> => {
    for (const file of files) folder.changed(path.join(root, file));
    await folder.read();
    return found(await folder.session.settled());
  };
  const found = ({ findings }: Pick<Checked, 'findings'>): readonly string[] =>
    [...findings].flatMap(([file, list]) => list.map(({ code }) => `${file} ${code}`)).sort();

  beforeEach(async () => {
    root = mkdtempSync(path.join(os.tmpdir(), 'lf-'));
    write('landfall.yaml', 'landfall: 1\nname: Test\n');
    write('people.yaml', person('a'));
    write('risks.yaml', risk('a'));
    const failed = (error: unknown): void => assert.fail(error as Error);
    folder = openFolder(root, shippedKinds(), {
      delay: () => 0,
      failed,
      trusted: () => true,
      log: () => undefined,
      checker: () => Promise.resolve(checker()),
      listening: Promise.resolve(),
      inView: () => [pathOf('risks.yaml')],
    });
    await folder.reload();
  });
  afterEach(() => {
    folder.close();
    rmSync(root, { recursive: true });
  });

  it('is read as a whole before it is checked', async () => {
    assert.deepEqual(found(await folder.session.settled()), []);
    assert.equal(folder.session.project().table('people').length, 1);
  });

  it('tells first what the file in view says by itself', async () => {
    const silent = risk('nobody').replace('  - id', '  # landfall-disable LF101: he comes in March\n  - id');
    write('risks.yaml', `${silent}    colour: red\n`);
    write('people.yaml', `${person('a')}    colour: red\n`);
    const told: (readonly string[])[] = [];
    const other = openFolder(root, shippedKinds(), {
      delay: () => 0,
      failed: (error) => assert.fail(error as Error),
      trusted: () => true,
      log: () => undefined,
      checker: () => Promise.resolve(checker()),
      listening: Promise.resolve(),
      inView: () => [pathOf('risks.yaml'), pathOf('gone.yaml')],
    });
    try {
      other.session.onDidGlimpse((glimpse) => told.push(found(glimpse)));
      other.session.onDidCheck((checked) => told.push(found(checked)));
      await other.reload();
      await other.session.settled();
      await other.reload();
      await other.session.settled();
      assert.deepEqual(told[0], ['risks.yaml LF020']);
      assert.deepEqual(told.at(-1), ['people.yaml LF020', 'risks.yaml LF020']);
      assert.equal(told.filter((one) => one.length === 1).length, 1, 'only the first time');
    } finally {
      other.close();
    }
  });

  it('follows the disk', async () => {
    write('risks.yaml', risk('b'));
    assert.deepEqual(await changed('risks.yaml'), ['risks.yaml LF101']);
    write('people.yaml', person('a', 'b'));
    assert.deepEqual(await changed('people.yaml'), []);
    rmSync(path.join(root, 'people.yaml'));
    assert.deepEqual(await changed('people.yaml'), ['risks.yaml LF101']);
  });

  it('takes in a folder that came or went', async () => {
    write('more/deep/risks.yaml', risk('a'));
    assert.deepEqual(await changed('more'), ['more/deep/risks.yaml LF007', 'risks.yaml LF007']);
    rmSync(path.join(root, 'more'), { recursive: true });
    assert.deepEqual(await changed('more'), []);
  });

  it('prefers the text that the editor holds, until it lets go', async () => {
    folder.hold(pathOf('risks.yaml'), Draft.of(risk('b')));
    assert.deepEqual(found(await folder.session.settled()), ['risks.yaml LF101']);
    write('risks.yaml', risk('a'));
    assert.deepEqual(await changed('risks.yaml'), ['risks.yaml LF101']);
    folder.hold(pathOf('risks.yaml'), undefined);
    assert.deepEqual(await changed(), []);
  });

  it('lists files anew when the manifest says which belong', async () => {
    write('attic/risks.yaml', risk('nobody'));
    assert.equal((await changed('attic/risks.yaml')).length, 3);
    write('landfall.yaml', 'landfall: 1\nname: Test\nexclude: [attic/**]\n');
    assert.deepEqual(await changed('landfall.yaml'), []);
  });

  it('reads the kinds of a project, and checks their files', async () => {
    write('vehicles.yaml', 'kind: vehicles\nitems:\n  - id: V-1\n    title: Van\n');
    assert.deepEqual(await changed('vehicles.yaml'), ['vehicles.yaml LF002']);
    const item = {
      'x-entity': { name: 'vehicles' },
      type: 'object',
      title: 'Vehicle',
      properties: { id: { type: 'string' }, title: { type: 'string' } },
    };
    const schema = {
      title: 'Vehicles',
      type: 'object',
      properties: { kind: { const: 'vehicles' }, items: { type: 'array', items: item } },
    };
    write('.landfall/kinds/vehicles.schema.json', JSON.stringify(schema));
    assert.deepEqual(await changed('.landfall/kinds/vehicles.schema.json'), []);
    write('.landfall/kinds/vehicles.schema.json', '{');
    assert.deepEqual(await changed('.landfall/kinds/vehicles.schema.json'), [
      '.landfall/kinds/vehicles.schema.json LF015',
      'vehicles.yaml LF002',
    ]);
  });

  it('does not lose an edit that comes while it reads', async () => {
    const reading = folder.reload();
    folder.hold(pathOf('risks.yaml'), Draft.of(risk('b')));
    await reading;
    assert.deepEqual(found(await folder.session.settled()), ['risks.yaml LF101']);
  });
});
