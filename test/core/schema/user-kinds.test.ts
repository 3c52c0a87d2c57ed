// A project's own kinds: one that works, and every way for one to be wrong without disturbing the others.
import assert from 'node:assert/strict';
import { tell } from '../../../src/core/messages/message';
import { builtIn } from '../../../src/core/schema/built-in';
import { loadKinds } from '../../../src/core/schema/kinds';
import { compileKinds, type KindText } from '../../../src/core/schema/user-kinds';

interface Item {
  readonly [word: string]: unknown;
}

/** A kind of vehicles whose items have these properties, and what else is given. */
function vehicles(properties: Item = {}, more: Item = {}, name = 'vehicles'): string {
  return JSON.stringify({
    title: 'Vehicles',
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { const: name },
      items: {
        type: 'array',
        items: {
          'x-entity': { name, label: '{id} {title}' },
          title: 'Vehicle',
          allOf: [{ $ref: 'landfall:common#/$defs/entity' }],
          unevaluatedProperties: false,
          properties,
        },
      },
    },
    ...more,
  });
}

const text = (name: string, schema: string, zh?: string): KindText => ({ name, text: schema, zh });
const compile = (...texts: readonly KindText[]) => compileKinds(texts, builtIn, 'test');
const troublesOf = (...texts: readonly KindText[]) =>
  compile(...texts).troubles.map(({ file, message, at }) => ({ file, said: tell(message, 'en'), at }));

describe("a project's own kinds", () => {
  it('join those that ship, with their texts in both languages and their references', () => {
    const schema = vehicles({ driver: { type: 'string', 'x-ref': 'people', title: 'Driver' } });
    const { own, troubles } = compile(text('vehicles', schema, '{ "title": "车辆" }'));
    assert.deepEqual(troubles, []);
    const kinds = loadKinds(builtIn, own);
    const kind = kinds.kind('vehicles');
    assert.deepEqual(kind?.title, { en: 'Vehicles', zh: '车辆' });
    assert.equal(kind?.builtIn, false);
    assert.deepEqual(kind?.shape.fields.get('driver')?.ref?.to, ['people']);
    assert.ok(kinds.kind('risks')?.builtIn);
  });

  it('are checked like those that ship, common fields included', () => {
    const { own } = compile(
      text(
        'vehicles',
        vehicles({
          plate: { type: 'string', pattern: '^[A-Z]{2}-[0-9]+$' },
          day: { $ref: 'landfall:common#/$defs/day' },
        }),
      ),
    );
    const validate = own.validator('vehicles');
    const errors = (value: unknown) => validate?.(value).map((one) => `${one.instancePath} ${one.keyword}`);
    assert.deepEqual(errors({ id: 'V-1', title: 'Van', plate: 'AB-1', day: '2026-01-02' }), []);
    assert.deepEqual(errors({ id: 'V-1', title: 'Van', plate: 'ab', day: '2026-02-30', wheels: 4 }), [
      ' additionalProperties',
      '/plate pattern',
      '/day format',
    ]);
  });

  it('match a pattern that would take other engines for ever', () => {
    const { own } = compile(text('vehicles', vehicles({ plate: { type: 'string', pattern: '^(a+)+$' } })));
    assert.equal(own.validator('vehicles')?.({ id: 'V-1', title: 'Van', plate: `${'a'.repeat(50_000)}!` }).length, 1);
  });

  const common = { $ref: 'https://example.com/vehicle.json' };
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `d${i}`,
      { properties: { a: { $ref: `#/$defs/d${i + 1}` }, b: { $ref: `#/$defs/d${i + 1}` } } },
    ]),
  );
  const bad: Readonly<Record<string, readonly [schema: string, said: RegExp]>> = {
    'not JSON': ['{ "title": ', /cannot be used: it is not valid JSON \(.+\)\.$/],
    'no schema': ['[]', /it is not a JSON Schema: it must be an object in braces\.$/],
    'a misspelt type': [vehicles({ plate: { type: 'strnig' } }), /cannot be used: schema is invalid: .*type/],
    'a remote reference': [
      vehicles({ plate: common }),
      /it refers to `https:\/\/example\.com\/vehicle\.json`, which is outside the project\.$/,
    ],
    'a relative reference': [
      vehicles({ plate: { $ref: 'other.json' } }),
      /it refers to `other\.json`, which is outside the project\.$/,
    ],
    'a reference to nothing': [vehicles({ plate: { $ref: '#/$defs/none' } }), /can't resolve reference/],
    'a pattern with look-ahead': [
      vehicles({ plate: { type: 'string', pattern: '(?=a)b' } }),
      /the pattern `\(\?=a\)b` is not supported \(.+\)\.$/,
    ],
    'a pattern with a back-reference': [vehicles({ plate: { type: 'string', pattern: '(a)\\1' } }), /is not supported/],
    'no entity': ['{ "properties": { "items": { "type": "array" } } }', /nothing in it is marked with `x-entity`\.$/],
    'an annotation of the wrong type': [
      vehicles({ plate: { type: 'string', 'x-ref': 5 } }),
      /"x-ref" value is invalid/,
    ],
    'a label that is no text': [vehicles().replace('"{id} {title}"', '7'), /"x-entity" value is invalid/],
    'the kind of another file': [vehicles({}, {}, 'lorries'), /named after `vehicles`, but its `kind` is `lorries`\.$/],
    'the name of a kind that ships': [
      vehicles().replace('"name":"vehicles"', '"name":"phases"'),
      /`phases` is a kind that ships with Landfall\.$/,
    ],
    'references that multiply': [
      vehicles({ a: { $ref: '#/$defs/d0' } }, { $defs: { ...many, d40: {} } }),
      /too large once its references are written out\.$/,
    ],
    'nesting without end': [`${'{"not":'.repeat(20_000)}{}${'}'.repeat(20_000)}`, /nested too deeply/],
    'itself as a part of itself': [vehicles({}, { allOf: [{ $ref: '#' }] }), /nested too deeply|cannot be used/],
  };
  for (const [name, [schema, said]] of Object.entries(bad)) {
    it(`say what is wrong with ${name}, and leave the others alone`, () => {
      const { own, troubles } = compile(text('boats', vehicles({}, {}, 'boats')), text('vehicles', schema));
      assert.deepEqual(
        troubles.map((one) => one.file),
        ['vehicles.schema.json'],
      );
      assert.match(tell(troubles[0]?.message ?? assert.fail(), 'en'), said);
      assert.deepEqual([...own.sources.keys()], ['boats']);
      assert.ok(loadKinds(builtIn, own).kind('boats'));
    });
  }

  it('mark the place of what is wrong', () => {
    assert.deepEqual(
      troublesOf(text('vehicles', vehicles({ plate: common }))).map((one) => one.at),
      ['"https://example.com/vehicle.json"'],
    );
  });

  it('may not bring one kind twice', () => {
    const twin = vehicles().replace('{"const":"vehicles"}', '{"const":"cars"}');
    assert.deepEqual(
      troublesOf(text('cars', twin), text('vehicles', vehicles())).map((one) => one.said),
      ['The kind `vehicles` cannot be used: `cars.schema.json` already describes a kind called `vehicles`.'],
    );
  });

  it('speak English where their Chinese texts are broken', () => {
    const { own, troubles } = compile(text('vehicles', vehicles(), '{'));
    assert.deepEqual(
      troubles.map((one) => one.file),
      ['zh-cn/vehicles.json'],
    );
    assert.deepEqual(loadKinds(builtIn, own).kind('vehicles')?.title, { en: 'Vehicles', zh: 'Vehicles' });
  });
});
