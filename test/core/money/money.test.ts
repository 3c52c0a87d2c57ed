// The cost, fund and labour centres with numbers worked out by hand, and what they make of hostile registers.
import assert from 'node:assert/strict';
import { tell } from '../../../src/core/messages/message';
import { moneyCsv, moneyJson, moneyMarkdown, moneyText } from '../../../src/core/render/money';
import { plain } from '../../../src/core/render/ink';
import { centres } from '../../../src/core/views/money';
import { type Files, filesIn, projectOf, worldAt } from '../support';

const asked = (files: Files, question: string, by?: string, day = '2026-11-16') =>
  (centres.get(question) ?? assert.fail(question)).ask(worldAt(projectOf(files), day), by);

/** Rows as `currency key: figures`, as programs read them. */
function rows(files: Files, question: string, by?: string, day?: string): readonly string[] {
  const { tables } = moneyJson(asked(files, question, by, day), 'en');
  return tables.flatMap(({ currency, rows: found, total }) =>
    [...found.map((row) => ({ name: row.key, row })), { name: '=', row: total }].map(({ name, row }) => {
      const figures = Object.entries(row).filter(([key]) => !['key', 'title', 'why', 'from'].includes(key));
      return `${currency} ${name || '-'}: ${figures.map(([, value]) => (typeof value === 'number' ? value : 'n/a')).join(' ')}`;
    }),
  );
}

const project = filesIn(`
#- landfall.yaml
landfall: 1
name: T
currency: CNY
#- people.yaml
kind: people
items:
  - { id: a, title: A, rates: [{ from: 2026-01-01, per_day: 800 }, { from: 2026-11-10, per_day: 1000 }] }
#- tasks.yaml
kind: tasks
items:
  - { id: T-1, title: One }
  - { id: T-11, title: Eleven, parent: T-1 }
  - { id: T-2, title: Two }
#- budget.yaml
kind: budget
items:
  - { id: B-1, title: Licence, category: licence, amount: 1000.10, basis: fixed, cost_center: IT, period: 2026-10 }
  - { id: B-2, title: Cleansing, category: labour, amount: 3000, basis: time, task: T-1, cost_center: IT, period: "2026" }
  - { id: B-3, title: Other hours, category: labour, amount: 5000, basis: time, cost_center: PMO }
#- costs.yaml
kind: costs
items:
  - { date: 2026-10-01, amount: 400.05, line: B-1, contract: C-1 }
  - { date: 2026-11-02, amount: -0.05, line: B-1 }
  - { date: 2026-11-03, amount: 77, task: T-2 }
  - { date: 2026-11-04, amount: 9999, line: B-2 }
  - { date: 2026-12-02, amount: 99, line: B-1 }
#- contracts.yaml
kind: contracts
items:
  - { id: C-1, title: Licences, party: V, amount: 900, line: B-1, signed_on: 2026-06-01 }
  - { id: C-2, title: Hands, party: W, amount: 2500, line: B-2 }
  - { id: C-3, title: Later, party: W, amount: 7, line: B-1, signed_on: 2026-12-01 }
  - { id: C-4, title: Ours, party: Customer, amount: 80000 }
#- payments.yaml
kind: payments
items:
  - { direction: in, contract: C-4, amount: 100.01, due: 2026-10-01, paid_on: 2026-10-05 }
  - { direction: in, contract: C-4, amount: 200, due: 2026-10-31 }
  - { direction: in, contract: C-4, amount: 400, due: 2026-12-31, paid_on: 2026-12-30 }
  - { direction: out, contract: C-1, amount: 50, due: 2026-10-10, paid_on: 2026-10-10 }
  - { direction: out, contract: C-2, amount: 30.02, due: 2026-11-15 }
  - { direction: out, contract: C-2, amount: 5, due: 2026-11-16 }
#- sheets.yaml
kind: timesheets
items:
  - { person: a, week: 2026-W46, hours: { T-11: [8, 4], T-2: [0, 4, 8] }, overtime: 3, approved_by: b }
  - { supplier: S, headcount: 3, date: 2026-11-13, hours: 10, overtime: 2, task: T-1, rate: 160, approved_by: b }
  - { person: a, date: 2026-11-14, hours: 6, task: T-1 }
  - { person: a, date: 2026-12-14, hours: 6, task: T-1, approved_by: b }
`);

