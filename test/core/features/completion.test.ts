// What is offered at `¦`, in text that is being typed.
import assert from 'node:assert/strict';
import { completion } from '../../../src/core/features/completion';
import { path } from '../../../src/core/model/id';
import { projectOf } from '../support';

const people = 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n  - id: ann.lee\n    title: Ann Lee\n';
const objects =
  'kind: permission-objects\nitems:\n  - id: invoice\n    title: Invoices\n    actions: [read, post]\n    scopes: [own, company]\n';

function ask(marked: string, file = 'risks.yaml') {
  const offset = marked.indexOf('¦');
  const project = projectOf({ 'people.yaml': people, 'objects.yaml': objects, [file]: marked.replace('¦', '') });
  return completion(project, path(file), offset);
}
const labels = (marked: string, file?: string): readonly string[] =>
  ask(marked, file)?.suggestions.map(({ label }) => label) ?? [];
const risk = (rest: string): string => `kind: risks\nitems:\n  - id: R-001\n    title: One\n${rest}`;

describe('completion', () => {
  it('offers kinds where a file says nothing yet', () => {
    assert.ok(labels('¦', 'new.yaml').includes('kind: risks'));
    assert.ok(labels('kind: ¦', 'new.yaml').includes('tasks'));
    assert.ok(!labels('kind: ¦', 'new.yaml').includes('articles'));
    const made = ask('¦', 'new.yaml')?.suggestions.find(({ label }) => label === 'kind: risks')?.insert;
    assert.match(made ?? '', /^kind: risks\nitems:\n {2}- id: \$\{1:R-001\}\n {4}title: \$2\n/);
  });

  it('offers a whole item behind a dash, with the next id', () => {
    const [first] = ask(risk('  - ¦'))?.suggestions ?? [];
    assert.equal(first?.kind, 'item');
    assert.match(first?.insert ?? '', /^id: \$\{1:R-002\}\n {2}title: \$2\n/);
  });

  it('offers the fields that are missing, owed ones first', () => {
    const found = labels(risk('    ¦'));
    assert.deepEqual(found.slice(0, 3), ['probability', 'impact', 'status']);
    assert.ok(!found.includes('title'));
    assert.deepEqual(
      ask(risk('    prob¦: 3\n'))?.suggestions.find(({ label }) => label === 'probability')?.insert,
      'probability',
    );
  });

  it('begins groups and lists on their own lines', () => {
    const insert = (name: string) => ask(risk('    ¦'))?.suggestions.find(({ label }) => label === name)?.insert;
    assert.equal(insert('target'), 'target:\n  $0');
    assert.equal(insert('tags'), 'tags: [$0]');
    assert.equal(insert('status'), 'status: $0');
  });

  it('offers what is allowed', () => {
    assert.deepEqual(labels(risk('    status: ¦')), ['open', 'monitoring', 'occurred', 'closed']);
    assert.deepEqual([...labels(risk('    target: { ¦ }'))].sort(), ['impact', 'probability']);
  });

  it('offers ids of what may be referred to', () => {
    assert.deepEqual(labels(risk('    owner: ¦')), ['li.wei', 'ann.lee']);
    assert.deepEqual(labels(risk('    owner: an¦')), ['ann.lee']);
    assert.deepEqual(labels(risk('    owner: 李伟¦')), ['li.wei']);
    assert.equal(ask(risk('    links: ¦'))?.suggestions.find(({ label }) => label === 'R-001')?.insert, '[R-001$0]');
    assert.ok(labels(risk('    links: [R¦]')).includes('R-001'));
    assert.ok(labels(risk('    links:\n      - ¦')).includes('li.wei'));
  });

  it('offers the parts of a composed text one after the other', () => {
    const rule = (value: string): string =>
      `kind: sod-rules\nitems:\n  - id: SOD-1\n    title: x\n    conflict: [${value}]\n`;
    assert.deepEqual(labels(rule('inv¦'), 'sod.yaml'), ['invoice']);
    assert.deepEqual(labels(rule('invoice:¦'), 'sod.yaml'), ['invoice:read', 'invoice:post']);
  });

  it('offers links in prose, and writes the kind where the id alone is not enough', () => {
    const article = (rest: string): string => `---\ntitle: A\n---\n\n${rest}`;
    assert.deepEqual(
      ask(article('See [[li¦'), 'a.md')?.suggestions.map(({ insert }) => insert),
      ['li.wei]]'],
    );
    assert.deepEqual(
      ask(article('See [[li¦]]'), 'a.md')?.suggestions.map(({ insert }) => insert),
      ['li.wei'],
    );
    assert.ok(labels('---\nti¦\n---\n', 'a.md').length > 0);
  });

  it('is silent in comments, prose and files that are not ours', () => {
    assert.deepEqual(labels(risk('    # ¦')), []);
    assert.deepEqual(labels(risk('    cause: |\n      some text ¦')), []);
    assert.deepEqual(labels('---\ntitle: A\n---\n\nSome ¦text', 'a.md'), []);
  });
});
