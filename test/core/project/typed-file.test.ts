// The law of typing: a register that was patched with what was typed is the register that is read as a whole.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Draft } from '../../../src/core/base/draft';
import { finish } from '../../../src/core/base/work';
import { path } from '../../../src/core/model/id';
import type { FileIndex } from '../../../src/core/project/file-index';
import { drafted, indexFile } from '../../../src/core/project/index-file';
import { shippedKinds } from '../support';
import { outlineOf } from './outline';

const item = fc.constantFrom(
  '  - id: R-1\n    title: Risk\n    owner: li.wei\n',
  '  # landfall-disable LF101: known\n  - id: R-2\n    title: "Two: \n      lines"\n',
  '  - id: R-3\n    description: |\n      text\n\n      more\n    links: [R-1, R-2]\n    # a remark\n',
  '  - title: without an id\n      # deeper\n',
  '  - { id: R-5, title: flow }\n\n',
);
const head = fc.constantFrom(
  'kind: risks\nitems:\n',
  '# landfall-disable LF301: so\nkind: risks\nowner: &a x\nitems: # all\n',
);
const tail = fc.constantFrom('', '', '', 'extra: 1\n', '...\n', '\n# end');
/** What mostly changes a value, and what may change where items begin or end. */
const MILD = ['', 'b', 'cd', ' ', '落'];
const WILD = [
  '\n',
  '\n  - id: R-9\n',
  '  # b\n',
  '- ',
  '"',
  ': ',
  '&a ',
  '*a',
  '\t',
  '\r',
  '\uFEFF',
  'items:\n',
  'x: 1\n',
];
const put = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...MILD) },
  { weight: 1, arbitrary: fc.constantFrom(...WILD, '\n...\n', '\n<<<<<<< a\n', '>>>>>>> b\n') },
);
const typing = fc.record({
  at: fc.integer({ min: 0, max: 999 }),
  drop: fc.constantFrom(0, 0, 0, 1, 4),
  put,
});

describe('what is typed in a register', () => {
  const kinds = shippedKinds();
  const read = (draft: Draft, before?: FileIndex): FileIndex =>
    finish(indexFile(path('risks.yaml'), drafted(draft), { kinds, exact: false, before }));

  it('leads to the register that is read as a whole', () => {
    let [patched, all] = [0, 0];
    const text = fc
      .tuple(head, fc.array(item, { minLength: 2, maxLength: 6 }), tail)
      .map(([a, b, c]) => a + b.join('') + c);
    fc.assert(
      fc.property(text, fc.array(typing, { minLength: 1, maxLength: 8 }), (begun, strokes) => {
        let draft = Draft.of(begun);
        let file = read(draft);
        for (const { at, drop, put } of strokes) {
          const start = Math.floor((at * draft.length) / 1000);
          draft = draft.edited([{ start, end: Math.min(start + drop, draft.length), text: put }]);
          file = read(draft, file);
          all++;
          if (file.draft) patched++;
          // Now and then nobody asks for the whole before the next key.
          if (start % 3) assert.deepEqual(plain(file), plain(read(Draft.of(draft.slice(0, Infinity)))));
        }
        assert.deepEqual(plain(file), plain(read(Draft.of(draft.text()))));
      }),
      { numRuns: 3000, seed: 20261122 },
    );
    assert.ok(patched > 1000, `${patched} of ${all} were patched`);
  }).timeout(60_000);
});

// How it was made is no part of what it says.
const plain = (file: FileIndex): unknown => ({ ...(outlineOf(file) as object), draft: undefined });
