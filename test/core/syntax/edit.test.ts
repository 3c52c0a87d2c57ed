// Edits keep every byte that they need not touch, and are refused where they would change more than is meant.
import assert from 'node:assert/strict';
import {
  addField,
  appendItem,
  applyEdits,
  type Edited,
  removeField,
  removeItem,
  replaceText,
  setScalar,
} from '../../../src/core/syntax/edit';
import { openRegister } from '../../../src/core/syntax/register';
import { editNames, tryEdit } from '../../fuzz/edits';
import { random } from '../../fuzz/random';

const TEXT = `kind: risks
items:
  # about one
  - id: R-1   # c
    title: "a"
    tags:
      - x
      - y # why
    inherent:
      probability: 3
    note: |
      one
      two
    links: [A, B, 'C']
    map: {a: 1, b: 2}
    empty:
    owner: li

  - id: R-2
    title: x

# the end
after: 1
`;
const register = openRegister(TEXT);

/** The changed lines: those that went, then those that came. */
function changes(edited: Edited, text = TEXT): string {
  if (!edited.ok) return edited.error.id;
  const old = text.split('\n');
  const now = applyEdits(text, edited.value).split('\n');
  let front = 0;
  while (front < old.length && old[front] === now[front]) front++;
  let back = 0;
  const most = Math.min(old.length, now.length) - front;
  while (back < most && old[old.length - 1 - back] === now[now.length - 1 - back]) back++;
  const gone = old.slice(front, old.length - back).map((line) => `-${line}`);
  return [...gone, ...now.slice(front, now.length - back).map((line) => `+${line}`)].join('\n');
}

describe('setting a value', () => {
  it('replaces the value and nothing else', () => {
    assert.equal(changes(setScalar(register, 0, '/id', 'R-9')), '-  - id: R-1   # c\n+  - id: R-9   # c');
    assert.equal(changes(setScalar(register, 0, '/tags/1', 'z')), '-      - y # why\n+      - z # why');
    assert.equal(
      changes(setScalar(register, 0, '/inherent/probability', 5)),
      '-      probability: 3\n+      probability: 5',
    );
    assert.equal(changes(setScalar(register, 0, '/empty', 'v')), '-    empty:\n+    empty: v');
    assert.equal(changes(setScalar(register, 1, '/title', null)), '-    title: x\n+    title: null');
  });

  it('quotes what YAML would take for something else, in the quotes that stood there', () => {
    assert.equal(changes(setScalar(register, 0, '/owner', '1.10')), '-    owner: li\n+    owner: "1.10"');
    assert.equal(changes(setScalar(register, 0, '/owner', 'C:\\x: y')), "-    owner: li\n+    owner: 'C:\\x: y'");
    assert.equal(changes(setScalar(register, 0, '/title', "it's")), '-    title: "a"\n+    title: "it\'s"');
    assert.equal(
      changes(setScalar(register, 0, '/links/0', 'x, y')),
      "-    links: [A, B, 'C']\n+    links: [\"x, y\", B, 'C']",
    );
    assert.equal(changes(setScalar(register, 0, '/links/2', 'd')), "-    links: [A, B, 'C']\n+    links: [A, B, 'd']");
  });

  it('writes several lines as a block where one can stand', () => {
    assert.equal(
      changes(setScalar(register, 0, '/owner', 'l\nm')),
      '-    owner: li\n+    owner: |-\n+      l\n+      m',
    );
    assert.equal(changes(setScalar(register, 0, '/note', 'x')), '-    note: |\n-      one\n-      two\n+    note: x');
    assert.equal(changes(setScalar(register, 0, '/id', 'l\nm')), '-  - id: R-1   # c\n+  - id: "l\\nm"   # c');
  });

  it('is refused where there is no such scalar', () => {
    for (const pointer of ['/nope', '/tags', '/tags/7', '/tags/x', '']) {
      assert.equal(changes(setScalar(register, 0, pointer, 'x')), 'edit.nothing-there', pointer);
    }
    assert.equal(changes(setScalar(register, 7, '/id', 'x')), 'edit.nothing-there');
  });

  it('is refused where it would change a second value, or the text cannot be trusted', () => {
    const aliased = openRegister('items:\n- a: &x 1\n  b: *x\n  c: {<<: {d: 2}}\n- e: "\n');
    assert.equal(changes(setScalar(aliased, 0, '/a', 2)), 'edit.refused');
    assert.equal(changes(setScalar(aliased, 0, '/b', 2), aliased.text), '-  b: *x\n+  b: 2');
    assert.equal(changes(setScalar(aliased, 1, '/e', 'x')), 'edit.broken');
    const conflict = openRegister('items:\n<<<<<<< a\n- a: 1\n=======\n- a: 2\n>>>>>>> b\n');
    assert.equal(changes(setScalar(conflict, 0, '/a', 3)), 'edit.conflict');
  });
});

