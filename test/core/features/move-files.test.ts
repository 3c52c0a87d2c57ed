// Files that move: paths in registers follow, and nothing else changes.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { moveFiles } from '../../../src/core/features/move-files';
import { path } from '../../../src/core/model/id';
import { projectOf } from '../support';
import { applied } from './applied';

const FILES = {
  'plan/deliverables.yaml': `kind: deliverables
items:
  - id: D-1
    title: docs/guide.md   # docs/guide.md
    path:   './docs/guide.md#start' # where it lies
  - id: D-2
    title: Plan
    path: docs/plans/2026 蓝图.xlsx
  - {id: D-3, title: Other, path: docs/guide.md.bak}
  - id: D-4
    title: Far
    path: https://example.com/docs/guide.md
`,
};

function moved(...moves: readonly (readonly [string, string])[]): string | undefined {
  const edits = finish(
    moveFiles(projectOf(FILES), new Map(moves.map(([from, to]) => [path(from), path(to)] as const))),
  );
  return edits.ok ? applied(FILES, edits.value)['plan/deliverables.yaml'] : edits.error.id;
}

const text = FILES['plan/deliverables.yaml'];

describe('files that move', () => {
  it('are named at their new place, in the form and the quotes that stood there', () => {
    assert.equal(
      moved(['docs/guide.md', 'handbook/指南.md']),
      text.replace("'./docs/guide.md#start'", "'./handbook/指南.md#start'"),
    );
    assert.equal(
      moved(['docs/plans/2026 蓝图.xlsx', 'a: b/#1.xlsx']),
      text.replace('docs/plans/2026 蓝图.xlsx', '"a: b/#1.xlsx"'),
    );
  });

  it('take along what lies below a folder, and nothing that only begins alike', () => {
    assert.equal(
      moved(['docs', 'papers/old']),
      text
        .replace("'./docs/guide.md", "'./papers/old/guide.md")
        .replace('path: docs/plans', 'path: papers/old/plans')
        .replace('path: docs/guide.md.bak', 'path: papers/old/guide.md.bak'),
    );
    assert.equal(moved(['doc', 'x']), text);
  });

  it('are left alone where a path stands behind a merge key', () => {
    const merged = 'kind: deliverables\nbase: &b {path: a.md}\nitems:\n  - {<<: *b, id: D-1, title: T}\n';
    const edits = finish(moveFiles(projectOf({ 'd.yaml': merged }), new Map([[path('a.md'), path('b.md')]])));
    assert.ok(!edits.ok && edits.error.id === 'rename.place');
  });
});
