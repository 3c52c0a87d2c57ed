// LF9: one fixture with what each rule finds and what it leaves alone.
import assert from 'node:assert/strict';
import { check, filesIn, findingsOf, projectOf } from '../support';

describe('rules about value and money (LF9)', () => {
  it('find what is marked and nothing else', () =>
    check(
      `
#- landfall.yaml
landfall: 1
name: T
currency: CNY
calendar: c
#- calendars.yaml
kind: calendars
items:
  - { id: c, title: Own, workdays: [mon, tue, wed, thu, fri], holidays: [{ date: 2026-10-01, name: National Day }], extra_workdays: [2026-10-10] }
#- people.yaml
kind: people
items:
  - { id: a, title: Ann, rates: [{ from: 2026-01-01, per_day: 800 }], absences: [{ from: 2026-10-12, to: 2026-10-13, reason: Ill }] }
  - { id: b, title: Bea, formerly: [bb] }
  - { id: left, title: Lee, active_from: 2026-09-01, active_to: 2026-10-31 }
#- kpis.yaml
kind: kpis
items:
  - { id: k.same, title: Same, unit: d, before: 5, target: 5 }
  #                                                        ^ LF901 The target is what there was before, 5: there is nothing to reach.
  #       ^^^^^^ LF902 Live since 2026-10-17, and never measured.
  - { id: k.due, title: Due, unit: d, before: 5, target: 3, due: 2026-11-16 }
  #                                                              ^^^^^^^^^^ LF902 Due on 2026-11-16, and never measured.
  - { id: k.known, title: Known, unit: d, before: 5, target: 3, due: 2026-11-16 }
#- waves.yaml
kind: waves
items:
  - { id: W1, title: One, go_live: 2026-10-17, actual: 2026-10-17 }
  - { id: W2, title: Two, go_live: 2026-10-17 }
#- measurements.yaml
kind: measurements
items:
  - { kpi: k.known, date: 2026-11-10, value: 4 }
  #   ^^^ LF903 This should be filled in: Evidence.
  - { kpi: k.due, date: 2026-11-17, value: 4, evidence: Tomorrow }
#- budget.yaml
kind: budget
items:
  - { id: B-1, title: Over, category: travel, amount: 100, basis: fixed }
  #                                                   ^^^ LF910 Spent 100.01 of 100: 0.01 too much.
  - { id: B-2, title: Full, category: service, amount: 100, basis: fixed }
  - { id: B-3, title: Promised, category: service, amount: 100, basis: fixed }
  #                                                        ^^^ LF910 Spent 40 of 100 and promised 70 more: 10 too much.
  - { id: B-4, title: By the day, category: labour, amount: 90000, basis: time }
#- contracts.yaml
kind: contracts
items:
  - { id: CON-1, title: C, party: P, amount: 110, signed_on: 2026-01-01, line: B-3 }
#- costs.yaml
kind: costs
items:
  - { date: 2026-10-01, amount: 100.01, line: B-1 }
  - { date: 2026-10-01, amount: 110, line: B-2 }
  - { date: 2026-10-02, amount: -10, line: B-2 }
  - { date: 2026-10-03, amount: 40, line: B-3, contract: CON-1 }
  - { date: 2026-11-17, amount: 999, line: B-2 }
  - { date: 2026-10-03, amount: 5 }
  #   ^^^^ LF911 This should be filled in: Budget line.
#- payments.yaml
kind: payments
items:
  - { direction: in, amount: 5, due: 2026-11-15 }
  #                                  ^^^^^^^^^^ LF912 Due on 2026-11-15 and still open (1 d late).
  - { direction: out, amount: 5, due: 2026-11-15, paid_on: 2026-11-14 }
  - { direction: out, amount: 5, due: 2026-11-16 }
#- tasks.yaml
kind: tasks
items:
  - { id: T-1, title: T }
#- timesheets.yaml
kind: timesheets
items:
  - { person: a, week: 2026-W40, hours: { T-1: [8, 8, 8, 8, 8, 0, 4] }, approved_by: b }
  #                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF920 Free days by the calendar or an absence: 2026-10-01, 2026-10-04. Overtime may be on them.
  - { person: a, week: 2026-W41, hours: { T-1: [8, 8, 8, 8, 8, 8, 0] }, approved_by: b }
  - { person: a, date: 2026-10-13, hours: 8, task: T-1, approved_by: b }
  #                                       ^ LF920 Free days by the calendar or an absence: 2026-10-13. Overtime may be on them.
  - { person: a, date: 2026-10-18, hours: 8, overtime: 8, task: T-1, approved_by: b }
  - { person: left, date: 2026-11-02, hours: 8, task: T-1, approved_by: b }
  #           ^^^^ LF922 Lee was not in the project on 2026-11-02.
  - { person: left, date: 2026-10-30, hours: 8, task: T-1, approved_by: b }
  - { person: b, date: 2026-10-22, hours: 16, task: T-1, approved_by: a }
  - { person: bb, date: 2026-10-22, hours: 8.5, task: T-1, approved_by: a }
  #                                        ^^^ LF921 24.5 hours on 2026-10-22, where 24 are all there are.
  - { person: b, date: 2026-10-22, hours: 1, task: T-1, approved_by: a }
  - { supplier: S, headcount: 2, date: 2026-10-22, hours: 20, task: T-1, approved_by: a }
  - { supplier: S, headcount: 2, date: 2026-10-22, hours: 25, task: T-1, approved_by: a }
  #                                                       ^^ LF921 50 hours on 2026-10-22, where 48 are all there are.
  - { person: b, date: 2026-10-23, hours: 8, task: T-1 }
  #   ^^^^^^ LF923 Worked until 2026-10-23, and not approved for 24 days: it counts as no cost.
  - { person: b, date: 2026-11-02, hours: 8, task: T-1 }
  - { person: b, date: 2026-10-26, hours: 8, task: T-1, approved_by: bb }
  #                                                                  ^^ LF924 Bea stands under "Person" already; this must be somebody else.
  - { date: 2026-10-26, hours: 8, task: T-1, approved_by: a }
  #   ^^^^ LF925 This should be filled in: Person.
  - { person: b, hours: 8, task: T-1, approved_by: a }
  #   ^^^^^^ LF925 This should be filled in: Date.
#- checks.yaml
kind: health-checks
items:
  - { date: 2026-01-05, every: 4cw }
  - { date: 2026-10-05, every: 4cw }
  #                            ^^^ LF930 The latest is of 2026-10-05; the next was due by 2026-11-02.
#- surveys.yaml
kind: surveys
items:
  - { date: 2026-10-05, org: fin, every: 2w }
  #                                      ^^ LF931 The latest is of 2026-10-05; the next was due by 2026-10-16.
  - { date: 2026-01-05, org: it, every: 2w }
  - { date: 2026-11-05, org: it, every: 2w }
  - { date: 2026-01-05 }
#- orgs.yaml
kind: org-units
items:
  - { id: fin, title: Finance }
  - { id: it, title: IT }
`,
      { only: /LF9/ },
    ));

  it('say nothing of what cannot be told: no rate, another currency, no hours', () =>
    check(
      `
#- budget.yaml
kind: budget
items:
  - { id: B-1, title: By the day, category: labour, amount: 1, basis: time }
  - { id: B-2, title: Dollars, category: labour, amount: 10, basis: fixed, currency: USD }
#- costs.yaml
kind: costs
items:
  - { date: 2026-10-01, amount: 100, line: B-2 }
#- people.yaml
kind: people
items:
  - { id: a, title: Ann }
#- timesheets.yaml
kind: timesheets
items:
  - { person: a, date: 2026-11-12, hours: 8, approved_by: x }
  - { person: a, date: 2026-11-14, hours: 0, approved_by: x }
  - { person: a, week: 2026-W01, hours: {} }
`,
      { only: /LF9/ },
    ));

  it('add up ten thousand lines of one day in one go', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, at) => `  - { person: p${at % 500}, date: 2026-11-12, hours: 1, approved_by: x }`,
    );
    const files = filesIn(`#- t.yaml\nkind: timesheets\nitems:\n${lines.join('\n')}\n`);
    const found = findingsOf(projectOf(files)).filter(({ code }) => code.startsWith('LF92'));
    // 500 people with 20 hours each: one line more for ten of them takes these beyond the day.
    assert.deepEqual(found, []);
    const more = Array.from(
      { length: 50 },
      (_, at) => `  - { person: p${at % 10}, date: 2026-11-12, hours: 1, approved_by: x }`,
    );
    const beyond = filesIn(`#- t.yaml\nkind: timesheets\nitems:\n${[...lines, ...more].join('\n')}\n`);
    assert.equal(findingsOf(projectOf(beyond)).filter(({ code }) => code === 'LF921').length, 10);
  });
});