describe('the cost centre', () => {
  // On B-2 hours of T-11 (below T-1) and T-1: 8 h at 800 and 4 h at 1000 by the day, 3 × 10 h at 160: 800 + 500 + 600.
  // On B-3 the hours of T-2: 4 h and 8 h at 1000: 1500. The cost on B-2 is not counted: hours are.
  it('adds up budget, actual, committed and what remains by centre', () => {
    assert.deepEqual(rows(project, 'cost', 'centre'), [
      // Committed: 900 − 400.05 under C-1, 2500 − 1900 under C-2; C-3 is not signed yet, C-4 is income.
      'CNY IT: 4000.1 2300 1099.95 600.15 85',
      'CNY PMO: 5000 1500 0 3500 30',
      'CNY -: n/a 77 0 n/a n/a',
      'CNY =: 9000.1 3877 1099.95 4023.15 55.3',
    ]);
  });

  it('breaks the same money down by category, line, task and month', () => {
    assert.deepEqual(rows(project, 'cost', 'category').slice(0, 2), [
      'CNY licence: 1000.1 400 499.95 100.15 90',
      'CNY labour: 8000 3400 600 4000 50',
    ]);
    assert.deepEqual(rows(project, 'cost', 'line')[1], 'CNY B-2: 3000 1900 600 500 83.3');
    assert.deepEqual(rows(project, 'cost', 'task'), [
      'CNY T-1: 3000 600 600 1800 40',
      'CNY T-2: n/a 1577 0 n/a n/a',
      'CNY T-11: n/a 1300 0 n/a n/a',
      'CNY -: 6000.1 400 499.95 5100.15 15',
      'CNY =: 9000.1 3877 1099.95 4023.15 55.3',
    ]);
    assert.deepEqual(rows(project, 'cost', 'month'), [
      'CNY 2026: 3000 0 0 n/a n/a',
      'CNY 2026-10: 1000.1 400.05 0 600.05 40',
      'CNY 2026-11: n/a 3476.95 0 n/a n/a',
      'CNY -: 5000 0 1099.95 n/a n/a',
      'CNY =: 9000.1 3877 1099.95 4023.15 55.3',
    ]);
    for (const by of ['centre', 'category', 'line', 'task', 'month'])
      assert.equal(rows(project, 'cost', by).at(-1), 'CNY =: 9000.1 3877 1099.95 4023.15 55.3');
  });

  it('says what it does not count', () => {
    const [note] = asked(project, 'cost').notes;
    assert.match(note ? tell(note, 'en') : '', /^Costs on budget lines that are paid by time: 1\./);
  });

  it('knows what was known on the day', () => {
    assert.deepEqual(rows(project, 'cost', 'line', '2026-12-31').slice(0, 1), [
      'CNY B-1: 1000.1 499 506.95 -5.85 100.6',
    ]);
  });

  it('has no actual cost where approved work has no rate', () => {
    const unpriced = { ...project, 'people.yaml': 'kind: people\nitems:\n  - { id: a, title: A }\n' };
    assert.deepEqual(rows(unpriced, 'cost', 'centre').slice(0, 2), [
      'CNY IT: 4000.1 n/a 2399.95 n/a n/a',
      'CNY PMO: 5000 n/a 0 n/a n/a',
    ]);
    assert.match(moneyText(asked(unpriced, 'cost'), 'en', plain, undefined), /n\/a: Some approved work has no rate\./);
  });
});

describe('the fund centre', () => {
  it('tells what is open, what is late, and the cash curve by month', () => {
    // On 16 November the payment of 30 December is not known; what was due on the 16th is not late.
    assert.deepEqual(rows(project, 'funds'), [
      'CNY 2026-10: 100.01 50 0 0 0 0 50.01 50.01',
      'CNY 2026-11: 0 0 200 35.02 200 30.02 164.98 214.99',
      'CNY 2026-12: 0 0 400 0 0 0 400 614.99',
      'CNY =: 100.01 50 600 35.02 200 30.02 614.99 614.99',
    ]);
    assert.deepEqual(rows(project, 'funds', 'contract').slice(0, 1), ['CNY C-4: 100.01 0 600 0 200 0 700.01']);
    assert.deepEqual(rows(project, 'funds', 'party').at(-2), 'CNY W: 0 0 0 35.02 0 30.02 -35.02');
  });
});

