// LF3: one fixture with what each rule finds and what it leaves alone.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { path } from '../../../src/core/model/id';
import type { Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { check, projectOf, worldAt } from '../support';

describe('rules about control (LF3)', () => {
  it('find what is marked and nothing else', () =>
    check(
      `
#- people.yaml
kind: people
items:
  - { id: a, title: Ann }
  - { id: b, title: Bea }
  - { id: left, title: Lee, active_to: 2026-10-31 }
#- risks.yaml
kind: risks
items:
  - { id: R-1, title: High and bare, probability: 4, impact: 5, status: open }
  #       ^^^ LF301 A high risk with neither a contingency plan nor an action.
  #       ^^^ LF302 A high risk for which nobody has chosen a response.
  - { id: R-2, title: High and prepared, probability: 4, impact: 4, status: open, response: mitigate, contingency: Paper }
  - { id: R-3, title: High with an action, probability: 1, impact: 5, status: monitoring, response: avoid }
  - { id: R-4, title: Low, probability: 2, impact: 2, status: open, review_by: 2026-11-15, owner: left }
  #                                                                            ^^^^^^^^^^ LF304 Due on 2026-11-15 and still open (1 d late).
  #                                                                                               ^^^^ LF303 Lee left the project on 2026-10-31.
  - { id: R-5, title: Over, probability: 5, impact: 5, status: closed, review_by: 2026-11-01, owner: left }
  - { id: R-6, title: Sign, probability: 2, impact: 2, status: open, trigger: actions.overdue >= 1 }
  #                                                                           ^^^^^^^^^^^^^^^^^^^^ LF305 The trigger has come true: Actions overdue is 1.
  - { id: R-7, title: No sign, probability: 2, impact: 2, status: open, trigger: actions.overdue > 1 }
  - { id: R-8, title: Typo, probability: 2, impact: 2, status: open, trigger: "action.overdue{wave=W1} > 1" }
  #                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF305 The trigger reads like a metric, but \`action.overdue{wave=W1}\` is none.
  - { id: R-9, title: Words, probability: 2, impact: 2, status: open, trigger: The vendor is silent for a week }
#- actions.yaml
kind: actions
items:
  - { id: A-1, title: Avoid it, owner: a, due: 2026-11-16, from: R-3 }
  - { id: A-2, title: Late, owner: a, due: 2026-11-14 }
  #                                        ^^^^^^^^^^ LF304 Due on 2026-11-14 and still open (2 d late).
  - { id: A-3, title: Done, owner: left, due: 2026-10-14, done_on: 2026-10-14 }
#- issues.yaml
kind: issues
items:
  - { id: I-1, title: Shut, type: incident, severity: critical, status: closed, reported_at: 2026-11-01, resolved_at: 2026-11-02, root_cause: Index }
  #       ^^^ LF307 Where Status is Closed, Severity is Critical, this should be filled in: Lesson.
  - { id: I-2, title: Small, type: incident, severity: minor, status: closed, reported_at: 2026-11-01, resolved_at: 2026-11-02 }
  - { id: I-3, title: Open, type: incident, severity: critical, status: recorded, reported_at: 2026-11-10T08:00:00Z, sla: S }
  #                                                                                                                       ^ LF308 Not answered after 136 h of service; 1 h are allowed.
  #                                                                                                                       ^ LF308 Not resolved after 136 h of service; 8 h are allowed.
  - { id: I-4, title: Slow, type: incident, severity: minor, status: recorded, reported_at: 2026-11-10T08:00:00Z, responded_at: 2026-11-12T08:00:00Z, sla: S }
#- slas.yaml
kind: slas
items:
  - { id: S, title: S, window: 7x24, respond_within: { critical: 1h, minor: 4h }, resolve_within: { critical: 8h, minor: 30cd } }
#- changes.yaml
kind: change-requests
items:
  - { id: CR-1, title: Done so, requested_by: a, requested_on: 2026-10-01, reason: X, status: implemented }
  #       ^^^^ LF310 Where Status is Implemented, this should be filled in: Approvals.
  - { id: CR-2, title: Own, requested_by: a, requested_on: 2026-10-01, reason: X, status: approved, approvals: [{ person: b, verdict: approved }, { person: a, verdict: approved }], expires: 2026-11-15 }
  #                                                                                                                                                         ^ LF311 Ann stands under "Requested by" already; this must be somebody else.
  #                                                                                                                                                                                           ^^^^^^^^^^ LF312 Approved until 2026-11-15 only, and not implemented.
  - { id: CR-3, title: All, requested_by: a, requested_on: 2026-10-01, reason: X, status: approved, approvals: [{ person: b, verdict: approved }], covers: [I-1, configuration/*], expires: 2026-11-16 }
  #                                                                                                                                                              ^^^^^^^^^^^^^^^ LF313 \`configuration/*\` lets everything of a kind change.
#- series.yaml
kind: communications
items:
  - { id: COM-1, title: Weekly, type: weekly, every: 1w }
  #                                                  ^^ LF316 The latest minutes are of 2026-11-02; the next were due by 2026-11-09.
  - { id: COM-2, title: Monthly, type: monthly, every: 1w }
  - { id: COM-3, title: No minutes, type: weekly, every: 1w }
#- meetings.yaml
kind: meetings
items:
  - { date: 2026-11-02, of: COM-1 }
  - { date: 2026-11-09, of: COM-2 }
`,
      { only: /LF3/ },
    ));

  it('ask risks again when the manifest says otherwise from where they are high', () => {
    const manifest = (high: number): string => `landfall: 1\nname: T\nrisk_matrix: { high: ${high} }\n`;
    const risks =
      'kind: risks\nitems:\n  - { id: R-1, title: T, probability: 3, impact: 4, status: open, response: avoid }\n';
    const before = projectOf({ 'landfall.yaml': manifest(15), 'risks.yaml': risks });
    const { check: ask } = checker();
    const codes = (project: Project): readonly string[] =>
      [...finish(ask(worldAt(project))).findings.values()].flat().map(({ code }) => code);
    assert.deepEqual(codes(before), []);
    const after = updated(before, new Map([[path('landfall.yaml'), { text: manifest(10) }]]));
    assert.deepEqual(codes(after), ['LF301']);
  });
});
