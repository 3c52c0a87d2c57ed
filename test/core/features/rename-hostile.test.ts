// Renaming where a reference is not simply written down, and ids of every form.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { rename } from '../../../src/core/features/rename';
import { tell } from '../../../src/core/messages/message';
import { path } from '../../../src/core/model/id';
import { type Files, projectOf } from '../support';
import { applied } from './applied';

/** Renames the person whose id stands first in people.yaml; answers with the other file, or why it was refused. */
function renamed(risks: string, id: string, old = 'li'): string {
  const files: Files = {
    'people.yaml': `kind: people\nitems:\n  - id: ${old}\n    title: Li\n`,
    'risks.yaml': `kind: risks\n${risks}`,
  };
  const result = finish(rename(projectOf(files), path('people.yaml'), files['people.yaml']?.indexOf(old) ?? 0, id));
  return result.ok
    ? (applied(files, result.value)['risks.yaml'] ?? '').slice('kind: risks\n'.length)
    : tell(result.error, 'en');
}

const item = (lines: string): string => `items:\n  - id: K-1\n    title: T\n    ${lines}\n`;

describe('renaming behind anchors', () => {
  it('changes the text that has the anchor, which its aliases follow', () => {
    const first = item('owner: &o li\n    links: [*o, li]');
    assert.equal(renamed(first, 'new.one'), item('owner: &o new.one\n    links: [*o, new.one]'));
    const second = item('links: [&o li]\n    owner: *o # who');
    assert.equal(renamed(second, 'new.one'), second.replace('&o li', '&o new.one'));
  });

  it('writes the id in the place of an alias whose anchor is no reference', () => {
    const head = 'base: &o li\nitems:\n  - id: K-1\n    title: T\n    owner: *o # who\n';
    assert.equal(renamed(head, 'new.one'), head.replace('*o', 'new.one'));
  });

  it('is refused where an alias brings more than the reference', () => {
    const merged = 'base: &b {owner: li}\nitems:\n  - <<: *b\n    id: K-1\n    title: T\n';
    assert.match(renamed(merged, 'new.one'), /^risks\.yaml could not .* line 4 comes from a YAML anchor/);
    const list = 'base: &b [li]\nitems:\n  - id: K-1\n    title: T\n    links: *b\n';
    assert.match(renamed(list, 'new.one'), /^risks\.yaml could not .* line 6 comes from a YAML anchor/);
    assert.equal(renamed(item('<<: {owner: li}'), 'new.one'), item('<<: {owner: new.one}'));
  });
});

describe('renaming ids of every form', () => {
  const IDS = [
    'li',
    'li.wei',
    'li-1',
    '李伟',
    '李',
    '😀',
    'a😀b',
    'R-1',
    '1.10',
    'é',
    'l',
    "o'brien",
    'li.',
    '-li',
  ] as const;
  const others = (id: string): string =>
    IDS.filter((one) => one !== id)
      .map((one) => `"${one}"`)
      .join(', ');

  it('leaves alone what only begins or ends with it', () => {
    for (const id of IDS) {
      const written = `"${id}"`;
      const text = item(
        `owner: ${written}\n    links: [${written}, ${others(id)}, people/${id}x]\n    description: "[[${id}]] ${id}"`,
      );
      const meant = text.replaceAll(written, '"new.one"').replace(`[[${id}]]`, '[[new.one]]');
      assert.equal(renamed(text, 'new.one', `"${id}"`), meant, id);
    }
  });

  it('takes any of them as the new id', () => {
    for (const id of IDS) {
      const found = renamed(item('owner: old.one # who\n    links: [old.one]'), id, 'old.one');
      const quoted = `(?:${[id, `"${id}"`, `'${id.replaceAll("'", "''")}'`].map((one) => one.replace(/[.\\]/g, '\\$&')).join('|')})`;
      assert.match(found, new RegExp(`owner: ${quoted} # who\n {4}links: \\[${quoted}\\]\n`, 'u'), id);
    }
  });

  it('knows an id in either of its Unicode forms', () => {
    const text = item(`owner: ${'é'.normalize('NFD')}`);
    assert.equal(renamed(text, 'new.one', 'é'), item('owner: new.one'));
  });
});
