// Earned value as it went: a row a status date with a bar of what was earned, planned and spent, and as data.
import { type Decimal, decimalText, toNumber } from '../base/decimal';
import type { EarnedPoint } from '../earned/history';
import type { EarnedValue } from '../earned/project';
import { type Language, type Message, say, tell } from '../messages/message';
import { csv } from './csv';
import { earnedJson, scheduleIndex } from './earned';
import type { Ink } from './ink';
import { figuresRight, tableText } from './table';

const BAR = 30;

type Told = { readonly on: string; readonly found: EarnedValue };

const told = (points: readonly EarnedPoint[]): readonly Told[] =>
  points.flatMap(({ on, found }) => ('why' in found ? [] : [{ on, found }]));

export function earnedHistoryText(
  points: readonly EarnedPoint[],
  language: Language,
  ink: Ink,
  columns: number | undefined,
): string {
  const said = (message: Message): string => tell(message, language);
  const shown = told(points);
  const na = said(say('metric.na'));
  const figure = (value: Decimal | undefined): string => (value ? decimalText(value, 2) : na);
  const names = ['pv', 'ev', 'ac', 'spi', 'cpi'] as const;
  // Later bars stand beside earlier ones: all of them up to the same sum.
  const most = Math.max(
    1,
    ...shown.flatMap(({ found: { total } }) => [total.bac, total.ac].map((one) => (one ? toNumber(one) : 0))),
  );
  const rows = shown.map(({ on, found: { total, schedule } }) => [
    on,
    ...names.map((name) => figure(total[name])),
    figure(schedule && scheduleIndex(schedule)),
    figure(total.eac),
    bar(total, most),
  ]);
  const titles = [
    said(say('earned.date')),
    ...names.map((name) => said(say(`earned.${name}`))),
    'SPI(t)',
    said(say('earned.eac')),
  ];
  const [head, cells] = figuresRight(
    titles,
    rows.map((row) => row.slice(0, -1)),
  );
  const last = points.at(-1);
  const lacking = points.filter(({ found }) => 'why' in found);
  const why = lacking.at(-1)?.found;
  const notes = [
    ...(lacking.length ? [said(say('earned.without', { count: lacking.length }))] : []),
    ...(why && 'why' in why && (!shown.length || last?.found === why) ? [said(why.why)] : []),
  ];
  if (!shown.length) return `${notes.join('\n')}\n`;
  const table = tableText(
    [...head, ''],
    cells.map((row, at) => [...row, rows[at]?.at(-1) ?? '']),
    ink,
    columns,
  );
  return `${table}\n${[ink.dim(said(say('earned.legend'))), ...notes].join('\n')}\n`;
}

/** What is earned, with a mark where the plan wanted to be and one where the money is. */
function bar({ ev, pv, ac }: EarnedValue['total'], most: number): string {
  const at = (value: Decimal): number => Math.min(BAR - 1, Math.max(0, Math.round((toNumber(value) / most) * BAR) - 1));
  const signs: string[] = Array.from({ length: BAR }, (_, column) =>
    toNumber(ev) > 0 && column <= at(ev) ? '=' : ' ',
  );
  if (ac && toNumber(ac) > 0) signs[at(ac)] = '$';
  if (toNumber(pv) > 0) signs[at(pv)] = '|';
  return signs.join('');
}

/** A promise like that of `check --format json`: nothing but additions without another version. */
export const earnedHistoryJson = (points: readonly EarnedPoint[], language: Language) => ({
  version: 1,
  points: points.map(({ on, commit, found }) => {
    if ('why' in found) return { on, commit: commit ?? null, why: tell(found.why, language) };
    const { baseline, currency, total, rows, costs_without_task, earned_schedule } = earnedJson(found);
    return { on, commit: commit ?? null, baseline, currency, total, rows, costs_without_task, earned_schedule };
  }),
});

/** A row a status date and group; the total has no id. */
export function earnedHistoryCsv(points: readonly EarnedPoint[]): string {
  const all = told(points).map(({ found }) => earnedJson(found));
  const names = Object.keys(all[0]?.total ?? {}) as (keyof (typeof all)[number]['total'])[];
  return csv([
    ['on', 'id', 'title', ...names, 'spi_t'],
    ...all.flatMap(({ on, rows, total, earned_schedule }) => [
      ...rows.map((row) => [on, row.id ?? '', row.title, ...names.map((name) => String(row[name] ?? '')), '']),
      [on, '', '', ...names.map((name) => String(total[name] ?? '')), String(earned_schedule?.spi_t ?? '')],
    ]),
  ]);
}