describe('the labour centre', () => {
  it('counts days, overtime and the cost of what is approved', () => {
    // 24 h + 6 h of a person, 3 × 10 h of hands; approved are 24 and 30 h.
    assert.deepEqual(rows(project, 'labour', 'person'), [
      'CNY a: 3.75 3 3 2800',
      'CNY -: 3.75 3.75 6 600',
      'CNY =: 7.5 6.75 9 3400',
    ]);
    assert.deepEqual(rows(project, 'labour', 'supplier')[0], 'CNY S: 3.75 3.75 6 600');
    assert.deepEqual(rows(project, 'labour', 'headcount')[1], 'CNY 3: 3.75 3.75 6 600');
    // Overtime is what was worked last: three hours of the Wednesday at T-2.
    assert.deepEqual(rows(project, 'labour', 'task').slice(0, 3), [
      'CNY T-11: 1.5 1.5 0 1300',
      'CNY T-2: 1.5 1.5 3 1500',
      'CNY T-1: 4.5 3.75 6 600',
    ]);
    assert.deepEqual(rows(project, 'labour', 'month', '2026-12-31'), [
      'CNY 2026-11: 7.5 6.75 9 3400',
      'CNY 2026-12: 0.75 0.75 0 750',
      'CNY =: 8.25 7.5 9 4150',
    ]);
    // 3 h at 1000 and 6 h at 160: 375 + 120.
    assert.deepEqual(rows(project, 'labour', 'overtime').slice(0, 2), [
      'CNY regular: 6.38 5.63 0 2905',
      'CNY overtime: 1.13 1.13 9 495',
    ]);
  });
});

describe('money', () => {
  it('never mixes currencies: each has its own table', () => {
    const mixed = {
      ...project,
      'more.yaml': 'kind: costs\nitems:\n  - { date: 2026-11-01, amount: 10, currency: EUR, line: B-1 }\n',
    };
    const found = rows(mixed, 'cost', 'line');
    assert.deepEqual(found.slice(-3), [
      'CNY =: 9000.1 3877 1099.95 4023.15 55.3',
      'EUR B-1: n/a 10 0 n/a n/a',
      'EUR =: n/a 10 0 n/a n/a',
    ]);
    const [, note] = asked(mixed, 'cost').notes;
    assert.match(note ? tell(note, 'en') : '', /^Amounts in EUR /);
  });

  it('bears negative budgets, budgets of nothing, circles of tasks and what is no number', () => {
    const hostile = filesIn(`
#- tasks.yaml
kind: tasks
items:
  - { id: T-1, title: One, parent: T-2 }
  - { id: T-2, title: Two, parent: T-1 }
#- money.yaml
kind: budget
items:
  - { id: B-1, title: Credit, category: licence, amount: -100, basis: fixed }
  - { id: B-2, title: Nothing, category: labour, amount: 0, basis: time, task: T-9 }
  - { id: B-3, title: Words, category: labour, amount: many, basis: time, task: T-8 }
#- costs.yaml
kind: costs
items:
  - { date: 1900-01-01, amount: -1e15, line: B-1 }
  - { date: 2999-01-01, amount: 1, line: B-1 }
  - { amount: .inf }
#- sheets.yaml
kind: timesheets
items:
  - { person: gone, week: 2026-W99, hours: { T-1: [-4, x, 99] }, overtime: 500, approved_by: x }
  - { supplier: S, headcount: -2, hours: 8, task: T-1, rate: -5, approved_by: x }
  - { hours: many }
#- payments.yaml
kind: payments
items:
  - { direction: in, amount: -5, due: 2026-02-30 }
  - { direction: sideways, amount: 5, due: 2026-02-20 }
`);
    assert.deepEqual(rows(hostile, 'cost', 'line'), [
      ' B-1: -100 -1000000000000000 0 999999999999900 1000000000000000',
      ' B-2: 0 0 0 0 n/a',
      ' =: -100 -1000000000000000 0 999999999999900 1000000000000000',
    ]);
    assert.deepEqual(rows(hostile, 'funds'), [' -: 0 0 -5 0 0 0 -5 -5', ' =: 0 0 -5 0 0 0 -5 -5']);
    for (const [question, { dimensions }] of centres)
      for (const by of dimensions) {
        const view = asked(hostile, question, by);
        for (const language of ['en', 'zh-cn'] as const) {
          assert.doesNotMatch(moneyText(view, language, plain, 80), /NaN|undefined/);
          assert.doesNotMatch(moneyMarkdown(view, language) + moneyCsv(view, language), /NaN|undefined/);
        }
        asked({}, question, by);
      }
  });

  it('adds 10,000 timesheet lines of a day exactly', () => {
    const line =
      '  - { supplier: S, headcount: 1, date: 2026-11-13, hours: 0.1, task: T-1, rate: 0.8, approved_by: b }\n';
    const many = { ...project, 'sheets.yaml': `kind: timesheets\nitems:\n${line.repeat(10_000)}` };
    // 1,000 h are 125 days; at 0.80 a day 100.
    assert.deepEqual(rows(many, 'labour', 'supplier')[0], 'CNY S: 125 125 0 100');
    assert.equal(rows(many, 'cost', 'line')[1], 'CNY B-2: 3000 100 2400 500 83.3');
  });
});
