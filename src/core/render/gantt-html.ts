// A Gantt chart as a page that stands alone: the picture, and the same facts as a table. No script, nothing from elsewhere.
import { type Language, say, tell } from '../messages/message';
import type { Gantt } from '../views/gantt';
import type { Zoom } from '../views/gantt-query';
import { ganttLegend } from './gantt';
import { chartStyle, colours } from './gantt-colours';
import { ROW } from './gantt-layout';
import { cellsOf, ganttColumns, nameOf } from './gantt-names';
import { ganttSvg, shapeText } from './gantt-svg';
import { fonts } from './scheme';
import { itemsOf, standalonePage } from './standalone';
import { attributeLine, line } from './xml';

const style = `${colours}
body{margin:16px;background:var(--page);color:var(--ink);font:13px/1.4 ${fonts}}
h1{font-size:20px;margin:0 0 8px}h2{font-size:16px;margin:20px 0 8px}
ul{list-style:none;margin:0 0 12px;padding:0;display:flex;flex-wrap:wrap;gap:4px 20px}
.facts,.notes{flex-direction:column}.facts{color:var(--faint)}.legend li{display:flex;align-items:center;gap:4px}
.chart{overflow:auto;max-height:90vh;border:1px solid var(--line)}
table{border-collapse:collapse}th,td{border:1px solid var(--line);padding:2px 8px;text-align:start;vertical-align:top}
th{background:var(--head);font-weight:600}thead th{position:sticky;top:0}tbody th{font-weight:normal}.n{text-align:end;white-space:nowrap}
.d{white-space:nowrap}.h{font-weight:600}
${chartStyle}
@media print{@page{size:landscape;margin:10mm}.chart{overflow:visible;max-height:none;border:0}svg{max-width:100%;height:auto}tr{break-inside:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;

const numbers: ReadonlySet<string> = new Set(['days', 'percent', 'float']);
const dates: ReadonlySet<string> = new Set(['start', 'finish', 'base-start', 'base-finish', 'critical']);

export function ganttHtml(gantt: Gantt, zoom: Zoom, language: Language): string {
  const word = (name: 'legend' | 'table' | 'task' | 'yes' | (typeof ganttColumns)[number]): string =>
    tell(say(`gantt.${name}`), language);
  const items = (name: string, lines: readonly string[]): string => (lines.length ? itemsOf(name, lines) : '');
  const legend = ganttLegend(gantt, language).map(
    ({ shapes, width, words }) =>
      `<svg width="${width}" height="${ROW}" aria-hidden="true">${shapes.map(shapeText).join('')}</svg>${line(words)}`,
  );
  const yes = word('yes');
  const body = gantt.rows.map((row) => {
    const cells = cellsOf(row, yes);
    const of = (name: string): string => (numbers.has(name) ? ' class="n"' : dates.has(name) ? ' class="d"' : '');
    const isHolder = row.kind === 'summary' || row.kind === 'group';
    const name = `<th scope="row"${isHolder ? ' class="h"' : ''} style="padding-inline-start:${8 + row.level * 16}px">${line(nameOf(row))}</th>`;
    return `<tr>${name}${ganttColumns.map((column) => `<td${of(column)}>${line(cells[column])}</td>`).join('')}</tr>`;
  });
  return standalonePage(language, gantt.title, style, [
    items('facts', gantt.facts.map(line)),
    items('notes', gantt.notes.map(line)),
    `<section aria-label="${attributeLine(word('legend'))}">${items('legend', legend)}</section>`,
    `<div class="chart">${ganttSvg(gantt, zoom, language, { bare: true })}</div>`,
    `<h2>${line(word('table'))}</h2>`,
    '<table>',
    `<thead><tr><th scope="col">${line(word('task'))}</th>${ganttColumns.map((column) => `<th scope="col">${line(word(column))}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...body,
    '</tbody>',
    '</table>',
  ]);
}
