// The line above an entity, and what stands behind ids and dates.
import assert from 'node:assert/strict';
import { ownerHints, scoreHints, titleHints, weekdayHints } from '../../../src/core/features/hints';
import { lensText, lenses } from '../../../src/core/features/lens';
import { tell } from '../../../src/core/messages/message';
import { path } from '../../../src/core/model/id';
import { findingsOf, projectOf } from '../support';

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

  it('are only those in view', () => {
    const view = { start: 0, end: text.indexOf('links') };
    assert.deepEqual(shown(ownerHints(project, path('risks.yaml'), view)), ['li.wei 李伟']);
    assert.deepEqual(titleHints(project, path('risks.yaml'), view), []);
    assert.deepEqual(weekdayHints(project, path('risks.yaml'), view), []);
  });
});
