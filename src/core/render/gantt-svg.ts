// A Gantt chart as a picture: title, facts, legend, names at the left, dates on top, bars, dependencies and the status date.
// Names that are too long end in an ellipsis, with the whole in a title.
import type { Language } from '../messages/message';
import type { Gantt, GanttRow } from '../views/gantt';
import type { Zoom } from '../views/gantt-query';
import { ganttLegend, type GanttSample, rowWords } from './gantt';
import { chartStyle, colours, paper } from './gantt-colours';
import { BAND, freeStretches, type GanttScale, HEAD, ROW, scaleOf, ticksOf } from './gantt-layout';
import { nameOf } from './gantt-names';
import { CRITICAL, linkShapes, type Shape, shapesOf, spanOf } from './gantt-shapes';
import { ems, shortened, wrapped } from './measure';
import { fonts } from './scheme';
import { attribute, attributeLine, line as content } from './xml';

const FONT = 12;
const MARGIN = 16;
const TITLE = 18;
const LINE = 17;
const INDENT = 14;
const LEAST_WIDTH = 640;
const SIDE = { least: 140, most: 360 } as const;

const style = `svg{background:var(--page);font:${FONT}px ${fonts}}
text{fill:var(--ink);white-space:pre}.t{font-size:${TITLE}px;font-weight:600}.f{fill:var(--faint)}.s{font-weight:600}
.paper{fill:var(--page)}.band{fill:var(--head)}.flag{fill:var(--hot)}
${chartStyle}`;

export interface GanttLook {
  /** Without title, facts and legend: a page has them around the picture. */
  readonly bare?: boolean;
  /** Light wherever it is shown. */
  readonly light?: boolean;
}

