// A matrix as CSV for spreadsheets, where cells are words, and as Markdown, one table under each outermost heading.
import { type Language, say, tell } from '../messages/message';
import { faceAt, type Matrix } from '../views/matrix';
import { csv } from './csv';
import { escaped } from './markdown-text';
import { legendOf, marksOf, rowWords } from './matrix';
import { columnName, rowName } from './matrix-names';
import { harmless } from './width';

export function matrixCsv(matrix: Matrix, language: Language): string {
  const words = marksOf(matrix, language).map(({ effect, words: said }) => (effect === 'none' ? '' : said));
  const width = matrix.columns.length;
  const head = [
    tell(say('matrix.id'), language),
    matrix.heading,
    tell(say('matrix.conflicts'), language),
    ...matrix.columns.map(({ key }) => key),
  ];
  return csv([
    head.map(harmless),
    ...matrix.rows.map((entity, row) => [
      harmless(entity.id),
      harmless(entity.title),
      rowWords(entity, language),
      ...matrix.columns.map((_, at) => harmless(words[matrix.cells[row * width + at] ?? 0] ?? '')),
    ]),
  ]);
}

export function matrixMarkdown(matrix: Matrix, language: Language): string {
  const marks = new Map(marksOf(matrix, language).map((mark, at) => [matrix.faces[at], mark.text]));
  const legend = legendOf(matrix, language).map(({ sign, words }) => `\`${sign}\` ${escaped(words)}`);
  const [outermost = [{ label: '', from: 0, to: matrix.columns.length }]] = matrix.bands;
  const tables = outermost.map(({ label, from, to }) => {
    const columns = matrix.columns.slice(from, to);
    const lines = [
      [matrix.heading, ...columns.map(columnName)].map(escaped),
      ['---', ...columns.map(() => ':-:')],
      ...matrix.rows.map((row, at) => [
        escaped(rowName(row)),
        ...columns.map((_, column) => code(marks.get(faceAt(matrix, at, from + column)) ?? '')),
      ]),
    ];
    return [...(label ? [`## ${escaped(label)}`, ''] : []), ...lines.map((cells) => `| ${cells.join(' | ')} |`), ''];
  });
  const facts = matrix.facts.map((fact) => `* ${escaped(fact)}`);
  return [`# ${escaped(matrix.title)}`, '', ...facts, '', legend.join(' · '), '', ...tables.flat()].join('\n');
}

// As code no sign of a cell means anything to Markdown; a scope could hold a backtick or a bar.
const code = (text: string): string =>
  text ? `\`${harmless(text).replaceAll('`', "'").replaceAll('|', '\\|')}\`` : '';
