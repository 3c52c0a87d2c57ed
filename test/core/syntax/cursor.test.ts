// Where a cursor stands: `|` marks it in half-typed text, and its place is written as one line.
import assert from 'node:assert/strict';
import { cursorAt } from '../../../src/core/syntax/cursor';

function check(marked: string, expected: string): void {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const { at, path, typed, siblings, element } = cursorAt(text, offset);
  const parts = [
    at,
    `/${path.join('/')}`,
    `<${text.slice(typed.start, typed.end)}>`,
    at === 'key' ? siblings.join(',') : '',
    element ? 'element' : '',
  ];
  assert.equal(parts.filter(Boolean).join(' '), expected);
}

describe('cursorAt', () => {
  it('finds keys at the top', () => {
    check('¦', 'key / <>');
    check('ki¦', 'key / <ki>');
    check('kind: risks\n¦', 'key / <> kind');
    check('ki¦nd: risks\nitems:\n', 'key / <kind> items');
  });
  it('finds values at the top', () => {
    check('kind: ¦', 'value /kind <>');
    check('kind: ri¦sks # a comment', 'value /kind <risks>');
    check('kind: "ri¦sks"', 'value /kind <risks>');
  });
  it('finds keys and values of items', () => {
    check('items:\n  - ¦', 'key /items/0 <> element');
    check('items:\n  - id: A\n    ti¦', 'key /items/0 <ti> id');
    check('items:\n  - id: A\n    ¦\n    title: x\n  - id: B\n', 'key /items/0 <> id,title');
    check('items:\n  - id: A\n  - id: B\n    owner: li¦', 'value /items/1/owner <li>');
    check('items:\n- id: A\n- id: B\n  owner: ¦', 'value /items/1/owner <>');
    check('items:\n  -\n    id: ¦', 'value /items/0/id <>');
  });
  it('finds what is nested', () => {
    check('items:\n  - id: A\n    target:\n      impact: ¦', 'value /items/0/target/impact <>');
    check('items:\n  - id: A\n    links:\n      - R-1\n      - ¦', 'key /items/0/links/1 <> element');
    check('items:\n  - id: A\n    links:\n    - R-1\n    - R¦', 'key /items/0/links/1 <R> element');
    check(
      'items:\n  - id: A\n    after:\n      - task: T-1\n      - task: T-2\n        lag: ¦',
      'value /items/0/after/1/lag <>',
    );
    check('items:\n  - id: A\n    after:\n      - task: T-1\n    ¦', 'key /items/0 <> after,id');
    check('a:\n  b:\n    c: 1\n  d: ¦', 'value /a/d <>');
  });
  it('finds its way in flow style', () => {
    check('items:\n  - id: A\n    links: [R-1, R¦]', 'value /items/0/links/1 <R>');
    check('items:\n  - id: A\n    target: { impact: ¦ }', 'value /items/0/target/impact <>');
    check('items:\n  - { id: A, ¦ }', 'key /items/0 <> id');
    check('team:\n  - { role: sponsor, per¦ }', 'key /team/0 <per> role');
    check('items:\n  - id: A\n    links: [R-1]¦', 'none /items/0/links <>');
  });
  it('leaves prose and comments alone', () => {
    check('items:\n  - id: A\n    cause: |\n      first: ¦', 'text /items/0/cause <>');
    check('items:\n  - id: A # ¦', 'none / <>');
    check('# kind: ¦', 'none / <>');
  });
});
