// LF7: one fixture with what each rule finds and what it leaves alone.
import { check } from '../support';

describe('rules about tests and training (LF7)', () => {
  it('find what is marked and nothing else', () =>
    check(
      `
#- people.yaml
kind: people
items:
  - { id: c, title: Customer, side: customer }
  - { id: v, title: Vendor, side: vendor }
#- roles.yaml
kind: roles
items:
  - { id: clerk, title: Clerk }
  - { id: lead, title: Lead, inherits: [clerk] }
  - { id: other, title: Other }
  #       ^^^^^ LF706 People hold the role other, and no course is for it.
#- assignments.yaml
kind: assignments
items:
  - { person: c, roles: [lead], from: 2026-12-01, approved_by: v }
  - { person: v, roles: [other], from: 2026-11-01, approved_by: c }
#- requirements.yaml
kind: requirements
items:
  - { id: Q-1, title: Built, priority: must, status: built, acceptance: [x], confirmed_by: [{ person: c }, { person: v }] }
  #       ^^^ LF701 Built, and no test covers it.
  - { id: Q-2, title: One side, priority: must, status: confirmed, acceptance: [x], confirmed_by: [{ person: c }] }
  #                                                                                               ^^^^^^^^^^^^^^^ LF702 Agreed without the confirmation of the vendor.
  - { id: Q-3, title: Nobody, priority: must, status: built, acceptance: [x] }
  #       ^^^ LF702 Agreed without the confirmation of the customer, the vendor.
  - { id: Q-4, title: Draft, priority: must, status: draft }
#- tests.yaml
kind: tests
items:
  - { id: TC-1, title: Accept, type: uat, covers: [Q-3], role: clerk, expected: x }
#- runs.yaml
kind: test-runs
items:
  - { test: TC-1, date: 2026-11-10, by: c, result: pass }
  - { test: TC-1, date: 2026-11-11, by: v, result: fail }
  #   ^^^^ LF703 Where Result is Failed, this should be filled in: Defect.
  #                                     ^ LF704 Vendor neither holds nor will hold the role clerk, for whom this is accepted.
#- courses.yaml
kind: courses
items:
  - { id: CRS-1, title: Basics, audience: operator, roles: [clerk], wave: W1, certification: true, pass_mark: 60 }
#- sessions.yaml
kind: training-sessions
items:
  - { course: CRS-1, date: 2026-11-05, status: held, attendance: [{ person: v, score: 70 }, { person: c }] }
  #                                                                                         ^^^^^^^^^^^^^ LF707 Basics ends with an exam; there is no score.
#- waves.yaml
kind: waves
items:
  - { id: W1, title: One, go_live: 2026-11-01, actual: 2026-11-02 }
  #       ^^ LF705 Live since 2026-11-02 with a training coverage of 0.0 %; the threshold is 95 %.
  - { id: W2, title: Two, go_live: 2027-03-01 }
`,
      { only: /LF7/ },
    ));

  it('find certificates that have lapsed, the latest of each, of those who still owe them', () =>
    check(
      `
#- people.yaml
kind: people
items:
  - { id: a, title: Ann }
  - { id: b, title: Bea }
  - { id: gone, title: Gus, active_to: 2026-01-31 }
#- courses.yaml
kind: courses
items:
  - { id: C-1, title: Approving, audience: operator, people: [a, b, gone], certification: true, pass_mark: 60, valid_for: 52cw }
  - { id: C-2, title: Basics, audience: operator, people: [a] }
#- sessions.yaml
kind: training-sessions
items:
  - { course: C-1, date: 2025-11-10, status: held, attendance: [{ person: a, score: 70 }, { person: b, score: 80 }] }
  #                                                             ^^^^^^^^^^^^^^^^^^^^^^^^ LF708 Ann passed Approving on 2025-11-10; that counts for 52cw and is over.
  - { course: C-1, date: 2024-11-10, status: held, attendance: [{ person: a, score: 70 }, { person: gone, score: 70 }] }
  - { course: C-1, date: 2026-11-10, status: held, attendance: [{ person: a, score: 59 }, { person: b, score: 90 }] }
  - { course: C-2, date: 2020-01-01, status: held, attendance: [{ person: a }] }
`,
      { only: /LF708/ },
    ));
});
