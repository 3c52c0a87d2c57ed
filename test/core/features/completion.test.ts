// What is offered at `¦`, in text that is being typed.
import assert from 'node:assert/strict';
import { completion, type Suggestion } from '../../../src/core/features/completion';
import { path } from '../../../src/core/model/id';
import { known } from '../../../src/core/project/known';
import { applySnippet } from './snippet';
import { projectOf } from '../support';

const people = 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n  - id: ann.lee\n    title: Ann Lee\n';
const objects =
  'kind: permission-objects\nitems:\n  - id: invoice\n    title: Invoices\n    actions: [read, post]\n    scopes: [own, company]\n';
const around = { now: '2026-11-20T09:30+08:00', files: known(new Set(['docs/计划 v1.docx', 'a.md'].map(path))) };

function ask(marked: string, file = 'risks.yaml', more: Readonly<Record<string, string>> = {}) {
  const offset = marked.indexOf('¦');
  const files = { 'people.yaml': people, 'objects.yaml': objects, ...more, [file]: marked.replace('¦', '') };
  return completion(projectOf(files), path(file), offset, around);
}
const labels = (...given: Parameters<typeof ask>): readonly string[] =>
  ask(...given)?.suggestions.map(({ label }) => label) ?? [];
const pick = (label: string, ...given: Parameters<typeof ask>): Suggestion | undefined =>
  ask(...given)?.suggestions.find((one) => one.label === label);
/** The text once the suggestion of this label is accepted. */
function accepted(label: string, ...given: Parameters<typeof ask>): string {
  const found = ask(...given);
  const one = found?.suggestions.find((each) => each.label === label);
  assert.ok(found && one, `${label} is not among ${labels(...given).join(' ')}`);
  return applySnippet(given[0].replace('¦', ''), found.replace, one.insert);
}
const risk = (rest: string): string => `kind: risks\nitems:\n  - id: R-001\n    title: One\n${rest}`;

describe('completion of what begins', () => {
  it('offers kinds where a file says nothing yet', () => {
    assert.ok(labels('¦', 'new.yaml').includes('kind: risks'));
    assert.ok(labels('kind: ¦', 'new.yaml').includes('tasks'));
    assert.ok(!labels('kind: ¦', 'new.yaml').includes('articles'));
    assert.match(pick('kind: risks', '¦', 'new.yaml')?.insert ?? '', /^kind: risks\nitems:\n {2}- id: \$\{1:R-001\}\n/);
    assert.equal(pick('kind: risks', 'ki¦\nitems:\n', 'new.yaml')?.insert, 'kind: risks');
    assert.equal(accepted('tasks', 'kind:¦', 'new.yaml'), 'kind: tasks');
  });

  it("is silent in other people's YAML", () => {
    assert.deepEqual(labels('services:\n  web: {}\n¦', 'docker-compose.yaml'), []);
    assert.deepEqual(labels('apiVersion: v1\nkind: ¦', 'pod.yaml'), []);
  });

  it('offers a whole item behind a dash, with the next id, and one without a dash', () => {
    const [first] = ask(risk('  - ¦'))?.suggestions ?? [];
    assert.equal(first?.kind, 'item');
    assert.match(first?.insert ?? '', /^id: \$\{1:R-002\}\n {2}title: \$2\n/);
    assert.match(accepted('risks', risk('  -¦')), /\n {2}- id: R-002\n {4}title:\n/);
    assert.match(accepted('risks', 'kind: risks\nitems:\n  ¦'), /\n {2}- id: R-001\n {4}title:\n/);
    assert.match(
      accepted('phases', 'landfall: 1\nname: A\nphases:\n  - ¦', 'landfall.yaml'),
      /\n {2}- id:\n {4}title:/,
    );
  });

  it('offers a front matter in an empty Markdown file', () => {
    assert.equal(accepted('---', '-¦', 'a.md'), '---\ntitle:\n---\n\n');
    assert.deepEqual(labels('---\n¦', 'a.md').slice(0, 1), ['title']);
  });

  it('offers the id that an item has next', () => {
    assert.deepEqual(labels('kind: risks\nitems:\n  - id: R-007\n    title: A\n  - id: ¦\n'), ['R-008']);
  });
});

