// Drift beside the text: where the marks stand, against which baseline, and what costs nothing.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { path } from '../../../src/core/model/id';
import { known, unavailable } from '../../../src/core/project/known';
import type { TagPast } from '../../../src/core/project/past';
import type { Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { worldOf } from '../../../src/core/project/world';
import { baselineStates } from '../../../src/core/views/baselines';
import { driftMarks } from '../../../src/core/views/drift-marks';
import { type Files, projectOf } from '../support';

const COMMIT = 'a'.repeat(40);
const baseline = (id: string, tag: string, date: string, scope: string): string =>
  `- id: ${id}\n  title: Title of ${id}\n  tag: ${tag}\n  commit: ${COMMIT}\n  date: ${date}\n  scope: [${scope}]\n`;
const register = (kind: string, ...items: readonly string[]): string => `kind: ${kind}\nitems:\n${items.join('')}`;
const BASELINES = register('baselines', baseline('BL-1', 'v1', '2026-10-01', 'risks, roles'));
const risk = (id: string, more: string): string => `- id: ${id}\n  title: Risk ${id}\n${more}`;

const tagged = (project: Project, more: Partial<TagPast> = {}): TagPast => ({
  commit: COMMIT,
  annotated: true,
  ancestor: known(true),
  project: known(project),
  ...more,
});

function worldIn(now: Files, tags: Readonly<Record<string, TagPast>>) {
  const project = projectOf({ 'baselines.yaml': BASELINES, ...now });
  return worldOf(
    project,
    0,
    '2026-11-16',
    unavailable('missing'),
    known({ tags: new Map(Object.entries(tags)), changes: unavailable('missing') }),
  );
}

/** The marked texts of a file, each with the way to its field and the change requests. */
function marked(world: ReturnType<typeof worldIn>, file: string, chosen?: string): readonly string[] {
  const { text = '' } = world.project.files.get(path(file)) ?? {};
  return finish(driftMarks(world, path(file), { chosen })).map(({ span, field, requests, baseline: { id } }) =>
    [
      JSON.stringify(text.slice(span.start, span.end)),
      field ? field.way.join('.') : 'new',
      `since ${id}`,
      ...requests.map((one) => one.id),
    ].join(' '),
  );
}

const since = (then: string, now: string, more: Files = {}): readonly string[] => {
  const was = projectOf({ 'risks.yaml': register('risks', then) });
  return marked(worldIn({ 'risks.yaml': register('risks', now), ...more }, { v1: tagged(was) }), 'risks.yaml');
};

describe('drift marks', () => {
  it('stand at the fields that changed, and at the id where one is gone or the entry came', () => {
    const before = risk('R-1', '  probability: 2\n  impact: 3\n  description: |\n    one\n    two\n');
    assert.deepEqual(since(before, before.replace('R-1\n', 'R-1  # a remark\n')), []);
    assert.deepEqual(since(before, before.replace('impact: 3', 'impact: 5')), ['"impact: 5" impact since BL-1']);
    assert.deepEqual(since(before, before.replace('two', 'three')), [
      '"description: |\\n    one\\n    three" description since BL-1',
    ]);
    assert.deepEqual(since(before, before.replace('  impact: 3\n', '')), ['"R-1" impact since BL-1']);
    assert.deepEqual(since(before, `${before}${risk('R-2', '')}`), ['"R-2" new since BL-1']);
  });

  it('go into groups and keyed lists, down to the element', () => {
    const role = (permissions: string): string => `- id: clerk\n  title: Clerk\n  permissions:\n${permissions}`;
    const files = (permissions: string): Files => ({ 'roles.yaml': register('roles', role(permissions)) });
    const was = projectOf(files('    - a:read\n    - b:read\n'));
    const now = marked(worldIn(files('    - b:read\n    - c:read\n'), { v1: tagged(was) }), 'roles.yaml');
    assert.deepEqual(now, ['"permissions:\\n    - b:read\\n    - c:read" permissions since BL-1']);
    const request = (verdict: string): string =>
      `- id: CR-1\n  title: C\n  impact:\n    scope: s\n    risk: r\n  covers: [R-1]\n  reason: ${verdict}\n`;
    const requests = (text: string): Files => ({
      'cr.yaml': register('change-requests', text),
      'baselines.yaml': register('baselines', baseline('BL-1', 'v1', '2026-10-01', 'change-requests')),
    });
    const past = tagged(projectOf(requests(request('x'))));
    assert.deepEqual(
      marked(worldIn(requests(request('x').replace('risk: r', 'risk: high')), { v1: past }), 'cr.yaml'),
      ['"risk: high" impact.risk since BL-1'],
    );
    assert.deepEqual(marked(worldIn(requests(request('x').replace('    risk: r\n', '')), { v1: past }), 'cr.yaml'), [
      '"impact" impact.risk since BL-1',
    ]);
  });

  it('leave out progress and remarks', () => {
    const before = risk('R-1', '  status: open\n');
    assert.deepEqual(since(before, before.replace('open', 'mitigating')), []);
  });

  it('name the change requests that let it change', () => {
    const before = risk('R-1', '  impact: 3\n');
    const request =
      '- id: CR-1\n  title: C\n  requested_by: a\n  requested_on: 2026-10-02\n  status: approved\n  covers: [R-1]\n  approvals: [{ person: b, verdict: approved, on: 2026-10-03 }]\n';
    const more = { 'cr.yaml': register('change-requests', request) };
    assert.deepEqual(since(before, before.replace('3', '5'), more), ['"impact: 5" impact since BL-1 CR-1']);
  });

  it('follow an entity through another id', () => {
    const now = '- id: R-9\n  formerly: [R-1]\n  title: Risk R-1\n  impact: 5\n';
    assert.deepEqual(since(risk('R-1', '  impact: 3\n'), now), ['"impact: 5" impact since BL-1']);
  });

  it('compare with the newest that is verified, or with the one that was chosen', () => {
    const of = (impact: number): Files => ({ 'risks.yaml': register('risks', risk('R-1', `  impact: ${impact}\n`)) });
    const both = register(
      'baselines',
      baseline('BL-1', 'v1', '2026-10-01', 'risks'),
      baseline('BL-2', 'v2', '2026-11-01', 'risks'),
    );
    const files = { ...of(3), 'baselines.yaml': both };
    const [one, two] = [tagged(projectOf(of(1))), tagged(projectOf(of(2)))];
    assert.deepEqual(marked(worldIn(files, { v1: one, v2: two }), 'risks.yaml'), ['"impact: 3" impact since BL-2']);
    assert.deepEqual(marked(worldIn(files, { v1: one, v2: two }), 'risks.yaml', 'BL-1'), [
      '"impact: 3" impact since BL-1',
    ]);
    const moved = { ...two, commit: 'b'.repeat(40) };
    assert.deepEqual(marked(worldIn(files, { v1: one, v2: moved }), 'risks.yaml'), ['"impact: 3" impact since BL-1']);
    assert.deepEqual(marked(worldIn(files, {}), 'risks.yaml'), []);
  });

  it('of several entries with one id give the first its past', () => {
    const before = risk('R-1', '  impact: 3\n');
    assert.deepEqual(since(before, before + before.replace('3', '4')), ['"R-1" new since BL-1']);
  });

  it('read only the entities of a part of the file', () => {
    const was = projectOf({ 'risks.yaml': register('risks', risk('R-1', ''), risk('R-2', '')) });
    const now = register('risks', risk('R-1', '  impact: 1\n'), risk('R-2', '  impact: 2\n'));
    const world = worldIn({ 'risks.yaml': now }, { v1: tagged(was) });
    const at = now.indexOf('impact: 2');
    const marks = finish(driftMarks(world, path('risks.yaml'), { view: { start: at, end: at } }));
    assert.deepEqual(
      marks.map(({ entity }) => entity.id),
      ['R-2'],
    );
  });

  it('compare an entity once for as long as its lines stay', () => {
    const was = projectOf({ 'risks.yaml': register('risks', risk('R-1', '  impact: 1\n')) });
    const world = worldIn({ 'risks.yaml': register('risks', risk('R-1', '  impact: 2\n')) }, { v1: tagged(was) });
    const fields = () => finish(driftMarks(world, path('risks.yaml'))).map(({ field }) => field);
    const [first] = fields();
    assert.ok(first && first === fields()[0]);
    // An edit elsewhere keeps the slice, and with it what was compared.
    const text = `# above\n${world.project.files.get(path('risks.yaml'))?.text ?? ''}`;
    const project = updated(world.project, new Map([[path('risks.yaml'), { text }]]));
    const [mark] = finish(driftMarks({ ...world, project }, path('risks.yaml')));
    assert.equal(mark?.field, first);
    assert.equal(text.slice(mark?.span.start, mark?.span.end), 'impact: 2');
  });
});

describe('the states of baselines', () => {
  it('say why something was not checked', () => {
    const project = projectOf({ 'baselines.yaml': BASELINES });
    const world = worldOf(project, 0, '2026-11-16', unavailable('missing'), unavailable('untrusted'));
    const [report] = finish(baselineStates(world));
    assert.equal(report?.state, 'unknown');
    assert.equal(report.why?.why, 'untrusted');
    const cut = tagged(project, { ancestor: unavailable('shallow') });
    const [shallow] = finish(baselineStates(worldIn({}, { v1: cut })));
    assert.deepEqual([shallow?.state, shallow?.why?.why], ['unknown', 'shallow']);
    const [missing] = finish(baselineStates(worldIn({}, {})));
    assert.deepEqual([missing?.state, missing?.why], ['missing', undefined]);
  });
});
