// Text for people: widths, tables, source lines with a caret, cells of spreadsheets.
import assert from 'node:assert/strict';
import { say } from '../../../src/core/messages/message';
import { csv } from '../../../src/core/render/csv';
import { findingsText } from '../../../src/core/render/findings-text';
import { coloured, plain } from '../../../src/core/render/ink';
import { tableText } from '../../../src/core/render/table';
import { clipped, harmless, widthOf } from '../../../src/core/render/width';
import type { CheckReport } from '../../../src/core/views/report';

describe('width in a terminal', () => {
  it('counts columns, not characters', () => {
    assert.deepEqual(['abc', '中文', 'e\u0301', '：', '👍', ''].map(widthOf), [3, 4, 1, 2, 2, 0]);
  });

  it('cuts between characters', () => {
    assert.equal(clipped('中文字符', 5), '中文…');
    assert.equal(clipped('中文字符', 8), '中文字符');
  });

  it('makes controls visible and takes out marks that turn the text around', () => {
    assert.equal(harmless('a\u001b[2J\tb\u202ec\nd'), 'a\ufffd[2J bc d');
  });
});

describe('a table', () => {
  it('is aligned by columns of the terminal', () => {
    assert.equal(
      tableText(
        ['id', 'title'],
        [
          ['R-1', '主数据'],
          ['中', 'x'],
        ],
        plain,
        80,
      ),
      'id   title\nR-1  主数据\n中   x\n',
    );
  });

  it('ends where the terminal ends, and nowhere without one', () => {
    assert.equal(tableText(['a', 'b'], [['x', '一二三四五']], plain, 10), 'a  b\nx  一二三…\n');
    assert.equal(tableText(['a'], [['一二三四五']], plain, undefined), 'a\n一二三四五\n');
  });
});

describe('findings as text', () => {
  const report = (source: string, column: number, length: number): CheckReport => ({
    projects: [
      {
        name: 'P',
        folder: '.',
        files: ['a.yaml'],
        entities: 1,
        suppressed: 0,
        findings: [
          {
            code: 'LF101',
            severity: 'error',
            path: 'a.yaml',
            start: { line: 8, column },
            end: { line: 8, column: column + length },
            message: say('duplicate.here'),
            entity: undefined,
            related: [],
            source,
          },
        ],
      },
    ],
  });
  const frame = (source: string, column: number, length: number, columns = 60) =>
    findingsText(report(source, column, length), 'en', { ink: plain, columns })
      .split('\n')
      .slice(1, 3);

  it('put the caret under the mark, also behind wide characters', () => {
    assert.deepEqual(frame('    owner: li.we', 11, 5), ['  9 |     owner: li.we', '    |            ^^^^^']);
    assert.deepEqual(frame('标题：主数据', 2, 1), ['  9 | 标题：主数据', '    |     ^^']);
    assert.deepEqual(frame('x', 1, 0), ['  9 | x', '    |  ^']);
  });

  it('show of a long line what is around the mark', () => {
    const [line = '', caret = ''] = frame(`${'a'.repeat(200)}HERE${'b'.repeat(200)}`, 200, 4);
    assert.ok(line.length <= 60 && line.includes('HERE'), line);
    assert.equal(line.slice(caret.indexOf('^')).slice(0, 4), 'HERE');
  });

  it('have no source lines and no colours without a terminal', () => {
    const text = findingsText(report('x', 0, 1), 'en', { ink: plain, columns: undefined });
    assert.equal(text, 'a.yaml:9:1 error LF101 also here\n\n1 error in 1 file; 1 entry in 1 file checked.\n');
    assert.match(findingsText(report('x', 0, 1), 'en', { ink: coloured, columns: 80 }), /\u001b\[31merror\u001b\[39m/);
  });
});

describe('CSV', () => {
  it('quotes what it must', () => {
    assert.equal(csv([['a,b', 'c"d', 'e\nf', 'g']]), '\ufeff"a,b","c""d","e\nf",g\r\n');
  });

  it('makes formulas plain text, full-width ones too, and leaves numbers alone', () => {
    const cells = ['=1+1', '+1', '-5', '-5.25', '-x', '@a', '\tx', '＝1', '＋1', '－1', '＠a', 'a=b'];
    assert.equal(csv([cells]), "\ufeff'=1+1,+1,-5,-5.25,'-x,'@a,'\tx,'＝1,'＋1,'－1,'＠a,a=b\r\n");
  });
});
