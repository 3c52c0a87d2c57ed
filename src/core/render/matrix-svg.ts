// A matrix as a picture: title, what was asked, legend, headings, cells. Column labels are turned, headings broken into
// lines; the picture is as large as what is in it, so nothing is cut.
import type { Language } from '../messages/message';
import type { Matrix, MatrixRow } from '../views/matrix';
import { type LegendEntry, legendOf, type Mark, marksOf } from './matrix';
import { colours } from './matrix-colours';
import { FONT, LINE, layoutOf, type MatrixLayout, ROW } from './matrix-layout';
import { columnLabel, rowName } from './matrix-names';
import { ems, wrapped } from './measure';
import { fonts } from './scheme';
import { attributeLine, line as content } from './xml';

const MARGIN = 16;
const TITLE = 18;
/** Rows' names are broken into lines beyond these ems. */
const WIDEST_NAME = 28;
const LEAST_WIDTH = 480;

const style = `${colours}
svg{background:var(--page);font:${FONT}px ${fonts}}
text{fill:var(--ink);white-space:pre}
.t{font-size:${TITLE}px;font-weight:600}.f{fill:var(--faint)}
.m,.g{text-anchor:middle}.h{fill:var(--head)}.l{stroke:var(--line);fill:none}
.allow{fill:var(--allow)}.deny{fill:var(--deny)}.unknown{fill:var(--unknown)}
.b-allow{fill:var(--allow-fill)}.b-deny{fill:var(--deny-fill)}.b-unknown{fill:var(--unknown-fill)}
.c{fill:none;stroke:var(--conflict);stroke-width:2}.w{stroke-dasharray:3 2}`;

export function matrixSvg(matrix: Matrix, language: Language): string {
  const layout = layoutOf(matrix);
  const names = matrix.rows.map((row) => wrapped(rowName(row), WIDEST_NAME));
  const heading = wrapped(matrix.heading, WIDEST_NAME);
  const side = Math.ceil(Math.max(...[...names.flat(), ...heading].map(ems)) * FONT) + 2 * MARGIN;
  const width = Math.max(LEAST_WIDTH, side + (layout.starts.at(-1) ?? 0) + 2 * MARGIN);
  const parts: string[] = [];
  let y = MARGIN + TITLE;
  for (const line of wrapped(matrix.title, (width - 2 * MARGIN) / TITLE)) {
    parts.push(text(MARGIN, y, line, 't'));
    y += TITLE + 6;
  }
  for (const line of matrix.facts.flatMap((fact) => wrapped(fact, (width - 2 * MARGIN) / FONT))) {
    parts.push(text(MARGIN, y, line, 'f'));
    y += LINE;
  }
  const legend = legendAt(legendOf(matrix, language), y + 6, width);
  parts.push(...legend.parts);
  const grid = gridOf(matrix, marksOf(matrix, language), layout, { names, heading, side });
  parts.push(`<g transform="translate(${MARGIN} ${legend.bottom})">`, ...grid.parts, '</g>');
  const height = legend.bottom + grid.height + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${attributeLine(matrix.title)}">`,
    `<style>${style}</style>`,
    `<rect width="${width}" height="${height}" style="fill:var(--page)"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

const text = (x: number, y: number, said: string, of = '', more = ''): string =>
  `<text x="${x}" y="${y}"${of && ` class="${of}"`}${more}>${content(said)}</text>`;

function legendAt(entries: readonly LegendEntry[], top: number, width: number) {
  const parts: string[] = [];
  let [x, y] = [MARGIN, top + FONT];
  for (const { sign, words } of entries) {
    const wide = Math.ceil(ems(`${sign}  ${words}`) * FONT) + 24;
    if (x > MARGIN && x + wide > width - MARGIN) [x, y] = [MARGIN, y + LINE + 2];
    parts.push(text(x, y, `${sign}  ${words}`));
    x += wide;
  }
  return { parts, bottom: y + LINE };
}

interface Side {
  readonly names: readonly (readonly string[])[];
  readonly heading: readonly string[];
  readonly side: number;
}

function gridOf(matrix: Matrix, marks: readonly Mark[], layout: MatrixLayout, { names, heading, side }: Side) {
  const { starts, head } = layout;
  const x = (column: number): number => side + (starts[column] ?? 0);
  const right = x(matrix.columns.length);
  const parts = [`<rect class="h" width="${right}" height="${head}"/>`];
  let y = 0;
  for (const { groups, height } of layout.bands) {
    for (const { from, to, lines } of groups) {
      const middle = (x(from) + x(to)) / 2;
      const first = y + (height - lines.length * LINE) / 2 + FONT;
      lines.forEach((line, at) => parts.push(text(middle, first + at * LINE, line, 'm')));
      parts.push(`<path class="l" d="M${x(from)} ${y}V${head}M${x(from)} ${y + height}H${x(to)}"/>`);
    }
    y += height;
  }
  heading.forEach((line, at) => parts.push(text(6, head - 8 - (heading.length - 1 - at) * LINE, line, 'f')));
  matrix.columns.forEach((column, at) => {
    const middle = (x(at) + x(at + 1)) / 2 + FONT / 2 - 2;
    const turned = ` transform="rotate(-90 ${middle} ${head - 6})"`;
    parts.push(text(middle, head - 6, columnLabel(column), '', turned));
  });
  const shown = marks.map(faceParts);
  const lines: string[] = [`M0 ${head}H${right}`];
  let top = head;
  matrix.rows.forEach((row: MatrixRow, at) => {
    const name = names[at] ?? [];
    const height = ROW + (name.length - 1) * LINE;
    name.forEach((line, number) => parts.push(text(6, top + FONT + 4 + number * LINE, line)));
    matrix.columns.forEach((column, number) => {
      const draw = shown[matrix.cells[at * matrix.columns.length + number] ?? 0];
      if (draw) parts.push(draw(x(number), top, x(number + 1) - x(number), height, `${rowName(row)} · ${column.key}`));
    });
    top += height;
    lines.push(`M0 ${top}H${right}`);
  });
  for (let at = 0; at <= matrix.columns.length; at++) lines.push(`M${x(at)} ${head - layout.labels}V${top}`);
  lines.push(`M0 0V${top}M0 0H${right}M${right} 0V${head}`);
  // Lines lie below the cells, whose frames mean something.
  parts.splice(1, 0, `<path class="l" d="${lines.join('')}"/>`);
  return { parts, height: top };
}

type Draw = (x: number, y: number, width: number, height: number, where: string) => string;

function faceParts({ effect, text: said, words, conflict }: Mark): Draw | undefined {
  if (effect === 'none') return undefined;
  const frame = conflict === 'open' ? 'c' : conflict === 'waived' ? 'c w' : '';
  return (x, y, width, height, where) => {
    const rect = (of: string, by: number): string =>
      `<rect class="${of}" x="${x + by}" y="${y + by}" width="${width - 2 * by}" height="${height - 2 * by}"/>`;
    return `<g><title>${content(`${where}: ${words}`)}</title>${rect(`b-${effect}`, 1)}${frame && rect(frame, 2)}${text(x + width / 2, y + height / 2 + 4, said, `g ${effect}`)}</g>`;
  };
}
