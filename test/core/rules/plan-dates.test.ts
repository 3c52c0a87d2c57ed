// LF208 to LF213: typed dates against summaries, predecessors, calendars, durations, people, gates and constraints.
import { check } from '../support';

const calendar = `
#- landfall.yaml
landfall: 1
name: T
calendar: week
#- calendars.yaml
kind: calendars
items:
  - { id: week, title: Week, holidays: [{ date: 2026-11-26, name: Off }] }
  - { id: all, title: All, workdays: [mon, tue, wed, thu, fri, sat, sun] }
`;

describe('rules about the dates of the plan', () => {
  it('hold parts against their summary', () =>
    check(`${calendar}
#- tasks.yaml
kind: tasks
items:
  - { id: S, title: Sum, start: 2026-11-18, finish: 2026-11-24 }
  - { id: A, title: Early, parent: S, start: 2026-11-17, finish: 2026-11-18 }
  #                                          ^^^^^^^^^^ LF208 Planned from 2026-11-17; its summary S begins on 2026-11-18.
  - { id: B, title: Late, parent: S, start: 2026-11-24, finish: 2026-11-25 }
  #                                                             ^^^^^^^^^^ LF208 Planned until 2026-11-25; its summary S ends on 2026-11-24.
  - { id: C, title: Inside, parent: S, start: 2026-11-18, finish: 2026-11-24 }
  - { id: D, title: Done, parent: S, start: 2026-11-10, finish: 2026-11-11, actual_start: 2026-11-10, actual_finish: 2026-11-11 }
`));

  it('hold typed dates against what predecessors allow', () =>
    check(`${calendar}
#- tasks.yaml
kind: tasks
items:
  - { id: A, title: First, start: 2026-11-17, finish: 2026-11-18 }
  - { id: B, title: Too early, after: [A], start: 2026-11-18, finish: 2026-11-19 }
  #                                               ^^^^^^^^^^ LF209 Planned from 2026-11-18; A (FS) allows it from 2026-11-19.
  - { id: C, title: Right behind, after: [A], start: 2026-11-19, finish: 2026-11-20 }
  - { id: D, title: Lag, after: [{ task: A, lag: 2d }], start: 2026-11-20, finish: 2026-11-20 }
  #                                                            ^^^^^^^^^^ LF209 Planned from 2026-11-20; A (FS) allows it from 2026-11-21.
  - { id: E, title: Lead, after: [{ task: A, lag: -1d }], start: 2026-11-18, finish: 2026-11-18 }
  - { id: F, title: Same end, after: [{ task: A, type: FF }], start: 2026-11-17, finish: 2026-11-17 }
  #                                                                                      ^^^^^^^^^^ LF209 Planned until 2026-11-17; A (FF) allows it to end on 2026-11-18.
  - { id: M, title: Reached, milestone: true, owner: ann, after: [A], start: 2026-11-18 }
  - { id: N, title: Not yet, milestone: true, owner: ann, after: [A], start: 2026-11-17 }
  #                                                                          ^^^^^^^^^^ LF209 Planned from 2026-11-17; A (FS) allows it from 2026-11-18.
  - { id: G, title: Half, start: 2026-11-17, duration: 1.5d, finish: 2026-11-18 }
  - { id: H, title: The rest of the day, after: [G], start: 2026-11-18, finish: 2026-11-18 }
  - { id: I, title: Begun before, after: [C], start: 2026-11-16, finish: 2026-11-23, actual_start: 2026-11-16 }
#- people.yaml
kind: people
items:
  - { id: ann, title: Ann }
`));

  it('find days that nobody works, never in the cutover', () =>
    check(`${calendar}
#- waves.yaml
kind: waves
items:
  - { id: W1, title: One, go_live: 2027-01-16 }
#- tasks.yaml
kind: tasks
items:
  - { id: A, title: Weekend, start: 2026-11-21, finish: 2026-11-26 }
  #                                 ^^^^^^^^^^ LF210 Nobody works on 2026-11-21.
  #                                                     ^^^^^^^^^^ LF210 Nobody works on 2026-11-26.
  - { id: B, title: Round the clock, calendar: all, start: 2026-11-21, finish: 2026-11-22 }
  - { id: C, title: On the calendar, start: 2026-11-21, duration: 14cd }
  - { id: D, title: Switch, phase: cutover, start: 2026-11-21, finish: 2026-11-22 }
  - { id: E, title: Part of it, parent: D, start: 2026-11-21, finish: 2026-11-21 }
  - { id: F, title: Live, milestone: true, owner: ann, wave: W1, start: 2027-01-16 }
#- people.yaml
kind: people
items:
  - { id: ann, title: Ann }
`));

  it('hold dates against the duration', () =>
    check(`${calendar}
#- people.yaml
kind: people
items:
  - { id: ann, title: Ann, absences: [{ from: 2026-11-18, to: 2026-11-18 }] }
#- tasks.yaml
kind: tasks
items:
  - { id: A, title: Three, start: 2026-11-17, finish: 2026-11-19, duration: 2d }
  #                                                                         ^^ LF213 2026-11-17 to 2026-11-19 is 3d; the duration says otherwise.
  - { id: B, title: Over a holiday, start: 2026-11-23, finish: 2026-11-27, duration: 4d }
  - { id: C, title: Half, start: 2026-11-17, finish: 2026-11-19, duration: 2.5d }
  - { id: D, title: Without her, start: 2026-11-17, finish: 2026-11-19, duration: 2d, assigned: [{ person: ann }] }
  - { id: E, title: As if she were there, start: 2026-11-17, finish: 2026-11-19, duration: 3d, assigned: [{ person: ann }] }
  #                                                                                                                 ^^^ LF211 Ann is asked for up to 200 % of a day and has 100 %, from 2026-11-17 to 2026-11-19 (2 d), with D.
  - { id: F, title: Calendar, start: 2026-11-17, finish: 2026-11-19, duration: 3cd }
  - { id: G, title: Calendar, start: 2026-11-17, finish: 2026-11-19, duration: 1cw }
  #                                                                            ^^^ LF213 2026-11-17 to 2026-11-19 is 3cd; the duration says otherwise.
  - { id: H, title: Backwards, start: 2026-11-20, finish: 2026-11-17 }
  #                                                       ^^^^^^^^^^ LF213 It ends on 2026-11-17, before it begins on 2026-11-20.
  - { id: M, title: Point, milestone: true, owner: ann, start: 2026-11-20, duration: 2d }
  #                                                                                  ^^ LF213 A milestone takes no time: this is passed over.
  - { id: N, title: Work, milestone: true, owner: ann, start: 2026-11-20, effort: 2d, assigned: [{ person: ann }] }
  #                                                                               ^^ LF213 A milestone takes no time: this is passed over.
`));

  it('find people who are asked for more than they can give', () =>
    check(`${calendar}
#- people.yaml
kind: people
items:
  - { id: ann, title: Ann, capacity: 50 }
  - { id: bob, title: Bob, absences: [{ from: 2026-11-18, to: 2026-11-19 }] }
  - { id: cat, title: Cat }
#- tasks.yaml
kind: tasks
items:
  - { id: A, title: One, start: 2026-11-17, finish: 2026-11-20, assigned: [{ person: ann, units: 30 }] }
  - { id: B, title: Two, start: 2026-11-19, finish: 2026-11-23, assigned: [{ person: ann, units: 30 }] }
  #                                                                                  ^^^ LF211 Ann is asked for up to 60 % of a day and has 50 %, from 2026-11-19 to 2026-11-20 (2 d), with A.
  - { id: C, title: As much as there is, start: 2026-11-24, finish: 2026-11-25, assigned: [{ person: ann }] }
  - { id: D, title: Away, calendar: all, start: 2026-11-17, finish: 2026-11-19, assigned: [{ person: bob }] }
  #                                                                                                  ^^^ LF211 Bob is asked for up to 100 % of a day and has 0 %, from 2026-11-18 to 2026-11-19 (2 d).
  - { id: E, title: Half of the effort, start: 2026-11-17, finish: 2026-11-20, effort: 2d, assigned: [{ person: cat }] }
  - { id: F, title: And the other, start: 2026-11-17, finish: 2026-11-20, effort: 2d, assigned: [{ person: cat }] }
  - { id: G, title: Over and done, start: 2026-11-02, finish: 2026-11-06, actual_start: 2026-11-02, actual_finish: 2026-11-06, assigned: [{ person: cat, units: 100 }] }
`));

  it('hold the forecast against gates and constraints', () =>
    check(`${calendar}
#- waves.yaml
kind: waves
items:
  - { id: W1, title: One, go_live: 2026-12-05 }
#- gates.yaml
kind: gates
items:
  - { id: G-1, title: Built, phase: build, wave: W1, due: 2026-11-20, criteria: [{ text: All there, must: true }] }
  - { id: G-2, title: Go, phase: cutover, wave: W1, due: 2026-12-02, criteria: [{ text: All there, must: true }] }
#- tasks.yaml
kind: tasks
items:
  - { id: A, title: Late, phase: build, wave: W1, start: 2026-11-17, finish: 2026-11-24 }
  #                                                                          ^^^^^^^^^^ LF212 Forecast for 2026-11-24, 4 d after the gate Built is due (2026-11-20).
  - { id: B, title: Could be in time, phase: build, wave: W1, after: [C], start: 2026-11-20, duration: 2d, finish: 2026-11-23 }
  #                                                                                                                ^^^^^^^^^^ LF212 Planned until 2026-11-23, 3 d after the gate Built is due (2026-11-20).
  - { id: C, title: In time, phase: build, wave: W1, start: 2026-11-17, finish: 2026-11-18 }
  - { id: D, title: Live, phase: cutover, wave: W1, milestone: true, owner: ann, start: 2026-12-05 }
  - { id: E, title: Must, after: [C], duration: 1d, constraint: { type: mso, date: 2026-11-17 } }
  #                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF212 \`mso\` cannot be held: 2026-11-19 at the earliest.
  - { id: F, title: By, after: [C], duration: 3d, constraint: { type: fnlt, date: 2026-11-20 } }
  #                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF212 \`fnlt\` cannot be held: 2026-11-23 at the earliest.
  - { id: G, title: Fits, after: [C], duration: 2d, constraint: { type: mfo, date: 2026-11-23 } }
#- people.yaml
kind: people
items:
  - { id: ann, title: Ann }
`));
});
