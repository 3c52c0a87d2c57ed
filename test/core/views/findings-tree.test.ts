// Findings by file, rule and owner.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { type FindingsBy, findingsTree } from '../../../src/core/views/findings-tree';
import { projectOf, worldAt } from '../support';

const risk = (id: string, rest: string): string =>
  `  - id: ${id}\n    title: x\n    probability: 1\n    impact: 1\n    status: open\n${rest}`;
const checked = finish(
  checker().check(
    worldAt(
      projectOf({
        'people.yaml': 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n',
        'a/risks.yaml': `kind: risks\nitems:\n${risk('R-1', '    owner: li.wei\n    links: [nothing]\n')}`,
        'risks.yaml': `kind: risks\nitems:\n${risk('R-2', '    owner: nobody\n')}${risk('R-3', '    colour: red\n')}`,
      }),
    ),
  ),
);
const roots = (by: FindingsBy): readonly string[] =>
  findingsTree(checked, by, 'en').roots.map(({ label, detail }) => `${label} | ${detail}`);

describe('the findings tree', () => {
  it('goes by file', () => assert.deepEqual(roots('file'), ['risks.yaml | a', 'risks.yaml | ']));
  it('goes by rule', () => assert.deepEqual(roots('rule'), ['LF020 Unknown field | 1', 'LF101 Unknown id | 2']));
  it('goes by owner', () => assert.deepEqual(roots('owner'), ['Without an owner | 1', '李伟 | 1', 'nobody | 1']));
  it('says what was found, in the language asked for', () => {
    const tree = findingsTree(checked, 'rule', 'zh-cn');
    const [first] = tree.roots;
    assert.ok(first);
    assert.match(tree.children(first)[0]?.label ?? '', /没有字段/);
  });
  it('pages long lists', () => {
    const many = Array.from({ length: 1100 }, (_, at) => risk(`R-${at}`, '    owner: nobody\n')).join('');
    const big = finish(checker().check(worldAt(projectOf({ 'risks.yaml': `kind: risks\nitems:\n${many}` }))));
    const tree = findingsTree(big, 'file', 'en');
    const [file] = tree.roots;
    assert.ok(file);
    const below = tree.children(file);
    assert.deepEqual(
      [below.length, below.at(-1)?.label, tree.children(below.at(-1) as typeof file).length],
      [502, '1001–1100 …', 100],
    );
  });
});
