// Baselines: what counts as drift, what lets it, and what is said of tags.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { tell } from '../../../src/core/messages/message';
import { known, unavailable } from '../../../src/core/project/known';
import type { TagPast } from '../../../src/core/project/past';
import { worldOf } from '../../../src/core/project/world';
import { type Files, projectOf } from '../support';

const COMMIT = 'a'.repeat(40);
const baseline = (more = ''): string =>
  `kind: baselines\nitems:\n- id: BL-1\n  title: Configuration\n  tag: v1\n  commit: ${COMMIT}\n  date: 2026-10-01\n  scope: [configuration/fi.*, roles]\n${more}`;
const parameter = (value: string, id = 'fi.tolerance'): string =>
  `- id: ${id}\n  title: Tolerance\n  type: integer\n  value: ${value}\n`;
const configuration = (...items: readonly string[]): string => `kind: configuration\nitems:\n${items.join('')}`;
const request = (more: string): string =>
  `kind: change-requests\nitems:\n- id: CR-1\n  title: Tolerance\n  requested_by: li.wei\n  requested_on: 2026-10-10\n  reason: r\n  impact: { scope: s }\n${more}`;
const APPROVED =
  '  status: approved\n  covers: [fi.tolerance]\n  approvals: [{ person: chen, verdict: approved, on: 2026-10-12 }]\n';

/** What LF52 says of a project whose tag `v1` holds the files `then`. */
function said(now: Files, then: Files, tag: Partial<TagPast> = {}, day = '2026-11-16'): readonly string[] {
  const past = { commit: COMMIT, annotated: true, ancestor: known(true), project: known(projectOf(then)), ...tag };
  const world = worldOf(
    projectOf(now),
    0,
    day,
    unavailable('missing'),
    known({ tags: new Map([['v1', past]]), changes: unavailable('missing') }),
  );
  return [...finish(checker().check(world)).findings.values()]
    .flat()
    .filter((one) => one.code.startsWith('LF52'))
    .map((one) => `${one.code} ${one.path} ${tell(one.message, 'en')}`);
}

const files = (value: string, more: Files = {}): Files => ({
  'baselines.yaml': baseline(),
  'fi.yaml': configuration(parameter(value)),
  ...more,
});
const UNCOVERED =
  'LF520 fi.yaml Parameter fi.tolerance Tolerance was changed since baseline BL-1 Configuration, and no approved change request in force covers it.';

