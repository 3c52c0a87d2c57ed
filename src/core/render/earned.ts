// Earned value as a table with its forecast, and as data.
import { type Decimal, compare, decimal, decimalText, over, toNumber, zero } from '../base/decimal';
import { dayText } from '../base/days';
import type { Earned } from '../earned/earned';
import type { EarnedValue } from '../earned/project';
import { type Language, type Message, say, tell } from '../messages/message';
import { csv } from './csv';
import type { Ink } from './ink';
import { figuresRight, tableText } from './table';

const MONEY = ['bac', 'pv', 'ev', 'ac', 'sv', 'cv'] as const;
const INDICES = ['spi', 'cpi'] as const;

export function earnedText(found: EarnedValue, language: Language, ink: Ink, columns: number | undefined): string {
  const said = (message: Message): string => tell(message, language);
  const na = said(say('metric.na'));
  const money = (value: Decimal | undefined): string => (value ? decimalText(value, 2) : na);
  const index = (value: Decimal | undefined): string => (value ? decimalText(value, 2) : na);
  const cells = (one: Earned): readonly string[] => [
    ...MONEY.map((name) => money(one[name])),
    ...INDICES.map((name) => index(one[name])),
    money(one.eac),
  ];
  const rows = [
    ...found.rows.map((row) => [row.title || said(say('earned.none')), ...cells(row)]),
    [said(say('earned.total')), ...cells(found.total)],
  ];
  const head = ['', ...[...MONEY, ...INDICES, 'eac' as const].map((name) => said(say(`earned.${name}`)))];
  const { total, schedule, apart, baseline } = found;
  const title = say('earned.title', { on: dayText(found.on), baseline: `${baseline.id} ${baseline.title}` });
  const notes = [
    say('earned.forecast', {
      eac: money(total.eac),
      planned: money(total.eacAsPlanned),
      etc: money(total.etc),
      vac: money(total.vac),
      tcpi: index(total.tcpi),
    }),
    ...(schedule
      ? [
          say('earned.schedule', {
            earned: days(schedule.earned),
            actual: days(schedule.actual),
            spi: index(scheduleIndex(schedule)),
          }),
        ]
      : []),
    ...(compare(apart, zero) ? [say('earned.apart', { cost: money(apart) })] : []),
    ...(total.ac ? [] : [say('earned.unpriced')]),
  ];
  return `${ink.bold(said(title))}  ${found.currency}\n${tableText(...figuresRight(head, rows), ink, columns)}\n${notes.map(said).join('\n')}\n`;
}

const days = (amount: number): string => String(Math.round(amount * 10) / 10);

/** SPI(t): the earned schedule over the time gone by. */
export const scheduleIndex = ({
  earned,
  actual,
}: {
  readonly earned: number;
  readonly actual: number;
}): Decimal | undefined =>
  over(decimal(Math.round(earned * 1e4) / 1e4) ?? zero, decimal(Math.round(actual * 1e4) / 1e4) ?? zero);

/** A promise like that of `check --format json`: nothing but additions without another version. */
export const earnedJson = (found: EarnedValue) => ({
  version: 1,
  on: dayText(found.on),
  baseline: found.baseline.id,
  currency: found.currency,
  total: figures(found.total),
  rows: found.rows.map((row) => ({ id: row.id ?? null, title: row.title, ...figures(row) })),
  costs_without_task: toNumber(found.apart),
  earned_schedule: found.schedule ? { ...found.schedule, spi_t: numberOf(scheduleIndex(found.schedule)) } : null,
  tasks: found.from.map(({ id }) => id),
});

const numberOf = (value: Decimal | undefined): number | null => (value ? toNumber(value) : null);

const figures = (one: Earned) => ({
  bac: toNumber(one.bac),
  pv: toNumber(one.pv),
  ev: toNumber(one.ev),
  ac: numberOf(one.ac),
  sv: toNumber(one.sv),
  cv: numberOf(one.cv),
  spi: numberOf(one.spi),
  cpi: numberOf(one.cpi),
  eac: numberOf(one.eac),
  eac_as_planned: numberOf(one.eacAsPlanned),
  etc: numberOf(one.etc),
  vac: numberOf(one.vac),
  tcpi: numberOf(one.tcpi),
});

export function earnedCsv(found: EarnedValue): string {
  const { rows, total } = earnedJson(found);
  const names = Object.keys(total) as (keyof typeof total)[];
  const line = (id: string, title: string, of: typeof total): readonly string[] => [
    id,
    title,
    ...names.map((name) => String(of[name] ?? '')),
  ];
  return csv([
    ['id', 'title', ...names],
    ...rows.map((row) => line(row.id ?? '', row.title, row)),
    line('', '', total),
  ]);
}
