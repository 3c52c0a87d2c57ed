// The manifest: an entity itself, with entities inside it.
import assert from 'node:assert/strict';
import { lines, projectOf } from '../support';

const titles = (manifest: string): readonly string[] =>
  projectOf({ 'landfall.yaml': manifest })
    .table('phases')
    .map((one) => one.title);

describe('manifest', () => {
  it('lists its own phases as entities that tasks refer to', () => {
    const project = projectOf({
      'landfall.yaml': 'landfall: 1\nname: T\nphases:\n  - id: build\n    title: Build it\n',
      't.yaml': 'kind: tasks\nitems:\n  - id: T-1\n    title: One\n    phase: bild\n',
    });
    assert.deepEqual(lines(project), ['t.yaml:5:12 LF101 No Phase has the id "bild". Did you mean build?']);
  });

  it('has the usual phases when it lists none, in the language of the project', () => {
    assert.deepEqual(titles('landfall: 1\nname: T\n').slice(0, 2), ['Prepare', 'Blueprint']);
    assert.deepEqual(titles('landfall: 1\nname: T\nlocale: zh-CN\n').slice(0, 2), ['项目准备', '蓝图设计']);
  });

  it('says what a manifest is when it is empty or something else', () => {
    for (const text of ['', '- a\n', 'text\n']) {
      assert.deepEqual(
        lines(projectOf({ 'landfall.yaml': text })).map((one) => one.slice(0, 25)),
        ['landfall.yaml:1:1 LF014 l'],
      );
    }
  });

  it('sets the severity of rules', () => {
    const files = {
      'r.yaml':
        'kind: risks\nitems:\n  - id: R-1\n    title: One\n    probability: 1\n    impact: 1\n    status: open\n    owner: x\n',
    };
    assert.equal(
      lines(projectOf({ ...files, 'landfall.yaml': 'landfall: 1\nname: T\nrules:\n  LF101: off\n' })).length,
      0,
    );
  });

  it('names an include pattern that matches nothing', () => {
    const project = projectOf({ 'landfall.yaml': 'landfall: 1\nname: T\ninclude:\n  - "*.yaml"\n  - plan/**/*.yml\n' });
    assert.deepEqual(lines(project), ['landfall.yaml:5:5 LF014 `plan/**/*.yml` matches no file of this project.']);
  });
});