describe('baselines', () => {
  it('hold while nothing that they cover says anything else', () => {
    assert.deepEqual(said(files('200'), files('200 # as ever')), []);
    const other = { 'fi.yaml': configuration(parameter('200'), parameter('7', 'mm.other')) };
    assert.deepEqual(said(files('200', other), files('200')), []);
  });

  it('ask for a change request where something they cover changed, came or went', () => {
    assert.deepEqual(said(files('500'), files('200')), [UNCOVERED]);
    const more = files('200', { 'fi.yaml': configuration(parameter('200'), parameter('1', 'fi.new')) });
    assert.match(said(more, files('200'))[0] ?? '', /^LF520 fi.yaml Parameter fi.new Tolerance was added since/);
    assert.match(
      said(files('200'), more)[0] ?? '',
      /^LF520 baselines.yaml Parameter fi.new Tolerance was removed since/,
    );
  });

  it('let progress and remarks go on, but not a dropped scope', () => {
    const requirement = (more: string): Files => ({
      'baselines.yaml': baseline().replace('configuration/fi.*, roles', 'requirements'),
      'req.yaml': `kind: requirements\nitems:\n- id: REQ-1\n  title: R\n  acceptance: [a]\n${more}`,
    });
    const then = requirement('  status: built\n');
    assert.deepEqual(said(requirement('  status: verified\n  owner: li.wei\n  tags: [a]\n'), then), []);
    assert.match(said(requirement('  status: dropped\n'), then)[0] ?? '', /^LF520 req.yaml/);
    assert.match(said(requirement('  status: built\n  description: More.\n'), then)[0] ?? '', /^LF520 req.yaml/);
  });

  const letBy = (text: string, day?: string): boolean =>
    !said(files('500', { 'cr.yaml': request(text) }), files('200'), {}, day).length;

  it('let a change that an approved change request covers', () => {
    assert.ok(letBy(APPROVED));
    assert.ok(letBy(APPROVED.replace('[fi.tolerance]', '[configuration/fi.*]')));
    assert.ok(letBy(APPROVED.replace('[fi.tolerance]', '["*.tolerance"]')));
    assert.ok(letBy(APPROVED.replace('[fi.tolerance]', '[configuration]')));
  });

  it('are not let by one that is not approved, covers something else, or is out of its time', () => {
    assert.ok(!letBy(APPROVED.replace('status: approved', 'status: assessed')));
    assert.ok(!letBy(APPROVED.replace('person: chen', 'person: li.wei')), 'approved by its requester');
    assert.ok(!letBy(APPROVED.replace('verdict: approved', 'verdict: rejected')));
    assert.ok(!letBy(APPROVED.replace('[fi.tolerance]', '[fi.tolerances]')));
    assert.ok(!letBy(`${APPROVED}  effective_from: 2026-11-17\n`), 'not yet');
    assert.ok(letBy(`${APPROVED}  effective_from: 2026-11-17\n`, '2026-11-17'));
    assert.ok(!letBy(`${APPROVED}  expires: 2026-09-30\n`), 'over before the baseline');
  });

  it('count by the latest that covers an entry', () => {
    const two = baseline(
      `- id: BL-2\n  title: Later\n  tag: v2\n  commit: ${COMMIT}\n  date: 2026-10-20\n  scope: [configuration]\n`,
    );
    const now = projectOf({ ...files('500'), 'baselines.yaml': two });
    const at = (value: string) => ({
      commit: COMMIT,
      annotated: true,
      ancestor: known(true),
      project: known(projectOf(files(value))),
    });
    const tags = new Map([
      ['v1', at('200')],
      ['v2', at('500')],
    ]);
    const world = worldOf(
      now,
      0,
      '2026-11-16',
      unavailable('missing'),
      known({ tags, changes: unavailable('missing') }),
    );
    const codes = [...finish(checker().check(world)).findings.values()].flat().map((one) => one.code);
    assert.ok(!codes.includes('LF520' as never));
  });

  it('say when a tag is missing, moved or beside the branch', () => {
    const gone = { ...files('200'), 'baselines.yaml': baseline().replace('tag: v1', 'tag: v9') };
    assert.match(said(gone, files('200'))[0] ?? '', /^LF521 .* no git tag v9/);
    assert.match(
      said(files('200'), files('200'), { commit: 'b'.repeat(40) })[0] ?? '',
      /^LF522 .* leads to commit bbbbbbbbbbbb/,
    );
    assert.match(said(files('200'), files('200'), { ancestor: known(false) })[0] ?? '', /^LF523/);
    assert.deepEqual(said(files('200'), files('200'), { ancestor: unavailable('shallow') }), []);
  });

  it('say nothing where git says nothing', () => {
    assert.deepEqual(said(files('500'), files('200'), { project: unavailable('broken') }), []);
  });

  it('hold a frozen environment to emergencies', () => {
    const frozen = (type: string): Files => ({
      ...files('500'),
      'baselines.yaml': baseline('  environment: prod\n'),
      'env.yaml': 'kind: environments\nitems:\n- id: prod\n  title: Production\n  purpose: prod\n  frozen: true\n',
      'cr.yaml': request(`  type: ${type}\n${APPROVED}`),
    });
    assert.match(said(frozen('normal'), files('200'))[0] ?? '', /^LF524 .* environment Production is frozen/);
    assert.deepEqual(said(frozen('emergency'), files('200')), []);
  });

  it('hold a frozen environment to what is said of it', () => {
    const environments =
      'kind: environments\nitems:\n- { id: prod, title: Production, purpose: prod, frozen: true }\n- { id: uat, title: Acceptance, purpose: uat }\n';
    const of = (more: string, environment = ''): Files => ({
      'baselines.yaml': baseline(environment),
      'env.yaml': environments,
      'fi.yaml': configuration(parameter('200') + more),
      'cr.yaml': request(APPROVED),
    });
    const prod = (value: number) => `  environments: { prod: { value: ${value}, reason: r } }\n`;
    const uat = prod(3).replace('prod', 'uat');
    const found = (now: Files, then: Files) => said(now, then).map((one) => one.slice(0, 5));
    assert.deepEqual(found(of(prod(2)), of(prod(1))), ['LF524']);
    assert.deepEqual(found(of(prod(2)), of('')), ['LF524']);
    assert.deepEqual(found(of(uat), of('')), []);
    assert.deepEqual(found(of(uat, '  environment: prod\n'), of('')), []);
    assert.deepEqual(found(of('  default: 1\n', '  environment: prod\n'), of('')), ['LF524']);
  });
});
