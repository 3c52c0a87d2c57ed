// The nearest id is the same whether or not an earlier table was asked before.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearIn } from '../../../src/core/project/near-ids';
import { projectOf, shippedKinds } from '../support';

const kinds = shippedKinds();
const people = kinds.kind('people') ?? assert.fail();

const names = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-', 'X'), minLength: 1, maxLength: 5 });
const lists = fc.array(fc.tuple(names, names), { minLength: 1, maxLength: 12 });

const tableOf = (list: readonly (readonly [string, string])[]) => {
  const items = list.map(([id, title]) => `  - id: "${id}"\n    title: "${title}"\n`);
  return projectOf({ 'people.yaml': `kind: people\nitems:\n${items.join('')}` }, kinds).table('people');
};

describe('the id that was meant', () => {
  it('does not depend on what was asked of earlier tables', () => {
    const edits = fc.array(fc.tuple(fc.nat(), names, names), { maxLength: 6 });
    const property = fc.property(
      lists,
      edits,
      fc.array(names, { minLength: 1, maxLength: 6 }),
      (list, changes, asked) => {
        let table = tableOf(list);
        const all = [table];
        for (const [at, id, title] of changes) {
          // Entities that did not change are the same ones, as in a project that follows another.
          const [fresh] = tableOf([[id, title]]);
          const place = at % (table.length + 1);
          const kept = at % 3 === 0 ? table.slice(place) : table.slice(place + 1);
          table = [...table.slice(0, place), ...(at % 5 === 0 || !fresh ? [] : [fresh]), ...kept];
          all.push(table);
        }
        for (const one of all) {
          for (const wrong of asked) {
            // A kind of its own has nothing prepared.
            assert.equal(nearIn(people, one, wrong), nearIn({ ...people }, one, wrong), wrong);
          }
        }
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});