export function ganttSvg(gantt: Gantt, zoom: Zoom, language: Language, look: GanttLook = {}): string {
  const scale = scaleOf(gantt, zoom);
  const side = sideOf(gantt.rows);
  const width = Math.max(LEAST_WIDTH, side + scale.width + 2 * MARGIN);
  const top = look.bare ? { parts: [], bottom: 1 } : headOf(gantt, language, width);
  const height = top.bottom + HEAD + gantt.rows.length * ROW + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${attributeLine(gantt.title)}">`,
    `<style>${look.light ? paper : colours}\n${style}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    ...top.parts,
    `<g transform="translate(${MARGIN} ${top.bottom})">`,
    ...namesOf(gantt.rows, side),
    `<g transform="translate(${side} 0)">`,
    ...chartOf(gantt, scale, language),
    '</g>',
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** The width of the names: as wide as they are, within bounds. */
export const sideOf = (rows: readonly GanttRow[]): number => {
  const widest = rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  return Math.round(Math.min(SIDE.most, Math.max(SIDE.least, widest)));
};

const widthOf = (row: GanttRow): number => ems(nameOf(row)) * FONT * 1.06 + row.level * INDENT + 34;

const text = (x: number, y: number, said: string, of = ''): string =>
  `<text x="${x}" y="${y}"${of && ` class="${of}"`}>${content(said)}</text>`;

/** A shape as a picture writes it. */
export function shapeText({ tag, of, at, text: said }: Shape): string {
  const attributes = Object.entries(at).map(([name, value]) => ` ${name}="${attribute(String(rounded(value)))}"`);
  const open = `<${tag} class="${of}"${attributes.join('')}`;
  return said === undefined ? `${open}/>` : `${open}>${content(said)}</${tag}>`;
}

const rounded = (value: string | number): string | number =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;

function headOf(gantt: Gantt, language: Language, width: number) {
  const parts: string[] = [];
  let y = MARGIN + TITLE;
  const most = (width - 2 * MARGIN) / FONT;
  for (const line of wrapped(gantt.title, (width - 2 * MARGIN) / TITLE)) {
    parts.push(text(MARGIN, y, line, 't'));
    y += TITLE + 6;
  }
  for (const line of [...gantt.facts, ...gantt.notes].flatMap((fact) => wrapped(fact, most))) {
    parts.push(text(MARGIN, y, line, 'f'));
    y += LINE;
  }
  const legend = legendAt(ganttLegend(gantt, language), y - 8, width);
  return { parts: [...parts, ...legend.parts], bottom: legend.bottom };
}

function legendAt(samples: readonly GanttSample[], top: number, width: number) {
  const parts: string[] = [];
  let [x, y] = [MARGIN, top];
  for (const { shapes, width: drawn, words } of samples) {
    const wide = Math.ceil(drawn + ems(words) * FONT) + 22;
    if (x > MARGIN && x + wide > width - MARGIN) [x, y] = [MARGIN, y + ROW];
    parts.push(`<g transform="translate(${x} ${y})">`, ...shapes.map(shapeText), text(drawn + 4, 15, words), '</g>');
    x += wide;
  }
  return { parts, bottom: y + ROW + 6 };
}

function namesOf(rows: readonly GanttRow[], side: number): readonly string[] {
  return rows.map((row, at) => {
    const x = 4 + row.level * INDENT;
    const flag = row.critical ? 16 : 0;
    const name = shortened(nameOf(row), (side - x - flag - 8) / FONT);
    const of = row.kind === 'summary' || row.kind === 'group' ? 's' : '';
    const y = HEAD + at * ROW + 17;
    return `<g><title>${content(nameOf(row))}</title>${text(x, y, name, of)}${row.critical ? text(side - 18, y, CRITICAL, 'flag') : ''}</g>`;
  });
}

function chartOf(gantt: Gantt, scale: GanttScale, language: Language): readonly string[] {
  const { rows, links, on } = gantt;
  const height = HEAD + rows.length * ROW;
  const { major, minor } = ticksOf(scale, 0, scale.width);
  const inside = [major, minor].map((ticks) => ticks.filter(({ x }) => x < scale.width));
  const ends = rows.map((row, at) => ({ row: at, ...spanOf(row, scale) }));
  const lines = [
    `M0 0H${scale.width}M0 ${BAND}H${scale.width}M0 ${HEAD}H${scale.width}M0 ${height}H${scale.width}`,
    ...(inside[0] ?? []).map(({ x }) => `M${rounded(x)} 0V${height}`),
    ...(inside[1] ?? []).map(({ x }) => `M${rounded(x)} ${BAND}V${HEAD}`),
  ];
  const label = ({ x, width, label: said }: { x: number; width: number; label: string }, y: number): string =>
    ems(said) * FONT * 0.95 > Math.min(width, scale.width - x) ? '' : text(rounded(x + 4) as number, y, said, 'f');
  const today = scale.x(on) + scale.perDay / 2;
  return [
    `<rect class="band" width="${scale.width}" height="${HEAD}"/>`,
    ...freeStretches(gantt, scale, 0, scale.width).map(({ x, width }) =>
      shapeText({
        tag: 'rect',
        of: 'free',
        at: { x, y: HEAD, width: Math.min(width, scale.width - x), height: rows.length * ROW },
      }),
    ),
    shapeText({ tag: 'path', of: 'grid', at: { d: lines.join('') } }),
    ...(inside[0] ?? []).map((tick) => label(tick, 14)),
    ...(inside[1] ?? []).map((tick) => label(tick, BAND + 14)),
    `<g transform="translate(0 ${HEAD})">`,
    ...links.flatMap(({ from, to, type, critical }) => {
      const [before, after] = [ends[from], ends[to]];
      return before && after ? linkShapes(before, after, type, critical).map(shapeText) : [];
    }),
    ...rows.map(
      (row, at) =>
        `<g transform="translate(0 ${at * ROW})"><title>${content(rowWords(row, language))}</title>${shapesOf(row, scale).map(shapeText).join('')}</g>`,
    ),
    '</g>',
    ...(today >= 0 && today <= scale.width
      ? [shapeText({ tag: 'path', of: 'today', at: { d: `M${rounded(today)} ${BAND}V${height}` } })]
      : []),
  ];
}
