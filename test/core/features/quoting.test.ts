// Quotes are offered for what only the schema knows to be a text, and for nothing else.
import assert from 'node:assert/strict';
import { quoting } from '../../../src/core/features/quoting';
import { path } from '../../../src/core/model/id';
import { applyEdits } from '../../../src/core/syntax/edit';
import { projectOf } from '../support';

/** The text after the offer at `|`; undefined where there is none. */
function quoted(marked: string, file = 'a.yaml'): string | undefined {
  const text = marked.replace('|', '');
  const project = projectOf({ [file]: text });
  const offer = quoting(project, path(file), marked.indexOf('|'));
  return offer && applyEdits(text, offer.edits);
}

const module = (lines: string): string => `kind: configuration\nitems:\n  - id: a.b\n    title: T\n    ${lines}\n`;

describe('quotes', () => {
  it('go around versions, numbers and words that are texts', () => {
    assert.equal(
      quoted(module('type: string\n    value: 1.|10 # kept')),
      module('type: string\n    value: "1.10" # kept'),
    );
    assert.equal(quoted(module('owner: |007')), module('owner: "007"'));
    assert.equal(quoted(module('tags: [a, 1|.10]')), module('tags: [a, "1.10"]'));
    assert.equal(quoted(module('owner: true|')), module('owner: "true"'));
    const manifest = 'landfall: 1\nname: |2026\n';
    assert.equal(quoted(manifest, 'landfall.yaml'), 'landfall: 1\nname: "2026"\n');
    assert.equal(quoted('---\ntitle: 1.|10\n---\nText\n', 'a.md'), '---\ntitle: "1.10"\n---\nText\n');
  });

  it('are not offered for numbers, nor where they stand already or nothing would change', () => {
    for (const lines of [
      'type: number\n    value: 1|.10',
      'title: "1.|10"',
      'owner: li|',
      'type: &a 1\n    owner: *|a',
    ])
      assert.equal(quoted(module(lines)), undefined, lines);
    assert.equal(quoted('kind: risks\nitems:\n  - id: R-1\n    probability: 3|\n'), undefined);
    assert.equal(quoted('a: 1.|10\n'), undefined);
  });
});
