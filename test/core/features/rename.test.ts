// Renaming an id changes every place that names it and nothing else, or is refused with the reason.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { moveDocuments, prepareRename, rename } from '../../../src/core/features/rename';
import { path } from '../../../src/core/model/id';
import { tell } from '../../../src/core/messages/message';
import { type Files, filesIn, projectOf } from '../support';
import { applied } from './applied';

const FIXTURE = `
#- landfall.yaml
landfall: 1
name: Test
phases:
  - {id: prepare, title: Prepare}
#- people.yaml
kind: people
items:
  - id: li   # him
    title: 李伟
  - id: li.wei
    title: Li
#- risks.yaml
kind: risks
items:
  # landfall-disable LF104: see R-1 and R-10, R-1.
  - id: R-1
    title: One
    owner: "li"   # li
    description: |
      See [[people/li]], \`[[R-1]]\` and [[ R-1 |li]], not R-1.
    links: [people/li, 'li.wei', R-1]
    formerly:
      - R-0   # first
  - id: R-10
    title: Ten
    links:
      - risks/R-1
    formerly: [R-5]
#- change-requests.yaml
kind: change-requests
items:
  - id: CR-1
    title: C
    covers: [risks/R-1, risks/R-*]
#- access.yaml
kind: permission-objects
items:
  - id: fi.posting
    title: P
    actions: [create]
#- tests.yaml
kind: access-tests
items:
  - id: AT-1
    title: T
    person: li
    can: [fi.posting:create, "fi.posting:create"]
#- docs/guide.md
---
title: Guide
owner: li
---
[[R-1|the risk]], [[docs/guide]] and [[li]]
#- docs/other.md
See [[docs/guide]].
`;
const files = filesIn(FIXTURE);
const project = projectOf(files);

const offsetOf = (file: string, text: string, by = 1): number => (files[file] ?? '').indexOf(text) + by;

/** Renames at a text of a file and answers with the changed lines, or with the reason why not. */
function renamed(file: string, at: string, name: string, by = 1): readonly string[] | string {
  const result = finish(rename(project, path(file), offsetOf(file, at, by), name));
  return result.ok ? changedLines(files, applied(files, result.value)) : tell(result.error, 'en');
}

function changedLines(before: Files, after: Files): readonly string[] {
  return Object.entries(after).flatMap(([name, text]) => {
    const old = new Set((before[name] ?? '').split('\n'));
    return text
      .split('\n')
      .filter((line) => !old.has(line))
      .map((line) => `${name}: ${line.trim()}`);
  });
}