describe('completion of keys', () => {
  it('offers the fields that are missing, owed ones first', () => {
    const found = labels(risk('    ¦'));
    assert.deepEqual(found.slice(0, 3), ['probability', 'impact', 'status']);
    assert.ok(!found.includes('title'));
    assert.equal(pick('probability', risk('    prob¦: 3\n'))?.insert, 'probability');
  });

  it('knows what the state of an entity owes', () => {
    const text =
      'kind: requirements\nitems:\n  - id: REQ-1\n    title: A\n    priority: must\n    status: confirmed\n    ¦\n';
    const due = ask(text, 'r.yaml')?.suggestions.filter((one) => one.due === 'owed');
    assert.ok(
      due?.some(({ label }) => label === 'acceptance'),
      labels(text, 'r.yaml').join(' '),
    );
    assert.ok(!ask(text.replace('confirmed', 'draft'), 'r.yaml')?.suggestions.some((one) => one.due === 'owed'));
  });

  it('begins groups and lists on their own lines, and stays on the line in braces', () => {
    const insert = (name: string) => pick(name, risk('    ¦'))?.insert;
    assert.equal(insert('target'), 'target:\n  $0');
    assert.equal(insert('tags'), 'tags: [$0]');
    assert.equal(insert('status'), 'status: $0');
    assert.equal(accepted('impact', risk('    target: { ¦ }')), risk('    target: { impact: }'));
  });

  it('offers keys that are ids, and rules by their codes', () => {
    const parameter = 'kind: configuration\nitems:\n  - id: a.b\n    title: A\n    environments:\n      ¦\n';
    const environments = 'kind: environments\nitems:\n  - id: prod\n    title: Production\n';
    const more = { 'e.yaml': environments };
    assert.deepEqual(labels(parameter, 'c.yaml', more), ['prod']);
    assert.equal(accepted('prod', parameter, 'c.yaml', more), parameter.replace('¦', 'prod:\n'));
    assert.ok(labels('landfall: 1\nname: A\nrules:\n  ¦\n', 'landfall.yaml').includes('LF101'));
    assert.deepEqual(labels('landfall: 1\nname: A\nrules:\n  LF101: ¦\n', 'landfall.yaml'), [
      'off',
      'info',
      'warning',
      'error',
    ]);
  });
});

describe('completion of values', () => {
  it('offers what is allowed', () => {
    assert.deepEqual(labels(risk('    status: ¦')), ['open', 'monitoring', 'occurred', 'closed']);
    assert.deepEqual(labels(risk('    impact: ¦')), ['1', '2', '3', '4', '5']);
    assert.deepEqual([...labels(risk('    target: { ¦ }'))].sort(), ['impact', 'probability']);
    assert.equal(accepted('open', risk('    status:¦\n')), risk('    status: open\n'));
  });

  it("offers a parameter's values by its type", () => {
    const parameter = (rest: string): string => `kind: configuration\nitems:\n  - id: a.b\n    title: A\n${rest}`;
    assert.deepEqual(labels(parameter('    type: boolean\n    value: ¦\n'), 'c.yaml'), ['true', 'false']);
    const choice = parameter(
      '    type: enum\n    values: [FIFO, "1.10"]\n    environments:\n      prod: { value: ¦ }\n',
    );
    assert.deepEqual(labels(choice, 'c.yaml'), ['FIFO', '1.10']);
    assert.equal(accepted('1.10', choice, 'c.yaml'), choice.replace('¦', '"1.10"'));
  });

  it('offers days: today, the next working day, and those that others go by', () => {
    const manifest = 'landfall: 1\nname: A\nstart: 2026-06-15\nstatus_date: 2026-11-16\ncalendar: cn\n';
    const calendars =
      'kind: calendars\nitems:\n  - id: base\n    title: B\n    holidays: [{ from: 2026-11-23, to: 2026-11-24 }]\n' +
      '  - id: cn\n    title: C\n    extends: base\n    extra_workdays: [2026-11-22]\n';
    const waves = 'kind: waves\nitems:\n  - id: W1\n    title: Pilot\n    go_live: 2027-01-04\n';
    const tasks =
      'kind: tasks\nitems:\n  - id: T-1\n    title: M\n    milestone: true\n    finish: 2026-12-01\n' +
      '  - id: T-2\n    title: N\n    finish: 2026-12-02\n';
    const more = { 'landfall.yaml': manifest, 'c.yaml': calendars, 'w.yaml': waves, 't.yaml': tasks };
    const days = ['2026-11-20', '2026-11-22', '2026-11-16', '2026-12-01', '2027-01-04', '2026-06-15'];
    assert.deepEqual(labels(risk('    review_by: ¦\n'), 'risks.yaml', more), days);
    const plain = { ...more, 'landfall.yaml': 'landfall: 1\nname: A\n' };
    assert.deepEqual(labels(risk('    review_by: ¦\n'), 'risks.yaml', plain).slice(0, 2), ['2026-11-20', '2026-11-23']);
    const task = 'kind: tasks\nitems:\n  - id: T-9\n    title: X\n    wave: W1\n    start: ¦\n';
    assert.equal(labels(task, 't9.yaml', more)[3], '2027-01-04');
  });

  it('offers paths, and quotes what needs quoting', () => {
    const deliverable = (value: string): string =>
      `kind: deliverables\nitems:\n  - id: D-1\n    title: A\n    path: ${value}\n`;
    assert.deepEqual(labels(deliverable('计划¦'), 'd.yaml'), ['docs/计划 v1.docx']);
    assert.equal(accepted('docs/计划 v1.docx', deliverable('doc¦'), 'd.yaml'), deliverable('docs/计划 v1.docx'));
    const odd = { 'people.yaml': 'kind: people\nitems:\n  - id: "007"\n    title: James\n  - id: yes\n    title: Y\n' };
    assert.equal(accepted('007', risk('    owner: ¦\n'), 'risks.yaml', odd), risk('    owner: "007"\n'));
    assert.equal(accepted('007', risk('    owner: "¦"\n'), 'risks.yaml', odd), risk('    owner: "007"\n'));
    assert.equal(accepted('007', risk("    owner: '0¦'\n"), 'risks.yaml', odd), risk("    owner: '007'\n"));
  });
});

