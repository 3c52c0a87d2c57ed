// The law of drift and evidence: followed from edit to edit, with runs dropped half-way, they say what comparing and
// checking everything from scratch says.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { compareProjects, subjectOf } from '../../../src/core/compare/diff';
import { driftOf, fixedStates, isOfApproved } from '../../../src/core/compare/drift';
import type { Drift } from '../../../src/core/compare/follow';
import { path } from '../../../src/core/model/id';
import { known, unavailable } from '../../../src/core/project/known';
import type { LastChange, TagPast } from '../../../src/core/project/past';
import { keyOf, type Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { type World, worldOf } from '../../../src/core/project/world';
import { type Files, projectOf } from '../support';

const id = fc.constantFrom('A-1', 'A-2', 'A-3', 'A-4');
const former = fc.constantFrom(...Array<string>(8).fill(''), '  formerly: [A-4]\n', '  formerly: [A-3, A-1]\n');
const item = (fields: (more: { readonly n: number; readonly to: string }) => string) =>
  fc
    .record({ id, former, n: fc.nat(2), to: id })
    .map((one) => `- id: ${one.id}\n  title: T${one.n}\n${one.former}${fields(one)}`);
const requirement = item(({ n }) => `  status: ${['draft', 'built', 'dropped'][n]}\n`);
const parameter = item(({ n }) => `  type: integer\n  value: ${n}\n  environments: { prod: { value: ${n} } }\n`);
const trial = item(({ to, n }) => `  type: uat\n  covers: [${to}]\n  expected: e${n}\n`);
const request = item(
  ({ to, n }) =>
    `  status: ${['approved', 'assessed', 'implemented'][n]}\n  requested_by: A-1\n  requested_on: 2026-10-10\n  covers: [${to}]\n  approvals: [{ person: A-2, verdict: approved, on: 2026-10-12 }]\n`,
);
const run = fc
  .record({ to: id, n: fc.nat(2) })
  .map(({ to, n }) => `- { test: ${to}, date: 2026-10-0${n + 1}, by: A-1, result: ${n ? 'pass' : 'fail'} }\n`);
const approval = fc
  .record({
    n: fc.nat(1),
    scope: fc.constantFrom('requirements', 'A-1, A-4', 'configuration/A-*', 'tests, articles', '"*"'),
  })
  .map(
    ({ n, scope }) =>
      `- { id: BL-${n}, title: B, tag: v${n}, commit: abc, date: 2026-0${n + 1}-01, environment: prod, scope: [${scope}] }\n`,
  );
const environment = fc
  .boolean()
  .map((frozen) => `- { id: prod, title: P, purpose: prod, frozen: ${String(frozen)} }\n`);
const register = fc.oneof(
  ...(
    [
      ['requirements', requirement],
      ['configuration', parameter],
      ['tests', trial],
      ['test-runs', run],
      ['change-requests', request],
      ['baselines', approval],
      ['environments', environment],
    ] as const
  ).map(([kind, one]) =>
    fc.tuple(
      // Mostly each kind has its file; else ids that are there twice would hide all else.
      fc.oneof({ weight: 12, arbitrary: fc.constant(`${kind}.yaml`) }, fc.constantFrom('a.yaml', 'b.yaml')),
      fc
        .uniqueArray(one, { minLength: 1, maxLength: 4, selector: (text) => text.split('\n', 1)[0] })
        .map((items) => `kind: ${kind}\nitems:\n${items.join('')}`),
    ),
  ),
);
const article = fc
  .record({ about: id, body: fc.constantFrom('one', 'two') })
  .map(({ about, body }) => `---\ntitle: T\nabout: [${about}]\n---\n${body}\n`);
const edit = fc.oneof(
  { weight: 6, arbitrary: register },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('a.yaml', 'b.yaml', 'tests.yaml'), fc.constant(undefined)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('A-2.md', 'n.md'), article) },
);
const edits = fc.array(edit, { minLength: 1, maxLength: 6 });
const APPROVED = ['v0', 'v1'].map(
  (tag, n) =>
    `- { id: BL-${n}, title: B, tag: ${tag}, commit: abc, date: 2026-0${n + 1}-01, scope: [${n ? 'requirements, articles' : 'configuration, tests, A-1'}] }\n`,
);
const BEGIN: Files = { 'baselines.yaml': `kind: baselines\nitems:\n${APPROVED.join('')}` };

