// The engine against brute force: on random small models every answer is the one that the definition gives.
import assert from 'node:assert/strict';
import { derive } from '../../../src/core/access/derive';
import { permission as permissionOf } from '../../../src/core/access/objects';
import { effective, type Subject, whoCan } from '../../../src/core/access/effective';
import { type AccessModel, accessOf } from '../../../src/core/access/model';
import { answerAt, NOTHING } from '../../../src/core/access/reach';
import { random } from '../../fuzz/random';
import { projectOf } from '../support';
import { personAnswer, roleAnswer, type Truth } from './oracle';
import { DAYS, ENVIRONMENTS, PLACES, registersOf, type Small, someSmall } from './small';

const RUNS = 1200;

const answersOf = (model: AccessModel, subject: Subject, ask = {}) => {
  const held = new Map(effective(model, subject, ask).map((one) => [one.permission.name, one]));
  return (object: string, action: string, ring: number): Truth =>
    answerAt(held.get(`${object}:${action}`)?.reach ?? NOTHING, ring + 1);
};

const rings = (small: Small) =>
  small.objects.flatMap(({ id, scopes }) =>
    ['read', 'post', 'pay', 'undeclared'].flatMap((action) =>
      Array.from({ length: Math.max(1, scopes.length) }, (_, ring) => ({ object: id, action, ring })),
    ),
  );

describe(`effective permissions, ${RUNS} random models`, () => {
  it('of roles, and of people everywhere and at all times, are those of the definition', function () {
    this.timeout(120_000);
    const r = random(11);
    const seen: Record<Truth, number> = { yes: 0, unknown: 0, no: 0 };
    for (let run = 0; run < RUNS; run++) {
      const small = someSmall(r);
      const model = accessOf(projectOf(registersOf(small)));
      for (const role of [r.pick(model.design.roles), r.pick(model.design.roles)]) {
        const found = answersOf(model, { kind: 'role', role });
        for (const { object, action, ring } of rings(small)) {
          const wanted = roleAnswer(small, role.id, object, action, ring);
          assert.equal(
            found(object, action, ring),
            wanted,
            `run ${run}: ${role.id} ${object}:${action}@${ring}\n${JSON.stringify(small)}`,
          );
          seen[wanted]++;
        }
      }
      const where = {
        person: r.pick(['ann', 'bob']),
        environment: r.pick(ENVIRONMENTS),
        org: r.pick(PLACES),
        on: r.pick(DAYS),
      };
      const found = answersOf(model, { kind: 'person', id: where.person }, where);
      for (const { object, action, ring } of rings(small)) {
        const wanted = personAnswer(small, where, object, action, ring);
        const shown = `run ${run}: ${JSON.stringify(where)} ${object}:${action}@${ring}\n${JSON.stringify(small)}`;
        assert.equal(found(object, action, ring), wanted, shown);
        seen[wanted]++;
      }
      const { object, action, ring } = r.pick(rings(small));
      const of = model.design.object(object);
      assert.ok(of, object);
      const permission = permissionOf(of, action);
      const wanted = personAnswer(small, where, object, action, ring);
      const holder = whoCan(model, permission, where, ring + 1).find((one) => one.person === where.person);
      const { grants } = derive(model, { kind: 'person', id: where.person }, permission, where);
      const shown = `run ${run}: ${JSON.stringify(where)} ${object}:${action}@${ring}\n${JSON.stringify(small)}`;
      assert.equal(holder?.answer ?? 'no', wanted, shown);
      if (wanted !== 'no') assert.ok(grants.length, shown);
    }
    assert.ok(seen.yes > 1000 && seen.unknown > 1000 && seen.no > 1000, JSON.stringify(seen));
  });
});
