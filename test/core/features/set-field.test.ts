// One value for many entities, all at once.
import assert from 'node:assert/strict';
import { setField, settableFields } from '../../../src/core/features/set-field';
import { tell } from '../../../src/core/messages/message';
import { path } from '../../../src/core/model/id';
import type { Entity } from '../../../src/core/project/file-index';
import type { Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { applyEdits, type Value } from '../../../src/core/syntax/edit';
import { random } from '../../fuzz/random';
import { projectOf } from '../support';

const risk = (id: string, lines = ''): string =>
  `  - id: ${id}\n    title: ${id}    # said\n    probability: 1\n    impact: 1\n    status: open # yet\n${lines}`;
const FILES = {
  'people.yaml': 'kind: people\nitems:\n  - id: li.wei\n    title: Li\n',
  'a.yaml': `kind: risks\nitems:\n${risk('R-1', '    tags: [data]\n')}\n${risk('R-2', '    tags:\n      - data # first\n    owner: li.wei\n')}`,
  'b.yaml': `kind: risks\nitems:\n- {id: R-3, title: three, probability: 1, impact: 1, status: "open", tags: []}\n- id: R-4\n  title: four`,
  'issues.yaml': 'kind: issues\nitems:\n  - id: I-1\n    title: One\n',
};
const project = projectOf(FILES);
const table = (of: Project, ...ids: readonly string[]): readonly Entity[] =>
  [...of.table('risks'), ...of.table('issues')].filter(({ id }) => ids.includes(id));

/** The project after the edits, or why there are none. */
function changed(before: Project, ids: readonly string[], name: string, value: Value): Project | string {
  const entities = table(before, ...ids);
  const field = settableFields(entities).find((one) => one.name === name);
  assert.ok(field, name);
  const edits = setField(before, entities, field, value);
  if (!edits.ok) return tell(edits.error, 'en');
  const texts = [...edits.value].map(([file, made]) => {
    const text = applyEdits(before.files.get(file)?.text ?? '', made);
    return [file, { text }] as const;
  });
  return updated(before, new Map(texts));
}

const text = ({ files }: Project): string => [...files.values()].map((file) => file.text).join('');

describe('a field of many entities', () => {
  it('can be what all of them may have: choices, references, dates, lists of words', () => {
    const names = settableFields(table(project, 'R-1')).map(({ name }) => name);
    for (const name of ['status', 'owner', 'review_by', 'tags', 'category']) assert.ok(names.includes(name), name);
    for (const name of ['id', 'title', 'description', 'contingency', 'formerly'])
      assert.ok(!names.includes(name), name);
    const common = settableFields(table(project, 'R-1', 'I-1')).map(({ name }) => name);
    assert.ok(common.includes('owner') && !common.includes('category'), common.join(' '));
    assert.deepEqual(settableFields([]), []);
  });

  it('changes nothing around it', () => {
    const after = changed(project, ['R-1', 'R-2', 'R-3'], 'tags', 'late');
    assert.ok(typeof after === 'object');
    assert.equal(
      after.files.get(path('a.yaml'))?.text,
      FILES['a.yaml'].replace('[data]', '[data, late]').replace('# first\n', '# first\n      - late\n'),
    );
    assert.equal(after.files.get(path('b.yaml'))?.text, FILES['b.yaml'].replace('[]', '[late]'));
  });

  it('is refused for all when one of them cannot be changed, and says which', () => {
    const broken = projectOf({ ...FILES, 'a.yaml': `kind: risks\nitems:\n${risk('R-1')}${risk('R-2', '    x: "\n')}` });
    const answer = changed(broken, ['R-1', 'R-2'], 'status', 'closed');
    assert.match(typeof answer === 'string' ? answer : '', /^Nothing was changed: R-2\./);
  });

  it('holds over random selections: the value is there, no other entity differs, and once is enough', function () {
    this.timeout(30_000);
    const choices: readonly (readonly [string, Value])[] = [
      ['status', 'closed'],
      ['owner', 'li.wei'],
      ['review_by', '2026-12-01'],
      ['tags', 'a, b'],
      ['tags', '1.10'],
      ['response', 'accept'],
      ['category', 'data'],
    ];
    let now: Project = project;
    for (let seed = 1; seed <= 1_200; seed++) {
      const r = random(seed);
      if (r.chance(0.2)) now = project;
      const ids = ['R-1', 'R-2', 'R-3', 'R-4'].filter(() => r.chance(0.5));
      if (!ids.length) continue;
      const [name, value] = r.pick(choices);
      const after = changed(now, ids, name, value);
      assert.ok(typeof after === 'object', `seed ${seed}: ${typeof after === 'string' ? after : ''}`);
      for (const entity of [...now.table('risks'), ...now.table('issues'), ...now.table('people')]) {
        const same: Entity | undefined = after.table(entity.kind.name).find(({ id }) => id === entity.id);
        const list = Array.isArray(entity.value[name]) ? entity.value[name] : [];
        const added = list.includes(value) ? list : [...list, value];
        const wanted = ids.includes(entity.id)
          ? { ...entity.value, [name]: name === 'tags' ? added : value }
          : entity.value;
        assert.deepEqual(same?.value, wanted, `seed ${seed}`);
      }
      const again = changed(after, ids, name, value);
      assert.ok(typeof again === 'object' && text(again) === text(after), `seed ${seed}`);
      now = after;
    }
  });
});
