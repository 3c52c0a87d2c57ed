// Inheritance and membership as relations: both ways, through former ids, with circles; and in the project tree.
import assert from 'node:assert/strict';
import { membersOf, takenOverBy, takesOverFrom } from '../../../src/core/access/relations';
import { ranked } from '../../../src/core/features/hierarchy';
import { path } from '../../../src/core/model/id';
import type { Entity } from '../../../src/core/project/file-index';
import { lookUp } from '../../../src/core/project/project';
import { projectTree, type TreeNode } from '../../../src/core/views/project-tree';
import { noTrouble } from '../../../src/core/views/trouble';
import { filesIn, projectOf } from '../support';
import { GROUP } from './group';

const project = projectOf(
  filesIn(`
#- roles.yaml
kind: roles
items:
  - { id: viewer, title: 查询 }
  - { id: clerk, title: 会计, formerly: [old-clerk], inherits: [viewer, nobody] }
  - { id: head, title: 主管, inherits: [old-clerk, viewer], requires: [auditor] }
  - { id: ring-a, title: A, inherits: [ring-b] }
  - { id: ring-b, title: B, inherits: [ring-a, ring-b] }
  - { id: auditor, title: 审计 }${GROUP}
#- assignments.yaml
kind: assignments
items:
  - { person: li.wei, roles: [head, clerk], approved_by: wang.fang }
  - { person: wang.fang, roles: [old-clerk] }
  - { person: wang.fang, roles: [clerk], environment: uat }
  - { person: gone, roles: [clerk] }
`),
);
const entity = (kind: string, id: string): Entity => lookUp(project, kind, id) as Entity;
const ids = (list: readonly Entity[]): readonly string[] => list.map(({ id }) => id);

describe('inheritance as a relation', () => {
  it('leads up and down, by former ids too, and by nothing but inheritance', () => {
    assert.deepEqual(ids(takesOverFrom(project, entity('roles', 'head'))), ['clerk', 'viewer']);
    assert.deepEqual(ids(takenOverBy(project, entity('roles', 'viewer'))), ['clerk', 'head']);
    assert.deepEqual(ids(takenOverBy(project, entity('roles', 'clerk'))), ['head']);
    assert.deepEqual(ids(takenOverBy(project, entity('roles', 'auditor'))), []);
    assert.deepEqual(ids(takesOverFrom(project, entity('org-units', 'south'))), ['group']);
    assert.deepEqual(ids(takesOverFrom(project, entity('roles', 'ring-b'))), ['ring-a']);
    assert.deepEqual(ids(takesOverFrom(project, entity('people', 'li.wei'))), []);
  });

  it('begins at what is named, or at what stands there', () => {
    const file = path('assignments.yaml');
    const text = project.files.get(file)?.text ?? '';
    assert.equal(ranked(project, file, text.indexOf('head') + 1)?.id, 'head');
    assert.equal(ranked(project, file, text.indexOf('li.wei') + 1), undefined);
    const roles = project.files.get(path('roles.yaml'))?.text ?? '';
    assert.equal(ranked(project, path('roles.yaml'), roles.indexOf('审计'))?.id, 'auditor');
    assert.equal(ranked(project, path('nowhere.yaml'), 0), undefined);
  });

  it('knows the members of a role, each once', () => {
    assert.deepEqual(ids(membersOf(project, entity('roles', 'clerk'))), ['li.wei', 'wang.fang']);
    assert.deepEqual(ids(membersOf(project, entity('roles', 'viewer'))), []);
  });

  it('stands below roles in the project tree, and ends in a circle', () => {
    const tree = projectTree(project, () => noTrouble, { language: 'zh-cn', groupBy: 'none', filter: '' });
    const below = (node: TreeNode, depth: number): readonly string[] => [
      `${'  '.repeat(depth)}${node.label}${tree.isLeaf(node) ? '' : ' +'}`,
      ...tree.children(node).flatMap((one) => below(one, depth + 1)),
    ];
    const at = (id: string): readonly string[] => below(tree.nodeOf(entity('roles', id)) as TreeNode, 0);
    assert.deepEqual(at('head'), [
      'head 主管 +',
      '  继承 +',
      '    clerk 会计 +',
      '      继承 +',
      '        viewer 查询',
      '      成员 +',
      '        李伟',
      '        王芳',
      '    viewer 查询',
      '  成员 +',
      '    李伟',
    ]);
    assert.deepEqual(at('ring-a'), ['ring-a A +', '  继承 +', '    ring-b B']);
    assert.deepEqual(at('viewer'), ['viewer 查询']);
  });
});
