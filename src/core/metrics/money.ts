// Money: what may be spent, what was, what is promised, what is left; what is still to come in and to go out. Exact sums.
import { type Decimal, minus, over, sum, times } from '../base/decimal';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import type { World } from '../project/world';
import { type Amount, type Figure, type Metric, notAvailable, plain, sumOf } from './metric';
import { amount, asOf, day, happened, is } from './values';

const amounts = (rows: readonly Entity[]): readonly Amount[] =>
  rows.flatMap((entity) => {
    const value = amount(entity.value.amount);
    return value ? [{ entity, value }] : [];
  });

const budget = ({ project }: World): Figure => sumOf(amounts(project.table('budget')), project.table('budget'));

// Costs that were booked by then.
const booked = (world: World): readonly Entity[] =>
  world.project.table('costs').filter((one) => happened(world, one, 'date'));

function committed({ project }: World): Figure {
  const contracts = project.table('contracts');
  return sumOf(amounts(contracts), contracts);
}

function remaining(world: World): Figure {
  const all = budget(world);
  if (all.kind === 'n/a') return all;
  const spent = sum(amounts(booked(world)).map(({ value }) => value));
  return {
    kind: 'known',
    value: minus(all.value, spent),
    steps: [say('metric.step-minus', { one: plain(all.value), other: plain(spent) })],
    inputs: [...all.inputs, ...booked(world)],
  };
}

function spentShare(world: World): Figure {
  const all = budget(world);
  if (all.kind === 'n/a') return all;
  const spent = sum(amounts(booked(world)).map(({ value }) => value));
  const value = over(times(spent, HUNDRED), all.value);
  if (!value) return notAvailable(say('metric.nothing'), all.inputs);
  const steps = [say('metric.step-share', { part: plain(spent), whole: plain(all.value) })];
  return { kind: 'known', value, steps, inputs: booked(world) };
}

const HUNDRED: Decimal = { units: 100n, scale: 0 };

const isPaid = (world: World, one: Entity): boolean =>
  day(one, 'paid_on') !== undefined && happened(world, one, 'paid_on');

const unpaid = (world: World, direction: 'in' | 'out'): Figure => {
  const all = world.project.table('payments');
  const rows = all.filter((one) => is(one, 'direction', direction) && !isPaid(world, one));
  return sumOf(amounts(rows), all);
};

function overdue(world: World): Figure {
  const all = world.project.table('payments');
  const late = all.filter((one) => !isPaid(world, one) && (day(one, 'due') ?? Number.POSITIVE_INFINITY) < asOf(world));
  return sumOf(amounts(late), all);
}

const metric = (id: string, texts: Pick<Metric, 'name' | 'formula'>, compute: (world: World) => Figure): Metric => ({
  id,
  ...texts,
  unit: 'money',
  source: say('source.cost-control'),
  filters: [],
  compute,
});

export const moneyMetrics: readonly Metric[] = [
  metric('cost.budget', { name: say('metric.cost.budget'), formula: say('formula.cost.budget') }, budget),
  metric('cost.actual', { name: say('metric.cost.actual'), formula: say('formula.cost.actual') }, (world) =>
    sumOf(amounts(booked(world)), world.project.table('costs')),
  ),
  metric('cost.committed', { name: say('metric.cost.committed'), formula: say('formula.cost.committed') }, committed),
  metric('cost.remaining', { name: say('metric.cost.remaining'), formula: say('formula.cost.remaining') }, remaining),
  {
    ...metric('cost.spent', { name: say('metric.cost.spent'), formula: say('formula.cost.spent') }, spentShare),
    unit: 'percent',
  },
  metric(
    'funds.receivable',
    { name: say('metric.funds.receivable'), formula: say('formula.funds.receivable') },
    (world) => unpaid(world, 'in'),
  ),
  metric('funds.payable', { name: say('metric.funds.payable'), formula: say('formula.funds.payable') }, (world) =>
    unpaid(world, 'out'),
  ),
  metric('funds.overdue', { name: say('metric.funds.overdue'), formula: say('formula.funds.overdue') }, overdue),
];
