// LF109 and LF82: names that do not exist, criteria that cannot be checked, gates that are late, missing or were passed.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { type Path, path } from '../../../src/core/model/id';
import { known } from '../../../src/core/project/known';
import { updated } from '../../../src/core/project/update';
import { check, filesIn, lines, projectOf, worldAt } from '../support';

const gates = { only: /^LF(?:109|82)/ };

describe('rules about gates', () => {
  it('LF109: metrics and rules that do not exist, with what was meant', () =>
    check(
      `
#- landfall.yaml
landfall: 1
name: T
thresholds:
  training.covrage: 95
# ^^^^^^^^^^^^^^^^ LF109 There is no metric "training.covrage". Did you mean training.coverage?
#- gates.yaml
kind: gates
items:
  - id: G-1
    title: Go live
    phase: cutover
    criteria:
      - metric: risk.open-high
#               ^^^^^^^^^^^^^^ LF109 There is no metric "risk.open-high". Did you mean risks.open-high?
        equals: 0
      - metric: weather.sunny
#               ^^^^^^^^^^^^^ LF109 There is no metric "weather.sunny".
        equals: 0
      - rule: LF4O1
#             ^^^^^ LF109 There is no rule "LF4O1". Did you mean LF401?
`,
      gates,
    ));

  it('LF821: criteria that nothing can be held against', () =>
    check(
      `
#- waves.yaml
kind: waves
items:
  - { id: W1, title: One }
#- gates.yaml
kind: gates
items:
  - id: G-1
    title: Go live
    phase: cutover
    criteria:
      - { must: true }
#       ^^^^^^^^^^^^^^ LF821 This criterion asks for nothing: name a metric, a rule, evidence or a text.
      - { rule: LF101, evidence: DL-1 }
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF821 This criterion asks for several things at once (rule, evidence); give each its own.
      - { metric: scope.confirmed }
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF821 A criterion over \`scope.confirmed\` needs \`at_least\`, \`at_most\` or \`equals\`.
      - { metric: scope.confirmed, at_least: 950 }
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF821 \`scope.confirmed\` is a percentage: its limit lies between 0 and 100.
      - metric: training.coverage{wave=W2}
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^ LF821 No Wave has the id "W2". Did you mean W1?
        at_least: 95
      - metric: training.coverage{module=fi}
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF821 \`training.coverage\` cannot be narrowed like that. It takes: wave, audience.
        at_least: 95
      - metric: training.coverage{audience=operators}
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF821 \`audience\` is one of executive, manager, operator, it, not "operators".
        at_least: 95
      - rule: LF822
#             ^^^^^ LF821 LF822 is a rule about gates and cannot decide one.
`,
      gates,
    ));

  it('LF822: late, LF823: missing, LF824: confirmed by nobody', () =>
    check(
      `
#- waves.yaml
kind: waves
items:
  - { id: W1, title: One, go_live: 2026-12-05 }
  - { id: W2, title: Two, go_live: 2027-03-05 }
#         ^^ LF823 Nothing decides whether wave "Two" goes live: it has no gate.
  - { id: W3, title: Three }
  - { id: W4, title: Four, go_live: 2026-10-05, actual: 2026-10-05 }
#- gates.yaml
kind: gates
items:
  - id: G-1
    title: Go live
    phase: cutover
    wave: W1
    due: 2026-11-15
#        ^^^^^^^^^^ LF822 This gate was due on 2026-11-15 and is not decided.
    criteria:
      - { text: Rehearsed, met: true }
#                               ^^^^ LF824 "Rehearsed" is met, but nobody stands for it: \`by\` is missing.
  - id: G-2
    title: Decided
    phase: cutover
    due: 2026-11-15
    criteria:
      - { text: Rehearsed, met: true, by: a }
    approvals:
      - { person: a, verdict: go, on: 2026-11-15 }
`,
      gates,
    ));

  const PASSED = `
#- issues.yaml
kind: issues
items:
  - { id: I-1, title: A, type: issue, severity: critical, status: recorded, owner: li.wei, reported_at: 2026-11-01 }
#- gates.yaml
kind: gates
items:
  - id: G-1
    title: Go live
    phase: cutover
    criteria:
      - { metric: issues.open-critical, equals: 0, must: true }
      - { rule: LF101, must: true }
      - { text: Rehearsed, met: false }
    approvals:
      - { person: a, verdict: go, on: 2026-11-15 }
    decided_at: v1
`;
  const said = (fixture: string) => lines(projectOf(filesIn(fixture))).filter((line) => line.includes('LF820'));

  it('LF820: passed, with a must that is unmet today, rules among them', () => {
    assert.deepEqual(said(PASSED), [
      'gates.yaml:12:17 LF820 Passed, but today it would stay closed: issues.open-critical, LF101.',
    ]);
    const fine = PASSED.replace('status: recorded', 'status: closed');
    assert.deepEqual(said(fine), ['gates.yaml:12:17 LF820 Passed, but today it would stay closed: LF101.']);
    assert.deepEqual(said(fine.replace(/ {6}- \{ rule.*\n/, '')), []);
    assert.deepEqual(said(PASSED.replace('verdict: go', 'verdict: conditional')), []);
    assert.deepEqual(said(PASSED.replace('  - id: G-1', '  # landfall-disable LF820: known\n  - id: G-1')), []);
  });

  it('LF820 follows what is typed elsewhere, and its suppression stays used', () => {
    const running = checker();
    // The same list of files, as in an editor: else everything is asked anew.
    const listed = known(new Set<Path>());
    const of = (project: ReturnType<typeof projectOf>) =>
      lines(
        project,
        [...finish(running.check({ ...worldAt(project), files: listed })).findings.values()].flat(),
      ).filter((line) => /LF820|LF031/.test(line));
    const files = filesIn(PASSED.replace(/ {6}- \{ rule.*\n/, ''));
    const project = projectOf(files);
    assert.equal(of(project).length, 1);
    const issues = (text: string) => updated(project, new Map([[path('issues.yaml'), { text }]]));
    const text = files['issues.yaml'] ?? '';
    assert.equal(of(issues(text.replace('recorded', 'closed'))).length, 0);
    assert.equal(of(project).length, 1);
    const silenced = (files['gates.yaml'] ?? '').replace('  - id', '  # landfall-disable LF820: known\n  - id');
    const quiet = updated(project, new Map([[path('gates.yaml'), { text: silenced }]]));
    assert.deepEqual(of(quiet), []);
    assert.deepEqual(of(updated(quiet, new Map([[path('other.yaml'), { text: 'kind: risks\nitems: []\n' }]]))), []);
  });
});
