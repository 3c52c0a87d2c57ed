// The permission matrix of a project: effective and direct, of roles and of people, with filters, and where a cell comes from.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { marksOf } from '../../../src/core/render/matrix';
import { CONFLICTS } from '../../../src/core/render/matrix-names';
import { accessMatrix, MOST_SHOWN } from '../../../src/core/views/access-matrix';
import { derivation } from '../../../src/core/views/derivation';
import { type MatrixQuery, wholeMatrix } from '../../../src/core/views/matrix-query';
import { filesIn, projectOf, worldAt } from '../support';
import { GROUP } from '../access/group';

const registers = `
#- landfall.yaml
landfall: 1
name: 落地
#- modules.yaml
kind: modules
items:
  - { id: fi, title: 财务, in_scope: true }
  - { id: pur, title: 采购, in_scope: true }
#- objects.yaml
kind: permission-objects
items:
  - { id: order, title: 采购订单, module: pur, actions: [create], scopes: [own, company] }
  - { id: payment, title: 付款单, module: fi, actions: [propose, approve], scopes: [own, company], sensitive_actions: [approve] }${GROUP}
#- roles.yaml
kind: roles
items:
  - id: clerk
    title: 会计
    grants: [{ object: payment, actions: [propose], scope: own }]
  - id: head
    title: 主管
    inherits: [clerk]
    grants:
      - { object: payment, actions: [approve], scope: company, when: below 50000 }
      - { object: order, actions: "*" }
  - id: auditor
    title: 审计
    denies: [{ object: payment, actions: "*" }]
#- sod-rules.yaml
kind: sod-rules
items:
  - { id: SOD-1, title: 制单与审批分离, conflict: [payment:propose, payment:approve], risk: high }
  - id: SOD-2
    title: 会计与审计分离
    conflict: [clerk, auditor]
    risk: low
    waivers: [{ person: wang.fang, reason: 代理, approved_by: li.wei, expires: 2027-01-01 }]
#- assignments.yaml
kind: assignments
items:
  - { person: li.wei, roles: [head], orgs: [south], from: 2026-01-01, to: 2026-06-30 }
  - { person: wang.fang, roles: [clerk, auditor], orgs: [group] }
  - { person: gone, roles: [clerk], environment: uat }
`;

const project = projectOf(filesIn(registers));
const world = worldAt(project);
const asked = (query: Partial<MatrixQuery> = {}) => finish(accessMatrix(world, { ...wholeMatrix, ...query }, 'en'));
/** Each row as its id and the signs of its cells. */
const shown = (query: Partial<MatrixQuery> = {}): readonly string[] => {
  const { matrix } = asked(query);
  const marks = marksOf(matrix, 'en');
  return matrix.rows.map(({ id, conflict }, row) => {
    const cells = matrix.columns.map(
      (_, at) => marks[matrix.cells[row * matrix.columns.length + at] ?? 0]?.text || '.',
    );
    return [id + CONFLICTS[conflict], ...cells].join(' ');
  });
};

