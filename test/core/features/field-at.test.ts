// Which field of which entity a cursor is in: `$0` in a register.
import assert from 'node:assert/strict';
import { fieldAt } from '../../../src/core/features/field-at';
import { path } from '../../../src/core/model/id';
import { projectOf } from '../support';

function at(file: string, marked: string): string | undefined {
  const offset = marked.indexOf('$0');
  const project = projectOf({ [file]: marked.replace('$0', '') });
  const found = fieldAt(project, path(file), offset);
  return found && `${found.entity.id} ${found.way.join('/')}`;
}

const risks = (item: string): string => `kind: risks\nitems:\n  - id: R-1\n    title: One\n  - id: R-2\n${item}`;

describe('the field at a place', () => {
  it('is that of the key, and of the value', () => {
    assert.equal(at('r.yaml', risks('    ti$0tle: Two\n')), 'R-2 title');
    assert.equal(at('r.yaml', risks('    title: Tw$0o\n')), 'R-2 title');
    assert.equal(at('r.yaml', 'kind: risks\nitems:\n  - i$0d: R-1\n'), 'R-1 id');
  });

  it('is found in groups, lists and brackets', () => {
    assert.equal(at('r.yaml', risks('    inherent:\n      impact: $03\n')), 'R-2 inherent/impact');
    assert.equal(at('r.yaml', risks('    inherent: { probability: 2, impact: $03 }\n')), 'R-2 inherent/impact');
    assert.match(at('r.yaml', risks('    tags:\n      - a\n      - b$0\n')) ?? '', /^R-2 tags\/1/);
  });

  it('is that of an article', () => {
    assert.equal(at('a.md', '---\ntitle: A$0\n---\n\ntext\n'), 'a title');
  });

  it('is none in a comment, or above the items', () => {
    assert.equal(at('r.yaml', risks('    title: Two # wh$0y\n')), undefined);
    assert.equal(at('r.yaml', 'kind: ri$0sks\nitems: []\n'), undefined);
  });
});
