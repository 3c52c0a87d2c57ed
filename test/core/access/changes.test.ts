// What a change means for access: who gains and loses what, which conflicts come and go.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { accessOf } from '../../../src/core/access/model';
import { accessChangeLines } from '../../../src/core/render/access-changes';
import { accessChangesView } from '../../../src/core/views/access-changes';
import { filesIn, projectOf } from '../support';

const BASE = `
#- objects.yaml
kind: permission-objects
items: [{ id: payment, title: 付款单, actions: [propose, approve], scopes: [department, company] }]
#- people.yaml
kind: people
items: [{ id: li.wei, title: 李伟 }, { id: ann, title: Ann }]
#- rules.yaml
kind: sod-rules
items: [{ id: SOD-03, title: 制单与审批分离, risk: high, conflict: ['payment:propose', 'payment:approve'] }]
`;
const roles = (scope = 'department', more = ''): string => `
#- roles.yaml
kind: roles
items:
  - { id: clerk, title: Clerk, grants: [{ object: payment, actions: [propose], scope: ${scope} }] }
  - { id: boss, title: Boss, grants: [{ object: payment, actions: [approve] }] }
${more}`;
const assigned = (...all: readonly string[]): string =>
  `#- assignments.yaml\nkind: assignments\nitems:\n${all.map((one) => `  - { ${one} }\n`).join('')}`;

function told(before: string, after: string, language: 'en' | 'zh-cn' = 'en'): readonly string[] {
  const [was, is] = [before, after].map((one) => {
    const project = projectOf(filesIn(BASE + one.replace(/^\n/, '')));
    return { project, model: accessOf(project) };
  });
  assert.ok(was && is);
  return accessChangeLines(finish(accessChangesView(was, is, '2026-06-01')), language);
}

describe('changes of access', () => {
  const clerk = 'person: li.wei, roles: [clerk]';
  it('an assignment: who gains what, and the conflict that comes', () => {
    const after = roles() + assigned(clerk, 'person: li.wei, roles: [boss]');
    assert.deepEqual(told(roles() + assigned(clerk), after), [
      'New conflict SOD-03 "制单与审批分离": 李伟 (li.wei), prod, everywhere',
      '李伟 (li.wei) gains payment:approve (scope: company) in prod, everywhere',
    ]);
    assert.deepEqual(told(after, roles() + assigned(clerk), 'zh-cn'), [
      '冲突消除 SOD-03“制单与审批分离”：李伟 (li.wei)，prod、全部组织',
      '李伟 (li.wei) 失去 payment:approve（范围：company），prod 环境，全部组织',
    ]);
  });
  it('a role: everybody who holds it', () =>
    assert.deepEqual(
      told(
        roles() + assigned(clerk, 'person: ann, roles: [clerk]'),
        roles('company') + assigned(clerk, 'person: ann, roles: [clerk]'),
      ),
      [
        '李伟 (li.wei) now has payment:propose (scope: company) in prod, everywhere',
        'Ann (ann) now has payment:propose (scope: company) in prod, everywhere',
      ],
    ));
  it('what is over, or only written otherwise, changes nothing', () => {
    assert.deepEqual(
      told(roles() + assigned(clerk), roles() + assigned(clerk, `${clerk}, from: 2026-01-01, to: 2026-02-01`)),
      [],
    );
    assert.deepEqual(
      told(roles() + assigned(clerk), roles('department', '# a comment\n') + assigned(`${clerk}, approved_by: ann`)),
      [],
    );
  });
});
