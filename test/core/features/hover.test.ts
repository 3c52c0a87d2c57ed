// What is said about the place at `¦`, and where references lead.
import assert from 'node:assert/strict';
import { definition } from '../../../src/core/features/definition';
import { hover } from '../../../src/core/features/hover';
import { resolveLink } from '../../../src/core/features/link';
import { filterText } from '../../../src/core/metrics/filter';
import { path } from '../../../src/core/model/id';
import { entityAt } from '../../../src/core/project/at';
import { projectOf } from '../support';

const people = 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n';

function at(marked: string, file = 'risks.yaml') {
  const offset = marked.indexOf('¦');
  const project = projectOf({ 'people.yaml': people, [file]: marked.replace('¦', '') });
  return { project, file: path(file), offset };
}
function said(marked: string, file?: string): string {
  const { project, file: name, offset } = at(marked, file);
  const found = hover(project, name, offset);
  switch (found?.kind) {
    case 'entity':
      return `entity ${found.entity.id}`;
    case 'field':
      return `field ${found.name}${found.required ? ' required' : ''}`;
    case 'choice':
      return `choice ${found.choice.label.en}`;
    case 'rule':
      return `rule ${found.code}`;
    case 'metric':
      return `metric ${found.metric.id}${filterText(found.filter)}`;
    case undefined:
      return '';
  }
}
function led(marked: string, file?: string): readonly string[] {
  const { project, file: name, offset } = at(marked, file);
  return definition(project, name, offset)?.targets.map(({ id }) => id) ?? [];
}
const risk = (rest: string): string => `kind: risks\nitems:\n  - id: R-001\n    title: One\n${rest}`;

describe('hover', () => {
  it('names fields, allowed values and entities', () => {
    assert.equal(said(risk('    prob¦ability: 3\n')), 'field probability required');
    assert.equal(said(risk('    cause: Many\n    ow¦ner: li.wei\n')), 'field owner');
    assert.equal(said(risk('    status: op¦en\n')), 'choice Open');
    assert.equal(said(risk('    owner: li.¦wei\n')), 'entity li.wei');
    assert.equal(said(risk('    target: { im¦pact: 3 }\n')), 'field impact required');
  });
  it('names metrics and rules where they are meant', () => {
    const gate = (rest: string) => said(`kind: gates\nitems:\n  - id: G-1\n    criteria:\n      - ${rest}\n`, 'g.yaml');
    assert.equal(gate('metric: training.cov¦erage{wave=W1}'), 'metric training.coverage{wave=W1}');
    assert.equal(gate('{ metric: "training.cov¦erage{wave=W1}", at_least: 95 }'), 'metric training.coverage{wave=W1}');
    assert.equal(gate('rule: LF4¦01'), 'rule LF401');
    assert.equal(gate('metric: training.cov¦rage'), '');
    assert.equal(
      said('landfall: 1\nname: A\nthresholds:\n  scope.¦confirmed: 80\n', 'landfall.yaml'),
      'metric scope.confirmed',
    );
  });
  it('names an entity at its own id, and rules in the manifest', () => {
    assert.equal(said(risk('').replace('R-001', 'R-¦001')), 'entity R-001');
    assert.equal(
      said('kind: test-runs\nitems:\n  - te¦st: TC-1\n    date: 2026-01-01\n', 'r.yaml'),
      'field test required',
    );
    assert.equal(said('landfall: 1\nname: A\nrules:\n  LF1¦06: off\n', 'landfall.yaml'), 'rule LF106');
  });
  it('works in half-typed text', () => {
    assert.equal(said(risk('    owner: li.¦wei\n    status\n')), 'entity li.wei');
    assert.equal(said(risk('    prob¦ability: \n    cause: "open\n')), 'field probability required');
  });
  it('says nothing where there is nothing to say', () => {
    assert.equal(said(risk('    cause: So¦me text\n')), '');
    assert.equal(said('name: ot¦her\n', 'other.yaml'), '');
  });
});

describe('definition', () => {
  it('follows references in registers and in prose', () => {
    assert.deepEqual(led(risk('    owner: li¦.wei\n')), ['li.wei']);
    assert.deepEqual(led(risk('    owner: nob¦ody\n')), []);
    assert.deepEqual(led('---\ntitle: A\n---\n\nSee [[li.w¦ei|him]].\n', 'a.md'), ['li.wei']);
  });
});

describe('resolveLink', () => {
  it('leads to one entity or to none', () => {
    const project = projectOf({
      'people.yaml': people,
      'risks.yaml': risk('    probability: 1\n'),
      'tests.yaml': 'kind: tests\nitems:\n  - id: R-001\n    title: x\n',
    });
    assert.equal(resolveLink(project, 'li.wei')?.id, 'li.wei');
    assert.equal(resolveLink(project, 'R-001'), undefined);
    assert.equal(resolveLink(project, 'risks/R-001')?.kind.name, 'risks');
  });
});

describe('entityAt', () => {
  it('finds the item, and in the manifest the phase', () => {
    const text =
      'landfall: 1\nname: A\nphases:\n  - id: one\n    title: One\n  - id: two\n    title: Two\nstart: 2026-01-01\n';
    const project = projectOf({ 'landfall.yaml': text });
    const file = project.files.get(path('landfall.yaml'));
    assert.ok(file);
    assert.equal(entityAt(file, text.indexOf('Two'))?.id, 'two');
    assert.equal(entityAt(file, text.indexOf('One'))?.id, 'one');
    assert.equal(entityAt(file, text.indexOf('2026'))?.kind.name, 'project');
  });
});
