// References are found from the id and from any reference, both ways between registers and Markdown.
import assert from 'node:assert/strict';
import { highlights, references } from '../../../src/core/features/references';
import { path } from '../../../src/core/model/id';
import { filesIn, projectOf } from '../support';

const FIXTURE = `
#- landfall.yaml
landfall: 1
name: Test
#- people.yaml
kind: people
items:
  - id: li
    title: 李伟
  - id: li.wei
    title: Li
#- risks.yaml
kind: risks
items:
  - id: R-1
    title: One
    owner: "li"   # li
    description: See [[people/li]] and \`[[li]]\`, not li.
    links: [people/li, 'li.wei', R-1]
#- change-requests.yaml
kind: change-requests
items:
  - id: CR-1
    title: C
    covers: [risks/R-1, risks/R-*]
#- docs/guide.md
---
title: Guide
owner: li
---
[[R-1|the risk]], [[docs/guide]] and [[li]]
`;

const files = filesIn(FIXTURE);
const project = projectOf(files);

/** The places as \`file:line «text»\`, asked for in the middle of a text's only place. */
function found(file: string, at: string, by = 1): readonly string[] {
  const offset = (files[file] ?? '').indexOf(at) + by;
  const all = references(project, path(file), offset);
  const places = all ? [...(all.declaration ? [all.declaration] : []), ...all.places] : [];
  return places.map((place) => {
    const text = project.files.get(place.path)?.text ?? '';
    const line = text.slice(0, place.span.start).split('\n').length;
    return `${place.path}:${line} «${text.slice(place.span.start, place.span.end)}»`;
  });
}

const LI = [
  'people.yaml:3 «li»',
  'docs/guide.md:3 «li»',
  'docs/guide.md:5 «li»',
  'risks.yaml:5 «li»',
  'risks.yaml:6 «li»',
  'risks.yaml:7 «li»',
];

describe('references', () => {
  it('are found from the id, from a field, from a list, from prose and from front matter', () => {
    assert.deepEqual(found('people.yaml', 'id: li', 5), LI);
    assert.deepEqual(found('risks.yaml', '"li"', 2), LI);
    assert.deepEqual(found('risks.yaml', '[people/li', 3), LI);
    assert.deepEqual(found('risks.yaml', '[[people/li', 4), LI);
    assert.deepEqual(found('docs/guide.md', 'owner: li', 8), LI);
    assert.deepEqual(found('docs/guide.md', '[[li', 3), LI);
  });

  it('take an id in a list of patterns when it is exact', () => {
    assert.deepEqual(found('risks.yaml', 'id: R-1', 5), [
      'risks.yaml:3 «R-1»',
      'change-requests.yaml:5 «R-1»',
      'docs/guide.md:5 «R-1»',
      'risks.yaml:7 «R-1»',
    ]);
  });

  it('lead to articles', () => {
    assert.deepEqual(found('docs/guide.md', '[[docs/', 4), ['docs/guide.md:2 «title»', 'docs/guide.md:5 «docs/guide»']);
  });

  it('are nothing where nothing is named', () => {
    assert.deepEqual(found('risks.yaml', '# li', 2), []);
    assert.deepEqual(found('risks.yaml', 'R-*', 1), []);
    assert.deepEqual(found('nowhere.yaml', 'x'), []);
  });

  it('are highlighted in the same file, the id itself apart', () => {
    const offset = (files['risks.yaml'] ?? '').indexOf('id: R-1') + 5;
    assert.deepEqual(
      highlights(project, path('risks.yaml'), offset).map(({ kind }) => kind),
      ['own', 'reference'],
    );
  });

  it('follow an id that the entity had before', () => {
    const renamed = projectOf({
      'people.yaml': 'kind: people\nitems:\n  - id: new\n    title: N\n    formerly: [old]\n',
      'risks.yaml': 'kind: risks\nitems:\n  - id: R-1\n    title: T\n    owner: old\n',
    });
    assert.equal(references(renamed, path('people.yaml'), 28)?.places.length, 1);
  });
});
