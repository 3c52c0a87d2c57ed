// From a requirement on to what serves it, and back to where it came from.
import assert from 'node:assert/strict';
import { referred, referrers, type Step, traced } from '../../../src/core/features/trace';
import { path } from '../../../src/core/model/id';
import { filesIn, projectOf } from '../support';

const files = filesIn(`
#- requirements.yaml
kind: requirements
items:
  - id: REQ-1
    title: Period control
    process: P-1
    links: [REQ-1, P-1]
#- processes.yaml
kind: processes
items:
  - id: P-1
    title: Month close
#- tests.yaml
kind: tests
items:
  - id: T-1
    title: Close a period
    covers: [REQ-1]
    description: "[[REQ-1]]"
#- courses.yaml
kind: courses
items:
  - id: C-1
    title: Closing
    scenario: T-1
`);
const project = projectOf(files);

const drawn = (file: string, steps: readonly Step[], ofTarget = true): readonly string[] =>
  steps.map(({ entity, spans }) => {
    const text = files[ofTarget ? entity.path : file] ?? '';
    return `${entity.kind.name}/${entity.id}: ${spans.map(({ start, end }) => text.slice(start, end)).join(' ')}`;
  });

describe('a trace', () => {
  it('goes from a requirement to its tests and their training, and back', () => {
    const start = traced(project, path('tests.yaml'), (files['tests.yaml'] ?? '').indexOf('REQ-1') + 1);
    assert.ok(start?.id === 'REQ-1');
    assert.deepEqual(drawn('', referrers(project, start)), ['tests/T-1: REQ-1 REQ-1']);
    const [test] = referrers(project, start);
    assert.ok(test);
    assert.deepEqual(drawn('', referrers(project, test.entity)), ['courses/C-1: T-1']);
    assert.deepEqual(drawn('requirements.yaml', referred(project, start), false), ['processes/P-1: P-1 P-1']);
  });

  it('begins at the entity around the cursor where nothing is named', () => {
    const text = files['requirements.yaml'] ?? '';
    assert.equal(traced(project, path('requirements.yaml'), text.indexOf('Period') + 1)?.id, 'REQ-1');
    assert.equal(traced(project, path('none.yaml'), 0), undefined);
  });
});
