// Separation of duty against brute force: on random small models the conflicts that are found are those of the
// definition, at every place and on every day; what is explained makes the conflict, and what is remedied ends it.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { conflictsIn, conflictsOf, type Conflicts } from '../../../src/core/access/conflicts';
import type { PersonConflict } from '../../../src/core/access/judge';
import { type AnyConflict, explain, isOfRole } from '../../../src/core/access/evidence';
import { remedied, remedies } from '../../../src/core/access/remedies';
import type { Project } from '../../../src/core/project/project';
import { random } from '../../fuzz/random';
import { projectOf } from '../support';
import { personBreaks, roleBreaks, type Truth } from './oracle';
import { DAYS, ENVIRONMENTS, PLACES, registersOf, type Small, someSmall } from './small';

const RUNS = 1200;

const isAt = (conflicts: Conflicts, one: PersonConflict, org: string): boolean =>
  one.org === undefined || conflicts.model.orgs.within(org, one.org);
const isOn = (one: PersonConflict, day: string): boolean =>
  (one.from === undefined || one.from <= day) && (one.to === undefined || day <= one.to);

/** The best of what is said of a person, a rule and a place on a day. */
function saidOf(
  conflicts: Conflicts,
  person: string,
  rule: string,
  environment: string,
  org: string,
  day: string,
): Truth {
  const found = conflicts.people.filter(
    (one) =>
      one.person === person &&
      one.rule.id === rule &&
      one.environment === environment &&
      isOn(one, day) &&
      isAt(conflicts, one, org),
  );
  return found.some((one) => one.answer === 'yes') ? 'yes' : found.length ? 'unknown' : 'no';
}

/** Whether what is said is true where it is said: at its own organisation, or where nothing else is assigned. */
function isTrue(small: Small, one: PersonConflict): boolean {
  const rule = small.rules.find(({ id }) => id === one.rule.id);
  const days = DAYS.filter((day) => isOn(one, day));
  const { person, environment, org = 'elsewhere' } = one;
  return (
    rule !== undefined && days.every((on) => personBreaks(small, rule, { person, environment, org, on }) === one.answer)
  );
}

const still = (conflicts: Conflicts, one: AnyConflict): boolean =>
  isOfRole(one)
    ? conflicts.roles.some((other) => other.rule.id === one.rule.id && other.role.id === one.role.id)
    : conflicts.people.some(
        (other) =>
          other.person === one.person &&
          other.rule.id === one.rule.id &&
          other.environment === one.environment &&
          other.org === one.org &&
          (one.from ?? '') <= (other.to ?? '9') &&
          (other.from ?? '') <= (one.to ?? '9'),
      );

describe(`conflicts, ${RUNS} random models`, () => {
  it('are those of the definition, explained by what makes them and ended by what is advised', function () {
    this.timeout(240_000);
    const r = random(23);
    const seen = { conflicts: 0, none: 0, roles: 0, remedies: 0 };
    for (let run = 0; run < RUNS; run++) {
      const small = someSmall(r);
      const project: Project = projectOf(registersOf(small));
      const conflicts = finish(conflictsOf(project));
      const shown = (what: unknown): string => `run ${run} ${JSON.stringify(what)}\n${JSON.stringify(small)}`;
      for (const rule of small.rules) {
        for (const role of small.roles) {
          const wanted = roleBreaks(small, rule, role.id);
          const { ancestry, role: named } = conflicts.model.design;
          const own = named(role.id);
          assert.ok(own);
          const found = conflicts.roles.filter((one) => one.rule.id === rule.id && ancestry(own).has(one.role));
          // Told where it begins, not at each senior; a denial of the senior's may end it.
          if (wanted !== 'no') assert.ok(found.length, shown({ rule: rule.id, role: role.id, wanted }));
          for (const one of found) assert.notEqual(roleBreaks(small, rule, one.role.id), 'no', shown(one.role.id));
          seen.roles += found.length;
        }
        for (let tries = 0; tries < 6; tries++) {
          const where = {
            person: r.pick(['ann', 'bob']),
            environment: r.pick(ENVIRONMENTS),
            org: r.pick(PLACES),
            on: r.pick(DAYS),
          };
          const wanted = personBreaks(small, rule, where);
          const said = saidOf(conflicts, where.person, rule.id, where.environment, where.org, where.on);
          // What is said of an organisation is also said of those below it, where a denial may end it.
          if (wanted === 'yes') assert.equal(said, 'yes', shown({ rule: rule.id, where }));
          if (wanted === 'unknown') assert.notEqual(said, 'no', shown({ rule: rule.id, where }));
          seen[wanted === 'no' ? 'none' : 'conflicts']++;
        }
      }
      for (const one of conflicts.people)
        assert.ok(
          isTrue(small, one),
          shown({ rule: one.rule.id, person: one.person, org: one.org, from: one.from, to: one.to }),
        );
      const all: readonly AnyConflict[] = [...conflicts.people, ...conflicts.roles];
      if (!all.length) continue;
      const one = r.pick(all);
      const why = explain(conflicts, one);
      assert.equal(new Set(why.map(({ held }) => held)).size, one.rule.limit + 1, shown(one.rule.id));
      for (const remedy of remedies(conflicts, one)) {
        const after = finish(conflictsIn(remedied(conflicts.model, remedy), project.table('sod-rules')));
        const ended = isOfRole(one) || one.held.length ? !still(after, one) : false;
        assert.ok(
          ended,
          shown({
            rule: one.rule.id,
            remedy: remedy.roles.map(({ role }) => role),
            grants: remedy.grants.map(({ permission }) => permission.name),
          }),
        );
        seen.remedies++;
      }
    }
    assert.ok(Math.min(seen.conflicts, seen.none, seen.roles, seen.remedies) > 300, JSON.stringify(seen));
  });
});
