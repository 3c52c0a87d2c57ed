// Every text that a schema says to a person exists in Chinese too, and nothing in Chinese is left over.
import assert from 'node:assert/strict';
import { type Json, member, type SchemaSource } from '../../../src/core/schema/json';
import { json } from '../../../src/generated/schemas';
import { shippedKinds } from '../support';

const sources = Object.entries(JSON.parse(json) as Record<string, SchemaSource>);
const SAID = new Set(['title', 'description', 'x-labels']);

function pointers(value: Json, at = '', inLabels = false): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = `${at}/${key}`;
    const isText =
      (SAID.has(key) && typeof inner === 'string' && !at.endsWith('/properties')) ||
      (inLabels && typeof inner === 'string');
    return isText ? [here] : pointers(inner as Json, here, key === 'x-labels' && !at.endsWith('/properties'));
  });
}

const lookUp = (value: Json | undefined, pointer: string): Json | undefined =>
  pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((at, key) => member(at, key), value);

describe('texts of the schemas', () => {
  for (const [name, { schema, zh }] of sources) {
    it(`${name}: each text has its Chinese, and no more`, () => {
      const english = pointers(schema as unknown as Json).filter(
        (one) => !/\/(?:default|if|then|const|enum)\//.test(one),
      );
      const missing = english.filter((one) => typeof lookUp(zh, one) !== 'string');
      const stale = pointers(zh ?? null).filter((one) => typeof lookUp(schema as unknown as Json, one) !== 'string');
      assert.deepEqual({ missing, stale }, { missing: [], stale: [] });
    });
  }

  it('every kind and every field of an entity has a title and a description in both languages', () => {
    const silent: string[] = [];
    for (const kind of shippedKinds().all) {
      if (!kind.title.en || !kind.one.en || !kind.description.en) silent.push(kind.name);
      for (const [key, field] of kind.shape.fields) {
        if (key !== 'kind' && (!field.title.en || !field.description.en || field.title.zh === ''))
          silent.push(`${kind.name}.${key}`);
      }
    }
    assert.deepEqual(silent, []);
  });

  it('templates, groups, finished and dropped states name fields that exist', () => {
    const wrong: string[] = [];
    for (const kind of shippedKinds().all) {
      const { entity, shape } = kind;
      const templates = [entity.label, entity.detail, entity.titleTemplate, entity.idTemplate].join(' ');
      const fields = [...templates.matchAll(/\{([\w]+)/g)].map((one) => one[1] ?? '');
      for (const field of [...fields, ...Object.keys(entity.done ?? {}), ...Object.keys(entity.dropped ?? {})]) {
        if (!shape.fields.has(field)) wrong.push(`${kind.name}: ${field}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
});
