// Tables from a spreadsheet as items: which column fills which field, what a cell becomes, and where the items go.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { pasteTable } from '../../../src/core/features/paste';
import { tell } from '../../../src/core/messages/message';
import { path } from '../../../src/core/model/id';
import { applyEdits } from '../../../src/core/syntax/edit';
import { type Files, projectOf } from '../support';

const PEOPLE = 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n  - id: ann.lee\n    title: Ann Lee\n';
const RISKS = `kind: risks
items:
  - id: R-001
    title: Late # very
    probability: 1
    impact: 1
    status: open
    # end
`;

/** The text after the paste behind `|`, which stands for the cursor; undefined where nothing is offered. */
function pasted(register: string, table: string, more: Files = {}): string | undefined {
  const at = register.indexOf('|');
  const text = register.replace('|', '');
  const project = projectOf({ 'people.yaml': PEOPLE, ...more, 'a.yaml': text });
  const found = finish(pasteTable(project, path('a.yaml'), at, table));
  if (!found) return undefined;
  return found.ok ? applyEdits(text, found.value.edits) : tell(found.error, 'en');
}

/** What comes behind the risk that is there. */
const risks = (...rows: readonly string[]): string => {
  const text = pasted(`${RISKS}|`, rows.join('\r\n')) ?? '';
  const behind = '    status: open\n';
  const start = text.indexOf(behind) + behind.length;
  assert.ok(text.startsWith(RISKS.replace('    # end\n', '')) && text.endsWith('    # end\n'), text);
  return text.slice(start, -'    # end\n'.length);
};

