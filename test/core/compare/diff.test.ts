// The semantic diff: what counts as a change, and what does not.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../src/core/base/work';
import { compareProjects, type EntityChange, subjectOf } from '../../../src/core/compare/diff';
import { written } from '../../../src/core/schema/json';
import { type Files, projectOf } from '../support';

const compare = (before: Files, after: Files): readonly EntityChange[] =>
  finish(compareProjects(projectOf(before), projectOf(after)));

/** One line a change, as a reviewer would say it. */
const lines = (changes: readonly EntityChange[]): readonly string[] =>
  changes.flatMap((change) => {
    const name = subjectOf(change).id;
    if (change.how !== 'changed') return [`${change.how} ${name}`];
    const from = change.renamed ? [`renamed ${change.before.id} to ${name}`] : [];
    const show = (value: Parameters<typeof written>[0]): string => (value === undefined ? '–' : written(value));
    return [
      ...from,
      ...change.fields.map(({ way, before, after }) => `${name} ${way.join('.')}: ${show(before)} → ${show(after)}`),
    ];
  });

const risk = (id: string, more = '', title = `Risk ${id}`): string =>
  `- id: ${id}\n  title: ${title}\n  probability: 2\n  impact: 2\n  status: open\n${more}`;
const risks = (...items: readonly string[]): Files => ({ 'risks.yaml': `kind: risks\nitems:\n${items.join('')}` });

describe('the semantic diff', () => {
  it('tells what came, went and changed, by field', () => {
    const before = risks(risk('R-1'), risk('R-2', '  tags: [a, b]\n'));
    const after = risks(risk('R-2', '  tags: [b, c]\n').replace('impact: 2', 'impact: 5'), risk('R-3'));
    assert.deepEqual(lines(compare(before, after)), [
      'R-2 tags: ["a","b"] → ["b","c"]',
      'R-2 impact: 2 → 5',
      'added R-3',
      'removed R-1',
    ]);
  });

  it('sees no change in order, comments, quotes, form and place', () => {
    const before = risks(risk('R-1', '  tags: [a, b]\n'), risk('R-2'));
    const after: Files = {
      'deep/more.yaml':
        `# moved\nkind: risks\nitems:\n  - { status: "open", impact: 2, id: 'R-1', tags: [b, a], title: >-\n      Risk R-1\n      , probability: 2 }\n`.replace(
          '>-\n      Risk R-1\n      ',
          '"Risk R-1"',
        ),
      'risks.yaml': `kind: risks\nitems:\n${risk('R-2').replace('status: open', 'status: open # as before')}`,
    };
    assert.deepEqual(lines(compare(before, after)), []);
  });

  it('follows an entity that remembers its former id', () => {
    const after = risks(risk('R-9', '  formerly: [R-1]\n  owner: li.wei\n', 'Risk R-1'));
    assert.deepEqual(lines(compare(risks(risk('R-1')), after)), ['renamed R-1 to R-9', 'R-9 owner: – → li.wei']);
  });

  it('takes a former id that still stands for another entity', () => {
    const after = risks(risk('R-1'), risk('R-9', '  formerly: [R-1]\n'));
    assert.deepEqual(lines(compare(risks(risk('R-1')), after)), ['added R-9']);
  });

  it('matches the elements of lists by their keys', () => {
    const waivers = (...list: readonly string[]): Files => ({
      'change-requests.yaml': `kind: change-requests\nitems:\n- id: CR-1\n  title: C\n  requested_by: a\n  requested_on: 2026-01-01\n  reason: r\n  status: submitted\n  approvals:\n${list.join('')}`,
    });
    const one = (person: string, verdict: string): string =>
      `  - person: ${person}\n    verdict: ${verdict}\n    on: 2026-01-02\n`;
    const before = waivers(one('li.wei', 'approved'), one('wang.fang', 'rejected'));
    const after = waivers(one('wang.fang', 'approved'), one('li.wei', 'approved'));
    assert.deepEqual(lines(compare(before, after)), ['CR-1 approvals.[wang.fang].verdict: rejected → approved']);
  });

  it('aligns the steps of an ordered list', () => {
    const steps = (...list: readonly string[]): Files => ({
      'tests.yaml': `kind: tests\nitems:\n- id: T-1\n  title: T\n  type: uat\n  covers: []\n  expected: x\n  steps:\n${list.map((one) => `  - ${one}\n`).join('')}`,
    });
    const found = lines(
      compare(steps('{ do: a }', '{ do: b }', '{ do: c }'), steps('{ do: a }', '{ do: n }', '{ do: b }', '{ do: d }')),
    );
    assert.deepEqual(found, ['T-1 steps.[2]: – → {"do":"n"}', 'T-1 steps.[4].do: c → d']);
  });

  it('compares the text of an article', () => {
    const article = (body: string): Files => ({ 'docs/a.md': `---\ntitle: A\n---\n\n${body}\n` });
    assert.deepEqual(lines(compare(article('One.'), article('Two.'))), ['docs/a body: One. → Two.']);
    assert.deepEqual(lines(compare(article('One.'), article('One.\n\n'))), []);
  });

  const value = fc.constantFrom('1', 'two', '[a]', '[b, a]', '"x: y"', '三');
  const item = fc
    .record({ id: fc.constantFrom('R-1', 'R-2', 'R-3', 'R-4'), note: value, tags: fc.constantFrom('[]', '[a, b]') })
    .map(({ id, note, tags }) => risk(id, `  description: ${note}\n  tags: ${tags}\n`));
  const register = fc.uniqueArray(item, { maxLength: 4, selector: (text) => text.slice(0, 9) });

  it('finds nothing between a project and itself, in whatever order it is written', () => {
    fc.assert(
      fc.property(register, (items) => {
        assert.deepEqual(lines(compare(risks(...items), risks(...items.toReversed()))), []);
      }),
      { numRuns: 1000, seed: 4 },
    );
  });

  it('says the same backwards, the other way round', () => {
    const turned = (change: EntityChange): string =>
      change.how === 'added'
        ? `removed ${change.after.id}`
        : change.how === 'removed'
          ? `added ${change.before.id}`
          : `${change.after.id} ${JSON.stringify(change.fields.map(({ way, before, after }) => [way, after, before]))}`;
    const told = (change: EntityChange): string =>
      change.how === 'changed'
        ? `${change.after.id} ${JSON.stringify(change.fields.map(({ way, before, after }) => [way, before, after]))}`
        : `${change.how} ${subjectOf(change).id}`;
    fc.assert(
      fc.property(register, register, (a, b) => {
        const there = compare(risks(...a), risks(...b)).map(told);
        const back = compare(risks(...b), risks(...a)).map(turned);
        assert.deepEqual([...there].sort(), [...back].sort());
      }),
      { numRuns: 1000, seed: 5 },
    );
  });
});