const withAll = (project: Project, all: readonly (readonly [string, string | undefined])[]): Project =>
  all.reduce(
    (at, [name, text]) => updated(at, new Map([[path(name), text === undefined ? undefined : { text }]])),
    project,
  );

/** What the drift is by its definition. */
function* slowDrift(world: World): Generator<Drift> {
  const states = fixedStates(world);
  for (const [at, { baseline, state, covers }] of states.entries()) {
    const later = states.slice(0, at);
    for (const change of finish(compareProjects(state, world.project))) {
      const both = change.how === 'changed' ? [change.before, change.after] : [subjectOf(change)];
      if (isOfApproved(change) && both.some(covers) && !later.some((one) => both.some(one.covers)))
        yield { baseline, change };
    }
  }
}

const told = (drift: Iterable<Drift>) =>
  [...drift].map(({ baseline, change }) => [
    baseline.id,
    change.how,
    keyOf(subjectOf(change)),
    subjectOf(change).path,
    change.how === 'changed' ? JSON.stringify(change.fields) : JSON.stringify(subjectOf(change).value),
  ]);

const hasTwins = ({ kinds, table }: Project): boolean =>
  kinds.all.some(({ name }) => {
    const ids = table(name).flatMap(({ id: own, value: { formerly = [] } }) => [
      own,
      ...(formerly as readonly string[]),
    ]);
    return new Set(ids).size < ids.length;
  });

const plain = (findings: ReadonlyMap<string, readonly unknown[]>) =>
  [...findings].map(([name, list]) => [name, JSON.stringify(list)]).sort();

describe('drift followed', () => {
  it('is what everything compared and checked from scratch says', () => {
    const tag = (project: Project): TagPast => ({
      commit: 'abc',
      annotated: true,
      ancestor: known(true),
      project: known(project),
    });
    const changed: LastChange = { way: ['title'], day: '2026-10-02', author: 'x', commit: 'c' };
    const changes = known(new Map(['requirements/A-1', 'tests/A-2'].map((key) => [key, [changed]])));
    let whole = 0;
    fc.assert(
      fc.property(edits, edits, edits, fc.nat(4), (first, second, steps, dropped) => {
        const one = withAll(projectOf(BEGIN), first);
        const two = withAll(one, second);
        const given = {
          tags: new Map([
            ['v0', tag(one)],
            ['v1', tag(two)],
          ]),
          changes,
        };
        const past = known(given);
        const world = (project: Project) => worldOf(project, 0, '2026-11-16', unavailable('missing'), past);
        let project = two;
        const running = checker();
        finish(running.check(world(project)));
        for (const [at, step] of steps.entries()) {
          project = withAll(project, [step]);
          const work = running.check(world(project));
          if (at % 5 === dropped) for (let left = 6; left > 0; left--) work.next();
          else finish(work);
          assert.deepEqual(told(finish(driftOf(world(project)))).sort(), told(slowDrift(world(project))).sort());
        }
        const { findings } = finish(running.check(world(project)));
        // Another past, so that nothing is known of it.
        const again = { ...world(project), past: known({ ...given }) };
        assert.deepEqual(plain(findings), plain(finish(checker().check(again)).findings));
        // Of several with one id, those that are still the same slice go together.
        if (hasTwins(project) || hasTwins(one) || hasTwins(two)) return;
        whole++;
        const files = Object.fromEntries([...project.files].map(([name, { text }]) => [name, text]));
        assert.deepEqual(plain(findings), plain(finish(checker().check(world(projectOf(files)))).findings));
      }),
      { numRuns: 2000, seed: 20261116 },
    );
    assert.ok(whole > 100, `${whole} without twins`);
  }).timeout(240_000);
});