describe('the permission matrix', () => {
  it('stands under modules and objects in the order of the modules', () => {
    const { matrix } = asked();
    assert.deepEqual(
      matrix.bands.map((band) => band.map(({ label, from, to }) => `${label} ${from}-${to}`)),
      [
        ['财务 0-2', '采购 2-3'],
        ['付款单 0-2', '采购订单 2-3'],
      ],
    );
    assert.deepEqual(matrix.columns, [
      { key: 'payment:propose', label: 'propose', sensitive: false },
      { key: 'payment:approve', label: 'approve', sensitive: true },
      { key: 'order:create', label: 'create', sensitive: false },
    ]);
  });

  it('tells what roles grant themselves, inherit, deny and leave to a condition', () => {
    assert.deepEqual(shown(), ['clerk ●o . .', 'head! ○o! ?c! ●c', 'auditor ✕c ✕c .']);
    assert.deepEqual(shown({ direct: true }), ['clerk ●o . .', 'head! . ?c! ●c', 'auditor ✕c ✕c .']);
  });

  it('tells what people may do, where, when and in which environment', () => {
    assert.deepEqual(shown({ by: 'person' }), ['li.wei ○o ?c ●c', 'wang.fang~ ✕c ✕c .']);
    assert.deepEqual(shown({ by: 'person', on: '2026-07-01' }), ['wang.fang~ ✕c ✕c .']);
    assert.deepEqual(shown({ by: 'person', environment: 'uat' }), ['gone ●o . .']);
    assert.deepEqual(shown({ by: 'person', org: 'group' }), ['wang.fang~ ✕c ✕c .']);
    assert.deepEqual(shown({ by: 'person', org: 'south' }).length, 2);
  });

  it('marks conflicts of duties in rows and cells, as long as they last', () => {
    assert.deepEqual(shown({ by: 'person', on: '2026-03-01' }), ['li.wei! ○o! ?c! ●c', 'wang.fang~ ✕c ✕c .']);
    assert.deepEqual(shown({ conflicts: true }), ['head! ○o! ?c! ●c']);
    assert.deepEqual([asked().conflicts, asked({ by: 'person' }).conflicts], [1, 0]);
    assert.deepEqual(shown({ by: 'person', on: '2026-03-01', org: 'group' }), ['wang.fang~ ✕c ✕c .']);
  });

  it('is filtered by module, object, role and person', () => {
    assert.deepEqual(shown({ module: 'pur' }), ['clerk .', 'head! ●c', 'auditor .']);
    assert.deepEqual(shown({ object: 'payment', role: '主管' }), ['head! ○o! ?c!']);
    assert.deepEqual(shown({ object: 'order', person: '王芳' }), ['clerk .', 'auditor .']);
    assert.deepEqual(shown({ by: 'person', role: 'clerk', object: 'order' }), ['wang.fang~ .']);
  });

  it('says what it was asked, and what can be asked', () => {
    const { matrix, choices } = asked({ by: 'person', org: 'south', on: '2026-03-01' });
    assert.deepEqual(matrix.facts.slice(1), [
      'Effective permissions, inheritance and denials included',
      'Environment: prod',
      'In force on 2026-03-01',
      'Organisation: south',
    ]);
    assert.deepEqual(
      choices.org.map(({ label }) => label),
      ['集团', '\u2003华南'],
    );
    assert.deepEqual(
      choices.environment.map(({ id }) => id),
      ['prod', 'uat'],
    );
    assert.equal(asked({ module: 'pur' }).choices.object.length, 1);
  });

  it('works out no more than it can hold', () => {
    const many = Array.from({ length: 2400 }, (_, at) => `  - { id: r${at}, title: R }\n`).join('');
    const wide = Array.from({ length: 2400 }, (_, at) => `a${at}`).join(', ');
    const large = projectOf({
      'landfall.yaml': 'landfall: 1\nname: Large\n',
      'roles.yaml': `kind: roles\nitems:\n${many}`,
      'objects.yaml': `kind: permission-objects\nitems:\n  - { id: o, title: O, actions: [${wide}] }\n`,
    });
    const { matrix, refused } = finish(accessMatrix(worldAt(large), wholeMatrix, 'en'));
    assert.equal(refused?.args.most, MOST_SHOWN);
    assert.equal(matrix.rows.length, 0);
  });
});

describe('the derivation of a cell', () => {
  const told = (query: Partial<MatrixQuery>, row: string, column: string) =>
    finish(derivation(world, { ...wholeMatrix, ...query }, row, column, 'en'))?.map(({ text, depth, place }) => {
      const file = place && project.files.get(place.path);
      return `${'  '.repeat(depth)}${text}${file ? ` <- ${file.text.slice(place.span.start, place.span.end)}` : ''}`;
    });

  it('leads from the assignment through the roles to the grant', () => {
    assert.deepEqual(told({ by: 'person' }, 'people/li.wei', 'payment:propose'), [
      'assigned: prod, in 华南, 2026-01-01 – 2026-06-30 <- person',
      '  role head 主管 <- head',
      '    inherits clerk 会计 <- clerk',
      '      grants payment:propose@own <- { object: payment, actions: [propose], scope: own }',
    ]);
    assert.deepEqual(told({ by: 'person', on: '2026-03-01' }, 'people/li.wei', 'payment:propose')?.slice(4), [
      'SOD-1 制单与审批分离: open <- SOD-1',
    ]);
  });

  it('tells denials first, conditions with their words, and where there is nothing', () => {
    assert.deepEqual(
      told({ by: 'person' }, 'people/wang.fang', 'payment:propose')
        ?.slice(0, 3)
        .map((line) => line.split(' <- ')[0]),
      ['assigned: prod, in 集团, … – …', '  role auditor 审计', '    denies payment:*'],
    );
    assert.match(
      told({}, 'roles/head', 'payment:approve')?.join('\n') ?? '',
      /grants payment:approve@company \(below 50000\)/,
    );
    assert.deepEqual(told({}, 'roles/clerk', 'order:create'), ['Nothing grants it and nothing denies it.']);
    assert.deepEqual(told({ direct: true }, 'roles/head', 'payment:propose'), [
      'Nothing grants it and nothing denies it.',
      'SOD-1 制单与审批分离: open <- SOD-1',
    ]);
    assert.equal(told({}, 'roles/nobody', 'order:create'), undefined);
    assert.equal(told({}, 'roles/clerk', 'order'), undefined);
  });
});
