// LF6: one fixture with what each rule finds and what it leaves alone.
import { check } from '../support';

describe('rules about migration (LF6)', () => {
  it('find what is marked and nothing else', () =>
    check(
      `
#- landfall.yaml
landfall: 1
name: T
thresholds: { migration.accuracy: 99 }
#- people.yaml
kind: people
items:
  - { id: a, title: Ann }
#- objects.yaml
kind: data-objects
items:
  - { id: M-1, title: Suppliers, class: master }
  #       ^^^ LF610 Where Class is Master data, this should be filled in: Cleansing.
  - { id: M-2, title: Open items, class: transaction, depends_on: [M-1], fields: [{ target: no, required: true }, { target: iban, critical: true, required: true }, { target: x, required: true, transform: now }, { target: y }] }
  #                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF609 Where Required is given, this should be filled in: Source field.
  #                                                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF609 Where Required is given, this should be filled in: Source field.
  - { id: M-3, title: Never, class: configuration }
  #       ^^^ LF607 Never loaded yet, while 2 other objects were.
#- rounds.yaml
kind: migration-rounds
items:
  - { object: M-2, round: 1, type: live, environment: prod, date: 2026-10-01, source_count: 100, dropped: 10, merged_away: 5, split_into: 2, loaded: 80, rejected: [{ reason: X, count: 6 }, { reason: Y, count: 0 }] }
  #                                ^^^^ LF611 Loaded for real after 0 mock rounds; 2 are the least.
  #                                                               ^^^^^^^^^^ LF608 Loaded before M-1 Suppliers, on which it depends, in this environment.
  #                                                                                                                                                  ^^ LF601 87 records should have come, 80 were loaded and 6 rejected: 1 are not accounted for.
  #                                                                                                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^ LF606 This should be filled in: Disposition.
  - { object: M-1, round: 1, type: mock, environment: prod, date: 2026-10-02, source_count: 100, loaded: 100, control_totals: [{ name: Sum, source: 0.3, target: 0.30 }, { name: Rest, source: 10, target: 9.99 }], loaded_by: a, verified_by: a }
  #                                                                                                                                                                                                        ^^^^ LF605 Rest: 10 in the source, 9.99 in the target.
  #                                                                                                                                                                                                                                            ^ LF604 Ann stands under "Loaded by" already; this must be somebody else.
  - { object: M-2, round: 2, type: mock, environment: prod, date: 2026-10-03, source_count: 500, loaded: 500, sampling: { unit: field, size: 120, errors: 0, critical_errors: 2 } }
  #                                                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF602 The sample found 100.00 % right and proves 97.53 %; the threshold is 99 %. 179 more without another error, 299 in all, would prove it.
  #                                                                                                                                                                           ^ LF603 Errors in critical fields: 2.
  - { object: M-1, round: 2, type: mock, environment: prod, date: 2026-10-04, loaded: 100, sampling: { unit: record, size: 90, errors: 2 } }
  - { object: M-1, round: 3, type: live, environment: prod, date: 2026-10-05, loaded: 100, sampling: { unit: record, size: 100, errors: 2 } }
  #                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF602 The sample found 98.00 % right and proves 98.00 %; the threshold is 99 %, which it cannot prove with so many errors.
`,
      { only: /LF6/ },
    ));
});
