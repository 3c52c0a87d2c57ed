// The line above an entity, and what stands behind ids and dates.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { ownerHints, scheduleHints, scoreHints, titleHints, weekdayHints } from '../../../src/core/features/hints';
import { lensText, lenses } from '../../../src/core/features/lens';
import { tell } from '../../../src/core/messages/message';
import { path } from '../../../src/core/model/id';
import { findingsOf, projectOf, worldAt } from '../support';

const FILES = {
  'people.yaml': 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n  - id: ann\n    title: Ann Lee\n',
  'risks.yaml':
    'kind: risks\nitems:\n  - id: R-1\n    title: Late\n    probability: 3\n    impact: 9\n    status: open\n    owner: li.wei # him\n    links: ["ann", people/li.wei, nobody]\n    review_by: 2026-11-16\n',
};

describe('the line above an entity', () => {
  it('counts references from elsewhere, and findings', () => {
    const project = projectOf(FILES);
    const said = (file: string): readonly string[] =>
      lenses(project, path(file)).map((lens) => {
        const found = findingsOf(project).filter((one) => one.path === file);
        const { references, findings } = lensText(project, lens, found);
        return `${lens.entity.id} ${references.length} ${findings}`;
      });
    assert.deepEqual(said('people.yaml'), ['li.wei 2 0', 'ann 1 0']);
    assert.deepEqual(said('risks.yaml'), ['R-1 0 2']);
    assert.deepEqual(said('none.yaml'), []);
  });
});

describe('hints', () => {
  const text = FILES['risks.yaml'];
  const all = { start: 0, end: text.length };
  const project = projectOf(FILES);
  const shown = (hints: ReturnType<typeof titleHints>): readonly string[] =>
    hints.map(
      (hint) =>
        `${text.slice(0, hint.at).split(/[\s[]/).at(-1)} ${typeof hint.text === 'string' ? hint.text : tell(hint.text, 'zh-cn')}`,
    );

  it('give the title of what an id names, behind its quotes, and nothing for what is not there', () => {
    assert.deepEqual(shown(ownerHints(project, path('risks.yaml'), all)), ['li.wei 李伟']);
    assert.deepEqual(shown(titleHints(project, path('risks.yaml'), all)), ['"ann" Ann Lee', 'people/li.wei 李伟']);
  });

  it('give the weekday of a date', () => {
    assert.deepEqual(shown(weekdayHints(project, path('risks.yaml'), all)), ['2026-11-16 周一']);
    const wrong = projectOf({ ...FILES, 'risks.yaml': text.replace('11-16', '02-30') });
    assert.deepEqual(weekdayHints(wrong, path('risks.yaml'), all), []);
  });

  it('give the score of two numbers, wherever the kind has one', () => {
    const rated =
      'kind: risks\nitems:\n  - impact: 5\n    probability: 3\n    target: {probability: 1, impact: 2}\n    inherent: {impact: x}\n';
    const found = scoreHints(projectOf({ 'r.yaml': rated }), path('r.yaml'), { start: 0, end: rated.length });
    assert.deepEqual(
      found.map(
        ({ at, text: score }) =>
          `${rated.slice(0, at).split(' ').at(-1)} ${typeof score === 'string' ? score : score.id}`,
      ),
      ['5 × 3 = 15', '2 × 1 = 2'],
    );
  });

  it('give the computed dates of tasks, their float, and what is critical', () => {
    const plan = `kind: tasks
items:
  - id: A
    title: One
    duration: 2d
  - { id: B, title: Two, duration: 1d }
  - { id: C, title: Three, after: [A], milestone: true }
  - { id: D, title: Four, duration: 1d, actual_start: 2026-11-12, actual_finish: 2026-11-12 }
`;
    const world = worldAt(projectOf({ 'plan.yaml': plan }));
    const told = (view: { start: number; end: number }): readonly string[] =>
      finish(scheduleHints(world, path('plan.yaml'), view)).map(
        ({ at, text: hint }) =>
          `${plan.slice(0, at).split('\n').at(-1)?.trim().slice(0, 9)} ${typeof hint === 'string' ? hint : tell(hint, 'zh-cn')}`,
      );
    assert.deepEqual(told({ start: 0, end: plan.length }), [
      '- id: A ⚑ 2026-11-17 → 2026-11-18 · 时差 0 天',
      '- { id: B 2026-11-17 → 2026-11-17 · 时差 1 天',
      '- { id: C ⚑ 2026-11-18 · 时差 0 天',
      '- { id: D ✓ 2026-11-12 → 2026-11-12',
    ]);
    assert.deepEqual(told({ start: 0, end: 30 }), ['- id: A ⚑ 2026-11-17 → 2026-11-18 · 时差 0 天']);
  });

  it('are only those in view', () => {
    const view = { start: 0, end: text.indexOf('links') };
    assert.deepEqual(shown(ownerHints(project, path('risks.yaml'), view)), ['li.wei 李伟']);
    assert.deepEqual(titleHints(project, path('risks.yaml'), view), []);
    assert.deepEqual(weekdayHints(project, path('risks.yaml'), view), []);
  });
});
