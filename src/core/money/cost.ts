// The cost centre: what may be spent, what was, what is promised and what is left.
//
//   actual    = costs booked on lines of a fixed price and on none + approved hours × rate ÷ hours of a day, on lines
//               paid by time; never both of one line
//   committed = Σ of what each contract is worth beyond what was already spent under it, never below zero
//   remaining = budget − actual − committed
//   used      = (actual + committed) ÷ budget
import { type Decimal, decimal, minus, over, plus, times, zero } from '../base/decimal';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { text } from '../project/values';
import type { World } from '../project/world';
import { calendarTables, projectCalendar } from '../schedule/calendar';
import { type About, type CostColumn, costPostings } from './cost-postings';
import { choiceGroup, entityGroup, groupOf, textGroup } from './groups';
import {
  type Breakdown,
  type Cell,
  type ColumnHead,
  currencyOf,
  type Group,
  type Sums,
  type Table,
  tablesOf,
} from './posting';

export const costDimensions = ['centre', 'category', 'line', 'task', 'month'] as const;
export type CostDimension = (typeof costDimensions)[number];

const columns: readonly ColumnHead[] = [
  { name: 'budget', title: say('money.budget'), unit: 'money' },
  { name: 'actual', title: say('money.actual'), unit: 'money' },
  { name: 'committed', title: say('money.committed'), unit: 'money' },
  { name: 'remaining', title: say('money.remaining'), unit: 'money' },
  { name: 'used', title: say('money.used'), unit: 'percent' },
];

/** Every table that the cost centre rests on. */
export const costTables = (project: Project): readonly (readonly Entity[])[] => [
  ...['budget', 'costs', 'timesheets', 'contracts', 'payments', 'people', 'tasks'].map((kind) => project.table(kind)),
  ...calendarTables(project),
];

export function costCentre(world: World, by: CostDimension): Breakdown {
  const { project } = world;
  const hours = decimal(projectCalendar(project).hours) ?? zero;
  const groups: Readonly<Record<CostDimension, (about: About) => Group>> = {
    centre: ({ line }) => textGroup(text(line?.value.cost_center)),
    category: ({ line }) => choiceGroup(line, 'category'),
    line: ({ line }) => entityGroup(line),
    task: ({ line, task }) => groupOf(project, 'tasks', task ?? text(line?.value.task)),
    month: ({ month }) => month,
  };
  const { postings, notes } = costPostings(world, groups[by]);
  const tables = tablesOf(postings, { main: currencyOf(project), by }, (sums) => cells(sums, hours));
  return { columns, tables: by === 'month' ? tables.map(withoutPeriods) : tables, notes };
}

// What is budgeted for a year is not what is left of a month.
function withoutPeriods({ currency, rows, total }: Table): Table {
  const gone: Cell = { why: say('money.longer-period') };
  const isMonth = (key: string): boolean => /^\d{4}-\d\d$/.test(key);
  const shown = rows.map((row) => {
    const [budget] = row.cells;
    const isLonger = !isMonth(row.key) && budget && 'value' in budget;
    return isLonger ? { ...row, cells: [...row.cells.slice(0, 3), gone, gone] } : row;
  });
  return { currency, rows: shown, total };
}

function cells(sums: Sums<CostColumn>, hours: Decimal): readonly Cell[] {
  const budget: Cell = sums.has('budget') ? { value: sums.of('budget') } : { why: say('money.no-budget') };
  const actual: Cell = sums.has('unpriced')
    ? { why: say('money.unpriced') }
    : { value: plus(sums.of('booked'), over(sums.of('worked'), hours) ?? zero) };
  const committed = sums.of('committed');
  if ('why' in budget || 'why' in actual) {
    const gone = 'why' in budget ? budget : actual;
    return [budget, actual, { value: committed }, gone, gone];
  }
  const gone = plus(actual.value, committed);
  const used = over(times(gone, HUNDRED), budget.value);
  return [
    budget,
    actual,
    { value: committed },
    { value: minus(budget.value, gone) },
    used ? { value: used } : { why: say('metric.nothing') },
  ];
}

const HUNDRED: Decimal = { units: 100n, scale: 0 };
