// Metrics, their filters and rules, offered at `¦` where a register names them.
import assert from 'node:assert/strict';
import { completion } from '../../../src/core/features/completion';
import { path } from '../../../src/core/model/id';
import { unavailable } from '../../../src/core/project/known';
import { type Files, projectOf } from '../support';
import { applySnippet } from './snippet';

function ask(marked: string, file: string, more: Files = {}) {
  const project = projectOf({ ...more, [file]: marked.replace('¦', '') });
  const around = { now: '2026-11-20T09:30+08:00', files: unavailable('missing') };
  return completion(project, path(file), marked.indexOf('¦'), around);
}
const labels = (...given: Parameters<typeof ask>): readonly string[] =>
  ask(...given)?.suggestions.map(({ label }) => label) ?? [];
function accepted(label: string, ...given: Parameters<typeof ask>): string {
  const found = ask(...given);
  const one = found?.suggestions.find((each) => each.label === label) ?? assert.fail(labels(...given).join(' '));
  return found ? applySnippet(given[0].replace('¦', ''), found.replace, one.insert) : '';
}

describe('completion of metrics and rules', () => {
  const waves = { 'waves.yaml': 'kind: waves\nitems:\n  - { id: W1, title: 财务 }\n  - { id: W2, title: Two }\n' };
  const gate = (rest: string): string =>
    `kind: gates\nitems:\n  - id: G-1\n    title: Go\n    criteria:\n      - ${rest}\n`;
  const of = (rest: string) => labels(gate(rest), 'g.yaml', waves);

  it('finds them by id and by name in either language', () => {
    assert.ok(of('metric: ¦').length > 30);
    assert.equal(of('metric: cover¦')[0], 'training.coverage');
    assert.ok(of('metric: 培训¦').includes('training.coverage'));
    assert.ok(of('rule: ¦').includes('LF401'));
  });

  it('offers the filters once the metric is clear, in quotes where they are needed', () => {
    const audiences = ['executive', 'manager', 'operator', 'it'].map((one) => `training.coverage{audience=${one}}`);
    assert.deepEqual(of('metric: training.coverage¦'), [
      'training.coverage',
      'training.coverage{wave=W1}',
      'training.coverage{wave=W2}',
      ...audiences,
    ]);
    assert.deepEqual(of('metric: "training.coverage{¦"'), [
      'training.coverage{wave=W1}',
      'training.coverage{wave=W2}',
      ...audiences,
    ]);
    const done = accepted('training.coverage{wave=W1}', gate('{ metric: training.coverage¦ }'), 'g.yaml', waves);
    assert.match(done, /\{ metric: "training\.coverage\{wave=W1\}" \}/);
    assert.match(
      accepted('training.coverage{wave=W2}', gate('metric: training.coverage{¦'), 'g.yaml', waves),
      /metric: "?training\.coverage\{wave=W2\}"?\n/,
    );
  });

  it('offers metrics as keys of thresholds', () =>
    assert.match(
      accepted('scope.confirmed', 'landfall: 1\nname: A\nthresholds:\n  scope.c¦', 'landfall.yaml'),
      /\n {2}scope\.confirmed:/,
    ));
});
