// The page of the permission matrix: filters, the grid, and a strip that tells how a cell came about.
import { exportButtons } from './export-buttons';
import { filters } from './filters';
import { type At, grid } from './grid';
import { el, page, painted } from './page';
import {
  exportFormats,
  type FromMatrix,
  type MatrixWord,
  readState,
  readToMatrix,
  type ShownMatrix,
  type ToMatrix,
} from './protocol/matrix';

interface Kept {
  readonly at?: { readonly row?: unknown; readonly column?: unknown };
}

const { send, keep, kept, word } = page<ToMatrix, FromMatrix, MatrixWord>(readToMatrix, hear);
const root = document.body.dataset.root ?? '';
let matrix: ShownMatrix | undefined;
/** The cell that the strip is about. */
let told: { readonly row: string; readonly column: string } | undefined;

const bar = filters(word, (query) => send({ type: 'ask', query }));
const sum = el('p', { class: 'sum', role: 'status' }, word('loading'));
const legend = el('ul', { class: 'legend', 'aria-label': word('legend') });
const table = el('div', { class: 'grid' });
const strip = el('aside', { class: 'strip', 'aria-label': word('derivation'), 'aria-live': 'polite' });
const exporting = exportButtons(word('export'), exportFormats, (format) => send({ type: 'export', format }));
document.body.append(
  el('header', {}, bar.element, el('div', { class: 'second' }, sum, exporting), legend),
  el('main', {}, table, strip),
);
clear();
const cells = grid(table, word('grid'), remember, explain);
send({ type: 'ready' });

const keysOf = ({ row, column }: At): { readonly row: string; readonly column: string } => ({
  row: matrix?.rows[row]?.key ?? '',
  column: matrix?.columns[column]?.key ?? '',
});

function remember(at: At): void {
  const state = readState(kept());
  keep({ root, query: state?.query, at: keysOf(at) });
}

function clear(): void {
  told = undefined;
  strip.replaceChildren(el('p', { class: 'hint' }, word('choose')));
}

function explain(at: At): void {
  const { row, column } = keysOf(at);
  if (!row) return;
  if (at.column < 0) {
    send({ type: 'open-row', row });
    return;
  }
  told = { row, column };
  send({ type: 'explain', row, column, reveal: true });
}

/** The cell that had the focus, in another matrix; the first where it is gone. */
function sameCell(of: ShownMatrix, at: Kept['at']): At {
  const row = of.rows.findIndex(({ key }) => key === at?.row);
  const column = of.columns.findIndex(({ key }) => key === at?.column);
  return row < 0 ? { row: 0, column: 0 } : { row, column: column < 0 && at?.column !== '' ? 0 : column };
}

function hear(message: ToMatrix): void {
  if (message.type === 'show') show(message);
  else derivation(message);
}

function show(shown: Extract<ToMatrix, { type: 'show' }>): void {
  const first = matrix === undefined;
  const start = performance.now();
  const before = matrix ? keysOf(cells.at()) : (kept() as Kept | undefined)?.at;
  matrix = shown.matrix;
  keep({ root, query: shown.query, at: before });
  bar.show(shown.query, shown.choices);
  sum.textContent = shown.sum;
  legend.replaceChildren(...shown.legend.map(({ sign, words }) => el('li', {}, el('b', {}, sign), ` ${words}`)));
  cells.show(matrix, sameCell(matrix, before));
  // What the strip tells may be told otherwise now, or be about nothing that is left.
  if (
    told &&
    matrix.rows.some(({ key }) => key === told?.row) &&
    matrix.columns.some(({ key }) => key === told?.column)
  )
    send({ type: 'explain', ...told, reveal: false });
  else clear();
  if (first) painted(start, (ms) => send({ type: 'drawn', ms }));
}

function derivation({ row, column, title, steps }: Extract<ToMatrix, { type: 'derivation' }>): void {
  if (told?.row !== row || told.column !== column) return;
  const close = el('button', { type: 'button', class: 'close', 'aria-label': word('close') }, '✕');
  close.addEventListener('click', () => {
    clear();
    cells.focus();
  });
  const lines = steps.map(({ text, depth, leads }, step) => {
    const line = el('li', {}, leads ? el('button', { type: 'button', class: 'step' }, text) : text);
    line.style.marginInlineStart = `${depth * 14}px`;
    if (leads) line.addEventListener('click', () => send({ type: 'open-step', step }));
    return line;
  });
  strip.replaceChildren(close, el('h2', {}, title), el('ol', {}, ...lines));
}
