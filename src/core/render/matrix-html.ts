// A matrix as a page that stands alone: no script, nothing from elsewhere, headings that stay in sight on a screen and are
// repeated on every sheet of paper.
import { type Language, say, tell } from '../messages/message';
import type { Matrix } from '../views/matrix';
import { legendOf, marksOf, rowWords } from './matrix';
import { colours } from './matrix-colours';
import { columnLabel, CONFLICTS } from './matrix-names';
import { fonts } from './scheme';
import { itemsOf, standalonePage } from './standalone';
import { attributeLine, line } from './xml';

const style = `${colours}
body{margin:16px;background:var(--page);color:var(--ink);font:13px/1.4 ${fonts}}
h1{font-size:20px;margin:0 0 8px}ul{list-style:none;margin:0 0 12px;padding:0;display:flex;flex-wrap:wrap;gap:4px 20px}
.facts{color:var(--faint)}.legend b{display:inline-block;min-width:1.6em}
table{border-collapse:separate;border-spacing:0;border:solid var(--line);border-width:1px 0 0 1px}
th,td{border:solid var(--line);border-width:0 1px 1px 0;padding:2px 6px;text-align:center;white-space:nowrap}
th{background:var(--head);font-weight:normal}thead{position:sticky;top:0;z-index:2}thead th{vertical-align:bottom}
thead .g{white-space:normal;vertical-align:middle;font-weight:600}
tbody th,.corner{position:sticky;left:0;text-align:left;max-width:28em;white-space:normal}tbody th{z-index:1}
.a{writing-mode:vertical-rl;display:inline-block;padding:4px 0}
.i{color:var(--faint);margin-right:.5em}
.allow{color:var(--allow);background:var(--allow-fill)}.deny{color:var(--deny);background:var(--deny-fill)}
.unknown{color:var(--unknown);background:var(--unknown-fill)}
.open{box-shadow:inset 0 0 0 2px var(--conflict);font-weight:700}.waived{outline:1px dashed var(--conflict);outline-offset:-3px}
abbr{text-decoration:none}
@media print{@page{size:landscape;margin:10mm}body{margin:0;font-size:9px}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
thead{position:static;display:table-header-group}tbody th,.corner{position:static}tr{break-inside:avoid}}`;

export function matrixHtml(matrix: Matrix, language: Language): string {
  const cells = marksOf(matrix, language).map(({ effect, text, words, conflict }) =>
    effect === 'none'
      ? '<td>'
      : `<td class="${conflict === 'none' ? effect : `${effect} ${conflict}`}"><abbr title="${attributeLine(words)}">${line(text)}</abbr>`,
  );
  const { bands, columns, rows } = matrix;
  const corner = `<th class="corner" scope="col" rowspan="${bands.length + 1}">${line(matrix.heading)}`;
  const heads = bands.map((groups, at) => [
    '<tr>',
    at === 0 ? corner : '',
    ...groups.map(({ label, from, to }) => `<th class="g" scope="colgroup" colspan="${to - from}">${line(label)}`),
  ]);
  const labels = columns.map(
    (column) =>
      `<th scope="col" title="${attributeLine(column.key)}"><span class="a">${line(columnLabel(column))}</span>`,
  );
  const body = rows.map((entity, row) => {
    const { id, title, conflict } = entity;
    const shown = columns.map((_, at) => cells[matrix.cells[row * columns.length + at] ?? 0] ?? '<td>');
    const name = title && title !== id ? `<span class="i">${line(id)}</span>${line(title)}` : line(id);
    const sign =
      conflict === 'none'
        ? ''
        : ` <abbr title="${attributeLine(rowWords(entity, language))}">${CONFLICTS[conflict]}</abbr>`;
    return `<tr><th scope="row">${name}${sign}${shown.join('')}`;
  });
  const legend = legendOf(matrix, language).map(({ sign, words }) => `<b>${line(sign)}</b>${line(words)}`);
  return standalonePage(language, matrix.title, style, [
    itemsOf('facts', matrix.facts.map(line)),
    `<section aria-label="${attributeLine(tell(say('matrix.legend'), language))}">${itemsOf('legend', legend)}</section>`,
    '<table>',
    '<thead>',
    ...heads.map((head) => head.join('')),
    `<tr>${bands.length ? '' : corner}${labels.join('')}`,
    '</thead>',
    '<tbody>',
    ...body,
    '</tbody>',
    '</table>',
  ]);
}
