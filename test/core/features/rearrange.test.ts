// Sorting a register and moving an entity, on whole projects.
import assert from 'node:assert/strict';
import { moveEntity, registersFor, sortFields, sortRegister } from '../../../src/core/features/rearrange';
import { path } from '../../../src/core/model/id';
import type { Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { applyEdits } from '../../../src/core/syntax/edit';
import { projectOf } from '../support';

const risk = (id: string, impact: number, status: string): string =>
  `  - id: ${id}\n    title: ${id}\n    probability: 1\n    impact: ${impact}\n    status: ${status}\n`;
const FILES = {
  'a.yaml': `kind: risks\nitems:\n${risk('R-10', 3, 'closed')}${risk('R-9', 5, 'open')}  - id: R-2\n    title: 二\n`,
  'b.yaml': `kind: risks\nitems:\n${risk('R-1', 1, 'open')}`,
  'empty.yaml': 'kind: risks\nitems: []\n',
  'issues.yaml': 'kind: issues\nitems:\n  - id: I-1\n    title: One\n',
};
const project = projectOf(FILES);

/** The ids of a register after sorting it by a field. */
function sorted(field: string): readonly string[] {
  const edits = sortRegister(project, path('a.yaml'), field);
  assert.ok(edits.ok);
  const text = applyEdits(FILES['a.yaml'], edits.value);
  return idsIn(updated(project, new Map([[path('a.yaml'), { text }]])), 'a.yaml');
}

const idsIn = (of: Project, file: string): readonly string[] =>
  of
    .table('risks')
    .filter((one) => one.path === file)
    .map(({ id }) => id);

describe('sorting a register', () => {
  it('goes by the numbers in texts, by numbers, by the order of allowed values; what has none is last', () => {
    assert.deepEqual(sorted('id'), ['R-2', 'R-9', 'R-10']);
    assert.deepEqual(sorted('impact'), ['R-10', 'R-9', 'R-2']);
    assert.deepEqual(sorted('status'), ['R-9', 'R-10', 'R-2']);
    assert.deepEqual(sorted('owner'), ['R-10', 'R-9', 'R-2']);
  });

  it('is offered for the fields that have plain values', () => {
    const names = sortFields(project, path('a.yaml')).map(({ name }) => name);
    assert.deepEqual([...names].sort(), ['id', 'impact', 'probability', 'status', 'title']);
    assert.deepEqual(sortFields(project, path('landfall.yaml')), []);
    assert.equal(sortRegister(project, path('a.yaml'), 'no such field').ok, false);
  });
});

describe('moving an entity', () => {
  it('takes it out of one register and puts it at the end of another of its kind', () => {
    const entity = project.table('risks').find(({ id }) => id === 'R-9');
    assert.ok(entity);
    const to = registersFor(project, entity);
    assert.deepEqual(
      to.map((file) => file.path),
      ['b.yaml', 'empty.yaml'],
    );
    const edits = to[0] && moveEntity(project, entity, to[0]);
    assert.ok(edits?.ok);
    const texts = [...edits.value].map(([file, made]) => {
      return [file, { text: applyEdits(project.files.get(file)?.text ?? '', made) }] as const;
    });
    const after = updated(project, new Map(texts));
    assert.deepEqual(
      [idsIn(after, 'a.yaml'), idsIn(after, 'b.yaml')],
      [
        ['R-10', 'R-2'],
        ['R-1', 'R-9'],
      ],
    );
    assert.deepEqual(after.table('risks').find(({ id }) => id === 'R-9')?.value, entity.value);
  });

  it('puts it into a register that has no items yet', () => {
    const entity = project.table('risks').find(({ id }) => id === 'R-9');
    const to = project.files.get(path('empty.yaml'));
    const edits = entity && to && moveEntity(project, entity, to);
    assert.ok(edits?.ok);
    const text = applyEdits(to?.text ?? '', edits.value.get(path('empty.yaml')) ?? []);
    assert.deepEqual(idsIn(updated(project, new Map([[path('empty.yaml'), { text }]])), 'empty.yaml'), ['R-9']);
  });
});
