// The law of the store and of the checker: whatever was edited in whatever order, the result is the same as reading
// and checking everything from scratch.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Draft, type Replacement } from '../../../src/core/base/draft';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { path } from '../../../src/core/model/id';
import { known } from '../../../src/core/project/known';
import { drafted } from '../../../src/core/project/index-file';
import { type Project } from '../../../src/core/project/project';
import { emptyProject, update, updated } from '../../../src/core/project/update';
import { worldOf } from '../../../src/core/project/world';
import { shippedKinds } from '../support';

const id = fc.constantFrom('R-1', 'R-2', 'R-3', 'li.wei', 'wang.fang', '王', 'R-10');
const person = id.map((one) => `  - id: ${one}\n    title: P ${one}\n`);
const risk = fc
  .record({
    id,
    owner: id,
    link: id,
    status: fc.constantFrom('open', 'closed', 'opn'),
    note: fc.constantFrom('', '    # landfall-disable LF101: known\n', '    formerly: [R-10]\n', '    x: "\n'),
  })
  .map(
    (one) =>
      `  - id: ${one.id}\n    title: Risk\n    probability: 3\n    impact: 3\n    status: ${one.status}\n    owner: ${one.owner}\n    links: [${one.link}]\n${one.note}`,
  );
const task = fc
  .record({ id, after: id, parent: id })
  .map((one) => `  - id: ${one.id}\n    title: Task\n    parent: ${one.parent}\n    after: [${one.after}]\n`);
const register = fc.oneof(
  fc.array(person, { maxLength: 5 }).map((items) => `kind: people\nitems:\n${items.join('')}`),
  fc.array(risk, { maxLength: 5 }).map((items) => `kind: risks\nitems:\n${items.join('')}`),
  fc.array(task, { maxLength: 5 }).map((items) => `kind: tasks\nitems:\n${items.join('')}`),
  fc.constant('kind: risks\nitems: &a\n  - id: *a\n'),
  fc.constant('nothing: here\n'),
);
const manifest = fc.constantFrom(
  'landfall: 1\nname: T\n',
  'landfall: 1\nname: T\nrules: { LF101: warning }\n',
  'landfall: 1\nname: T\nphases: [{ id: R-1, title: P }]\n',
  'name: [\n',
);
const file = fc.constantFrom('a.yaml', 'b.yaml', 'c/d.yaml');
const edit = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(file, register) },
  { weight: 3, arbitrary: fc.tuple(file, fc.constant(undefined)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('landfall.yaml'), manifest) },
);
/** A cut somewhere and a few characters put in: what typing does. */
const typing = fc.record({
  file,
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(12),
  put: fc.constantFrom('', 'R-2', '\n', '  - id: li.wei\n    title: X\n', '"', ': ', '#'),
});

const summary = (project: Project) => ({
  byId: [...project.byId.entries()]
    .map(([key, list]) => [
      key,
      list.map((one) => `${one.path} ${one.kind.name} ${one.id} ${JSON.stringify(one.value)}`).sort(),
    ])
    .sort(),
  backrefs: [...project.backrefs.entries()]
    .map(([key, list]) => [key, list.map((one) => `${one.path} ${one.id} ${JSON.stringify(one.sites)}`).sort()])
    .sort(),
  tables: project.kinds.all.map((kind) => project.table(kind.name).map((one) => one.id)),
});

describe('incremental', () => {
  const files = known(new Set([path('landfall.yaml')]));
  const world = (project: Project) => worldOf(project, 0, '2026-11-16', files);
  const start = () =>
    updated(emptyProject(shippedKinds()), new Map([[path('landfall.yaml'), { text: 'landfall: 1\nname: T\n' }]]));

  it('equals from scratch', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            edit.map((one) => ({ edit: one })),
            typing.map((one) => ({ typing: one })),
          ),
          { maxLength: 12 },
        ),
        fc.nat(6),
        (steps, dropped) => {
          const texts = new Map<string, string>([['landfall.yaml', 'landfall: 1\nname: T\n']]);
          const drafts = new Map<string, Draft>();
          let project = start();
          const running = checker();
          for (const [i, step] of steps.entries()) {
            const [name, text] =
              'edit' in step ? step.edit : [step.typing.file, typed(texts.get(step.typing.file) ?? '', step.typing)];
            if (text === undefined) texts.delete(name);
            else texts.set(name, text);
            const draft =
              'typing' in step
                ? (drafts.get(name) ?? Draft.of('')).edited([strokeIn(step.typing, drafts.get(name)?.length)])
                : Draft.of(text ?? '');
            drafts.set(name, draft);
            project = updated(project, new Map([[path(name), text === undefined ? undefined : drafted(draft)]]));
            // Now and then a run is dropped half-way, as when the next key is pressed.
            const work = running.check(world(project));
            if (i % 7 === dropped) work.next();
            else finish(work);
          }
          const order = [...texts].sort(([a], [b]) => Number(b === 'landfall.yaml') - Number(a === 'landfall.yaml'));
          const fresh = order.reduce(
            (at, [name, text]) => finish(update(at, new Map([[path(name), { text }]]))),
            start(),
          );
          assert.deepEqual(summary(project), summary(fresh));
          const a = finish(running.check(world(project)));
          const b = finish(checker().check(world(fresh)));
          assert.deepEqual(plain(a.findings), plain(b.findings));
          assert.equal(a.silenced.length, b.silenced.length);
        },
      ),
      { numRuns: 1500, seed: 20261116 },
    );
  }).timeout(120_000);
});

interface Typing {
  readonly at: number;
  readonly drop: number;
  readonly put: string;
}

function strokeIn({ at, drop, put }: Typing, length = 0): Replacement {
  const start = Math.floor(at * length);
  return { start, end: Math.min(start + drop, length), text: put };
}

function typed(text: string, typing: Typing): string {
  const { start, end, text: put } = strokeIn(typing, text.length);
  return text.slice(0, start) + put + text.slice(end);
}

const plain = (findings: ReadonlyMap<string, readonly unknown[]>) =>
  [...findings]
    .filter(([, list]) => list.length)
    .map(([name, list]) => [name, JSON.stringify(list)])
    .sort();
