// Labour: the days that were worked, by people and by hands of suppliers, and what the approved ones cost.
import { type Decimal, decimal, over, plus, sum, times, zero } from '../base/decimal';
import { say } from '../messages/message';
import { currencyOf } from '../money/posting';
import { workOf } from '../money/work';
import type { Entity } from '../project/file-index';
import type { World } from '../project/world';
import { projectCalendar } from '../schedule/calendar';
import { type Figure, type Metric, notAvailable, sumOf } from './metric';

/** Amounts for each hour by timesheet, in days: the sum is divided once, so that it stays exact. */
function inDays(world: World, amounts: readonly (readonly [Entity, Decimal])[], register: readonly Entity[]): Figure {
  const hours = decimal(projectCalendar(world.project).hours) ?? zero;
  const bySheet = new Map<Entity, Decimal>();
  for (const [sheet, value] of amounts) bySheet.set(sheet, plus(bySheet.get(sheet) ?? zero, value));
  const parts = [...bySheet].map(([entity, value]) => ({ entity, value: over(value, hours) ?? zero }));
  const found = sumOf(parts, register);
  if (found.kind === 'n/a') return found;
  return { ...found, value: over(sum(amounts.map(([, value]) => value)), hours) ?? zero };
}

const days = (world: World): Figure =>
  inDays(
    world,
    workOf(world).map(({ sheet, hours }) => [sheet, hours]),
    world.project.table('timesheets'),
  );

function cost(world: World): Figure {
  const approved = workOf(world).filter((one) => one.approved);
  const sheets = [...new Set(approved.map(({ sheet }) => sheet))];
  if (!approved.some(({ rate }) => rate)) return notAvailable(say('metric.no-rate'), sheets);
  if (approved.some(({ rate }) => !rate)) return notAvailable(say('money.unpriced'), sheets);
  const main = currencyOf(world.project);
  const others = new Set(approved.flatMap(({ rate }) => (rate && rate.currency !== main ? [rate.currency] : [])));
  if (others.size) return notAvailable(say('metric.currencies', { currencies: [...others] }), sheets);
  return inDays(
    world,
    approved.map(({ sheet, hours, rate }) => [sheet, times(hours, rate?.perDay ?? zero)]),
    sheets,
  );
}

export const labourMetrics: readonly Metric[] = [
  {
    id: 'labour.days',
    name: say('metric.labour.days'),
    unit: 'days',
    formula: say('formula.labour.days'),
    source: say('source.cost-control'),
    filters: [],
    compute: days,
  },
  {
    id: 'labour.cost',
    name: say('metric.labour.cost'),
    unit: 'money',
    formula: say('formula.labour.cost'),
    source: say('source.cost-control'),
    filters: [],
    compute: cost,
  },
];
