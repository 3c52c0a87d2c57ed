// `landfall metrics` and `landfall explain METRIC` as processes.
import assert from 'node:assert/strict';
import { temporaryFolders } from '../temporary';
import { landfall } from './landfall';
import { project } from './project';

describe('landfall', () => {
  const folder = temporaryFolders();
  const inProject = (...args: readonly string[]) => landfall(args, { cwd: folder(project) });

  describe('metrics', () => {
    it('prints the figures of a family, n/a with its reason, and narrows them', async () => {
      const { code, out } = await inProject('metrics', 'scope', '--format', 'json');
      assert.equal(code, 0);
      const { on, metrics } = JSON.parse(out) as { on: string; metrics: readonly Record<string, unknown>[] };
      assert.match(on, /^\d{4}-\d{2}-\d{2}$/);
      const [first] = metrics;
      assert.deepEqual(
        [first?.id, first?.value, first?.why],
        ['scope.confirmed', null, 'There is nothing to divide by.'],
      );
      const waves = 'kind: waves\nitems:\n  - { id: W1, title: One, go_live: 2027-01-04 }\n';
      const cwd = folder({ ...project, 'waves.yaml': waves });
      const wave = await landfall(['metrics', '--filter', 'wave=W1', '--format', 'csv', '--lang', 'zh-cn'], { cwd });
      assert.match(wave.out, /issues\.open-critical\{wave=W1\},未解决的致命问题,,count,登记册中没有条目。/);
      assert.doesNotMatch(wave.out, /cost\.budget/);
    });

    it('need git for a revision', async () => {
      const { code, err } = await inProject('metrics', '--rev', 'HEAD');
      assert.equal(code, 2);
      assert.match(err, /not in a git repository/);
    });

    it('refuses what is no filter or family, with what was meant', async () => {
      assert.deepEqual(await inProject('metrics', 'scop'), {
        code: 2,
        out: '',
        err: 'There is no metric or family `scop`. Did you mean `scope`?\n',
      });
      assert.match((await inProject('metrics', '--filter', 'colour=red')).err, /is no filter/);
      assert.match((await inProject('metrics', '--filter', 'wave=W1')).err, /No Wave has the id "W1"/);
      const levels = await inProject('explain', 'training.coverage{audience=nobody}');
      assert.deepEqual([levels.code, /one of executive, manager, operator, it/.test(levels.err)], [2, true]);
    });

    it('explains one: formula, source, arithmetic and what it came from', async () => {
      const { code, out } = await inProject('explain', 'risks.open-high');
      assert.equal(code, 0);
      assert.match(out, /^High risks open risks\.open-high\n1\n\nFormula {2}Open or monitored risks/);
      assert.match(out, /Arithmetic\n {2}1 of 2\n\nComputed from\n {2}risks\/R-001 历史患者主数据重复\n/);
      assert.match((await inProject('explain', 'cost.budget{wave=W1}')).err, /cannot be narrowed like that/);
      assert.match((await inProject('explain', 'risk.open-high')).err, /Did you mean `risks\.open-high`/);
    });
  });
});
