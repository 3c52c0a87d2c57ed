// A matrix in all its formats: the same signs and words, Chinese whole, hostile texts harmless, refusals with a reason.
import assert from 'node:assert/strict';
import { validateXML } from 'xmllint-wasm';
import { tell } from '../../../src/core/messages/message';
import { legendOf, MOST_CELLS, refusal } from '../../../src/core/render/matrix';
import { matrixHtml } from '../../../src/core/render/matrix-html';
import { layoutOf } from '../../../src/core/render/matrix-layout';
import { matrixSvg } from '../../../src/core/render/matrix-svg';
import { matrixCsv, matrixMarkdown } from '../../../src/core/render/matrix-tables';
import { ems, wrapped } from '../../../src/core/render/measure';
import { finance, hostile, matrixOf } from './matrix-model';

const nasty = matrixOf(
  hostile.map((text) => `${text}/${text}:${text}`),
  hostile.map((text) => [text, text, 'Aax!~']),
);

describe('a matrix', () => {
  it('is a CSV of words', () => {
    assert.equal(
      matrixCsv(finance, 'zh-cn'),
      '\ufeff编号,角色,冲突,会计凭证:create,会计凭证:post,付款单:propose,付款单:approve,采购订单（含补货申请单）:create,PO:approve\r\n' +
        'ap-clerk,应付会计,,允许（直接授予） · 范围 company,,允许（直接授予） · 范围 company,,,\r\n' +
        'ap-approver,付款审批,,允许（继承） · 范围 department,,禁止,视条件而定 · 范围 own,,\r\n' +
        'cfo,财务总监（兼华南分公司负责人，代行付款审批与凭证复核）,存在职责冲突,允许（直接授予） · 范围 company,允许（继承） · 范围 department,' +
        '允许（直接授予） · 范围 company · 存在职责冲突,允许（直接授予） · 范围 company · 存在职责冲突,,允许（继承） · 范围 company · 冲突已豁免或由系统控制\r\n' +
        'auditor,,,,,,,,\r\n',
    );
  });

  it('is a Markdown table under each outermost heading', () => {
    assert.equal(
      matrixMarkdown(finance, 'en').split('## ').slice(1).join('## '),
      [
        '财务',
        '',
        '| 角色 | 会计凭证:create | 会计凭证:post | 付款单:propose | 付款单:approve\\* |',
        '| --- | :-: | :-: | :-: | :-: |',
        '| ap-clerk 应付会计 | `●c` |  | `●c` |  |',
        '| ap-approver 付款审批 | `○d` |  | `✕` | `?o` |',
        '| cfo 财务总监（兼华南分公司负责人，代行付款审批与凭证复核） \\! | `●c` | `○d` | `●c!` | `●c!` |',
        '| auditor |  |  |  |  |',
        '',
        '## 采购',
        '',
        '| 角色 | 采购订单（含补货申请单）:create | PO:approve\\* |',
        '| --- | :-: | :-: |',
        '| ap-clerk 应付会计 |  |  |',
        '| ap-approver 付款审批 |  |  |',
        '| cfo 财务总监（兼华南分公司负责人，代行付款审批与凭证复核） \\! |  | `○c~` |',
        '| auditor |  |  |',
        '',
      ].join('\n'),
    );
  });

  it('explains every sign that occurs, and no other', () => {
    assert.deepEqual(
      legendOf(matrixOf(['m/o:approve'], [['r', 'R', 'a']]), 'en').map(({ sign, words }) => `${sign} ${words}`),
      ['○ allowed, inherited', '* sensitive action', 'd scope department'],
    );
    assert.equal(legendOf(finance, 'zh-cn').length, 10);
  });

  for (const [name, matrix] of Object.entries({ finance, nasty }))
    it(`is a page and a picture without anything that could run or load: ${name}`, async () => {
      const [page, picture] = [matrixHtml(matrix, 'zh-cn'), matrixSvg(matrix, 'zh-cn')];
      for (const text of [page, picture]) {
        assert.doesNotMatch(text, /<script|<img|<\w+(?:\s+[\w-]+="[^"]*")*\s+on\w+=|url\(|@import|\u202e/i);
        assert.doesNotMatch(text.replace('http://www.w3.org/2000/svg', ''), /https?:/);
      }
      const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg"><xs:element name="svg"><xs:complexType><xs:sequence><xs:any processContents="skip" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>`;
      const { valid, errors } = await validateXML({ xml: { fileName: 'm.svg', contents: picture }, schema });
      assert.ok(valid, JSON.stringify(errors));
    });

  it('leaves no Chinese heading and no name without room', () => {
    const { bands, starts } = layoutOf(finance);
    for (const { groups } of bands)
      for (const { label, lines, from, to } of groups) {
        assert.equal(lines.join(''), label);
        for (const line of lines) assert.ok(ems(line) * 12 <= (starts[to] ?? 0) - (starts[from] ?? 0), line);
      }
    assert.ok(matrixSvg(finance, 'en').includes('代行付款审批与凭证复核'.slice(-4)));
  });

  it('asks for a filter where it is too large, and says so where it is empty', () => {
    const rows = Array.from({ length: 501 }, (_, at) => [`r${at}`, '', ''] as const);
    const wide = matrixOf(
      Array.from({ length: 100 }, (_, at) => `m/o:a${at}`),
      rows,
    );
    const why = refusal(wide);
    assert.match(why ? tell(why, 'en') : '', /^The matrix has 50100 cells .* at most 50000 .* Filter/);
    assert.ok(why && tell(why, 'zh-cn').includes('请按模块'));
    assert.equal(refusal(finance), undefined);
    assert.ok(refusal(matrixOf([], rows)));
    assert.equal(MOST_CELLS, 50_000);
  });
});

describe('lines of a text', () => {
  it('hold all of it, none longer than asked for', () => {
    assert.deepEqual(wrapped('采购订单（含补货申请单）', 5), ['采购订单', '（含补货', '申请单）']);
    assert.deepEqual(wrapped('Purchase orders', 6), ['Purchase', 'orders']);
    assert.deepEqual(wrapped('', 5), ['']);
    for (const line of wrapped(`${'x'.repeat(500)} 中文 ${'长'.repeat(80)}`, 7)) assert.ok(ems(line) <= 7, line);
  });
});
