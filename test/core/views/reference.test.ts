// The format reference is drawn from the schemas, so that it holds every kind and every field, in both languages.
import assert from 'node:assert/strict';
import { type Language, pick, tell } from '../../../src/core/messages/message';
import { allMarkdown, kindMarkdown } from '../../../src/core/render/reference';
import { kindReference } from '../../../src/core/views/reference';
import { compileKinds } from '../../../src/core/schema/user-kinds';
import { builtIn } from '../../../src/core/schema/built-in';
import { loadKinds } from '../../../src/core/schema/kinds';
import { findingsOf, projectOf, shippedKinds } from '../support';

const kinds = shippedKinds();
const named = (name: string) => {
  const kind = kinds.kind(name);
  assert.ok(kind, name);
  return kind;
};
const row = (kind: string, path: string) => {
  const { fields, common } = kindReference(kinds, named(kind));
  const found = [...fields, ...common].find((one) => one.path === path);
  assert.ok(found, `${kind}.${path}`);
  return found;
};
const takes = (kind: string, path: string, language: Language = 'en') => tell(row(kind, path).takes, language);

describe('the format reference', () => {
  it('has every kind and every field, each with its meaning in both languages', () => {
    const silent: string[] = [];
    for (const kind of kinds.all) {
      const { fields, common } = kindReference(kinds, kind);
      const rows = [...fields, ...common];
      for (const field of kind.shape.fields.keys())
        if (field !== 'kind' || kind.name === 'sod-rules')
          assert.ok(
            rows.some(({ path }) => path === field),
            `${kind.name}.${field}`,
          );
      for (const { path, title, description } of rows) {
        if (!title.en || !description.en) silent.push(`${kind.name}.${path}`);
        if (!/\p{Script=Han}|^[A-Z]+$/u.test(title.zh) && title.zh === title.en && description.zh === description.en)
          silent.push(`${kind.name}.${path} (zh)`);
      }
    }
    assert.deepEqual(silent, []);
    for (const language of ['en', 'zh-cn'] as const) {
      const text = allMarkdown(kinds, language);
      for (const kind of kinds.all) assert.match(text, new RegExp(`^## .*\`${kind.name}\`$`, 'm'));
    }
  });

  it('says what a field takes', () => {
    assert.equal(
      takes('risks', 'status'),
      'one of `open` (Open), `monitoring` (Monitoring), `occurred` (Occurred), `closed` (Closed)',
    );
    assert.equal(takes('risks', 'probability'), 'a whole number, 1 to 5');
    assert.equal(takes('risks', 'owner', 'zh-cn'), '人员的编号');
    assert.equal(takes('tasks', 'after'), 'list of id of Tasks or a group of fields');
    assert.equal(takes('tasks', 'after[].lag'), 'a duration such as 2d or -1d');
    assert.equal(takes('configuration', 'value'), 'depends on `type`');
    assert.equal(takes('configuration', 'environments.*.reason'), 'text');
    assert.equal(takes('change-requests', 'covers'), 'list of id or pattern');
    assert.equal(row('risks', 'status').required, true);
  });

  it('says what some states owe and where an entry stands', () => {
    const notes = (kind: string) => kindReference(kinds, named(kind)).notes.map((note) => tell(note, 'en'));
    assert.ok(notes('risks').includes('Required with `status: occurred`: `occurred_as`.'), notes('risks').join());
    assert.deepEqual(notes('phases'), ['Entries of this kind stand inside `landfall.yaml`.']);
    assert.deepEqual(notes('articles'), ['One file is one entry.']);
  });

  it('begins an entry with nothing unknown or missing', () => {
    for (const kind of kinds.all) {
      const { example } = kindReference(kinds, kind);
      if (!example.length) continue;
      const register = example.map((line) => line.replace(/(: )…|(\[)…|(id: .*-)$/g, '$1$2$3X')).join('\n');
      const codes = findingsOf(projectOf({ 'x.yaml': `${register}\n` })).map(({ code }) => code);
      assert.deepEqual(
        codes.filter((code) => ['LF001', 'LF010', 'LF020', 'LF021'].includes(code)),
        [],
        register,
      );
    }
  });

  it("knows a project's own kinds, whose texts mean nothing but text", () => {
    const schema = {
      title: 'Pumps',
      description: 'A <b>pump</b> | [x](command:y)',
      properties: {
        kind: { const: 'pumps' },
        items: {
          type: 'array',
          items: {
            'x-entity': { name: 'pumps' },
            title: 'Pump',
            type: 'object',
            properties: { id: { type: 'string' }, flow: { type: 'number', title: 'Flow' } },
          },
        },
      },
    };
    const { own } = compileKinds([{ name: 'pumps', text: JSON.stringify(schema), zh: undefined }], builtIn, '1');
    const all = loadKinds(builtIn, own);
    const pumps = all.kind('pumps');
    assert.ok(pumps);
    const text = kindMarkdown(all, pumps, 'en');
    assert.match(text, /This kind belongs to the project\./);
    assert.match(text, /\| `flow` \| a number \| Flow \|/);
    assert.doesNotMatch(text.replace(/\\./g, ''), /<b>|\]\(command/);
    assert.equal(pick(pumps.title, 'zh-cn'), 'Pumps');
  });
});
