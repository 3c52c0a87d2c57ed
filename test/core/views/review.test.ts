// A review: the findings of the change alone, what nobody approved first, and a comment that stays under its size.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { known, unavailable } from '../../../src/core/project/known';
import { worldOf } from '../../../src/core/project/world';
import { reviewJson, reviewMarkdown, reviewText } from '../../../src/core/render/review';
import { plain } from '../../../src/core/render/ink';
import { review } from '../../../src/core/views/review';
import { compareProjects } from '../../../src/core/compare/diff';
import { scoreChanges } from '../../../src/core/compare/scores';
import { builtIn } from '../../../src/core/schema/built-in';
import { loadKinds } from '../../../src/core/schema/kinds';
import { compileKinds } from '../../../src/core/schema/user-kinds';
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
    finish(
      checker().check(
        worldOf(
          projectOf(files),
          0,
          '2026-11-16',
          unavailable('missing'),
          known({ tags, changes: unavailable('missing') }),
        ),
      ),
    );
  return finish(review(checked(before), checked(after), language));
}

describe('a review', () => {
  it('tells the change, and of findings only its own', () => {
    assert.equal(
      reviewText(reviewed(BEFORE, AFTER), 'en', plain),
      `Baselined, and no approved change request covers it (2)
  R-1 Risk R-1  baseline BL-1 Scope, not approved · score down: 18 → 10 · new findings: 3 · solved: 1
  R-2 Risk R-2  baseline BL-1 Scope, not approved · new findings: 2

New findings (5)
  risks.yaml:4:7 error LF520 Risk R-1 Risk R-1 was changed since baseline BL-1 Scope, and no approved change request in force covers it.
  risks.yaml:4:7 warning LF301 A high risk with neither a contingency plan nor an action.
  risks.yaml:4:7 warning LF302 A high risk for which nobody has chosen a response.
  risks.yaml:10:7 error LF520 Risk R-2 Risk R-2 was changed since baseline BL-1 Scope, and no approved change request in force covers it.
  risks.yaml:15:10 error LF101 No Person has the id "li.we". Did you mean li.wei?

Solved findings (1)
  risks.yaml:7:11 error LF024 \`impact\` must be at most 5.

Risks (2)
  ~ R-1 Risk R-1  baseline BL-1 Scope, not approved · score down: 18 → 10 · new findings: 3 · solved: 1
      Owner: nothing → 李伟
      Impact: 9 → 5
  ~ R-2 Risk R-2  baseline BL-1 Scope, not approved · new findings: 2
      Description: The supplier may deliver the scanners [-two -]{+four +}weeks late.
      Owner: nothing → li.we

Entries changed: 2. Baselined without an approved change request: 2. New findings: 5, solved: 1.
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
      /^## Test：main → \.\n\n变更条目 2 个，其中基线内未经批准 2 个；新增问题 5 个，解决 1 个。\n\n### 基线内/,
    );
    assert.match(text, /负责人：空 → \*\*李伟\*\*/);
  });

  const many = (count: number, impact: number, more = ''): Files => ({
    ...BEFORE,
    'risks.yaml': `kind: risks\nitems:\n${Array.from({ length: count }, (_, at) => risk(`R-${at}`, `  probability: 1\n  impact: ${impact}\n${more}`)).join('')}`,
  });

  it('cuts a comment at a line, and says so, however much has changed', () => {
    const isCut = /\n\n_(?:Cut here: \d+ of \d+ lines|内容过长，在此截断：共 \d+ 行，显示 \d+ 行).*_\n$/;
    for (const after of [many(2000, 2), BEFORE]) {
      const found = reviewed(many(2000, 1), after, 'zh-cn');
      for (const language of ['en', 'zh-cn'] as const) {
        const text = reviewMarkdown(found, 'a', 'b', language);
        assert.ok(text.length < 60_000 && text.length > 59_000, String(text.length));
        assert.match(text, isCut);
      }
    }
    assert.doesNotMatch(reviewMarkdown(reviewed(many(1, 1), many(1, 2)), 'a', 'b', 'en'), isCut);
  }).timeout(60_000);

  it('shows of a long text as much as one reads in a comment, and what follows it', () => {
    const long = (word: string): string => `  description: ${word.repeat(90_000)}\n`;
    const text = reviewMarkdown(reviewed(many(3, 1, long('a')), many(3, 2, long('b'))), 'a', 'b', 'en');
    assert.ok(text.length < 60_000, String(text.length));
    assert.match(text, /### Risks \(3\)/);
    assert.doesNotMatch(text, /Cut here/);
  });

  it('tells the scores that moved, also those of a group', () => {
    const found = (before: string, after: string) =>
      reviewText(
        reviewed(
          { 'r.yaml': `kind: risks\nitems:\n${risk('R-1', before)}` },
          { 'r.yaml': `kind: risks\nitems:\n${risk('R-1', after)}` },
          'zh-cn',
        ),
        'zh-cn',
        plain,
      )
        .split('\n')
        .find((line) => line.startsWith('  ~'));
    const target = (probability: number) => `  target: { probability: ${probability}, impact: 3 }\n`;
    assert.equal(
      found(`  probability: 2\n  impact: 3\n${target(2)}`, `  probability: 4\n  impact: 3\n${target(1)}`),
      '  ~ R-1 Risk R-1  评分上升：6 → 12 · 目标评级：评分下降：6 → 3',
    );
    assert.match(found('  probability: 1\n  impact: 3\n', '  probability: 2\n  impact: 3\n') ?? '', /评分上升：3 → 6$/);
    // The same product is the same score, and what had none has none to compare with.
    assert.equal(found('  probability: 2\n  impact: 3\n', '  probability: 3\n  impact: 2\n'), '  ~ R-1 Risk R-1');
    assert.doesNotMatch(found(target(2).replace('probability: 2, ', ''), target(2)) ?? '', /评分/);
  });

  it('takes scores from the annotation, not from a kind', () => {
    const points = { type: 'number', 'x-times': 'weight' };
    const properties = { topic: { type: 'string' }, weight: { type: 'number' }, points };
    const rating = { type: 'object', properties };
    const item = {
      'x-entity': { name: 'suppliers' },
      allOf: [{ $ref: 'landfall:common#/$defs/entity' }],
      properties: { ratings: { type: 'array', 'x-key': ['topic'], items: rating } },
    };
    const schema = { properties: { kind: { const: 'suppliers' }, items: { type: 'array', items: item } } };
    const { own, troubles } = compileKinds(
      [{ name: 'suppliers', text: JSON.stringify(schema), zh: undefined }],
      builtIn,
      'test',
    );
    assert.deepEqual(troubles, []);
    const kinds = loadKinds(builtIn, own);
    const files = (points: number): Files => ({
      's.yaml': `kind: suppliers\nitems:\n- id: S-1\n  ratings: [{ topic: price, weight: 2, points: 1 }, { topic: quality, weight: 3, points: ${points} }]\n`,
    });
    const was = projectOf(files(2), kinds);
    const changes = finish(compareProjects(was, projectOf(files(4), kinds)));
    assert.deepEqual(changes.flatMap(scoreChanges), [{ way: ['ratings', '[quality]'], before: 6, after: 12 }]);
  });

  it('is the same for programs', () => {
    const json = JSON.parse(reviewJson(reviewed(BEFORE, AFTER), 'a', 'b', 'en')) as {
      readonly uncovered: readonly string[];
      readonly brought: readonly { readonly code: string; readonly line: number }[];
    };
    assert.deepEqual(json.uncovered, ['risks/R-1', 'risks/R-2']);
    assert.deepEqual(
      json.brought.map(({ code, line }) => `${code}:${line}`),
      ['LF520:4', 'LF301:4', 'LF302:4', 'LF520:10', 'LF101:15'],
    );
  });
});
