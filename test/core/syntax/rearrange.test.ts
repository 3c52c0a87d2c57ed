// Items in another order or place: what moves, what stays, and the law, judged by yaml.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { applyEdits, type Edited, removeItem } from '../../../src/core/syntax/edit';
import { copyItem, reorderItems } from '../../../src/core/syntax/rearrange';
import { openRegister } from '../../../src/core/syntax/register';
import { normalise } from '../../../src/core/syntax/text';
import { register as registerText } from '../../fuzz/grammar';
import { judge, type Value, valueByYaml } from '../../fuzz/law';
import { random } from '../../fuzz/random';

const after = (text: string, edited: Edited): string => (edited.ok ? applyEdits(text, edited.value) : edited.error.id);

/** The items that yaml reads in a register; undefined when it cannot. */
function itemsOf(text: string): readonly Value[] | undefined {
  const value = judge(text).kind.startsWith('equal') ? valueByYaml(text)?.value : undefined;
  const items = value instanceof Map ? value.get('items') : undefined;
  return Array.isArray(items) ? items : undefined;
}

describe('rearranging items', () => {
  const text = 'kind: a\nitems:\n  # of one\n  - id: 1\n    b: x # c\n\n  - id: 2\n\n\n  - id: 3';

  it('moves texts with their comments, and leaves blank lines where they are', () => {
    assert.equal(
      after(text, reorderItems(openRegister(text), [2, 1, 0])),
      'kind: a\nitems:\n  - id: 3\n\n  - id: 2\n\n\n  # of one\n  - id: 1\n    b: x # c',
    );
    assert.equal(after(text, reorderItems(openRegister(text), [0, 1, 2])), text);
    assert.equal(after(text, reorderItems(openRegister(text), [0, 0, 1])), 'edit.refused');
  });

  it('is refused where a text keeps the blank lines behind it', () => {
    const keeps = 'items:\n- a: |+\n    x\n\n- b: 1\n';
    assert.equal(after(keeps, reorderItems(openRegister(keeps), [1, 0])), 'edit.refused');
  });

  it('copies an item to the end of another register, in its column', () => {
    const to = 'items:\n- id: 8\n\n- id: 9\n\ntrailer: 1\n';
    assert.equal(
      after(to, copyItem(openRegister(text), 0, openRegister(to))),
      'items:\n- id: 8\n\n- id: 9\n\n# of one\n- id: 1\n  b: x # c\n\ntrailer: 1\n',
    );
    assert.equal(after('items: []\n', copyItem(openRegister(text), 0, openRegister('items: []\n'))), 'edit.refused');
  });

  it('keeps the law over random registers: the same items, in the order that was meant', function () {
    this.timeout(60_000);
    const counts = { kept: 0, refused: 0, moved: 0 };
    for (let seed = 1; seed <= 12_000 && Math.min(counts.kept, counts.moved) <= 1_000; seed++) {
      const r = random(seed);
      const [one, other] = [normalise(registerText(r, 0.9)).text, normalise(registerText(r, 0.9)).text];
      const [items, others] = [itemsOf(one), itemsOf(other)];
      if (!items?.length) continue;
      const register = openRegister(one);
      const order = [...items.keys()]
        .map((at) => [r.next(), at] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, at]) => at);
      const sorted = reorderItems(register, order);
      if (sorted.ok) {
        const now = itemsOf(applyEdits(one, sorted.value));
        assert.ok(
          isDeepStrictEqual(
            now,
            order.map((at) => items[at]),
          ),
          `seed ${seed}\n${JSON.stringify(one)}`,
        );
        counts.kept++;
      } else counts.refused++;
      const index = r.below(items.length);
      const copied = others ? copyItem(register, index, openRegister(other)) : undefined;
      const removed = removeItem(register, index);
      if (!others || !copied?.ok || !removed.ok) continue;
      const now = itemsOf(applyEdits(other, copied.value));
      assert.ok(isDeepStrictEqual(now, [...others, items[index]]), `seed ${seed}\n${JSON.stringify([one, other])}`);
      counts.moved++;
    }
    assert.ok(counts.kept > 1_000 && counts.moved > 1_000, JSON.stringify(counts));
  });
});
