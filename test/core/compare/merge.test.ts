// The three-way merge by examples: what a person would expect of two colleagues' edits.
import assert from 'node:assert/strict';
import { mergeTexts } from '../../../src/core/compare/merge';
import { tell } from '../../../src/core/messages/message';
import { path } from '../../../src/core/model/id';
import { findingsOf, projectOf, shippedKinds } from '../support';
import { A, B, base, C, clean, conflict, D, merge, refused, risks } from './merged';

describe('merging two sides of a register', () => {
  it('keeps what both append', () => {
    assert.equal(clean(base, risks(A, B, C), risks(A, B, D)), risks(A, B, C, D));
  });

  it('keeps blank lines between items', () => {
    const spaced = risks(A, '\n', B);
    const got = clean(spaced, risks(A, '\n', B, '\n', C), risks(A, '\n', B, '\n', D));
    assert.equal(got, risks(A, '\n', B, '\n', C, '\n', D));
  });

  it('takes the field that each side changed', () => {
    const ours = base.replace('Data', 'Master data');
    const theirs = base.replace('status: open', 'status: closed # done');
    assert.equal(clean(base, ours, theirs), ours.replace('status: open', 'status: closed # done'));
  });

  it('takes away what one side took away', () => {
    assert.equal(clean(base, risks(B), risks(A, B, D)), risks(B, D));
    assert.equal(
      clean(base, base.replace('    status: open\n', ''), risks(A, B.replace('open', 'closed'))),
      risks(A.replace('    status: open\n', ''), B.replace('open', 'closed')),
    );
  });

  it('puts both values into the smallest field', () => {
    const got = conflict(base, base.replace('Data', 'Ours'), base.replace('Data', 'Theirs'));
    assert.deepEqual(got.said, ['R-1 title changed']);
    assert.equal(
      got.text,
      base.replace('    title: Data\n', '<<<<<<< ours\n    title: Ours\n=======\n    title: Theirs\n>>>>>>> theirs\n'),
    );
  });

  it('asks where one side took away what the other changed', () => {
    const got = conflict(base, risks(B), base.replace('Data', 'Theirs'));
    assert.deepEqual(got.said, ['R-1 deleted-by-us']);
    assert.equal(got.text, risks(`<<<<<<< ours\n=======\n${A.replace('Data', 'Theirs')}>>>>>>> theirs\n`, B));
    assert.deepEqual(conflict(base, base.replace('Data', 'Ours'), risks(B)).said, ['R-1 deleted-by-them']);
  });

  it('asks where two entries were born with one id', () => {
    const got = conflict(base, risks(A, B, C), risks(A, B, D.replace('R-4', 'R-3')));
    assert.deepEqual(got.said, ['R-3 born']);
  });

  it('adds to a set from both sides, in brackets and in lines', () => {
    const inline = risks(`${A}    links: [R-2, "R-9"]\n`, B);
    const got = clean(inline, inline.replace('R-2,', 'R-2, T-1,'), inline.replace('[R-2, "R-9"]', '[R-2, T-2]'));
    assert.equal(got, inline.replace('[R-2, "R-9"]', '[R-2, T-1, T-2]'));
    const block = risks(`${A}    links:\n      - R-2 # why\n      - R-9\n`, B);
    const lines = clean(
      block,
      block.replace('- R-9\n', '- R-9\n      - T-1\n'),
      block.replace('- R-9\n', '- R-9\n      # new\n      - T-2\n'),
    );
    assert.equal(lines, block.replace('- R-9\n', '- R-9\n      - T-1\n      # new\n      - T-2\n'));
    assert.equal(
      clean(
        base,
        base.replace('status: open\n', 'status: open\n    tags: [a]\n'),
        base.replace('status: open\n', 'status: open\n    tags: [b]\n'),
      ),
      base.replace('status: open\n', 'status: open\n    tags: [a, b]\n'),
    );
  });

  it('follows a new id', () => {
    const renamed = risks(A.replace('R-1\n', 'R-7\n    formerly: [R-1]\n'), B);
    const got = clean(base, renamed, base.replace('Data', 'Theirs'));
    assert.equal(got, renamed.replace('Data', 'Theirs'));
    const other = risks(A.replace('R-1\n', 'R-8\n    formerly: [R-1]\n'), B);
    assert.deepEqual(conflict(base, renamed, other).said, ['R-1 id changed']);
    assert.equal(clean(base, renamed, renamed.replace('open', 'closed')), renamed.replace('open', 'closed'));
  });

  it('follows an item that was moved while the other side edited it', () => {
    assert.equal(clean(base, risks(B, A), base.replace('Data', 'Theirs')), risks(B, A.replace('Data', 'Theirs')));
    assert.equal(clean(base, base.replace('Data', 'Ours'), risks(B, A)), risks(B, A.replace('Data', 'Ours')));
  });

  it('keeps comments of both sides', () => {
    const remarked = risks(A, '  # one\n', B);
    const ours = risks(A, '  # one, edited\n', B);
    assert.equal(clean(remarked, ours, remarked.replace('People', 'Staff')), ours.replace('People', 'Staff'));
    assert.equal(
      clean(remarked, `${ours}# end\n`, remarked.replace('# Risks', '# All risks')),
      `${ours}# end\n`.replace('# Risks', '# All risks'),
    );
    const got = conflict(remarked, ours, risks(A, '  # one, differently\n', B));
    assert.deepEqual(got.said, ['R-2 comment']);
    assert.match(
      got.text,
      /<<<<<<< ours\n {2}# one, edited\n=======\n {2}# one, differently\n>>>>>>> theirs\n {2}- id: R-2/,
    );
  });

  it('keeps a comment at the end of the list once', () => {
    const ended = `${base}# end\n`;
    assert.equal(clean(ended, `${risks(A, B, C)}# end\n`, `${risks(A, B, D)}# end\n`), `${risks(A, B, C, D)}# end\n`);
  });

  it('takes a new way of writing for no change', () => {
    const quoted = base.replace('Data', '"Data"');
    assert.equal(clean(base, quoted, base.replace('Data', 'Theirs')), base.replace('Data', 'Theirs'));
    const flow = risks('  - {id: R-1, title: Data, status: open}\n', B);
    assert.equal(clean(base, flow, base.replace('People', 'Staff')), flow.replace('People', 'Staff'));
  });

  it('merges inside braces', () => {
    const people = 'kind: people\nitems:\n  - { id: li, title: 李, side: vendor, tags: [a] }\n';
    const ours = people.replace('李', '李伟').replace('[a]', '[a, b]');
    const theirs = people.replace('side: vendor', 'side: customer, email: li@example.com').replace('[a]', '[a, c]');
    assert.equal(
      clean(people, ours, theirs, 'people.yaml'),
      'kind: people\nitems:\n  - { id: li, title: 李伟, side: customer, email: li@example.com, tags: [a, b, c] }\n',
    );
    const both = conflict(people, ours, people.replace('李', '李明'));
    assert.deepEqual(both.said, ['li changed']);
  });

  it('merges the first items of two branches, and two new files', () => {
    const none = 'kind: risks\nitems: []\n';
    const of = (...items: readonly string[]) => `kind: risks\nitems:\n${items.join('')}`;
    assert.equal(clean(none, of(A), of(B)), of(A, B));
    assert.equal(clean('', of(A), of(B)), of(A, B));
    assert.equal(clean(of(A, B), none, of(A, B, D)), of(D));
    assert.equal(clean(of(A, B), none, of(A, B)), none);
  });

  it('keeps line ends, a byte order mark and a missing last line end', () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    assert.equal(clean(windows(base), windows(risks(A, B, C)), windows(risks(A, B, D))), windows(risks(A, B, C, D)));
    const bare = (text: string) => text.slice(0, -1);
    assert.equal(clean(bare(base), bare(risks(A, B, C)), bare(risks(A, B, D))), bare(risks(A, B, C, D)));
    assert.equal(refused(base, windows(risks(A, B, C)), risks(A, B, D).replace('\n', '\r\n')), 'merge.line-ends');
  });

  it('merges lists by their keys, deep inside', () => {
    const tasks = `kind: tasks
items:
  - id: T-1
    title: Move
    after: [T-0]
    assigned:
      - person: li
        units: 50
      - { person: wang }
`;
    const ours = tasks.replace('units: 50', 'units: 60').replace('[T-0]', '[T-0, T-7]');
    const theirs = tasks
      .replace('{ person: wang }', '{ person: wang, units: 20 }\n      - person: zhao')
      .replace('[T-0]', '[T-0, T-8]');
    assert.equal(
      clean(tasks, ours, theirs, 'tasks.yaml'),
      theirs.replace('units: 50', 'units: 60').replace('T-8', 'T-7, T-8'),
    );
    const got = conflict(tasks, ours, tasks.replace('units: 50', 'units: 70'));
    assert.deepEqual(got.said, ['T-1 assigned "li" units changed']);
  });

  it('merges groups in brackets by their keys', () => {
    const tasks = 'kind: tasks\nitems:\n  - id: T-1\n    title: X\n    assigned: [{ person: li }, { person: wang }]\n';
    const ours = tasks.replace('li }', 'li, units: 50 }');
    const theirs = tasks.replace('wang }', 'wang, units: 20 }, { person: zhao }');
    assert.equal(clean(tasks, ours, theirs, 'tasks.yaml'), theirs.replace('li }', 'li, units: 50 }'));
    const got = merge(tasks, ours, tasks.replace('li }', 'li, units: 60 }'), 'tasks.yaml');
    assert.ok(got.kind === 'merged' && got.text.includes('<<<<<<< ours\n    assigned: [{ person: li, units: 50 }'));
  });

  it('merges the lines of a long text', () => {
    const text = '    description: |-\n      one\n      two\n\n      three\n      四\n';
    const long = risks(A + text, B);
    const ours = long.replace('one', 'ONE');
    const theirs = long.replace('四', '四\n      五');
    assert.equal(clean(long, ours, theirs), ours.replace('四', '四\n      五'));
    const beside = conflict(long, ours, long.replace('two', 'TWO'));
    assert.deepEqual(beside.said, ['R-1 description changed']);
    assert.deepEqual(conflict(long, ours, long.replace('|-', '|').replace('四', '4')).said, [
      'R-1 description changed',
    ]);
  });

  it('merges the manifest', () => {
    const manifest = 'landfall: 1\nname: X # ours\nphases:\n  - id: P1\n    title: One\nrules: { LF104: info }\n';
    const ours = manifest.replace('One', 'First').replace('info', 'info, LF101: warning');
    const theirs = `${manifest.replace('rules:', '  - id: P2\n    title: Two\nrules:').replace('info', 'info, LF102: "off"')}locale: zh-cn\n`;
    assert.equal(
      clean(manifest, ours, theirs, 'landfall.yaml'),
      theirs.replace('One', 'First').replace('LF102', 'LF101: warning, LF102'),
    );
  });

  it('tells what is wrong in the result and was in neither side', () => {
    const ours = base.replace('status: open\n', 'status: open\n    links: [R-2]\n');
    const merged = mergeTexts(
      { base, ours, theirs: risks(A) },
      {
        path: path('risks.yaml'),
        kinds: shippedKinds(),
        findingsOf: (text) => findingsOf(projectOf({ 'risks.yaml': text })),
      },
    );
    assert.ok(merged.kind === 'merged');
    assert.deepEqual(
      merged.findings.map(({ message }) => tell(message, 'en')),
      ['No entry has the id "R-2". Did you mean R-1?'],
    );
  });
});