describe('completion of references', () => {
  it('offers ids of what may be referred to, by id and by title', () => {
    assert.deepEqual(labels(risk('    owner: ¦')), ['li.wei', 'ann.lee']);
    assert.deepEqual(labels(risk('    owner: an¦')), ['ann.lee']);
    assert.deepEqual(labels(risk('    owner: 李伟¦')), ['li.wei']);
    assert.equal(pick('R-001', risk('    links: ¦'))?.insert, '[R-001$0]');
    assert.ok(labels(risk('    links: [R¦]')).includes('R-001'));
    assert.ok(labels(risk('    links:\n      - ¦')).includes('li.wei'));
    assert.ok(!labels(risk('    links: [li.wei, ¦]')).includes('li.wei'));
  });

  it('puts what is done or dropped last, but the id itself first', () => {
    const requirement = (id: string, status: string): string =>
      `  - id: ${id}\n    title: Closing ${id}\n    priority: must\n    status: ${status}\n`;
    const more = {
      'q.yaml': `kind: requirements\nitems:\n${requirement('REQ-1', 'dropped')}${requirement('REQ-10', 'verified')}${requirement('REQ-100', 'draft')}`,
    };
    const parameter = (typed: string): string =>
      `kind: configuration\nitems:\n  - id: a.b\n    title: A\n    requirement: ${typed}¦\n`;
    assert.deepEqual(labels(parameter('REQ'), 'c.yaml', more), ['REQ-100', 'REQ-10', 'REQ-1']);
    assert.deepEqual(labels(parameter('REQ-1'), 'c.yaml', more), ['REQ-1', 'REQ-100', 'REQ-10']);
  });

  it('never puts an entity into a chain with itself', () => {
    const tasks = 'kind: tasks\nitems:\n  - id: T-1\n    title: A\n  - id: T-2\n    title: B\n    parent: ¦\n';
    assert.deepEqual(labels(tasks, 't.yaml'), ['T-1']);
  });

  it('offers the parts of a composed text one after the other', () => {
    const rule = (value: string): string =>
      `kind: sod-rules\nitems:\n  - id: SOD-1\n    title: x\n    conflict: [${value}]\n`;
    assert.deepEqual(labels(rule('inv¦'), 'sod.yaml'), ['invoice']);
    assert.equal(pick('invoice', rule('inv¦'), 'sod.yaml')?.insert, 'invoice:');
    assert.deepEqual(labels(rule('invoice:¦'), 'sod.yaml'), ['invoice:read', 'invoice:post']);
    assert.deepEqual(labels(rule('invoice:read@¦'), 'sod.yaml'), ['invoice:read@own', 'invoice:read@company']);
    assert.deepEqual(labels(rule('nothing:¦'), 'sod.yaml'), []);
  });

  it('offers patterns where they are allowed', () => {
    const change = (value: string): string =>
      `kind: change-requests\nitems:\n  - id: CR-1\n    title: x\n    covers: [${value}]\n`;
    const more = {
      'c.yaml':
        'kind: configuration\nitems:\n  - id: fi.a.x\n    title: A\n  - id: fi.a.y\n    title: B\n  - id: mm.b\n    title: C\n',
    };
    assert.ok(labels(change('¦'), 'cr.yaml', more).includes('configuration/*'));
    assert.ok(labels(change('configuration/¦'), 'cr.yaml', more).includes('configuration/fi.*'));
    assert.ok(labels(change('configuration/fi.¦'), 'cr.yaml', more).includes('configuration/fi.a.*'));
    assert.ok(!labels(change('configuration/¦'), 'cr.yaml', more).includes('configuration/mm.*'));
    assert.equal(
      accepted('configuration/fi.*', change('conf¦').replace('conf', 'configuration/'), 'cr.yaml', more),
      change('configuration/fi.*'),
    );
  });

  it('offers links in prose, and writes the kind where the id alone is not enough', () => {
    const article = (rest: string): string => `---\ntitle: A\n---\n\n${rest}`;
    assert.equal(accepted('li.wei', article('See [[li¦'), 'a.md'), article('See [[li.wei]]'));
    assert.equal(accepted('li.wei', article('See [[li¦]]'), 'a.md'), article('See [[li.wei]]'));
    const twice = { 't.yaml': 'kind: tests\nitems:\n  - id: li.wei\n    title: A test\n' };
    assert.equal(accepted('li.wei', article('[[李¦'), 'a.md', twice), article('[[people/li.wei]]'));
    assert.equal(accepted('li.wei', article('[[people/¦'), 'a.md', twice), article('[[people/li.wei]]'));
    assert.ok(labels(risk('    description: |\n      See [[li¦\n')).includes('li.wei'));
    assert.deepEqual(labels(risk('    cause: |\n      See [[li¦\n')), []);
  });

  it('is silent in comments, prose and files that are not ours', () => {
    assert.deepEqual(labels(risk('    # ¦')), []);
    assert.deepEqual(labels(risk('    # [[li¦')), []);
    assert.deepEqual(labels(risk('    owner: li.wei # ¦')), []);
    assert.deepEqual(labels(risk('    cause: |\n      some text ¦')), []);
    assert.deepEqual(labels('---\ntitle: A\n---\n\nSome ¦text', 'a.md'), []);
  });

  it('finds its way among ten thousand, capped, with ids that begin alike', function () {
    this.timeout(20_000);
    const items = Array.from({ length: 10_000 }, (_, at) => `  - id: P-${at}\n    title: 人员${at} 🙂\n`).join('');
    const more = { 'people.yaml': `kind: people\nitems:\n${items}  - id: 李/伟.🙂\n    title: Odd\n` };
    assert.equal(labels(risk('    owner: ¦'), 'risks.yaml', more).length, 200);
    assert.equal(labels(risk('    owner: P-99¦'), 'risks.yaml', more)[0], 'P-99');
    assert.equal(labels(risk('    owner: P-9999¦'), 'risks.yaml', more)[0], 'P-9999');
    assert.equal(labels(risk('    owner: 人员9998¦'), 'risks.yaml', more)[0], 'P-9998');
    assert.equal(labels(risk('    owner: 李/¦'), 'risks.yaml', more)[0], '李/伟.🙂');
  });
});

