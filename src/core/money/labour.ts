// The labour centre: who worked how long on what, and what it cost.
//
//   days = Σ hours × hands ÷ the hours of the project's working day
//   cost = Σ approved hours × hands × rate ÷ the hours of the project's working day
import { type Decimal, decimal, minus, over, times, zero } from '../base/decimal';
import { say } from '../messages/message';
import type { World } from '../project/world';
import { text } from '../project/values';
import { projectCalendar } from '../schedule/calendar';
import { groupOf, monthGroup, textGroup } from './groups';
import {
  type Breakdown,
  type Cell,
  type ColumnHead,
  currencyOf,
  type Group,
  type Posting,
  type Sums,
  tablesOf,
} from './posting';
import { type Work, workOf } from './work';

export const labourDimensions = ['person', 'supplier', 'headcount', 'task', 'month', 'overtime'] as const;
export type LabourDimension = (typeof labourDimensions)[number];

/** `worked` is hours × rate of approved work; `unpriced` stands for approved work without a rate. */
type Column = 'hours' | 'overtime' | 'approved' | 'worked' | 'unpriced';

const columns: readonly ColumnHead[] = [
  { name: 'days', title: say('money.days'), unit: 'days' },
  { name: 'approved_days', title: say('money.approved-days'), unit: 'days' },
  { name: 'overtime_hours', title: say('money.overtime-hours'), unit: 'hours' },
  { name: 'cost', title: say('money.cost'), unit: 'money' },
];

export function labourCentre(world: World, by: LabourDimension): Breakdown {
  const { project } = world;
  const main = currencyOf(project);
  const hours = decimal(projectCalendar(project).hours) ?? zero;
  const groups: Readonly<Record<Exclude<LabourDimension, 'overtime'>, (work: Work) => Group>> = {
    person: ({ sheet }) => groupOf(project, 'people', text(sheet.value.person)),
    supplier: ({ sheet }) => textGroup(text(sheet.value.supplier)),
    headcount: ({ hands }) =>
      hands === undefined ? { key: 'person', title: say('money.one-person') } : textGroup(String(hands)),
    task: ({ task }) => groupOf(project, 'tasks', task),
    month: (work) => monthGroup(work.day),
  };
  const postings = workOf(world).flatMap((work) =>
    by === 'overtime'
      ? [
          ...posted({ ...work, hours: minus(work.hours, work.overtime), overtime: zero }, REGULAR, main),
          ...(work.overtime.units ? posted({ ...work, hours: work.overtime }, OVERTIME, main) : []),
        ]
      : posted(work, groups[by](work), main),
  );
  return { columns, tables: tablesOf(postings, { main, by }, (sums) => cells(sums, hours)), notes: [] };
}

const REGULAR: Group = { key: 'regular', title: say('money.regular') };
const OVERTIME: Group = { key: 'overtime', title: say('money.overtime') };

function cells(sums: Sums<Column>, hours: Decimal): readonly Cell[] {
  const inDays = (column: Column): Cell => ({ value: over(sums.of(column), hours) ?? zero });
  return [
    inDays('hours'),
    inDays('approved'),
    { value: sums.of('overtime') },
    sums.has('unpriced') ? { why: say('money.unpriced') } : inDays('worked'),
  ];
}

// Work counts in the currency of its rate.
function posted(
  { sheet, hours, overtime, approved, rate }: Work,
  group: Group,
  main: string,
): readonly Posting<Column>[] {
  const one = { currency: rate?.currency ?? main, entity: sheet, group };
  const all: Posting<Column>[] = [
    { ...one, column: 'hours', value: hours },
    { ...one, column: 'overtime', value: overtime },
  ];
  if (!approved) return all;
  all.push({ ...one, column: 'approved', value: hours });
  all.push(
    rate ? { ...one, column: 'worked', value: times(hours, rate.perDay) } : { ...one, column: 'unpriced', value: zero },
  );
  return all;
}
