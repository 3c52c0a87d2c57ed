// Links of registers and Markdown: prose that leads somewhere, paths of files.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { links } from '../../../src/core/features/links';
import { path } from '../../../src/core/model/id';
import { filesIn, projectOf } from '../support';

const files = filesIn(`
#- deliverables.yaml
kind: deliverables
items:
  - id: D-1
    title: Plan
    path: "docs/plan.docx#p2"
    description: See [[D-1]], [[nothing]] and \`[[D-1]]\`.
    owner: li
  - id: D-2
    title: Page
    path: https://example.com/x
#- guide.md
---
title: Guide
---
[[D-1|plan]] and [[nothing]]
`);
const project = projectOf(files);

const found = (file: string): readonly string[] =>
  finish(links(project, path(file))).map(({ span, target }) => {
    const to = target.kind === 'entity' ? target.entity.id : target.kind === 'file' ? target.path : target.url;
    return `${(files[file] ?? '').slice(span.start, span.end)} → ${target.kind} ${to}`;
  });

describe('links', () => {
  it('are prose that leads to an entity, and paths', () => {
    assert.deepEqual(found('deliverables.yaml'), [
      '"docs/plan.docx#p2" → file docs/plan.docx',
      'D-1 → entity D-1',
      'https://example.com/x → url https://example.com/x',
    ]);
    assert.deepEqual(found('guide.md'), ['D-1 → entity D-1']);
    assert.deepEqual(finish(links(project, path('none.yaml'))), []);
  });
});
