// What a hover says of drift, in both languages, and that nothing out of a file becomes more than text.
import assert from 'node:assert/strict';
import { finish } from '../../src/core/base/work';
import { type Language, tell } from '../../src/core/messages/message';
import type { Commit, Oid } from '../../src/core/model/commit';
import { path } from '../../src/core/model/id';
import { known, unavailable } from '../../src/core/project/known';
import { worldOf } from '../../src/core/project/world';
import { dayText } from '../../src/core/views/label';
import { driftMarks } from '../../src/core/views/drift-marks';
import { driftText } from '../../src/vscode/drift-text';
import { projectOf } from '../core/support';

const COMMIT = 'a'.repeat(40);
const files = {
  'people.yaml': 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n  - id: chen\n    title: 陈玉兰\n',
  'baselines.yaml': `kind: baselines\nitems:\n  - id: BL-1\n    title: Scope\n    tag: v1\n    commit: ${COMMIT}\n    date: 2026-02-01\n    scope: [risks]\n`,
};
const risks = (more: string, others = ''): string =>
  `kind: risks\nitems:\n  - id: R-1\n    title: One\n${more}${others}`;
const request = (on: string): string =>
  `kind: change-requests\nitems:\n  - id: CR-014\n    title: Impact\n    requested_by: chen\n    requested_on: 2026-02-20\n    status: approved\n    covers: [R-1]\n    approvals: [{ person: li.wei, verdict: approved${on} }]\n`;

const author = { name: '邓雯', email: 'deng@example.com', at: Date.parse('2026-03-02T20:00:00Z'), offset: 480 };
const commit: Commit = {
  oid: 'b'.repeat(40) as Oid,
  tree: 'c'.repeat(40) as Oid,
  parents: [],
  author,
  committer: author,
  message: 'm',
  shallow: false,
};

function said(was: string, is: string, requests: string | undefined, language: Language = 'en', by?: Commit): string {
  const state = projectOf({ 'risks.yaml': was });
  const project = projectOf({ ...files, 'risks.yaml': is, ...(requests ? { 'cr.yaml': requests } : {}) });
  const tag = { commit: COMMIT, annotated: true, ancestor: known(true), project: known(state) };
  const world = worldOf(
    project,
    0,
    '2026-11-16',
    unavailable('missing'),
    known({ tags: new Map([['v1', tag]]), changes: unavailable('missing') }),
  );
  const speaker = { language, tell: (message: Parameters<typeof tell>[0]) => tell(message, language) };
  return finish(driftMarks(world, path('risks.yaml')))
    .map((mark) => driftText(mark, project, speaker, by))
    .join('\n')
    .replaceAll(/\(command:[^)]+\)/g, '')
    .replaceAll('\\', '');
}

describe('the story of what drifted', () => {
  const [was, is] = [risks('    impact: 3\n'), risks('    impact: 5\n')];

  it('says what it was, until which change request, who and when', () => {
    assert.equal(
      said(was, is, request(', on: 2026-03-03')),
      '**Impact**: was `3` until [CR-014 Impact] (李伟, 3 March 2026). Baseline: [BL-1 Scope]. [Restore…]',
    );
    assert.equal(
      said(was, is, request(', on: 2026-03-03'), 'zh-cn'),
      '**影响**：原为 `3`，变更依据：[CR-014 Impact]（李伟，2026年3月3日）。基线：[BL-1 Scope]。 [恢复…]',
    );
  });

  it('names who changed it where the history knows', () => {
    assert.equal(
      said(was, is, request(', on: 2026-02-28'), 'en', commit),
      '**Impact**: was `3` until [CR-014 Impact] (邓雯, 3 March 2026). Baseline: [BL-1 Scope]. [Restore…]',
    );
    assert.match(
      said(was, is, undefined, 'en', commit),
      /lets it change\. Changed by 邓雯, 3 March 2026\. \[Restore…\]$/,
    );
    assert.match(said(was, is, undefined, 'zh-cn', commit), /邓雯 于 2026年3月3日 变更。 \[恢复…\]$/);
  });

  it('says that nobody approved it', () => {
    assert.match(said(was, is, undefined), /^\*\*Impact\*\*: was `3` at baseline \[BL-1 Scope\]\. No approved change/);
    assert.match(said(was, is, undefined, 'zh-cn'), /^\*\*影响\*\*：基线 \[BL-1 Scope\] 时为 `3`，没有已批准/);
    const come = risks('    impact: 3\n', '  - id: R-2\n    title: Two\n');
    assert.equal(said(was, come, undefined), 'New since baseline [BL-1 Scope]. No approved change request lets it in.');
  });

  it('says what was empty', () => {
    assert.match(said(risks(''), is, undefined), /^\*\*Impact\*\*: was nothing at/);
    assert.match(said(risks(''), is, undefined, 'zh-cn'), /时为 空，/);
  });

  it('shows what a file holds as it is, and not for ever', () => {
    const evil = risks('    description: "[x](command:evil) `c` <b>"\n');
    const text = said(evil, is, undefined);
    assert.ok(text.includes('`[x] ˋcˋ <b>`'), text);
    const long = said(risks(`    description: ${'long '.repeat(200)}\n`), is, undefined);
    assert.ok(long.length < 600 && long.includes('…`'), long);
  });
});

describe('a day in words', () => {
  it('is a day in either language, and what is none stays', () => {
    assert.equal(dayText('2026-03-03', 'en'), '3 March 2026');
    assert.equal(dayText('2026-12-31', 'zh-cn'), '2026年12月31日');
    assert.equal(dayText('soon', 'en'), 'soon');
  });
});
