// The page of the Gantt chart: zoom and grouping, the chart or the table, and a strip that tells why and what follows.
import type { GanttRow } from '../core/views/gantt';
import { ganttGroupings, type GanttQuery, type Zoom, zooms } from '../core/views/gantt-query';
import { exportButtons } from './export-buttons';
import { chart } from './gantt-chart';
import { hands } from './gantt-hand';
import { strip as stripOf } from './gantt-strip';
import { el, page, painted } from './page';
import {
  type FromGantt,
  ganttFormats,
  type GanttWord,
  readGanttState,
  readToGantt,
  type ToGantt,
} from './protocol/gantt';
import { drawing, group, pixelsOf } from './svg';

type Shown = Extract<ToGantt, { type: 'show' }>;

/** What the page keeps beside its state. */
interface Kept {
  readonly at?: unknown;
  readonly day?: unknown;
  readonly table?: unknown;
}

const { send, keep, kept, word } = page<ToGantt, FromGantt, GanttWord>(readToGantt, hear);
const root = document.body.dataset.root ?? '';
const before = (kept() ?? {}) as Kept;
let query = readGanttState(kept())?.query;
let isTable = before.table === true;
let shown: Shown | undefined;

function select(name: 'zoom' | 'by', choices: readonly (readonly [id: string, label: string])[]): HTMLSelectElement {
  const made = el('select', { id: `filter-${name}` });
  made.append(...choices.map(([id, label]) => el('option', { value: id }, label)));
  return made;
}
const zoomed = select(
  'zoom',
  zooms.map((zoom) => [zoom, word(zoom)]),
);
const grouped = select(
  'by',
  ganttGroupings.map((by) => [by, word(by === 'owner' ? 'owners' : by)]),
);
const asTable = el('input', { type: 'checkbox', id: 'filter-table' });
const toToday = el('button', { type: 'button', id: 'today' }, word('today'));
const sum = el('div', { class: 'sum', role: 'status' }, word('loading'));
const legend = el('ul', { class: 'legend', 'aria-label': word('legend') });
const table = el('div', { class: 'chart' });
const empty = el('p', { class: 'empty', hidden: '' });
const strip = stripOf(word, send, () => view.focus());
const filters = el(
  'form',
  { class: 'filters' },
  el('label', {}, el('span', {}, word('zoom')), zoomed),
  el('label', {}, el('span', {}, word('by')), grouped),
  el('label', { class: 'check' }, asTable, el('span', {}, word('table'))),
  toToday,
);
filters.addEventListener('submit', (event) => event.preventDefault());
const exporting = exportButtons(word('export'), ganttFormats, (format) => send({ type: 'export', format }));
document.body.append(
  el('header', {}, el('div', { class: 'second' }, filters, exporting), sum, legend),
  el('main', {}, table, empty, strip.element),
);
const words = { label: word('chart'), task: word('task'), yes: word('yes'), column: word };
const view = chart(table, words, remember);
hands(table, view, {
  row: (at) => shown?.chart.rows[at],
  hold: (at) => shown?.holds[at] ?? 'fixed',
  choose: (at) => {
    view.bring(at);
    wish(at, (key) => send({ type: 'choose', key, reveal: true }));
  },
  move: (at, how, to) => wish(at, (key) => send({ type: 'move', key, how, to })),
  step: (at, how, later) => wish(at, (key) => send({ type: 'step', key, how, later })),
  zoom: (finer) => change({ zoom: zooms[zooms.indexOf(query?.zoom ?? 'week') + (finer ? -1 : 1)] ?? query?.zoom }),
  undo: () => send({ type: 'undo' }),
});
send({ type: 'ready' });

zoomed.addEventListener('change', () => change({ zoom: zooms.find((zoom) => zoom === zoomed.value) }));
grouped.addEventListener('change', () => change({ by: ganttGroupings.find((by) => by === grouped.value) }));
asTable.addEventListener('change', () => {
  isTable = asTable.checked;
  redraw(view.day());
});
toToday.addEventListener('click', () => shown && view.scrollTo(shown.chart.on));

const isDue = ({ kind, done }: GanttRow): boolean => !done && (kind === 'task' || kind === 'milestone');

/** What a person wants of a row; groups are no tasks. */
function wish(at: number, what: (key: string) => void): void {
  const row = shown?.chart.rows[at];
  if (row && row.kind !== 'group') what(row.key);
}

function change(by: { readonly zoom?: Zoom | undefined; readonly by?: GanttQuery['by'] | undefined }): void {
  if (!query) return;
  const day = view.day();
  const zoomOnly = by.by === undefined;
  query = { zoom: by.zoom ?? query.zoom, by: by.by ?? query.by };
  send({ type: 'ask', query });
  if (zoomOnly) redraw(day);
}

function remember(row: number): void {
  if (query) keep({ root, query, at: shown?.chart.rows[row]?.key, day: view.day(), table: isTable });
}

function redraw(day: number | undefined, at: unknown = shown?.chart.rows[view.row()]?.key): void {
  if (!shown || !query) return;
  zoomed.value = query.zoom;
  grouped.value = query.by;
  asTable.checked = isTable;
  const row = shown.chart.rows.findIndex(({ key }) => key === at);
  const { chart: of, labels } = shown;
  view.show({ chart: of, labels, zoom: query.zoom, table: isTable }, Math.max(0, row), day);
}

function hear(message: ToGantt): void {
  switch (message.type) {
    case 'show':
      return show(message);
    case 'why':
      return strip.why(message);
    case 'moved':
      return strip.moved(message);
    case 'undone':
      return strip.clear();
    case 'refused':
      strip.refused(message);
      // What was dragged goes back.
      return redraw(view.day());
    case 'picture':
      return void pixels(message.svg);
  }
}

async function pixels(svg: string): Promise<void> {
  const bytes = await pixelsOf(svg);
  send(bytes ? { type: 'pixels', bytes } : { type: 'too-large' });
}

function show(next: Shown): void {
  const start = performance.now();
  const isFirst = shown === undefined;
  const at = isFirst ? before.at : shown?.chart.rows[view.row()]?.key;
  const day = isFirst ? (typeof before.day === 'number' ? before.day : undefined) : view.day();
  const { facts, notes } = next.chart;
  // Only what is asked of another grouping changes what was zoomed meanwhile.
  query = { by: next.query.by, zoom: isFirst ? next.query.zoom : (query?.zoom ?? next.query.zoom) };
  shown = next;
  sum.replaceChildren(
    el('span', {}, facts.join(' · ')),
    ...notes.map((note) => el('p', { class: 'note' }, `⚠ ${note}`)),
  );
  legend.replaceChildren(
    ...next.legend.map(({ shapes, width, words: says }) => {
      const sample = drawing(group(shapes));
      sample.setAttribute('width', String(width));
      sample.setAttribute('height', '26');
      sample.setAttribute('class', 'sample');
      return el('li', {}, sample, says);
    }),
  );
  empty.textContent = next.empty;
  empty.hidden = next.empty === '';
  table.hidden = next.empty !== '';
  // What is under way comes first to whoever has not been here yet.
  const due = isFirst && at === undefined ? next.chart.rows.find(isDue) : undefined;
  redraw(day, due?.key ?? at);
  if (due) view.centre(view.row());
  if (isFirst) painted(start, (ms) => send({ type: 'drawn', ms }));
}