describe('adding a field', () => {
  it('puts it behind the last, as deep as the others', () => {
    assert.equal(changes(addField(register, 0, '', 'status', 'open')), '+    status: open');
    assert.equal(changes(addField(register, 0, '', 'list', '- a\n- b')), '+    list:\n+      - a\n+      - b');
    assert.equal(changes(addField(register, 0, '', 'text', '|\n  a\n  b')), '+    text: |\n+      a\n+      b');
    assert.equal(changes(addField(register, 0, '/inherent', 'impact', '4')), '+      impact: 4');
    assert.equal(
      changes(addField(register, 0, '/map', 'c', 'x')),
      '-    map: {a: 1, b: 2}\n+    map: {a: 1, b: 2, c: x}',
    );
    assert.equal(changes(addField(register, 0, '', 'true', 'x')), '+    "true": x');
  });

  it('refuses a field that is there and a value that is no YAML or reaches beyond itself', () => {
    assert.equal(changes(addField(register, 0, '', 'owner', 'x')), 'edit.nothing-there');
    for (const value of ['', '[', 'a: b: c', '&x 1', '*x', '# c']) {
      assert.equal(changes(addField(register, 0, '', 'new', value)), 'edit.value', value);
    }
  });
});

describe('removing', () => {
  it('takes the lines of a field and leaves the dash', () => {
    assert.equal(changes(removeField(register, 0, '/id')), '-  - id: R-1   # c\n-    title: "a"\n+  - title: "a"');
    assert.equal(changes(removeField(register, 0, '/tags')), '-    tags:\n-      - x\n-      - y # why');
    assert.equal(changes(removeField(register, 0, '/tags/1')), '-      - y # why');
    assert.equal(changes(removeField(register, 0, '/links/1')), "-    links: [A, B, 'C']\n+    links: [A, 'C']");
    assert.equal(changes(removeField(register, 0, '/map/b')), '-    map: {a: 1, b: 2}\n+    map: {a: 1}');
  });

  it('leaves an empty collection for the last of its fields', () => {
    const lines = '-    inherent:\n-      probability: 3\n+    inherent: {}';
    assert.equal(changes(removeField(register, 0, '/inherent/probability')), lines);
  });

  it('takes an item with its comments, and leaves what follows the last', () => {
    assert.match(changes(removeItem(register, 0)), /^- {2}# about one\n- {2}- id: R-1[^+]*\n-$/);
    assert.equal(changes(removeItem(register, 1)), '-  - id: R-2\n-    title: x');
  });
});

describe('appending an item', () => {
  it('writes it as the others are written', () => {
    const edited = appendItem(register, ['id: R-3', 'tags:', '  - a']);
    const text = edited.ok ? applyEdits(TEXT, edited.value) : '';
    assert.ok(text.includes('    title: x\n\n  - id: R-3\n    tags:\n      - a\n\n# the end\nafter: 1\n'), text);
  });

  it('begins the list where there is none', () => {
    const added = (text: string): string => {
      const edited = appendItem(openRegister(text), ['id: 1', 'b: 2']);
      return edited.ok ? applyEdits(text, edited.value) : edited.error.id;
    };
    assert.equal(added('kind: a\n'), 'kind: a\nitems:\n  - id: 1\n    b: 2\n');
    assert.equal(added('kind: a\nitems:\n'), 'kind: a\nitems:\n  - id: 1\n    b: 2\n');
    assert.equal(added('kind: a\nitems: []\nb: 1\n'), 'kind: a\nitems:\n  - id: 1\n    b: 2\nb: 1\n');
    assert.equal(added('items: # none\n\nb: 1\n'), 'items: # none\n  - id: 1\n    b: 2\n\nb: 1\n');
    assert.equal(added('"items":\n- a: 1'), '"items":\n- a: 1\n- id: 1\n  b: 2');
    assert.equal(added('items: [{a: 1}]\n'), 'edit.refused');
    assert.equal(added(''), 'edit.refused');
  });
});

describe('replacing a text', () => {
  it('is allowed where it breaks nothing', () => {
    const at = TEXT.indexOf('li\n');
    assert.equal(
      changes(replaceText(register, { start: at, end: at + 2 }, 'wang')),
      '-    owner: li\n+    owner: wang',
    );
    assert.equal(changes(replaceText(register, { start: at, end: at + 2 }, 'a: b')), 'edit.refused');
    assert.equal(changes(replaceText(register, { start: at, end: at + 2 }, 'x\n  - id: R-7')), 'edit.refused');
    assert.equal(changes(replaceText(register, { start: 6, end: 11 }, 'issues')), '-kind: risks\n+kind: issues');
  });

  it('mends what is broken', () => {
    const text = 'items:\n- id: R-1\n  owner：li\n';
    const colon = text.indexOf('：');
    const edited = replaceText(openRegister(text), { start: colon, end: colon + 1 }, ': ');
    assert.equal(changes(edited, text), '-  owner：li\n+  owner: li');
  });
});

describe('the law of the edit', () => {
  for (const name of editNames)
    it(`holds over random registers, judged by yaml: ${name}`, function () {
      this.timeout(60_000);
      const counts = { kept: 0, refused: 0, skipped: 0 };
      for (let seed = 1; seed <= 5_000 && counts.kept < 1_000; seed++) {
        const verdict = tryEdit(random(seed), name);
        if ('why' in verdict) assert.fail(`seed ${seed}\n${JSON.stringify(verdict.text)}\n${verdict.why}`);
        counts[verdict.kind]++;
      }
      assert.equal(counts.kept, 1_000, JSON.stringify(counts));
    });
});
