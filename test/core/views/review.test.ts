// A review: the findings of the change alone, what nobody approved first, and a comment that stays under its size.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { known, unavailable } from '../../../src/core/project/known';
import { worldOf } from '../../../src/core/project/world';
import { reviewJson, reviewMarkdown, reviewText } from '../../../src/core/render/review';
import { plain } from '../../../src/core/render/ink';
import { review } from '../../../src/core/views/review';
import { type Files, projectOf } from '../support';

const risk = (id: string, more: string): string => `- id: ${id}\n  title: Risk ${id}\n  status: open\n${more}`;
const BEFORE: Files = {
  'people.yaml': 'kind: people\nitems:\n- id: li.wei\n  title: 李伟\n',
  'risks.yaml': `kind: risks\nitems:\n${risk('R-1', '  probability: 2\n  impact: 9\n')}${risk('R-2', '  probability: 2\n  impact: 2\n  description: The supplier may deliver the scanners two weeks late.\n')}`,
  'baselines.yaml': `kind: baselines\nitems:\n- id: BL-1\n  title: Scope\n  tag: v1\n  commit: ${'a'.repeat(40)}\n  date: 2026-10-01\n  scope: [risks]\n`,
};
const AFTER: Files = {
  ...BEFORE,
  'risks.yaml': `# moved a line down\nkind: risks\nitems:\n${risk('R-1', '  probability: 2\n  impact: 5\n  owner: li.wei\n')}${risk('R-2', '  probability: 2\n  impact: 2\n  owner: li.we\n  description: The supplier may deliver the scanners four weeks late.\n')}`,
};

function reviewed(before: Files, after: Files, language: 'en' | 'zh-cn' = 'en') {
  const was = projectOf(before);
  const tags = new Map([
    ['v1', { commit: 'a'.repeat(40), annotated: true, ancestor: known(true), project: known(was) }],
  ]);
  const checked = (files: Files) =>
    finish(checker().check(worldOf(projectOf(files), 0, '2026-11-16', unavailable('missing'), known({ tags }))));
  return finish(review(checked(before), checked(after), language));
}

describe('a review', () => {
  it('tells the change, and of findings only its own', () => {
    assert.equal(
      reviewText(reviewed(BEFORE, AFTER), 'en', plain),
      `Risks (2)
  ~ R-1 Risk R-1
      Owner: nothing → 李伟
      Impact: 9 → 5
  ~ R-2 Risk R-2
      Description: The supplier may deliver the scanners [-two -]{+four +}weeks late.
      Owner: nothing → li.we

0 added, 2 changed, 0 removed.

Baselined, and no approved change request covers it (2)
  R-1 Risk R-1  baseline BL-1 Scope, not approved · new findings: 1 · solved: 1
  R-2 Risk R-2  baseline BL-1 Scope, not approved · new findings: 2

New findings (3)
  risks.yaml:4:7 error LF520 Risk R-1 Risk R-1 was changed since baseline BL-1 Scope, and no approved change request in force covers it.
  risks.yaml:10:7 error LF520 Risk R-2 Risk R-2 was changed since baseline BL-1 Scope, and no approved change request in force covers it.
  risks.yaml:15:10 error LF101 No Person has the id "li.we". Did you mean li.wei?

Solved findings (1)
  risks.yaml:7:11 error LF024 \`impact\` must be at most 5.
`,
    );
  });

  it('finds nothing between a state and itself', () => {
    const { kinds, brought, solved, uncovered } = reviewed(AFTER, AFTER);
    assert.deepEqual([kinds.length, brought.length, solved.length], [0, 0, 0]);
    assert.equal(uncovered.length, 0);
  });

  it('puts first in a comment what nobody approved, in Chinese too', () => {
    const text = reviewMarkdown(reviewed(BEFORE, AFTER, 'zh-cn'), 'main', '.', 'zh-cn');
    assert.match(
      text,
      /^## Test：main → \.\n\n变更条目 2 个，其中基线内未经批准 2 个；新增问题 3 个，解决 1 个。\n\n### 基线内/,
    );
    assert.match(text, /负责人: 空 → \*\*李伟\*\*/);
  });

  it('cuts a comment at a line, and says so', () => {
    const many = (impact: number): Files => ({
      'risks.yaml': `kind: risks\nitems:\n${Array.from({ length: 2000 }, (_, at) => risk(`R-${at}`, `  probability: 1\n  impact: ${impact}\n`)).join('')}`,
    });
    const text = reviewMarkdown(reviewed(many(1), many(2)), 'a', 'b', 'en');
    assert.ok(text.length <= 60_000, String(text.length));
    assert.match(text, /\n\n_Cut here: \d+ of 4000 lines are shown\. .*_\n$/);
  });

  it('is the same for programs', () => {
    const json = JSON.parse(reviewJson(reviewed(BEFORE, AFTER), 'a', 'b', 'en')) as {
      readonly uncovered: readonly string[];
      readonly brought: readonly { readonly code: string; readonly line: number }[];
    };
    assert.deepEqual(json.uncovered, ['risks/R-1', 'risks/R-2']);
    assert.deepEqual(
      json.brought.map(({ code, line }) => `${code}:${line}`),
      ['LF520:4', 'LF520:10', 'LF101:15'],
    );
  });
});
