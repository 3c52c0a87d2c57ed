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
    assert.equal(
      after('items: [{a: 1}]\n', copyItem(openRegister(text), 0, openRegister('items: [{a: 1}]\n'))),
      'edit.refused',
    );
  });

  it('copies an item into a register that has none, however that is written', () => {
    const into = (to: string): string => after(to, copyItem(openRegister(text), 1, openRegister(to)));
    for (const empty of ['kind: a\nitems: []\n', 'kind: a\nitems:\n', 'kind: a\n', 'kind: a'])
      assert.equal(into(empty).trimEnd(), 'kind: a\nitems:\n  - id: 2', JSON.stringify(empty));
    assert.equal(into('# top\nitems: [] # none\nb: 1\n'), '# top\nitems: # none\n  - id: 2\nb: 1\n');
    assert.equal(into('items:\n# none\nb: 1\n'), 'items:\n  - id: 2\n# none\nb: 1\n');
    assert.equal(into('{items: []}\n'), 'edit.refused');
  });

  it('keeps the law over random registers: the same items, in the order that was meant', function () {
    this.timeout(60_000);
    let kept = 0;
    for (let seed = 1; seed <= 5_000 && kept < 1_000; seed++) {
      const r = random(seed);
      const text = normalise(registerText(r, 0.9)).text;
      const items = itemsOf(text);
      if (!items?.length) continue;
      const order = [...items.keys()]
        .map((at) => [r.next(), at] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, at]) => at);
      const sorted = reorderItems(openRegister(text), order);
      if (!sorted.ok) continue;
      const meant = order.map((at) => items[at]);
      const now = itemsOf(applyEdits(text, sorted.value));
      assert.ok(isDeepStrictEqual(now, meant), `seed ${seed}\n${JSON.stringify(text)}`);
      kept++;
    }
    assert.equal(kept, 1_000);
  });

  it('keeps the law over random registers: moved, an item is gone here and the last there', function () {
    this.timeout(60_000);
    let moved = 0;
    const empty = ['kind: risks\nitems:\n', 'items: [] # none\nafter: 1\n', 'kind: risks'];
    for (let seed = 1; seed <= 9_000 && moved < 1_000; seed++) {
      const r = random(seed);
      const one = normalise(registerText(r, 0.95)).text;
      const other = r.chance(0.2) ? r.pick(empty) : normalise(registerText(r, 0.95)).text;
      const items = itemsOf(one);
      const index = r.below(items?.length ?? 0);
      const copied = items?.length ? copyItem(openRegister(one), index, openRegister(other)) : undefined;
      const removed = copied?.ok ? removeItem(openRegister(one), index) : undefined;
      const before = empty.includes(other) ? [] : itemsOf(other);
      if (!items || !before || !copied?.ok || !removed?.ok) continue;
      const told = `seed ${seed}\n${JSON.stringify([one, other])}`;
      const there = itemsOf(applyEdits(other, copied.value));
      assert.ok(isDeepStrictEqual(there, [...before, items[index]]), told);
      const here = itemsOf(applyEdits(one, removed.value)) ?? [];
      const left = items.filter((_, at) => at !== index);
      assert.ok(isDeepStrictEqual(here, left), told);
      moved++;
    }
    assert.equal(moved, 1_000);
  });
});
