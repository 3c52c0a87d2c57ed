// The law of patching: where a version of a register is made out of the one before it, nobody can ask it anything that
// indexing all of its text would answer differently; and what is not certain is refused.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../src/core/base/work';
import { path } from '../../src/core/model/id';
import type { FileIndex } from '../../src/core/project/file-index';
import { indexFile } from '../../src/core/project/index-file';
import { decode } from '../../src/node/decode';
import { joining, type Pieces, piecesOf } from '../../src/node/git/pieces';
import { itemVersion, nextVersion } from '../../src/node/item-versions';
import { shippedKinds } from '../core/support';

const kinds = shippedKinds();
const FILE = path('a.yaml');

/** Everything that a reader can ask a version of a file. */
const said = (file: FileIndex): unknown => ({
  ...file,
  text: file.text,
  slices: file.slices.map((slice) => ({
    ...slice,
    entities: slice.entities.map(({ kind, slice: own, ...entity }) => [kind.name, own === slice, entity]),
  })),
  open: file.open(),
});

const indexed = (bytes: Buffer): FileIndex => finish(indexFile(FILE, decode(bytes), { kinds, exact: false }));

const FIELDS = [
  ...['title: 主数据重复', 'title: "a: b # c"', "title: 'it''s'", 'status: open', 'status: opne', 'owner: 王伟'],
  ...['owner: li.wei', 'probability: 4', 'impact: x', 'links: [R-1, R-2]', 'links:\n      - R-1\n      - R-3'],
  ...['description: |\n      第一行\n\n      - not an item\n      items:', 'description: >-\n      a\n      b'],
  ...[
    'x: &a 1',
    'y: *a',
    'tags: {a: 1}',
    'formerly: [R-9]',
    'open: "',
    'due: 2026-11-16',
    'owner：li.wei',
    '? k\n    : v',
  ],
  ...['# a remark', '# landfall-disable LF101: known', '- stray', '😀: 1'],
] as const;
const field = fc.constantFrom(...FIELDS);
const blank = fc.constantFrom(
  '',
  '',
  '',
  '\n',
  '  \n',
  '  # above\n',
  '# at the margin\n',
  '      # deep\n',
  '# landfall-disable LF101: x\n',
);
const item = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({ id: fc.nat(30), fields: fc.array(field, { maxLength: 4 }), around: blank })
      .map(({ id, fields, around }) => `${around}  - id: R-${id}\n${fields.map((one) => `    ${one}\n`).join('')}`),
  },
  { weight: 2, arbitrary: fc.nat(30).map((id) => `  - { id: R-${id}, title: 流, owner: li.wei }\n`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('  - text\n', '  -\n    id: R-1\n', '  - - a\n', '- id: R-2\n', '  - "open\n'),
  },
);
const head = fc.oneof(
  { weight: 12, arbitrary: fc.constant('kind: risks\nitems:\n') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '# 风险登记册\nkind: risks\nitems: # all of them\n',
      'kind: &a risks\nitems:\n',
      'kind: risks\nx: &a 1\nitems:\n',
      '# landfall-disable LF020: old\nkind: risks\nold: 1\nitems:\n',
      'kind: nothing\nitems:\n',
      'kind: people\n\nitems:\n\n',
      '\ufeffkind: risks\nitems:\n',
    ),
  },
);
const tail = fc.constantFrom(...Array.from({ length: 12 }, () => ''), '# the end\n', 'x: 1\n', '...\n', '\n\n');
const register = fc
  .tuple(head, fc.array(item, { minLength: 1, maxLength: 9 }), tail, fc.nat(12))
  .map(([top, items, end, windows]) => {
    const text = `${top}${items.join('')}${end}`;
    return windows === 0 ? text.replaceAll('\n', '\r\n') : text;
  });

/** What may be put somewhere: half of a word, a field, an item, what belongs to nobody. */
const put = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('7', '险', 'R-2', ' ', ': ', '"', "'", '&a ', '*a', '[', '}', '😀', '') },
  { weight: 3, arbitrary: field.map((one) => `\n    ${one}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['\n', '\n\n', '\n# x\n', '\n  # x', '\nx: 1\n', '\n...\n', '\n---\n', '\nitems:\n', '\t', '\r', '\r\n', '\0'],
      ...[
        '\n<<<<<<< a\n',
        '\n=======\n',
        '\n>>>>>>> b\n',
        '\n||||||| c\n',
        '\ufeff',
        '\n   - id: R-5\n',
        '\n- id: R-6\n',
      ],
    ),
  },
  { weight: 2, arbitrary: item },
);
const edit = fc.record({
  /** A share of the text, in a millionth; doubles would nearly all be next to nothing. */
  at: fc.nat(999_999),
  gone: fc.oneof({ weight: 9, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(80) }),
  put,
  /** At a line's beginning, where things go wrong. */
  snap: fc.boolean(),
});

const commit = fc.array(edit, { minLength: 1, maxLength: 4 });

const edited = (text: string, { at, gone, put: come, snap }: typeof edit extends fc.Arbitrary<infer T> ? T : never) => {
  const near = Math.floor((at / 1e6) * text.length);
  const start = snap ? text.lastIndexOf('\n', near) + 1 : near;
  // Through bytes, so that no half of a pair of surrogates is left.
  return Buffer.from(text.slice(0, start) + come + text.slice(start + gone)).toString();
};

/** The bytes as a pack tells them: what stands in front and behind as in the version before is that one's. */
function after(before: Pieces, bytes: Buffer): Pieces {
  const source = before.sources[0] as Buffer;
  const most = Math.min(source.length, bytes.length);
  let [front, back] = [0, 0];
  while (front < most && source[front] === bytes[front]) front++;
  while (back < most - front && source.at(-1 - back) === bytes.at(-1 - back)) back++;
  const joined = joining();
  joined.add(source, 0, front);
  joined.add(bytes, front, bytes.length - front - back);
  joined.add(source, source.length - back, back);
  return joined.end();
}

describe('a version made out of the one before it', () => {
  it('is the one that all of its text gives', () => {
    let [made, read] = [0, 0];
    fc.assert(
      fc.property(register, fc.array(commit, { minLength: 1, maxLength: 5 }), (first, commits) => {
        let text = first;
        let told = piecesOf(Buffer.from(text));
        let before = itemVersion(indexed(Buffer.from(text)), told);
        for (const edits of commits) {
          const next = edits.reduce(edited, text);
          const bytes = Buffer.from(next);
          const whole = indexed(bytes);
          const pieces = after(told, bytes);
          const now = before && nextVersion(before, pieces, kinds);
          if (now) {
            assert.deepEqual(said(now.file), said(whole), JSON.stringify([text, next]));
            assert.deepEqual({ ...now, file: 0 }, { ...itemVersion(whole, pieces), file: 0 });
            made++;
          } else read++;
          // The chain goes on from what was made, as in a history; what spoils the file for good is taken back.
          const other = now ?? itemVersion(whole, pieces);
          if (other) [text, before, told] = [next, other, piecesOf(bytes)];
        }
      }),
      { numRuns: 1500, seed: 20261121 },
    );
    assert.ok(made > 400 && read > 400, `${made} made, ${read} read`);
  }).timeout(60_000);
});
