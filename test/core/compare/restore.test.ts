// Putting back what a baseline fixed: a whole entity, one field, what is gone; nothing else is touched.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { compareProjects, type EntityChange, subjectOf } from '../../../src/core/compare/diff';
import { restorable, restore } from '../../../src/core/compare/restore';
import { tell } from '../../../src/core/messages/message';
import { path } from '../../../src/core/model/id';
import { keyOf, type Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { applyEdits } from '../../../src/core/syntax/edit';
import { random } from '../../fuzz/random';
import { projectOf } from '../support';
import { edited, markers, someModel, written } from './register-model';

const changesOf = (before: Project, after: Project): readonly EntityChange[] => finish(compareProjects(before, after));

/** The project after the restore, or why there is none. */
function restored(before: Project, after: Project, change: EntityChange, way?: readonly string[]): Project | string {
  const was = change.how === 'added' ? undefined : change.before;
  assert.ok(was);
  const now = change.how === 'changed' ? change.after : undefined;
  const made = restore({ entity: was, project: before }, after, now, way);
  if (!made.ok) return tell(made.error, 'en');
  const { value } = made;
  const text = value.kind === 'file' ? value.text : applyEdits(after.files.get(value.path)?.text ?? '', value.edits);
  return updated(after, new Map([[value.path, { text }]]));
}

const refusal = (made: Project | string): string => (typeof made === 'string' ? made : '');

/** The text of one register after a restore of its only changed entity. */
function text(was: string, now: string, way?: readonly string[]): string {
  const [before, after] = [projectOf({ 'a.yaml': was }), projectOf({ 'a.yaml': now })];
  const [change] = changesOf(before, after);
  assert.ok(change);
  const made = restored(before, after, change, way);
  return typeof made === 'string' ? made : (made.files.get(path('a.yaml'))?.text ?? '');
}

const register = (...items: readonly string[]): string => `kind: risks\nitems:\n${items.join('')}`;
const first =
  '  - id: R-1\n    title: One # said\n    status: open\n    tags: [a, b]\n    description: |\n      Long\n\n      text\n';

describe('what is put back from a baseline', () => {
  it('is the value alone; remarks and quotes of now stay', () => {
    const now = first.replace('open', '"closed"   # late').replace('One #', 'Two #');
    assert.equal(text(register(first), register(now)), register(first.replace('open', 'open   # late')));
    assert.equal(text(register(first), register(now), ['title']), register(now.replace('Two', 'One')));
  });

  it('comes back to its place when it was taken out, and goes when it came', () => {
    assert.equal(text(register(first), register(first.replace('    status: open\n', ''))), register(first));
    assert.equal(text(register(first), register(`${first}    owner: li.wei\n`)), register(first));
    const without = first.replace(/ {4}description[^]*/, '');
    assert.equal(text(register(first), register(without)), register(first));
    assert.equal(text(register(without), register(first)), register(without));
  });

  it('fits the indentation of now', () => {
    const flush = (item: string): string => item.replaceAll(/^ {2}/gm, '');
    const now = register(flush(first).replace('Long', 'Short').replace('open', 'closed'));
    assert.equal(text(register(first), now), register(flush(first)));
    const flow = '  - {id: R-1, title: Two, status: open, tags: [a, b]}\n';
    const short = first.replace(/ {4}description[^]*/, '');
    assert.equal(text(register(short), register(flow)), register(flow.replace('Two', 'One')));
  });

  it('is a whole list, of which a change in it is a part', () => {
    const now = first.replace('[a, b]', '[a, c]');
    assert.equal(text(register(first), register(now), ['tags', '[b]']), register(first));
  });

  it('comes back at the end of its register when it is gone', () => {
    const second = '  - id: R-2\n    title: Two\n';
    assert.equal(text(register(first, second), register(second)), register(second, first));
    const [before, after] = [projectOf({ 'a.yaml': register(first) }), projectOf({ 'b.yaml': register(second) })];
    const change = changesOf(before, after).find((one) => one.how === 'removed');
    assert.ok(change);
    assert.match(refusal(restored(before, after, change)), /^R-1 stood in a\.yaml/);
  });

  it('keeps a new id, and refuses where the text is in doubt', () => {
    const now = first.replace('id: R-1', 'id: R-9\n    formerly: [R-1]').replace('One', 'Two');
    assert.equal(text(register(first), register(now)), register(now.replace('Two', 'One')));
    assert.equal(
      text(register(first), register(now.replace('R-9', 'R-1')), ['status']),
      'R-1 is as it was at the baseline.',
    );
    const broken = first.replace('title: One # said', 'title: "Two');
    assert.match(text(register(first), register(broken)), /without a doubt|^kind/);
    const conflict = register(`<<<<<<< a\n${first}=======\n${first.replace('One', 'Two')}>>>>>>> b\n`).replace(
      'open',
      'closed',
    );
    assert.match(text(register(first), conflict), /conflict/i);
  });

  it('is the text of an article', () => {
    const article = (body: string): string => `---\nid: a\ntitle: A\nstatus: draft\n---\n# A\n\n${body}\n`;
    const [before, after] = [article('Old words.'), article('New words.')].map((one) =>
      projectOf({ 'docs/a.md': one }),
    );
    assert.ok(before && after);
    const [change] = changesOf(before, after);
    assert.ok(change);
    const made = restored(before, after, change);
    assert.ok(typeof made === 'object', refusal(made));
    assert.equal(made.files.get(path('docs/a.md'))?.text, article('Old words.'));
  });
});

describe('the law of putting back', () => {
  it('holds over random histories: no difference is left in it, and nothing else has changed', function () {
    this.timeout(60_000);
    let [done, refused] = [0, 0];
    for (let seed = 1; done < 1_500 && seed < 4_000; seed++) {
      const r = random(seed);
      const model = someModel(r);
      const mark = markers('n');
      let next = model;
      for (let count = 1 + r.below(4); count > 0; count--) next = edited(r, next, mark);
      const before = projectOf({ 'a.yaml': written(model).replaceAll('\r', '') });
      const after = projectOf({ 'a.yaml': written(next).replaceAll('\r', '') });
      const changes = changesOf(before, after).filter(({ how }) => how !== 'added');
      if (!changes.length) continue;
      const change = r.pick(changes);
      const fields =
        change.how === 'changed'
          ? restorable({ entity: change.before, project: before }, { entity: change.after, project: after })
          : [];
      const way = fields.length && r.chance(0.5) ? r.pick(fields) : undefined;
      if (change.how === 'changed' && !fields.length) continue;
      const made = restored(before, after, change, way);
      if (typeof made === 'string') {
        refused++;
        continue;
      }
      done++;
      const key = keyOf(subjectOf(change));
      const about = `seed ${seed}`;
      const left = changesOf(before, made).find((one) => keyOf(subjectOf(one)) === key);
      const still =
        left?.how === 'changed'
          ? left.fields.filter((one) => !way || way.every((step, at) => one.way[at] === step))
          : [];
      assert.ok(left === undefined || (left.how === 'changed' && !still.length), about);
      for (const own of changesOf(after, made)) {
        assert.equal(keyOf(subjectOf(own)), key, about);
        if (way && own.how === 'changed')
          for (const one of own.fields)
            assert.ok(
              way.every((step, at) => one.way[at] === step),
              about,
            );
      }
      const [had, has] = [after, made].map(({ files }) => files.get(path('a.yaml')));
      const others = had?.slices.filter(({ entities: [one] }) => !one || keyOf(one) !== key) ?? [];
      for (const slice of others) {
        const at = had?.open().slices[had.slices.indexOf(slice)];
        const own = had?.text.slice(at?.start, at?.end).replace(/(?:\s+#.*)*\s*$/, '') ?? '';
        assert.ok(has?.text.includes(own), about);
      }
    }
    assert.ok(done >= 1_500, `${done} of them`);
    assert.ok(refused < done / 20, `${refused} refused of ${done}`);
  });
});
