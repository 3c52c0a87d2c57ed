// Money: what may be spent, what was, what is promised, what is left; what is still to come in and to go out. The sums
// are those of the cost and fund centres (src/core/money); across currencies there is none.
import { type Decimal, over, times } from '../base/decimal';
import { say } from '../messages/message';
import { costCentre } from '../money/cost';
import { isOverdue, isPaid } from '../money/funds';
import { currencyBeside, currencyOf } from '../money/posting';
import type { Entity } from '../project/file-index';
import { amount, is } from '../project/values';
import type { World } from '../project/world';
import { type Figure, type Metric, notAvailable, plain, sumOf } from './metric';

/** A figure of the cost centre over the whole project; the kinds are those that feed it. */
function ofCosts(world: World, name: string, kinds: readonly string[]): Figure {
  const { columns, tables } = costCentre(world, 'line');
  const main = currencyOf(world.project);
  const [table] = tables;
  if (!table || !kinds.some((kind) => world.project.table(kind).length)) return notAvailable(say('metric.empty'));
  const others = tables.map(({ currency }) => currency).filter((one) => one !== main);
  if (others.length) return notAvailable(say('metric.currencies', { currencies: others }), table.total.from);
  const at = columns.findIndex((one) => one.name === name);
  const cell = table.total.cells[at];
  const inputs = table.total.from.filter((one) => kinds.includes(one.kind.name));
  if (!cell || 'why' in cell) return notAvailable(cell?.why ?? say('metric.empty'), inputs);
  const steps = table.rows.flatMap(({ key, title, cells }) => {
    const part = cells[at];
    return part && 'value' in part && part.value.units
      ? [say('metric.step-amount', { id: key, title, value: plain(part.value) })]
      : [];
  });
  return { kind: 'known', value: cell.value, steps, inputs };
}

const ALL: readonly string[] = ['budget', 'costs', 'timesheets', 'contracts'];
const budget = (world: World): Figure => ofCosts(world, 'budget', ['budget']);
const actual = (world: World): Figure => ofCosts(world, 'actual', ['costs', 'timesheets']);

function remaining(world: World): Figure {
  const found = ofCosts(world, 'remaining', ALL);
  const [all, spent, promised] = ['budget', 'actual', 'committed'].map((name) => ofCosts(world, name, ALL));
  if (found.kind === 'n/a' || all?.kind !== 'known' || spent?.kind !== 'known' || promised?.kind !== 'known')
    return found;
  const [one, other, third] = [plain(all.value), plain(spent.value), plain(promised.value)];
  return { ...found, steps: [say('metric.step-remaining', { one, other, third })] };
}

function spentShare(world: World): Figure {
  const [all, spent] = [budget(world), actual(world)];
  if (all.kind === 'n/a') return all;
  if (spent.kind === 'n/a') return spent;
  const value = over(times(spent.value, HUNDRED), all.value);
  if (!value) return notAvailable(say('metric.nothing'), all.inputs);
  const steps = [say('metric.step-share', { part: plain(spent.value), whole: plain(all.value) })];
  return { kind: 'known', value, steps, inputs: [...spent.inputs, ...all.inputs] };
}

const HUNDRED: Decimal = { units: 100n, scale: 0 };

/** The sum of the payments that count; n/a where one of them is in another currency. */
function ofPayments(world: World, counts: (payment: Entity) => boolean): Figure {
  const all = world.project.table('payments');
  const rows = all.filter(counts);
  const main = currencyOf(world.project);
  const others = new Set(rows.map((one) => currencyBeside(one.value, main)).filter((one) => one !== main));
  if (others.size) return notAvailable(say('metric.currencies', { currencies: [...others] }), rows);
  const amounts = rows.flatMap((entity) => {
    const value = amount(entity.value.amount);
    return value ? [{ entity, value }] : [];
  });
  return sumOf(amounts, all);
}

const unpaid = (world: World, direction: 'in' | 'out'): Figure =>
  ofPayments(world, (one) => is(one, 'direction', direction) && !isPaid(world, one));

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
  metric('cost.actual', { name: say('metric.cost.actual'), formula: say('formula.cost.actual') }, actual),
  metric('cost.committed', { name: say('metric.cost.committed'), formula: say('formula.cost.committed') }, (world) =>
    ofCosts(world, 'committed', ['contracts']),
  ),
  {
    ...metric(
      'cost.remaining',
      { name: say('metric.cost.remaining'), formula: say('formula.cost.remaining') },
      remaining,
    ),
    better: 'more',
  },
  {
    ...metric('cost.spent', { name: say('metric.cost.spent'), formula: say('formula.cost.spent') }, spentShare),
    unit: 'percent',
    better: 'less',
  },
  metric(
    'funds.receivable',
    { name: say('metric.funds.receivable'), formula: say('formula.funds.receivable') },
    (world) => unpaid(world, 'in'),
  ),
  metric('funds.payable', { name: say('metric.funds.payable'), formula: say('formula.funds.payable') }, (world) =>
    unpaid(world, 'out'),
  ),
  metric('funds.overdue', { name: say('metric.funds.overdue'), formula: say('formula.funds.overdue') }, (world) =>
    ofPayments(world, (one) => isOverdue(world, one)),
  ),
];
