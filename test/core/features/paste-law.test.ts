// The law of the paste: yaml, reading before and after, finds the new items together in one place and all else as it
// was; every cell is there, as a value or in a comment; and no byte of the old text is touched.
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { finish } from '../../../src/core/base/work';
import { pasteTable } from '../../../src/core/features/paste';
import { path } from '../../../src/core/model/id';
import { applyEdits } from '../../../src/core/syntax/edit';
import { normalise } from '../../../src/core/syntax/text';
import { random, type Random } from '../../fuzz/random';
import { projectOf } from '../support';

const WORDS = [
  'a: b',
  '# x',
  '1.10',
  'true',
  'null',
  '~',
  "it's",
  'say "hi"',
  '"quoted"',
  'one\ntwo',
  'one\n\n  two\nthree',
  'tab\tin it',
  'x\n\ty',
  '- x',
  '[a]',
  '中文：是',
  '财务、成本',
  'C:\\x',
  '|',
  '>',
  '<<',
  '*a',
  '&a',
  '!t',
  '%p',
  '@x',
  '`q',
  '2026-12-01',
  '---',
  '...',
  '😀',
  'a\u0007b',
  'a\u2028b',
  '{',
  '}',
  'k:',
  '=1+1',
  'landfall-disable LF101: no',
] as const;

/** A cell as a spreadsheet writes it to the clipboard. */
const written = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function someRegister(r: Random): string {
  const indent = r.pick(['', '  ', '    ']);
  const gap = (): string => r.pick(['', '', '   ', ' # why']);
  const item = (k: number): string =>
    [
      r.pick(['', '', `${indent}# about ${k}\n`, '\n']),
      `${indent}- id: ${r.pick([`R-00${k}`, `"R-00${k}"`])}${gap()}\n`,
      `${indent}  title:   ${r.pick(['late', "'late'", '"l\\u0061te"', '|-\n        a\n        b', '>+\n        a\n\n'])}${r.chance(0.5) ? '\n' : '\n\n'}`,
      r.chance(0.5) ? `${indent}  tags: [ a,b ]${gap()}\n` : '',
      r.chance(0.2) ? `${indent}  # end of ${k}\n` : '',
    ].join('');
  const list = Array.from({ length: r.below(4) }, (_, k) => item(k + 1)).join('');
  const items = list === '' ? r.pick(['items:\n', 'items: []\n', 'items: # none\n', '']) : `items:\n${list}`;
  return `${r.pick(['', '# top\n\n'])}kind: risks\n${items}${r.pick(['', '', '\n', '# the end\n'])}`;
}

interface Sheet {
  readonly fields: readonly (string | undefined)[];
  readonly rows: readonly (readonly string[])[];
  readonly text: string;
}

/** Columns that are texts to the kind, or none of its fields. */
function someSheet(r: Random): Sheet {
  const columns = [
    ['title', r.pick(['title', '标题', 'Title', '风险标题', 'TITLE *'])],
    ['cause', r.pick(['cause', '起因', 'Cause'])],
    ['effect', r.pick(['effect', '后果'])],
    [undefined, r.pick(['部门', 'Department', 'landfall-disable LF101', 'line\nbreak'])],
    [undefined, ''],
  ] as const;
  const chosen = [columns[0], ...columns.slice(1).filter(() => r.chance(0.6))].sort(() => r.next() - 0.5);
  const cell = (): string => (r.chance(0.2) ? '' : r.pick(WORDS));
  const rows = Array.from({ length: 1 + r.below(3) }, () =>
    chosen.map(([field]) => cell() || (field === 'title' ? 'T' : '')),
  );
  const lines = [chosen.map(([, header]) => header), ...rows].map((row) => row.map(written).join('\t'));
  return { fields: chosen.map(([field]) => field), rows, text: lines.join('\r\n') + r.pick(['', '\r\n']) };
}

const itemsOf = (text: string): readonly unknown[] =>
  ((parse(text, { strict: false }) as { readonly items?: readonly unknown[] | null }).items ??
    []) as readonly unknown[];

describe('pasting, 3,000 times', () => {
  it('adds what the table says and touches nothing', function () {
    this.timeout(60_000);
    let done = 0;
    for (let seed = 1; seed <= 3_000; seed++) {
      const r = random(seed);
      const { text } = normalise(someRegister(r));
      const sheet = someSheet(r);
      const offset = r.below(text.length + 1);
      const found = finish(pasteTable(projectOf({ 'a.yaml': text }), path('a.yaml'), offset, sheet.text));
      if (!found?.ok) continue;
      done++;
      const after = applyEdits(text, found.value.edits);
      const told = `seed ${seed}\n${JSON.stringify(sheet.text)}\n${text}\n→\n${after}`;
      const [before, now] = [itemsOf(text), itemsOf(after)];
      const count = sheet.rows.length;
      const first = now.findIndex((one, k) => JSON.stringify(one) !== JSON.stringify(before[k]));
      assert.deepEqual([...now.slice(0, first), ...now.slice(first + count)], before, told);
      const fresh = now.slice(first, first + count) as readonly Readonly<Record<string, unknown>>[];
      const ids = now.map((one) => (one as { id: unknown }).id);
      assert.equal(new Set(ids).size, ids.length, told);
      for (const [k, row] of sheet.rows.entries()) {
        const meant = row.flatMap((cell, at) => {
          const field = sheet.fields[at];
          return field && cell !== '' ? [[field, cell] as const] : [];
        });
        assert.deepEqual(fresh[k], { id: fresh[k]?.id, ...Object.fromEntries(meant) }, told);
        const left = row.filter((cell, at) => !sheet.fields[at] && cell !== '').flatMap((cell) => cell.split('\n'));
        for (const line of left)
          assert.ok(after.includes(line.replace('\u0007', '\\u0007').replace('\u2028', '\\u2028').trim()), told);
      }
      // One stretch was put in; `items: []` gives up its brackets for it.
      const [edit] = found.value.edits;
      assert.equal(found.value.edits.length, 1, told);
      assert.match(text.slice(edit?.start, edit?.end), /^\s*(?:\[\])?$/, told);
    }
    assert.ok(done > 1_000, `${done} were pasted`);
  });
});
