// The snippets in snippets/ are those of the schemas, and what they write is accepted.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { snippetFiles } from '../../../src/build/snippets';
import type { SchemaSource } from '../../../src/core/schema/json';
import { json } from '../../../src/generated/schemas';
import { findingsOf, projectOf } from '../support';

const files = snippetFiles(new Map(Object.entries(JSON.parse(json) as Record<string, SchemaSource>)));

/** What a snippet comes to when every gap is left as it is, or filled with `X`. */
const written = (line: string): string =>
  line
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, (_, text: string) => (text.endsWith('-') || text === '' ? `${text}X` : text))
    .replace(/\$[1-9]\d*/g, 'X')
    .replace('$0', '');

describe('snippets', () => {
  it('are current', () => {
    assert.deepEqual(readdirSync('snippets').sort(), [...files.keys()].sort());
    for (const [name, text] of files) assert.equal(readFileSync(`snippets/${name}`, 'utf8'), text, name);
  });

  it('write entities without a missing, unknown or misspelt field', () => {
    for (const [name, text] of files) {
      const [snippet] = Object.values(JSON.parse(text) as Record<string, { readonly body: readonly string[] }>);
      const kind = name.replace('.code-snippets', '');
      const register = `kind: ${kind}\nitems:\n${snippet?.body.map((line) => `  ${written(line)}\n`).join('')}`;
      const codes = findingsOf(projectOf({ 'x.yaml': register })).map(({ code }) => code);
      // `X` need not be somebody's id or in the right form; the fields are what a snippet answers for.
      const wrong = codes.filter((code) => ['LF001', 'LF004', 'LF010', 'LF020', 'LF021'].includes(code));
      assert.deepEqual(wrong, [], register);
    }
  });
});