describe('a table from a spreadsheet', () => {
  it('becomes items: columns by key or by title in either language, values as their fields ask', () => {
    assert.equal(
      risks(
        '标题 *\tStatus\tprobability\t风险影响\t负责人\tReview by (date)\t标签\tcost_impact',
        '主数据重复\t监控中\t3\t4\t李伟\t2026/12/1\tdata、go-live\t"1,234,500.50"',
        'Key users: late\tOpen\t2\t5\tann.lee\t\t\t¥1,000',
      ),
      `  - id: R-002
    title: 主数据重复
    status: monitoring
    probability: 3
    impact: 4
    owner: li.wei
    review_by: 2026-12-01
    tags: [data, go-live]
    cost_impact: 1234500.50
  - id: R-003
    title: "Key users: late"
    status: open
    probability: 2
    impact: 5
    owner: ann.lee
    cost_impact: 1000
`,
    );
  });

  it('keeps cells of several lines, tabs and quotation marks', () => {
    assert.equal(
      risks(
        '编号\t标题\t说明',
        'R-9\t"He said ""no"""\t"one\n\ttwo\nthree"',
        'R-10\t"as it is"\t"tab\there"',
        'R-11\tA\t"one\ntwo\n\n  three"',
      ),
      `  - id: R-9
    title: He said "no"
    description: "one\\n\\ttwo\\nthree"
  - id: R-10
    title: '"as it is"'
    description: "tab\\there"
  - id: R-11
    title: A
    description: |-
      one
      two

        three
`,
    );
  });

  it('loses no column that fills no field', () => {
    assert.equal(
      risks('标题\t部门\t\t部门', 'A\t"财务\n成本"\tx\ty'),
      '  - id: R-002\n    # [部门] 财务\n    # [部门] 成本\n    # [#3] x\n    # [部门] y\n    title: A\n',
    );
    assert.match(risks('Title\tlandfall-disable LF101', 'A\tbecause'), /\n {4}# \[landfall-disable LF101\] because\n/);
  });

  it('leaves what does not fit as the text it is', () => {
    assert.equal(
      risks('标题\t状态\t概率\t复核期限', 'A\tunclear\tabout 3\t3/4/2026', 'B\topen\t12,34\t31.12.2026 10:30'),
      `  - id: R-002
    title: A
    status: unclear
    probability: about 3
    review_by: 3/4/2026
  - id: R-003
    title: B
    status: open
    probability: 12,34
    review_by: 31.12.2026 10:30
`,
    );
  });

  it('reads dates in the forms of a spreadsheet, days and months by their column', () => {
    const days = (...cells: readonly string[]): string =>
      [...risks('标题\t复核期限', ...cells.map((cell) => `A\t${cell}`)).matchAll(/review_by: (.*)/g)]
        .map(([, day]) => day)
        .join(' ');
    assert.equal(
      days('2026-12-01', '2026.1.2', '2026年3月4日', '20260506', '2026/7/8 0:00', '46357'),
      '2026-12-01 2026-01-02 2026-03-04 2026-05-06 2026-07-08 2026-12-01',
    );
    assert.equal(
      days('1-Dec-26', 'Dec 2, 2026', '3 December 2026', '5/5/2026'),
      '2026-12-01 2026-12-02 2026-12-03 2026-05-05',
    );
    assert.equal(days('3/4/2026', '31/12/2026'), '2026-04-03 2026-12-31');
    assert.equal(days('3/4/2026', '12/31/2026'), '2026-03-04 2026-12-31');
    assert.equal(days('13/4/2026', '12/31/2026'), '13/4/2026 12/31/2026');
    assert.equal(days('2026-02-30', 'Deck 1, 2026'), '2026-02-30 Deck 1, 2026');
  });

  it('gives the value of a parameter the type that its row names', () => {
    const text = pasted(
      'kind: configuration\n|',
      'ID\tTitle\tType\tValue\na.b\tA\tboolean\tTRUE\nc.d\tC\t文本\t1.10\n',
    );
    assert.match(text ?? '', /value: true\n/);
    assert.match(text ?? '', /value: "1\.10"\n/);
  });

  it('counts ids on over all files, past those that were given up or come along', () => {
    const other = { 'b.yaml': 'kind: risks\nitems:\n  - id: R-007\n    title: B\n    formerly: [R-008]\n' };
    const text = pasted('kind: risks\nitems:\n|', '标题\t编号\nA\t\nB\tR-0010\nC\t', other);
    assert.deepEqual(text?.match(/id: .*/g), ['id: R-0011', 'id: R-0010', 'id: R-0012']);
    const people = pasted(`${PEOPLE}|`, '姓名\t邮箱\nWang Fang\tw@example.com\nWang Fang\t');
    assert.deepEqual(people?.match(/id: W.*/g), ['id: Wang-Fang', 'id: Wang-Fang-2']);
  });
});

describe('the place of a pasted table', () => {
  const table = 'id\ttitle\nN-1\tN';
  const added = '  - id: N-1\n    title: N\n';

  it('is behind the item at the cursor', () => {
    const two = 'kind: people\nitems:\n  - id: a\n    title: A|\n\n  # of b\n  - id: b\n    title: B\n';
    assert.equal(pasted(two, table), two.replace('|\n', `\n\n${added}`));
  });

  it('is that of a dash with nothing behind it', () => {
    const begun = 'kind: people\nitems:\n  - id: a\n    title: A\n  - |\n  - id: b\n    title: B\n';
    assert.equal(pasted(begun, table), begun.replace('  - |\n', added));
    assert.equal(pasted('kind: people\nitems:\n  - |\n', table), `kind: people\nitems:\n${added}`);
  });

  it('is a register without items, however that is written', () => {
    for (const empty of ['kind: people\n|', 'kind: people\nitems:|\n', 'kind: people\nitems: []|\n'])
      assert.equal(pasted(empty, table), `kind: people\nitems:\n${added}`, empty);
  });

  it('is not inside a comment or a block of prose, nor in a list in brackets', () => {
    assert.equal(pasted('kind: people\nitems:\n  - id: a # |\n', table), undefined);
    assert.equal(
      pasted('kind: people\nitems:\n  - id: a\n    description: |\n      x|\n'.replace(': |', ': >'), table),
      undefined,
    );
    assert.match(pasted('kind: people\nitems: [{id: a, title: A}]|\n', table) ?? '', /^This change/);
  });

  it('is nowhere for a text that is no table of such items', () => {
    for (const text of ['id\ttitle', 'a b c', 'one\ttwo\nthree\tfour', '', '\t\t\n\t'])
      assert.equal(pasted('kind: people\nitems:|\n', text), undefined, JSON.stringify(text));
    assert.equal(pasted('a: 1\n|', table), undefined);
  });
});
