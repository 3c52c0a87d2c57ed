// The tree on the ERP sample, in both languages.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { projectTree, type ProjectTree, type TreeNode, type TreeOptions } from '../../../src/core/views/project-tree';
import { troubles } from '../../../src/core/views/trouble';
import { openProject } from '../../../src/node/open';
import type { Entity } from '../../../src/core/project/file-index';
import { filesIn, projectOf } from '../support';

describe('the project tree', () => {
  const english: TreeOptions = { language: 'en', groupBy: 'none', filter: '' };
  let tree: (options?: Partial<TreeOptions>) => ProjectTree;
  before(async () => {
    const world = await openProject('media/samples/erp', { trusted: true, now: 0 });
    const found = troubles(finish(checker().check(world)));
    tree = (options) => projectTree(world.project, found, { ...english, ...options });
  });

  const all = (one: ProjectTree): readonly TreeNode[] => {
    const below = (node: TreeNode): readonly TreeNode[] => [node, ...one.children(node).flatMap(below)];
    return one.roots.flatMap(below);
  };

  it('has groups in the order of a project', () => {
    assert.deepEqual(
      tree()
        .roots.slice(0, 4)
        .map(({ label }) => label),
      ['Foundation', 'Scope', 'Plan', 'Control'],
    );
    assert.deepEqual(
      tree({ language: 'zh-cn' })
        .roots.slice(0, 2)
        .map(({ label }) => label),
      ['基础', '范围与需求'],
    );
  });

  it('gives every node an id of its own, however it is grouped', () => {
    for (const groupBy of ['none', 'status', 'owner', 'phase', 'wave', 'process'] as const) {
      const ids = all(tree({ groupBy })).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, groupBy);
    }
  });

  it('finds the node of every entity, and its ancestors', () => {
    const one = tree({ groupBy: 'status' });
    for (const node of all(one)
      .filter(({ entity }) => entity)
      .slice(0, 200)) {
      const found = node.entity && one.nodeOf(node.entity);
      assert.equal(found?.entity?.id, node.entity?.id);
      assert.equal(found?.parent?.kind !== 'entity' || node.entity?.kind.entity.parent !== undefined, true);
    }
  });

  it('has the parts of a task below it, wherever nothing else orders them, with what is computed', () => {
    const computed = (entity: Entity, field: string): string => `${field} of ${entity.id}`;
    const one = tree({ computed });
    const named = (id: string) => one.nodeOf(all(one).find(({ entity }) => entity?.id === id)?.entity ?? assert.fail());
    const found = named('T-3121') ?? assert.fail();
    const way: string[] = [];
    for (let at: TreeNode | undefined = found; at; at = at.parent) way.push(at.entity?.id ?? at.id);
    assert.deepEqual(way, ['T-3121', 'T-312', 'T-310', 'T-300', 'plan/tasks', 'plan']);
    assert.match(found.detail, /^finish of T-3121 · percent of T-3121 % · /);
    const tasks = all(one).filter(({ entity }) => entity?.kind.name === 'tasks');
    assert.equal(new Set(tasks.map(({ entity }) => entity)).size, tasks.length, 'each task once');
    assert.equal(
      tasks.length,
      one.roots.find(({ id }) => id === 'plan')?.entities.filter(({ kind }) => kind.name === 'tasks').length,
    );
    assert.ok(one.isLeaf(found) && found.parent && !one.isLeaf(found.parent));
    const grouped = tree({ groupBy: 'owner' });
    assert.equal(grouped.nodeOf(found.entity ?? assert.fail())?.parent?.kind, 'bucket');
    assert.equal(tree({ filter: 'T-3121' }).nodeOf(found.entity ?? assert.fail())?.parent?.kind, 'kind');
  });

  it('shows everything of a plan whose summaries stand in a circle', () => {
    const project = projectOf(
      filesIn(`
#- tasks.yaml
kind: tasks
items:
  - { id: A, title: A, parent: B }
  - { id: B, title: B, parent: A }
  - { id: C, title: C, parent: A }
  - { id: D, title: D, parent: D }
  - { id: E, title: E, parent: nobody }
`),
    );
    const one = projectTree(project, () => undefined, english);
    assert.deepEqual(
      all(one).flatMap(({ entity, parent }) =>
        entity?.kind.name === 'tasks' ? [`${entity.id} ${parent?.entity?.id ?? ''}`] : [],
      ),
      ['A ', 'C A', 'B ', 'D ', 'E '],
    );
  });
});
