// Finding entities by parts of ids and titles, Chinese by pairs of characters.
import assert from 'node:assert/strict';
import { matcherOf, search } from '../../../src/core/project/search';
import { projectOf } from '../support';

const risks = ['R-001 历史患者主数据重复', 'R-010 Key users are busy', 'R-002 数据质量'].map((one) => {
  const space = one.indexOf(' ');
  return `  - id: ${one.slice(0, space)}\n    title: ${one.slice(space + 1)}\n`;
});
const project = projectOf({ 'risks.yaml': `kind: risks\nitems:\n${risks.join('')}` });
const ids = (query: string): readonly string[] =>
  search(project, query, 10)
    .map(({ id }) => id)
    .filter((id) => id.startsWith('R-'));

describe('search', () => {
  it('puts the id itself first, then beginnings, then parts', () => {
    assert.deepEqual(ids('r-001'), ['R-001']);
    assert.deepEqual(ids('R-0'), ['R-001', 'R-010', 'R-002']);
    assert.deepEqual(ids('数据'), ['R-002', 'R-001']);
  });
  it('takes words in any order', () => assert.deepEqual(ids('busy key'), ['R-010']));
  it('finds Chinese whose characters stand apart', () => {
    assert.deepEqual(ids('患者数据'), ['R-001']);
    assert.deepEqual(ids('供应商'), []);
  });
  it('filters by the same measure', () => {
    const matches = matcherOf('患者 数据');
    assert.ok(matches('R-001', '历史患者主数据重复') && !matches('R-002', '数据质量'));
  });
  it('gives no more than asked for', () => assert.equal(search(project, '', 2).length, 2));
});
