// Schema findings: one per cause, at the exact place, in a consultant's words.
import assert from 'node:assert/strict';
import { tell } from '../../../src/core/messages/message';
import { lookUp } from '../../../src/core/project/project';
import { check, findingsOf, lines, projectOf } from '../support';

const risk = (rest: string): string =>
  `kind: risks\nitems:\n  - id: R-1\n    title: Dirty data\n    probability: 3\n    impact: 3\n    status: open\n${rest}`;

describe('an item against its kind', () => {
  it('marks wrong values and says what is allowed and what was probably meant', () =>
    check(`
kind: risks
items:
  - id: R-1
    title: Dirty data
    category: date
    #         ^^^^ LF023 \`date\` is not allowed for \`category\`. Did you mean \`data\`? Allowed: \`scope\`, \`schedule\`, \`cost\`, \`data\`, \`people\`, \`technology\`, \`security\`, \`vendor\`, \`compliance\`.
    probability: 9
    #            ^ LF024 \`probability\` must be at most 5.
    impact: high
    #       ^^^^ LF022 \`impact\` must be a whole number, not text.
    delay: 5 days
    #      ^^^^^^ LF025 \`5 days\` is not a duration such as 5d, 2w, 14cd, 4h or 90min.
    review_by: 2026-02-30
    #          ^^^^^^^^^^ LF025 \`2026-02-30\` is not a date such as 2026-12-01.
    cost_impact: "300"
    #            ^^^^^ LF022 \`cost_impact\` must be a number; in quotes it is text. Remove the quotes.
    status: open
`));

  it('names all missing fields of a thing in one finding, at its id', () =>
    check(`
kind: risks
items:
  - id: R-1
    #   ^^^ LF021 Risk needs \`probability\` (Probability), \`impact\` (Impact), \`status\` (Status).
    title: Dirty data
`));

  it('says which status owes a field', () =>
    check(`
kind: risks
items:
  - id: R-1
    #   ^^^ LF021 With \`status: occurred\`, Risk needs \`occurred_as\` (Occurred as).
    title: Dirty data
    probability: 3
    impact: 3
    status: occurred
`));

  it('reports an unknown key at the key, with a fix', () => {
    const project = projectOf({ 'r.yaml': risk('    owners: li.wei\n') });
    assert.deepEqual(lines(project), ['r.yaml:8:5 LF020 Risk has no field `owners`. Did you mean `owner`?']);
    assert.deepEqual(findingsOf(project)[0]?.fix, { kind: 'replace', with: 'owner' });
  });

  it('takes the Chinese name of a value for the value', () => {
    const [found] = findingsOf(projectOf({ 'r.yaml': risk('').replace('status: open', 'status: 已关闭') }));
    assert.equal(found && tell(found.message, 'zh-cn').includes('是不是 `closed`'), true);
  });

  it('says that a half-typed field has no value', () => {
    assert.deepEqual(lines(projectOf({ 'r.yaml': risk('    contingency:\n') })), [
      'r.yaml:8:5 LF022 `contingency` has no value. Give one, or delete the line.',
    ]);
  });

  it('keeps declared texts as they were written', () => {
    const project = projectOf({
      'e.yaml':
        'kind: configuration\nitems:\n  - id: fi.x\n    title: 1.10\n    type: string\n    value: 007\n    default: no\n',
    });
    const value = lookUp(project, 'configuration', 'fi.x')?.value;
    assert.deepEqual([value?.title, value?.value, value?.default], ['1.10', '007', 'no']);
  });

  it('takes __proto__ for data', () => {
    const project = projectOf({ 'r.yaml': risk('    __proto__: { polluted: 1 }\n') });
    assert.deepEqual(lines(project), ['r.yaml:8:5 LF020 Risk has no field `__proto__`.']);
    assert.equal('polluted' in {}, false);
  });

  it('finds personal numbers wherever they stand, and nothing in figures', () => {
    const project = projectOf({
      'r.yaml': risk(
        '    cause: 电话 13812345678，身份证 11010519491231002X\n    effect: 订单 20261116000001 共 13,812,345 元\n',
      ),
    });
    assert.deepEqual(
      lines(project).map((one) => one.split(' ').slice(0, 2).join(' ')),
      ['r.yaml:8:15 LF040', 'r.yaml:8:31 LF040'],
    );
  });

  it('says one thing about a shorthand list element that fits neither form', () => {
    const project = projectOf({
      't.yaml':
        'kind: tasks\nitems:\n  - id: T-1\n    title: One\n    after: [{ task: T-2, type: XX }]\n  - id: T-2\n    title: Two\n',
    });
    assert.deepEqual(lines(project), [
      't.yaml:5:32 LF023 `XX` is not allowed for `type`. Allowed: `FS`, `SS`, `FF`, `SF`.',
    ]);
  });
});
