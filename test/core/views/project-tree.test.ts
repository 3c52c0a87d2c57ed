// The tree on the ERP sample, in both languages.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { projectTree, type ProjectTree, type TreeNode, type TreeOptions } from '../../../src/core/views/project-tree';
import { troubles } from '../../../src/core/views/trouble';
import { openProject } from '../../../src/node/open';

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
      assert.equal(found?.parent?.kind !== 'entity', true);
    }
  });
});
