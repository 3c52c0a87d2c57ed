// What the merge by entities leaves to the merge by lines, with the reason.
import assert from 'node:assert/strict';
import { A, B, base, C, D, refused, risks } from './merged';

describe('what merging by entities refuses', () => {
  const edited = (text: string) => text.replace('Data', 'Ours');
  const both = (text: string) => refused(text, edited(text), text.replace('People', 'Theirs'));

  it('conflict markers that are there already', () => {
    const left = `<<<<<<< ours\n${C}=======\n${D}>>>>>>> theirs\n`;
    assert.equal(both(risks(A, B, left)), 'merge.markers');
    assert.equal(
      both(
        risks(
          A,
          B,
          left.replace(/[<=>]{7}/g, (sign) => sign + sign),
        ),
      ),
      'merge.markers',
    );
  });

  it('ids that stand twice or are missing', () => {
    assert.equal(both(risks(A, B, B)), 'merge.twice');
    assert.equal(both(risks(A, B, '  - title: nobody\n')), 'merge.no-id');
    assert.equal(both(risks(A, B, '  - id: [a]\n')), 'merge.no-id');
    assert.equal(both(risks(A, B, '  - just a text\n')), 'merge.no-id');
  });

  it('two entries that claim one former id', () => {
    const claim = (id: string) => `  - id: ${id}\n    formerly: [R-1]\n    title: Data\n`;
    assert.equal(refused(base, risks(claim('R-8'), claim('R-9'), B), base.replace('Data', 'x')), 'merge.unfit');
  });

  it('a new id that the other side gave to something else', () => {
    const ours = risks(A.replace('R-1\n', 'R-4\n    formerly: [R-1]\n'), B);
    assert.equal(refused(base, ours, risks(A, B, D)), 'merge.unsure');
  });

  it('anchors that reach across items, and registers that are not written line by line', () => {
    assert.equal(both(risks(A, B).replace('items:', 'note: &n x\nitems:')), 'merge.anchors');
    assert.equal(both(risks(A.replace('Data', 'Data\n    owner: &a li'), B.replace('open', '*a'))), 'merge.anchors');
    assert.equal(both('kind: risks\nitems: [{id: R-1, title: Data}, {id: R-2, title: People}]\n'), 'merge.unsliceable');
  });

  it('another indentation', () => {
    const wide = base.replace(/^ {2}/gm, '    ');
    assert.equal(refused(base, edited(wide), base.replace('People', 'Theirs')), 'merge.unfit');
  });

  it('an entry that both changed and nobody can read', () => {
    const broken = base.replace('Data', '"Data');
    assert.equal(refused(base, broken, base.replace('Data', 'Theirs')), 'merge.unfit');
  });

  it('files that are no registers of the same kind', () => {
    assert.equal(refused('a: 1\n', 'a: 2\n', 'a: 3\n'), 'merge.no-register');
    assert.equal(refused(base, edited(base), base.replace('risks', 'issues')), 'merge.no-register');
  });
});
