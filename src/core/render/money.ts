// The cost, fund and labour centres as tables and as data. Figures are exact and rounded only here.
import { type Decimal, decimalText, rounded, toNumber } from '../base/decimal';
import { type Language, type Message, say, tell } from '../messages/message';
import type { Cell, ColumnHead, Row, Table } from '../money/posting';
import { keyOf } from '../project/project';
import type { MoneyView } from '../views/money';
import { csv } from './csv';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { figuresRight, tableText } from './table';
import { harmless } from './width';

const DIGITS: Readonly<Record<ColumnHead['unit'], number>> = { money: 2, percent: 1, hours: 1, days: 2 };

const shown = (value: Decimal, { unit }: ColumnHead): string =>
  `${decimalText(value, DIGITS[unit])}${unit === 'percent' ? '%' : ''}`;

const cellText = (cell: Cell | undefined, column: ColumnHead, language: Language): string =>
  cell && 'value' in cell ? shown(cell.value, column) : tell(say('metric.na'), language);

export function moneyText(answer: MoneyView, language: Language, ink: Ink, columns: number | undefined): string {
  const said = (message: Message): string => tell(message, language);
  const blocks = answer.tables.map((table) => {
    const head = [`${said(answer.rows)}`, ...answer.columns.map(({ title }) => said(title))];
    const rows = [...table.rows, table.total].map((row) => [
      label(row, language),
      ...answer.columns.map((column, at) => cellText(row.cells[at], column, language)),
    ]);
    const whys = reasons(table).map((why) => ink.dim(said(say('metric.why', { why }))));
    const title = `${ink.bold(said(answer.title))}${table.currency && `  ${harmless(table.currency)}`}`;
    return `${title}\n${tableText(...figuresRight(head, rows), ink, columns)}${whys.map((one) => `${one}\n`).join('')}`;
  });
  if (!blocks.length) blocks.push(`${ink.bold(said(answer.title))}\n${said(say('money.nothing'))}\n`);
  return [...blocks, ...(answer.notes.length ? [`${answer.notes.map(said).join('\n')}\n`] : [])].join('\n');
}

const label = ({ title }: Row, language: Language): string =>
  harmless(tell({ id: 'unit.count', args: { value: title } }, language));

const reasons = ({ rows, total }: Table): readonly Message[] => {
  const all = [...rows, total].flatMap(({ cells }) => cells.flatMap((cell) => ('why' in cell ? [cell.why] : [])));
  return [...new Map(all.map((one) => [one.id, one])).values()];
};

export function moneyMarkdown(answer: MoneyView, language: Language): string {
  const said = (message: Message): string => tell(message, language);
  const blocks = answer.tables.map((table) => {
    const head = [said(answer.rows), ...answer.columns.map(({ title }) => said(title))];
    const rows = [...table.rows, table.total].map((row) => [
      escaped(label(row, language)),
      ...answer.columns.map((column, at) => cellText(row.cells[at], column, language)),
    ]);
    const lines = [head, ['---', ...answer.columns.map(() => '--:')], ...rows].map((row) => `| ${row.join(' | ')} |`);
    const title = `### ${said(answer.title)}${table.currency && ` · ${escaped(table.currency)}`}`;
    const whys = reasons(table).map((why) => `\n${said(say('metric.why', { why }))}\n`);
    return `${title}\n\n${lines.join('\n')}\n${whys.join('')}`;
  });
  if (!blocks.length) blocks.push(`### ${said(answer.title)}\n\n${said(say('money.nothing'))}\n`);
  return [...blocks, ...answer.notes.map((one) => `${said(one)}\n`)].join('\n');
}

export const moneyCsv = ({ columns, tables }: MoneyView, language: Language): string =>
  csv([
    ['currency', 'key', 'title', ...columns.map(({ name }) => name)],
    ...tables.flatMap(({ currency, rows }) =>
      rows.map((row) => [
        currency,
        row.key,
        label(row, language),
        ...columns.map((column, at) => numberText(row.cells[at], column)),
      ]),
    ),
  ]);

const numberText = (cell: Cell | undefined, column: ColumnHead): string => String(numberOf(cell, column) ?? '');

const numberOf = (cell: Cell | undefined, { unit }: ColumnHead): number | null =>
  cell && 'value' in cell ? toNumber(rounded(cell.value, DIGITS[unit])) : null;

/** A promise like that of `check --format json`: nothing but additions without another version. */
export function moneyJson(answer: MoneyView, language: Language) {
  const row = ({ cells, from }: Row) => ({
    ...Object.fromEntries(answer.columns.map((column, at) => [column.name, numberOf(cells[at], column)])),
    why: Object.fromEntries(
      answer.columns.flatMap(({ name }, at) => {
        const cell = cells[at];
        return cell && 'why' in cell ? [[name, tell(cell.why, language)]] : [];
      }),
    ),
    from: from.map(keyOf),
  });
  return {
    version: 1,
    question: answer.question,
    by: answer.by,
    on: answer.on,
    tables: answer.tables.map(({ currency, rows, total }) => ({
      currency,
      rows: rows.map((one) => ({ key: one.key, title: label(one, language), ...row(one) })),
      total: row(total),
    })),
    notes: answer.notes.map((one) => tell(one, language)),
  };
}
