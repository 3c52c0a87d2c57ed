// Merge-conflict markers: one finding for each conflict, the first side is read, offsets and lines hold.
import assert from 'node:assert/strict';
import { lineStarts } from '../../../src/core/base/span';
import { settleConflicts } from '../../../src/core/syntax/conflict';
import { openRegister, readItem } from '../../../src/core/syntax/register';
import { valueOf } from '../../fuzz/law';

const CONFLICT = `kind: risks
items:
  - id: R-1
    impact: 3
<<<<<<< HEAD
    owner: li
  - id: R-2
||||||| base
    owner: chen
=======
    owner: wang
  - id: R-3
>>>>>>> theirs
  - id: R-4
`;

describe('a merge conflict', () => {
  it('reads the first side and keeps every offset', () => {
    const register = openRegister(CONFLICT);
    const items = register.slices.map((_, index) => valueOf(readItem(register, index).root));
    assert.deepEqual(items, [
      new Map<string, string | number>([
        ['id', 'R-1'],
        ['impact', 3],
        ['owner', 'li'],
      ]),
      new Map([['id', 'R-2']]),
      new Map([['id', 'R-4']]),
    ]);
    assert.deepEqual(lineStarts(register.text), lineStarts(CONFLICT));
    assert.equal(register.conflicted, true);
    assert.deepEqual(
      register.problems.map(({ code, span }) => [code, CONFLICT.slice(span.start, span.end)]),
      [['LF003', '<<<<<<< HEAD']],
    );
  });

  it('blanks single markers only', () => {
    const { text, problems } = settleConflicts(
      '<<<<<<< a\nx: 1\n<<<<<<< b\ny: 2\n=======\nz: 3\n>>>>>>> c\n>>>>>>> d\n',
    );
    assert.equal(text.replace(/ +\n/g, '\n'), '\nx: 1\n\ny: 2\n\n\n\n\n');
    assert.deepEqual(
      problems.map(({ span, message }) => [span.start, message.id]),
      [
        [0, 'conflict.unfinished'],
        [15, 'conflict.markers'],
        [53, 'conflict.unfinished'],
      ],
    );
  });

  it('is not seen where there is none', () => {
    for (const text of ['a: <<<<<<< b\n', 'title\n=======\n', '  <<<<<<< a\n', '<<<<<<<\n']) {
      assert.deepEqual(settleConflicts(text), { text, problems: [] });
    }
  });
});
