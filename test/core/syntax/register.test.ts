// How a register is opened: what is sliced, what is read whole, what belongs to which slice.
import assert from 'node:assert/strict';
import { openRegister, type Register, readItem } from '../../../src/core/syntax/register';
import { valueOf } from '../../fuzz/law';
import { check } from './marked';

const slicesOf = ({ text, slices }: Register): readonly string[] =>
  slices.map(({ start, end }) => text.slice(start, end));
const valuesOf = (register: Register): readonly unknown[] =>
  register.slices.map((_, index) => valueOf(readItem(register, index).root));
const item = (entries: Readonly<Record<string, unknown>>): unknown => new Map(Object.entries(entries));

describe('opening a register', () => {
  it('cuts it at its items, each with the comments above it', () => {
    const register = openRegister(`kind: risks
items: # all of them
      # deeper than the items: nobody's
  # about one
  - id: R-1
    title: x

  # landfall-disable LF101: known

  - id: R-2
# at the margin
  -
  - plain
title: after
`);
    assert.equal(register.form, 'sliced');
    assert.deepEqual(slicesOf(register), [
      '  # about one\n  - id: R-1\n    title: x\n\n',
      '  # landfall-disable LF101: known\n\n  - id: R-2\n',
      '# at the margin\n  -\n',
      '  - plain\n',
    ]);
    assert.deepEqual(
      register.slices.map(({ line }) => line),
      [3, 7, 10, 12],
    );
    assert.deepEqual(valuesOf(register), [item({ id: 'R-1', title: 'x' }), item({ id: 'R-2' }), null, 'plain']);
    assert.deepEqual(valueOf(register.head.root), item({ kind: 'risks', items: null, title: 'after' }));
    assert.deepEqual(readItem(register, 1).comments, [{ start: 2, end: 33, text: ' landfall-disable LF101: known' }]);
  });

  it('gives offsets of the head in the text and of an item in its slice', () => {
    const register = openRegister('items:\n- id: R-1\n- id: R-2\nkind: risks\n');
    const { head, text, slices } = register;
    assert(head.root?.kind === 'mapping');
    const kind = head.root.pairs[1];
    assert.equal(text.slice(kind?.value.start, kind?.value.end), 'risks');
    const { root } = readItem(register, 1);
    assert(root?.kind === 'mapping');
    const id = root.pairs[0]?.value;
    const by = slices[1]?.start ?? 0;
    assert.equal(text.slice(by + (id?.start ?? 0), by + (id?.end ?? 0)), 'R-2');
  });

  it('takes text in a block scalar for text, whatever it looks like', () => {
    const register = openRegister('items:\n  - a: |\n      - id: x\n      ? q\n      ---\n\n      # no\n  - b: 1\n');
    assert.deepEqual(valuesOf(register), [item({ a: '- id: x\n? q\n---\n\n# no\n' }), item({ b: 1 })]);
  });

  it('reads the same out of one whole parse where it cannot cut', () => {
    const whole = openRegister('kind: risks\n"items":\n  - id: R-1\n    # here\n    x: 1\n    x: 2\n  - id: "R-2"\n');
    assert.equal(whole.form, 'whole');
    assert.deepEqual(slicesOf(whole), ['id: R-1\n    # here\n    x: 1\n    x: 2\n', 'id: "R-2"\n']);
    assert.deepEqual(
      whole.slices.map(({ line }) => line),
      [2, 6],
    );
    const [first, second] = whole.slices.map((_, index) => readItem(whole, index));
    assert.deepEqual(
      first?.problems.map(({ code, span }) => [code, span]),
      [['LF004', { start: 32, end: 33 }]],
    );
    assert.deepEqual(first?.comments, [{ start: 12, end: 18, text: ' here' }]);
    assert.equal(second?.clean, true);
    assert.deepEqual(valueOf(whole.head.root), item({ kind: 'risks', items: null }));
  });

  it('says what stands under items', () => {
    const forms = [
      'items: [a]\n',
      'items: []\n',
      'items:\n',
      'items: ~\n',
      'kind: x\n',
      '',
      '# c\n',
      'items: 3\n',
      'items: {a: 1}\n',
    ];
    const found = forms.map((text) => [openRegister(text).items, openRegister(text).slices.length]);
    assert.deepEqual(found, [
      ['list', 1],
      ['list', 0],
      ['empty', 0],
      ['empty', 0],
      ['none', 0],
      ['none', 0],
      ['none', 0],
      ['other', 0],
      ['other', 0],
    ]);
  });

  it('keeps the items around a broken one', () => {
    const register = openRegister('items:\n  - id: R-1\n  - id: "R-2\n    x: [\n\t- ?\n---\n%a\n  - id: R-3\n');
    assert.deepEqual(
      [0, 1, 2].map((index) => readItem(register, index).clean),
      [true, false, true],
    );
  });
});

describe('the form of a file', () => {
  it('is a mapping', () => {
    check(
      '- id: R-1\n^^^^^^^^^ LF010 This is a list or a text. A register is made of fields: `kind:` and `items:` at the left margin.\n',
    );
    check(
      'kind：risks\n    ^ LF009 The colon after "kind" is a full-width one, so YAML reads no field. Use `: `.\nitems:\n  - id: a\n',
    );
  });

  it('has a list of items', () => {
    check('kind: x\nitems: 3\n       ^ LF010 The items of a register are a list: every one begins with `- `.\n');
  });

  it('is one document', () => {
    const message =
      'LF010 A second document begins here. Only the first of a file is read; put each in a file of its own.';
    check(`kind: a\nitems:\n- id: 1\n---\n^^^ ${message}\nkind: b\nitems:\n- id: 2\n`);
    check(`kind: a\nitems:\n- id: 1\n...\n^^^ ${message}\n- id: 2\n`);
    check('---\nkind: a\nitems:\n- id: 1\n...\n# the end\n');
  });

  it('can be broken in its head without losing the items', () => {
    const register = check(`
kind: risks
title: "risks
       ^^^^^^ LF001 This quotation mark is never closed. Add " where the text ends.
items:
  - id: R-1
`);
    assert.deepEqual(valuesOf(register), [item({ id: 'R-1' })]);
  });
});
