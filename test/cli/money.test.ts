// `landfall money` as a process: its forms, its languages, and what it refuses.
import assert from 'node:assert/strict';
import { temporaryFolders } from '../temporary';
import { landfall } from './landfall';

const files = {
  'landfall.yaml': 'landfall: 1\nname: T\ncurrency: CNY\nstatus_date: 2026-11-16\n',
  'money.yaml': `kind: budget
items:
  - { id: B-1, title: =许可, category: licence, amount: 1000, basis: fixed, cost_center: 信息部 }
`,
  'costs.yaml': `kind: costs
items:
  - { date: 2026-11-01, amount: 0.1, line: B-1 }
  - { date: 2026-11-02, amount: 0.2, line: B-1 }
  - { date: 2026-12-02, amount: 100, line: B-1 }
`,
};

describe('landfall money', () => {
  const folder = temporaryFolders();
  const run = (...args: readonly string[]) => landfall(['money', ...args], { cwd: folder(files) });

  it('prints tables in both languages, figures to the right', async () => {
    assert.deepEqual((await run('cost', '--lang', 'zh-cn')).out.split('\n'), [
      '成本中心，截至 2026-11-16  CNY',
      '成本中心      预算  实际  已承诺    剩余  占用率',
      '信息部    1,000.00  0.30    0.00  999.70    0.0%',
      '合计      1,000.00  0.30    0.00  999.70    0.0%',
      '',
    ]);
    assert.match((await run('funds', '--lang', 'en')).out, /^Fund centre on 2026-11-16\nNothing is entered yet\.\n$/);
  });

  it('prints data: JSON with what the figures came from, CSV that a spreadsheet does not run', async () => {
    const { out } = await run('cost', '--by', 'line', '--on', '2026-12-31', '--format', 'json', '--lang', 'en');
    const figures = { budget: 1000, actual: 100.3, committed: 0, remaining: 899.7, used: 10, why: {} };
    const from = ['budget/B-1', 'costs/B-1@2026-11-01', 'costs/B-1@2026-11-02', 'costs/B-1@2026-12-02'];
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      question: 'cost',
      by: 'line',
      on: '2026-12-31',
      tables: [
        {
          currency: 'CNY',
          rows: [{ key: 'B-1', title: '=许可', ...figures, from }],
          total: { ...figures, from },
        },
      ],
      notes: [],
    });
    assert.match(
      (await run('cost', '--by', 'line', '--format', 'csv')).out,
      /\r\nCNY,B-1,'=许可,1000,0\.3,0,999\.7,0\r\n$/,
    );
    assert.match(
      (await run('cost', '--format', 'markdown')).out,
      /\n\| 信息部 \| 1,000\.00 \| 0\.30 \| 0\.00 \| 999\.70 \| 0\.0% \|\n/,
    );
  });

  it('refuses what is no question, no breakdown and no day', async () => {
    const wrong = async (...args: readonly string[]) => {
      const { code, err } = await run(...args, '--lang', 'en');
      assert.equal(code, 2);
      return err;
    };
    assert.match(await wrong('profit'), /no question `profit` about money; there are cost, funds, labour\./);
    assert.match(
      await wrong('funds', '--by', 'task'),
      /`task` is no way to break down `funds`; there are month, contract, party\./,
    );
    assert.match(await wrong('cost', '--on', '2026-02-30'), /2026-02-30/);
    assert.match(await wrong('cost', '--rev', 'HEAD'), /not in a git repository/);
  });
});
