// From files and a story to commits: states found by undoing, and loud refusals where story and files do not fit.
import assert from 'node:assert/strict';
import { commitsOf } from '../../src/node/sample-commits';
import type { Files } from '../../src/node/sample-files';
import { importStream } from '../../src/node/sample-stream';

const RISKS = `kind: risks
items:
  - id: R-1
    title: 数据
    inherent: { probability: 5, impact: 5 }
    probability: 2
    impact: 5

  # Why this one stands out.
  - id: R-2
    title: Late
`;

const files: Files = new Map([['a.yaml', RISKS]]);

function story(...changes: readonly string[]): string {
  const commits = changes.map(
    (change, at) => `  - { by: li, date: "2026-06-${15 + at}T09:00:00+08:00", message: step ${at + 1}, ${change} }\n`,
  );
  return `authors: { li: 李伟 <li@x.example> }\ncommits:\n${commits.join('')}`;
}

const states = (history: string, name = 'a.yaml') => commitsOf(files, history).map((commit) => commit.files.get(name));

describe('the commits of a sample', () => {
  it('begin with what later commits did not change', () => {
    const edit = 'changes: [{ file: a.yaml, in: R-1, was: "probability: 4", now: "probability: 2" }]';
    assert.deepEqual(states(story('changes: [{ created: [a.yaml] }]', edit)), [
      RISKS.replace('\n    probability: 2', '\n    probability: 4'),
      RISKS,
    ]);
  });

  it('take an entity out with its comment', () => {
    const [first] = states(story('changes: [{ created: [a.yaml] }]', 'changes: [{ file: a.yaml, added: [R-2] }]'));
    assert.equal(first, RISKS.slice(0, RISKS.indexOf('\n  # Why')));
  });

  it('put an entity back that a commit removed', () => {
    const gone = 'changes: [{ file: a.yaml, removed: "  - id: R-0\\n    title: Gone\\n", before: R-1 }]';
    const [first] = states(story('changes: [{ created: [a.yaml] }]', gone));
    assert.equal(first, RISKS.replace('  - id: R-1', '  - id: R-0\n    title: Gone\n  - id: R-1'));
  });

  it('know a moved file by its old name', () => {
    const [first] = commitsOf(
      files,
      story('changes: [{ created: [old.yaml] }]', 'changes: [{ moved: old.yaml, to: a.yaml }]'),
    );
    assert.deepEqual([...(first?.files ?? [])], [['old.yaml', RISKS]]);
  });

  it('keep what happens on a branch apart until it is merged', () => {
    const on = (id: string, was: string, now: string) =>
      `changes: [{ file: a.yaml, in: ${id}, was: "${was}", now: "${now}" }]`;
    const [base, side, main, merge] = commitsOf(
      files,
      story(
        'changes: [{ created: [a.yaml] }]',
        `branch: side, ${on('R-1', 'impact: 1', 'impact: 5')}`,
        on('R-2', 'title: Early', 'title: Late'),
        'merge: side',
      ),
    );
    assert.match(base?.files.get('a.yaml') ?? '', /impact: 1\n[^]*Early/);
    assert.match(side?.files.get('a.yaml') ?? '', /impact: 5\n[^]*Early/);
    assert.match(main?.files.get('a.yaml') ?? '', /impact: 1\n[^]*Late/);
    assert.equal(merge?.files.get('a.yaml'), RISKS);
    assert.deepEqual([side?.parents, main?.parents, merge?.parents], [[0], [0], [2, 1]]);
  });

  it('refuse an author without a name', () => {
    const history = story('changes: [{ created: [a.yaml] }]').replace('by: li', 'by: wu');
    assert.throws(() => commitsOf(files, history), /commit 1: "wu" is not among the authors/);
  });

  const refusals: readonly (readonly [what: string, changes: readonly string[], says: RegExp])[] = [
    [
      'a text that is not there',
      ['changes: [{ file: a.yaml, in: R-1, now: "cause: x" }]'],
      /commit 1.*R-1: does not contain/,
    ],
    ['a text that is there twice', ['changes: [{ file: a.yaml, to: title }]'], /more than once/],
    ['an entity that is not there', ['changes: [{ file: a.yaml, added: [R-9] }]'], /there is no R-9/],
    ['a file that is not there', ['changes: [{ file: b.yaml, added: [R-1] }]'], /b\.yaml: no such file/],
    ['a file that nothing creates', ['changes: []'], /no commit creates a\.yaml/],
    ['a branch that is not there', ['changes: [{ created: [a.yaml] }]', 'merge: nowhere'], /no branch nowhere/],
    ['an end beside the main line', ['branch: side, changes: [{ created: [a.yaml] }]'], /main line/],
    ['an unknown field', ['chnages: []'], /unknown field "chnages"/],
  ];
  for (const [what, changes, says] of refusals) {
    it(`refuse ${what}`, () => {
      assert.throws(() => commitsOf(files, story(...changes)), says);
    });
  }
});

describe('the stream for fast-import', () => {
  it('counts bytes, not characters, and says only what changed', () => {
    const edit = 'changes: [{ file: a.yaml, in: R-2, was: "title: Early", now: "title: Late" }]';
    const stream = importStream(commitsOf(files, story('changes: [{ created: [a.yaml] }]', edit)));
    assert.match(stream, new RegExp(`M 100644 inline "a\\.yaml"\\ndata ${Buffer.byteLength(RISKS)}\\n`));
    assert.match(stream, /author 李伟 <li@x\.example> \d+ \+0800\n/);
    assert.match(stream, /from :1\n/);
    assert.ok(stream.endsWith('done\n'));
  });
});