describe('renaming an id', () => {
  it('changes it wherever it is referred to, and keeps the old one', () => {
    const expected = [
      'people.yaml: - id: wang.wu   # him',
      'people.yaml: formerly: [li]',
      'risks.yaml: owner: "wang.wu"   # li',
      'risks.yaml: See [[people/wang.wu]], `[[R-1]]` and [[ R-1 |li]], not R-1.',
      "risks.yaml: links: [people/wang.wu, 'li.wei', R-1]",
      'tests.yaml: person: wang.wu',
      'docs/guide.md: owner: wang.wu',
      'docs/guide.md: [[R-1|the risk]], [[docs/guide]] and [[wang.wu]]',
    ];
    assert.deepEqual(renamed('people.yaml', 'id: li', 'wang.wu', 5), expected);
    assert.deepEqual(renamed('tests.yaml', 'person: li', 'wang.wu', 9), expected);
    assert.deepEqual(renamed('docs/guide.md', '[[li', 'wang.wu', 3), expected);
  });

  it('changes exact ids among patterns, remarks on suppressions and lists of former ids', () => {
    assert.deepEqual(renamed('risks.yaml', 'id: R-1', 'R-2', 5), [
      'risks.yaml: # landfall-disable LF104: see R-2 and R-10, R-2.',
      'risks.yaml: - id: R-2',
      'risks.yaml: See [[people/li]], `[[R-1]]` and [[ R-2 |li]], not R-1.',
      "risks.yaml: links: [people/li, 'li.wei', R-2]",
      'risks.yaml: - R-1',
      'risks.yaml: - risks/R-2',
      'change-requests.yaml: covers: [risks/R-2, risks/R-*]',
      'docs/guide.md: [[R-2|the risk]], [[docs/guide]] and [[li]]',
    ]);
  });

  it('changes the first part of a composed text', () => {
    assert.deepEqual(renamed('access.yaml', 'fi.posting', 'gl.posting'), [
      'access.yaml: - id: gl.posting',
      'access.yaml: formerly: [fi.posting]',
      'tests.yaml: can: [gl.posting:create, "gl.posting:create"]',
    ]);
  });

  it('takes a former id back, quotes what needs quotes, and works inside the manifest', () => {
    const back = renamed('risks.yaml', 'id: R-1', 'R-0', 5);
    assert.ok(Array.isArray(back) && back.includes('risks.yaml: - R-1   # first'), String(back));
    const odd = renamed('people.yaml', 'id: li', '1.10', 5);
    assert.ok(Array.isArray(odd) && odd.includes('people.yaml: - id: "1.10"   # him'), String(odd));
    assert.deepEqual(renamed('landfall.yaml', 'prepare', 'begin'), [
      'landfall.yaml: - {id: begin, title: Prepare, formerly: [prepare]}',
    ]);
  });

  it('is refused with the reason', () => {
    assert.match(String(renamed('people.yaml', 'id: li', 'li.wei', 5)), /Person li\.wei exists already: Li$/);
    assert.match(String(renamed('people.yaml', 'id: li', 'a b', 5)), /cannot be an id/);
    assert.match(String(renamed('people.yaml', 'id: li', 'risks/x', 5)), /cannot be an id/);
    assert.match(String(renamed('risks.yaml', 'id: R-1', 'R-5', 5)), /a former id of Risk R-10/);
    assert.match(String(renamed('docs/guide.md', 'docs/guide', 'x')), /Rename the file/);
    assert.match(String(renamed('risks.yaml', 'title: One', 'x')), /no id here/);
    assert.deepEqual(renamed('people.yaml', 'id: li', 'li', 5), []);
  });

  it('is refused where a reference may mean several', () => {
    const two = {
      'people.yaml': 'kind: people\nitems:\n  - id: a\n    title: A\n',
      'modules.yaml':
        'kind: modules\nitems:\n  - id: a\n    title: A\n    links: [a]\n  - id: b\n    title: B\n    links: [b]\n',
    };
    const both = projectOf(two);
    const ambiguous = finish(rename(both, path('people.yaml'), 28, 'c'));
    assert.ok(!ambiguous.ok && ambiguous.error.id === 'rename.ambiguous');
    const clash = finish(
      rename(
        projectOf({ ...two, 'modules.yaml': two['modules.yaml'].replace('[a]', '[modules/a]') }),
        path('people.yaml'),
        28,
        'b',
      ),
    );
    assert.ok(!clash.ok && tell(clash.error, 'en').startsWith('modules.yaml:8 refers to modules/b'));
    const twice = projectOf({ 'people.yaml': `${two['people.yaml']}  - id: a\n    title: B\n` });
    const duplicate = prepareRename(twice, path('people.yaml'), 28);
    assert.ok(!duplicate.ok && duplicate.error.id === 'rename.duplicate');
  });

  it('writes the kind before an id that another kind has too', () => {
    const both = {
      'people.yaml': 'kind: people\nitems:\n  - id: a\n    title: A\n  - id: z\n    title: Z\n    links: [a]\n',
      'modules.yaml': 'kind: modules\nitems:\n  - id: b\n    title: B\n',
    };
    const result = finish(rename(projectOf(both), path('people.yaml'), 28, 'b'));
    assert.ok(result.ok);
    assert.match(applied(both, result.value)['people.yaml'] ?? '', /links: \[people\/b\]/);
  });

  it('keeps links to a Markdown file that is moved', () => {
    const moved = finish(moveDocuments(project, new Map([[path('docs/guide.md'), path('risks/new.md')]])));
    assert.ok(moved.ok);
    assert.deepEqual(changedLines(files, applied(files, moved.value)), [
      'docs/guide.md: formerly: [docs/guide]',
      'docs/guide.md: [[R-1|the risk]], [[articles/risks/new]] and [[li]]',
    ]);
  });
});
