// Evidence: what is said of a test or a training that is older than what it proves, from what git knows of changes.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { tell } from '../../../src/core/messages/message';
import { known, unavailable } from '../../../src/core/project/known';
import type { LastChange } from '../../../src/core/project/past';
import { worldOf } from '../../../src/core/project/world';
import { type Files, projectOf } from '../support';

const change = (way: string, day: string): LastChange => ({ way: [way], day, author: '李伟', commit: 'ec43dc0536' });

const TESTS = `kind: tests
items:
- { id: TC-1, title: Tolerance, type: uat, covers: [REQ-1], steps: [a], expected: refused }
- { id: TC-2, title: Other, type: uat, covers: [REQ-2], expected: paid }
`;
const REQUIREMENTS = `kind: requirements
items:
- { id: REQ-1, title: Tolerance, priority: must, status: draft }
- { id: REQ-2, title: Payment, priority: must, status: draft }
`;
const runs = (...all: readonly string[]): string =>
  `kind: test-runs\nitems:\n${all.map((one) => `- { test: TC-1, by: li.wei, ${one} }\n`).join('')}`;

function said(
  files: Files,
  changes: Readonly<Record<string, readonly LastChange[]>>,
  day = '2026-11-16',
  language: 'en' | 'zh-cn' = 'en',
): readonly string[] {
  const past = known({ tags: new Map(), changes: known(new Map(Object.entries(changes))) });
  const project = projectOf({ 'tests.yaml': TESTS, 'req.yaml': REQUIREMENTS, ...files });
  const world = worldOf(project, 0, day, unavailable('missing'), past);
  return [...finish(checker().check(world)).findings.values()]
    .flat()
    .filter((one) => one.code === 'LF720')
    .map((one) => {
      const text = project.files.get(one.path)?.text ?? '';
      return `${text.slice(one.span.start, one.span.end)} ${tell(one.message, language)}`;
    });
}

const PASSED = { 'runs.yaml': runs('date: 2026-10-28, result: pass') };
const LATER = { 'requirements/REQ-1': [change('priority', '2026-11-03')] };

describe('evidence', () => {
  it('is too old once what it proves was changed', () => {
    assert.deepEqual(said(PASSED, LATER), [
      '2026-10-28 This is of 2026-10-28, and what it proves was changed later: Requirement REQ-1 Tolerance on 2026-11-03 by 李伟 (ec43dc0536). Carry it out again.',
    ]);
    assert.match(
      said(PASSED, LATER, '2026-11-16', 'zh-cn')[0] ?? '',
      /内容此后又有变更：需求 REQ-1 Tolerance（2026-11-03，李伟，ec43dc0536）。请重新执行。$/,
    );
  });

  it('counts by its day: a change before, on the same day, or after the status date is none', () => {
    for (const day of ['2026-10-01', '2026-10-28', '2026-11-17'])
      assert.deepEqual(said(PASSED, { 'requirements/REQ-1': [change('priority', day)] }), [], day);
    const timed = { 'runs.yaml': runs('date: 2026-10-28T09:30:00+08:00, result: pass') };
    assert.equal(said(timed, LATER).length, 1);
  });

  it('is what the latest run says', () => {
    const of = (...all: readonly string[]) => said({ 'runs.yaml': runs(...all) }, LATER).length;
    assert.equal(of('date: 2026-10-28, result: pass', 'date: 2026-10-01, result: pass'), 1, 'once, not for each');
    assert.equal(of('date: 2026-10-28, result: pass', 'date: 2026-11-04, result: pass'), 0, 'carried out again');
    assert.equal(of('date: 2026-10-28, result: pass', 'date: 2026-10-29, result: fail'), 0, 'proves nothing any more');
    assert.equal(of('date: 2026-10-28, result: fail'), 0);
    assert.equal(of('date: 2026-10-28, result: pass', 'date: 2026-12-01, result: pass'), 1, 'not yet');
    assert.equal(of('date: soon, result: pass'), 0);
  });

  it('proves what its test covers and the steps of the test, not its remarks', () => {
    const of = (key: string, way: string) => said(PASSED, { [key]: [change(way, '2026-11-03')] }).length;
    assert.equal(of('tests/TC-1', 'steps'), 1);
    assert.equal(of('tests/TC-1', 'expected'), 1);
    assert.equal(of('tests/TC-1', 'title'), 0);
    assert.equal(of('requirements/REQ-1', 'status'), 0);
    assert.equal(of('requirements/REQ-1', 'owner'), 0);
    assert.equal(of('requirements/REQ-2', 'priority'), 0, 'covered by another test');
  });

  it('names everything that was changed, each by its latest change', () => {
    const changes = {
      'requirements/REQ-1': [change('priority', '2026-11-02'), change('acceptance', '2026-11-04')],
      'tests/TC-1': [change('steps', '2026-11-05')],
    };
    assert.match(
      said(PASSED, changes)[0] ?? '',
      /: Test TC-1 Tolerance on 2026-11-05 by 李伟 \(ec43dc0536\), Requirement REQ-1 Tolerance on 2026-11-04 by /,
    );
  });

  it('is also a training that was held, by the test its participants work through', () => {
    const training = (status: string, more = ''): Files => ({
      'courses.yaml': 'kind: courses\nitems:\n- { id: CRS-1, title: C, audience: operator, scenario: TC-1 }\n',
      'sessions.yaml': `kind: training-sessions\nitems:\n- { course: CRS-1, date: 2026-10-28, status: ${status} }\n${more}`,
    });
    const changes = { 'tests/TC-1': [change('steps', '2026-11-03')] };
    assert.equal(said(training('held'), changes).length, 1);
    assert.equal(said(training('planned'), changes).length, 0);
    const calledOff = '- { course: CRS-1, date: 2026-11-04, status: cancelled }\n';
    assert.equal(said(training('held', calledOff), changes).length, 1);
    assert.equal(said(training('held', calledOff.replace('cancelled', 'held')), changes).length, 0);
  });

  it('is not judged where git says nothing', () => {
    const past = known({ tags: new Map(), changes: unavailable('shallow') });
    const project = projectOf({ 'tests.yaml': TESTS, 'req.yaml': REQUIREMENTS, ...PASSED });
    const world = worldOf(project, 0, '2026-11-16', unavailable('missing'), past);
    const codes = [...finish(checker().check(world)).findings.values()].flat().map((one) => one.code as string);
    assert.ok(!codes.includes('LF720'));
  });
});
