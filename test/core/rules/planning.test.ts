// LF2 and LF8: one fixture with what each rule finds and what it leaves alone.
import { check } from '../support';

describe('rules about the plan (LF2) and the go-live (LF8)', () => {
  it('find what is marked and nothing else', () =>
    check(
      `
#- landfall.yaml
landfall: 1
name: T
team:
  - { role: customer-pm, person: it }
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF207 The team lacks the vendor's project manager.
  #                              ^^ LF207 Ina is from IT; the customer's project manager should speak for the business.
#- people.yaml
kind: people
items:
  - { id: it, title: Ina, function: it, side: customer }
  - { id: vi, title: Vi, side: vendor }
#- tasks.yaml
kind: tasks
items:
  - { id: T-1, title: Sum, percent: 50, budget: 100 }
  #                                             ^^^ LF204 It has 2 parts, whose budgets it sums up; its own is counted twice.
  - { id: T-2, title: Ended, parent: T-1, percent: 90, actual_start: 2026-10-01, actual_finish: 2026-10-05 }
  #                                                ^^ LF202 Finished on 2026-10-05, and only 90 % done.
  - { id: T-3, title: Endless, parent: T-1, percent: 100, actual_start: 2026-10-01 }
  #                                                  ^^^ LF202 Done, and no actual finish.
  - { id: T-4, title: Never begun, percent: 10, finish: 2026-11-13 }
  #                                         ^^ LF202 10 % done, and no actual start.
  #                                                     ^^^^^^^^^^ LF203 Due on 2026-11-13 and still open (3 d late).
  - { id: T-5, title: Waiting, percent: 0, finish: 2026-11-16, effort: 5d }
  #       ^^^ LF205 Where Effort is given, this should be filled in: Assigned.
  - { id: T-6, title: Reached, milestone: true, owner: it, actual_finish: 2026-11-10 }
  #       ^^^ LF201 Where Milestone is given, Actual finish is given, this should be filled in: Deliverables.
  - { id: T-7, title: To come, milestone: true, owner: it }
#- modules.yaml
kind: modules
items:
  - { id: hr, title: People, in_scope: false, reason: Later }
#- requirements.yaml
kind: requirements
items:
  - { id: Q-1, title: Shifts, module: hr, priority: could, status: confirmed, acceptance: [x] }
  #                                   ^^ LF206 The module People is not in scope.
  - { id: Q-2, title: Dropped, module: hr, priority: could, status: dropped }
#- waves.yaml
kind: waves
items:
  - { id: W1, title: One, go_live: 2026-11-28 }
  - { id: W2, title: Two, go_live: 2027-03-01 }
  - { id: W3, title: Three, go_live: 2026-11-01, actual: 2026-11-01 }
#- steps.yaml
kind: cutover-steps
items:
  - { id: C-1, title: Bare, wave: W1, start: T, duration: 1h, performer: it, verify: Look }
  #       ^^^ LF801 This should be filled in: Rollback.
  #       ^^^ LF802 One goes live on 2026-11-28, and this was never rehearsed with success.
  - { id: C-2, title: Point, wave: W1, start: T+1h, duration: 1h, performer: it, verify: Look, point_of_no_return: true, rehearsals: [{ date: 2026-11-10, ok: true }] }
  - { id: C-3, title: Later, wave: W2, start: T, duration: 1h, performer: it, verify: Look, rollback: Back }
#- runs.yaml
kind: parallel-runs
items:
  - { id: P-1, title: Both, wave: W3, from: 2026-11-09, legacy: { file: "a/{date}.csv", map: m, key: k, value: v, aggregate: rows }, target: { file: "b/{date}.csv", map: m, key: k, value: v, aggregate: rows } }
  #       ^^^ LF806 Days without a result: 1 (2026-11-10).
#- days.yaml
kind: parallel-days
items:
  - { run: P-1, date: 2026-11-09, compared: 5, different: 1, missing: 1, explained: [{ key: x, reason: y, cause: timing }] }
  #                                                       ^ LF807 Differences: 2, explained: 1.
  - { run: P-1, date: 2026-11-11, compared: 5, different: 0, missing: 0 }
#- plans.yaml
kind: emergency-plans
items:
  - { id: E-1, title: Dark, scenario: x, trigger: y }
  #       ^^^ LF808 This should be filled in: Drills.
#- backups.yaml
kind: backups
items:
  - { id: BK-1, title: Database, covers: [prod], every: 1cd }
  #       ^^^^ LF809 This should be filled in: Restore tests.
`,
      { only: /LF[28]/ },
    ));
});
