// The fund centre: what came in and went out, what is still to come and to go, what is late, and the cash curve.
//
//   net     = received + receivable − paid − payable
//   balance = Σ net of the months up to this one; what is late is expected in the month of the day
import { type Decimal, minus, plus, zero } from '../base/decimal';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { lookUp } from '../project/project';
import { amount, asOf, day, happened, is, text } from '../project/values';
import type { World } from '../project/world';
import { groupOf, monthGroup, textGroup } from './groups';
import {
  type Breakdown,
  type Cell,
  type ColumnHead,
  currencyBeside,
  currencyOf,
  type Group,
  type Posting,
  type Sums,
  type Table,
  tablesOf,
} from './posting';

export const fundDimensions = ['month', 'contract', 'party'] as const;
export type FundDimension = (typeof fundDimensions)[number];

type Column = 'received' | 'paid' | 'receivable' | 'payable' | 'overdue-in' | 'overdue-out';

const columns: readonly ColumnHead[] = [
  { name: 'received', title: say('money.received'), unit: 'money' },
  { name: 'paid', title: say('money.paid'), unit: 'money' },
  { name: 'receivable', title: say('money.receivable'), unit: 'money' },
  { name: 'payable', title: say('money.payable'), unit: 'money' },
  { name: 'overdue_in', title: say('money.overdue-in'), unit: 'money' },
  { name: 'overdue_out', title: say('money.overdue-out'), unit: 'money' },
  { name: 'net', title: say('money.net'), unit: 'money' },
];
const balance: ColumnHead = { name: 'balance', title: say('money.balance'), unit: 'money' };

export function fundCentre(world: World, by: FundDimension): Breakdown {
  const main = currencyOf(world.project);
  const tables = tablesOf(posted(world, by), { main, by }, cells);
  if (by !== 'month') return { columns, tables, notes: [] };
  return { columns: [...columns, balance], tables: tables.map(withBalance), notes: [] };
}

function withBalance({ currency, rows, total }: Table): Table {
  let sum = zero;
  const running = rows.map((row) => {
    const last = row.cells.at(-1);
    if (last && 'value' in last) sum = plus(sum, last.value);
    return { ...row, cells: [...row.cells, { value: sum }] };
  });
  return { currency, rows: running, total: { ...total, cells: [...total.cells, { value: sum }] } };
}

const NAMES: readonly Column[] = ['received', 'paid', 'receivable', 'payable', 'overdue-in', 'overdue-out'];

const cells = (sums: Sums<Column>): readonly Cell[] =>
  [...NAMES.map((name) => sums.of(name)), net(sums)].map((value) => ({ value }));

const net = (sums: Sums<Column>): Decimal =>
  minus(plus(sums.of('received'), sums.of('receivable')), plus(sums.of('paid'), sums.of('payable')));

function posted(world: World, by: FundDimension): readonly Posting<Column>[] {
  const { project } = world;
  const main = currencyOf(project);
  const group = (payment: Entity, at: Group): Group => {
    const contract = text(payment.value.contract);
    if (by === 'month') return at;
    if (by === 'contract') return groupOf(project, 'contracts', contract);
    return textGroup(contract === undefined ? undefined : text(lookUp(project, 'contracts', contract)?.value.party));
  };
  return project.table('payments').flatMap((payment): readonly Posting<Column>[] => {
    const value = amount(payment.value.amount);
    const isIn = is(payment, 'direction', 'in');
    if (!value || !(isIn || is(payment, 'direction', 'out'))) return [];
    const one = { value, currency: currencyBeside(payment.value, main), entity: payment };
    if (isPaid(world, payment)) {
      const at = monthGroup(day(payment, 'paid_on'));
      return [{ ...one, column: isIn ? 'received' : 'paid', group: group(payment, at) }];
    }
    const due = day(payment, 'due');
    const isLate = isOverdue(world, payment);
    const where = group(payment, monthGroup(isLate ? asOf(world) : due));
    const open: Posting<Column> = { ...one, column: isIn ? 'receivable' : 'payable', group: where };
    return isLate ? [open, { ...one, column: isIn ? 'overdue-in' : 'overdue-out', group: where }] : [open];
  });
}

/** Whether money has changed hands by the day of the world. */
export const isPaid = (world: World, payment: Entity): boolean =>
  day(payment, 'paid_on') !== undefined && happened(world, payment, 'paid_on');

export const isOverdue = (world: World, payment: Entity): boolean =>
  !isPaid(world, payment) && (day(payment, 'due') ?? Number.POSITIVE_INFINITY) < asOf(world);
