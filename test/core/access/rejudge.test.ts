// Conflicts after edit upon edit, each answered from what was judged before it, are those of the project read anew.
import assert from 'node:assert/strict';
import { type Conflicts, conflictsOf } from '../../../src/core/access/conflicts';
import { isOfRole } from '../../../src/core/access/evidence';
import { accessOf } from '../../../src/core/access/model';
import { finish } from '../../../src/core/base/work';
import { path } from '../../../src/core/model/id';
import type { Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { random } from '../../fuzz/random';
import { projectOf } from '../support';
import { registersOf, type Small, someSmall } from './small';

const RUNS = 250;
const EDITS = 5;

const told = ({ roles, people, rules }: Conflicts): readonly string[] =>
  [...roles, ...people].map((one) => {
    const rule = rules.indexOf(one.rule);
    const held = one.held.map(({ of, answer }) => `${one.rule.functions.indexOf(of)} ${of.names.join('|')} ${answer}`);
    if (isOfRole(one)) return JSON.stringify([rule, one.role.id, one.answer, held]);
    const { person, environment, org, from, to, answer } = one;
    const by = one.during.map((each) => each.entity?.value);
    return JSON.stringify([rule, person, environment, org, from, to, answer, held, by]);
  });

/** Whatever a role design answers, of every role and permission. */
function designTold(project: Project): unknown {
  const { design } = accessOf(project);
  const own = design.roles.map((role) => [
    role.id,
    [...design.ancestry(role).keys()].map(({ id }) => id),
    [...design.seniors(role)],
    design.roles.map((other) => design.alike(role, other)),
    role.grants.map((grant) => design.covered(grant).map(({ name }) => name)),
  ]);
  const columns = design.permissions().map((one) => [one.name, [...design.column(one)]]);
  return [own, columns, design.objects.map((one) => design.about(one).map(({ role, pointer }) => [role.id, pointer]))];
}

describe(`conflicts after edits, ${RUNS * EDITS} random edits`, () => {
  it('are the same as if nothing had been known', function () {
    this.timeout(120_000);
    const r = random(41);
    const parts = ['roles', 'rules', 'assignments', 'objects', 'orgs'] as const;
    const seen = { conflicts: 0, ended: 0 };
    // Nobody else's id, or one that another of the same kind may have as well.
    const renamed = <T extends object>(one: T): T => ('id' in one ? { ...one, id: r.pick(['r0', 'r3', 'new']) } : one);
    for (let run = 0; run < RUNS; run++) {
      let small: Small = someSmall(r);
      let project = projectOf(registersOf(small));
      let before = told(finish(conflictsOf(project)));
      for (let edit = 0; edit < EDITS; edit++) {
        const other = someSmall(r);
        const part = r.pick(parts);
        // One entry more, less or otherwise; now and then the whole register.
        const all = [...small[part]] as unknown[];
        const at = r.below(all.length + 1);
        const come = other[part].slice(at, at + 1).map((one) => (r.below(3) ? one : renamed(one)));
        small = { ...small, [part]: r.below(5) ? [...all.slice(0, at), ...come, ...all.slice(at + 1)] : other[part] };
        const texts = registersOf(small);
        const changed = Object.entries(texts).map(([name, text]) => [path(name), { text }] as const);
        project = updated(project, new Map(changed));
        const found = told(finish(conflictsOf(project)));
        const anew = projectOf(texts);
        assert.deepEqual(found, told(finish(conflictsOf(anew))), `run ${run}, edit ${edit} of ${part}`);
        assert.deepEqual(designTold(project), designTold(anew), `design of run ${run}, edit ${edit} of ${part}`);
        seen.conflicts += found.length;
        seen.ended += before.filter((one) => !found.includes(one)).length;
        before = found;
      }
    }
    assert.ok(seen.conflicts > 1000 && seen.ended > 300, JSON.stringify(seen));
  });
});
