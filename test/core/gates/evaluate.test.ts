// Gates held against projects: what is met, what is not and because of whom, and that what is not known is unmet.
import assert from 'node:assert/strict';
import { askingOf, gateView } from '../../../src/core/views/gates';
import { checkedFrom, gateLines } from './support';

const PEOPLE = `
#- people.yaml
kind: people
items:
  - { id: li.wei, title: 李伟, side: customer }
  - { id: wang.fang, title: 王芳, side: vendor }
`;
const ISSUES = `
#- issues.yaml
kind: issues
items:
  - { id: I-1, title: A, type: issue, severity: critical, status: recorded, wave: W1, owner: li.wei, reported_at: 2026-11-01 }
  - { id: I-2, title: B, type: issue, severity: critical, status: recorded, wave: W2, owner: li.wei, reported_at: 2026-11-01 }
  - { id: I-3, title: C, type: issue, severity: critical, status: closed, wave: W1, owner: li.wei, reported_at: 2026-11-01, root_cause: x, lesson: x }
#- requirements.yaml
kind: requirements
items:
  - { id: Q-1, title: A, priority: must, status: draft, owner: wang.fang }
  - { id: Q-2, title: B, priority: must, status: built, owner: wang.fang }
#- waves.yaml
kind: waves
items:
  - { id: W1, title: One, go_live: 2026-12-05 }
  - { id: W2, title: Two, go_live: 2027-03-05 }
`;
const gate = (...criteria: readonly string[]): string => `
#- gates.yaml
kind: gates
items:
  - id: G-1
    title: Go live
    phase: cutover
    criteria:
${criteria.map((one) => `      - { ${one} }\n`).join('')}
`;
const said = (project: string, ...criteria: readonly string[]) => gateLines(checkedFrom(project + gate(...criteria)));

describe('a gate', () => {
  it('names what is too much, with its owner', () =>
    assert.deepEqual(said(PEOPLE + ISSUES, 'metric: "issues.open-critical{wave=W1}", equals: 0, must: true'), [
      'unmet Critical issues open (issues.open-critical{wave=W1}): 1 → issues/I-1 (李伟)',
    ]));

  it('names what is too little', () =>
    assert.deepEqual(
      said(PEOPLE + ISSUES, 'metric: scope.confirmed, at_least: 80', 'metric: scope.confirmed, at_least: 50'),
      [
        'unmet Requirements confirmed (scope.confirmed): 50.0 % → requirements/Q-1 (王芳)',
        'met Requirements confirmed (scope.confirmed): 50.0 %',
      ],
    ));

  it('names what counts too much where a share is to be small', () =>
    assert.deepEqual(said(PEOPLE + ISSUES, 'metric: scope.confirmed, at_most: 10'), [
      'unmet Requirements confirmed (scope.confirmed): 50.0 % → requirements/Q-2 (王芳)',
    ]));

  it('takes n/a for unmet, with its reason', () =>
    assert.deepEqual(
      said(
        PEOPLE,
        'metric: issues.open-critical, equals: 0',
        'metric: migration.accuracy, at_least: 99',
        'metric: issues.open-critcal, equals: 0',
        'metric: "scope.confirmed{org=X}", at_least: 1',
        'metric: scope.confirmed',
        'rule: LF999',
        'evidence: DL-9',
        'must: true',
      ),
      [
        'na Critical issues open (issues.open-critical): n/a: The register has no entries.',
        'na Migration accuracy, proven (migration.accuracy): n/a: No latest round has a sample that can be counted.',
        'na issues.open-critcal: There is no metric `issues.open-critcal`. → gates/G-1',
        'na Requirements confirmed (scope.confirmed{org=X}): `scope.confirmed{org=X}` cannot be narrowed like that. → gates/G-1',
        'na Requirements confirmed (scope.confirmed): It has no limit. → gates/G-1',
        'na LF999: There is no rule `LF999`.',
        'na DL-9 is accepted: There is no deliverable `DL-9`. → gates/G-1',
        'na Criterion 8: It says nothing that can be checked. → gates/G-1',
      ],
    ));

  it('counts findings of a rule, and tells of those that are silenced', () => {
    const risks = (owner: string, remark = '') => `
#- risks.yaml
kind: risks
items:
${remark}  - { id: R-1, title: A, probability: 1, impact: 1, status: open, owner: ${owner} }
`;
    const of = (project: string) => said(PEOPLE + project, 'rule: LF101, must: true');
    assert.deepEqual(of(risks('nobody')), ['unmet No findings of LF101 Unknown id: findings: 1 → risks/R-1 (nobody)']);
    assert.deepEqual(of(risks('li.wei')), ['met No findings of LF101 Unknown id: findings: 0']);
    assert.deepEqual(of(risks('nobody', '  # landfall-disable LF101: left, to be replaced\n')), [
      'met No findings of LF101 Unknown id: findings: 0, silenced: 1',
    ]);
    assert.deepEqual(of(`${risks('nobody')}\n#- landfall.yaml\nlandfall: 1\nname: T\nrules: { LF101: off }\n`), [
      'na No findings of LF101 Unknown id: The project switched the rule LF101 off.',
    ]);
  });

  it('asks for accepted evidence, and for words that somebody confirms by the day', () => {
    const deliverables = `
#- deliverables.yaml
kind: deliverables
items:
  - { id: DL-1, title: Report, status: review, owner: li.wei }
  - { id: DL-2, title: Plan, status: accepted, approvals: [{ person: li.wei, verdict: accepted }] }
`;
    assert.deepEqual(
      said(
        PEOPLE + deliverables,
        'evidence: DL-1',
        'evidence: DL-2',
        'text: Rehearsed, met: true, by: li.wei, on: 2026-11-12',
        'text: Rehearsed again, met: true, by: li.wei, on: 2026-11-17',
        'text: Rehearsed twice, met: false',
      ),
      [
        'unmet DL-1 Report is accepted: In review → deliverables/DL-1 (李伟)',
        'met DL-2 Plan is accepted: Accepted',
        'met Rehearsed: confirmed by 李伟 on 2026-11-12',
        'na Rehearsed again: It is confirmed for 2026-11-17, which is still to come. → gates/G-1 (李伟)',
        'unmet Rehearsed twice: not confirmed → gates/G-1',
      ],
    );
  });

  it('counts musts, and weighs what is met', () => {
    const checked = checkedFrom(
      PEOPLE +
        gate(
          'text: A, met: true, by: li.wei, must: true, weight: 3',
          'text: B, met: false, must: true',
          'text: C, met: false',
        ),
    );
    const [entity] = checked.world.project.table('gates');
    const view = gateView(askingOf(checked), entity ?? assert.fail());
    assert.deepEqual([view.state.open, view.musts, view.state.progress, view.isNext], [1, 2, 60, true]);
  });

  it('speaks Chinese', () =>
    assert.deepEqual(
      gateLines(checkedFrom(PEOPLE + ISSUES + gate('metric: issues.open-critical, equals: 0')), 'zh-cn'),
      ['unmet 未解决的致命问题（issues.open-critical）: 2 → issues/I-1 (李伟), issues/I-2 (李伟)'],
    ));
});
