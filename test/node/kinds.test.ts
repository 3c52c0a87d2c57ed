// A project's own kinds on the disk: found, compiled where the folder is trusted, and said where they are wrong.
import assert from 'node:assert/strict';
import { finish } from '../../src/core/base/work';
import { checker } from '../../src/core/check/checker';
import { tell } from '../../src/core/messages/message';
import type { Path } from '../../src/core/model/id';
import { quickDisk } from '../../src/node/disk';
import { projectKinds } from '../../src/node/kinds';
import { openProject } from '../../src/node/open';
import { temporaryFolders } from '../temporary';

const schema = (plate: unknown) =>
  JSON.stringify({
    title: 'Vehicles',
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { const: 'vehicles' },
      items: {
        type: 'array',
        items: {
          'x-entity': { name: 'vehicles' },
          title: 'Vehicle',
          allOf: [{ $ref: 'landfall:common#/$defs/entity' }],
          unevaluatedProperties: false,
          properties: { plate },
        },
      },
    },
  });

const PROJECT = {
  'landfall.yaml': 'landfall: 1\nname: Test\n',
  'fleet.yaml': 'kind: vehicles\nitems:\n  - id: V-1\n    title: Van\n    plate: x1\n',
  'people.yaml': 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n',
};
const GOOD = schema({ type: 'string', pattern: '^[A-Z]+$' });
const REMOTE = schema({ $ref: 'https://example.com/plate.json' });

describe('the kinds of a project on the disk', () => {
  const folder = temporaryFolders();

  async function check(files: Readonly<Record<string, string>>) {
    const world = await openProject(folder({ ...PROJECT, ...files }), { trusted: true, now: 0 });
    const { findings } = finish(checker().check(world));
    return [...findings].flatMap(([path, list]) =>
      list.map((one) => {
        const text = world.project.files.get(path as Path)?.text.slice(one.span.start, one.span.end);
        return `${path} ${one.code} "${text}" ${tell(one.message, 'en')}`;
      }),
    );
  }

  it('check registers of that kind', async () => {
    assert.deepEqual(await check({ '.landfall/kinds/vehicles.schema.json': GOOD }), [
      'fleet.yaml LF025 "x1" `x1` does not have the form `^[A-Z]+$` that `plate` asks for.',
    ]);
  });

  it('have a finding at the place where their schema is wrong; only their own registers suffer', async () => {
    assert.deepEqual(
      (
        await check({ '.landfall/kinds/vehicles.schema.json': REMOTE, '.landfall/kinds/boats.schema.json': '{' })
      ).sort(),
      [
        '.landfall/kinds/boats.schema.json LF015 "" The kind `boats` cannot be used: it is not valid JSON (Expected property name or \'}\' in JSON at position 1).',
        '.landfall/kinds/vehicles.schema.json LF015 ""https://example.com/plate.json"" The kind `vehicles` cannot be used: it refers to `https://example.com/plate.json`, which is outside the project.',
        'fleet.yaml LF002 "vehicles" There is no kind of register called `vehicles`.',
      ],
    );
  });

  it('are left alone in a folder that is not trusted', async () => {
    const root = folder({ ...PROJECT, '.landfall/kinds/vehicles.schema.json': GOOD });
    const { kinds, troubled, untrusted } = await projectKinds(quickDisk, root, false);
    assert.equal(kinds.kind('vehicles'), undefined);
    assert.deepEqual(troubled, []);
    assert.deepEqual(untrusted, ['vehicles']);
  });

  it('change their version with their text', async () => {
    const version = async (text: string) => {
      const root = folder({ ...PROJECT, '.landfall/kinds/vehicles.schema.json': text });
      return (await projectKinds(quickDisk, root, true)).kinds.version;
    };
    assert.notEqual(await version(GOOD), await version(`${GOOD} `));
  });
});