describe('completion of a grant', () => {
  const role = (grant: string): string =>
    `kind: roles\nitems:\n  - id: clerk\n    title: Clerk\n    grants:\n      - ${grant}\n`;

  it('offers the operations of its object that are not there yet, and its scopes', () => {
    assert.deepEqual(labels(role('{ object: invoice, actions: [¦] }'), 'roles.yaml'), ['read', 'post']);
    assert.deepEqual(labels(role('{ object: invoice, actions: [read, ¦] }'), 'roles.yaml'), ['post']);
    assert.deepEqual(labels(role('object: invoice\n        scope: ¦'), 'roles.yaml'), ['own', 'company']);
    assert.deepEqual(labels(role('object: invoice\n        actions:\n          - ¦'), 'roles.yaml'), ['read', 'post']);
  });

  it('offers what any object has that a glob means, and nothing of one that is unknown', () => {
    assert.deepEqual(labels(role("object: 'inv*'\n        scope: ¦"), 'roles.yaml'), ['own', 'company']);
    assert.deepEqual(labels(role('object: nothing\n        scope: ¦'), 'roles.yaml'), []);
  });

  it('begins the list where there is none', () => {
    const found = accepted('read', role('object: invoice\n        actions: ¦'), 'roles.yaml');
    assert.match(found, /actions: \[read\]/);
  });
});
