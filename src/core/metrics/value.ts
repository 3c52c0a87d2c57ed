// Value: what the project was for, how much of it was reached, and what it returns on its cost.
import { compare, type Decimal, decimal, minus, over, plus, sum, times, zero } from '../base/decimal';
import { type Message, say } from '../messages/message';
import { costCentre } from '../money/cost';
import { currencyOf } from '../money/posting';
import type { Entity } from '../project/file-index';
import { amount, entityOf, text } from '../project/values';
import type { World } from '../project/world';
import { type Figure, type Metric, notAvailable, plain } from './metric';
import { latest } from './values';

const HUNDRED: Decimal = { units: 100n, scale: 0 };

interface Gain {
  readonly kpi: Entity;
  readonly measurement: Entity;
  readonly before: Decimal;
  readonly target: Decimal;
  readonly actual: Decimal;
}

const gains = (world: World): readonly Gain[] =>
  latest(world, world.project.table('measurements'), 'kpi').flatMap((measurement) => {
    const kpi = entityOf(world.project, 'kpis', text(measurement.value.kpi) ?? '');
    const [before, target] = [amount(kpi?.value.before), amount(kpi?.value.target)];
    const actual = amount(measurement.value.value);
    return kpi && before && target && actual ? [{ kpi, measurement, before, target, actual }] : [];
  });

function achieved(world: World): Figure {
  const shares: Decimal[] = [];
  const steps: Message[] = [];
  const inputs: Entity[] = [];
  for (const { kpi, measurement, before, target, actual } of gains(world)) {
    const share = over(times(minus(actual, before), HUNDRED), minus(target, before));
    // Before and target the same: there is nothing to reach.
    if (!share) continue;
    shares.push(share);
    inputs.push(kpi, measurement);
    steps.push(
      say('metric.step-kpi', {
        id: kpi.id,
        before: plain(before),
        target: plain(target),
        actual: plain(actual),
        share: plain(share),
      }),
    );
  }
  const value = over(sum(shares), decimal(shares.length) ?? zero);
  return value ? { kind: 'known', value, steps, inputs } : notAvailable(say('metric.no-measurement'));
}

interface Benefit {
  readonly gain: Gain;
  /** Of a year, running cost taken off. */
  readonly annual: Decimal;
  /** Years for which it counts. */
  readonly horizon: Decimal;
}

/** What each KPI with a worth is worth by its latest measurement. */
const benefits = (world: World): readonly Benefit[] =>
  gains(world).flatMap((gain) => {
    const { kpi, before, target, actual } = gain;
    const worth = amount(kpi.value.value_per_unit);
    if (!worth) return [];
    const isDown = minus(target, before).units < 0n;
    const better = isDown ? minus(before, actual) : minus(actual, before);
    const share = amount(kpi.value.attribution) ?? HUNDRED;
    const gross = times(times(better, worth), { ...share, scale: share.scale + 2 });
    const annual = minus(gross, amount(kpi.value.run_cost) ?? zero);
    return [{ gain, annual, horizon: amount(kpi.value.horizon) ?? YEARS }];
  });

/** Years for which a benefit counts where its KPI does not say. */
const YEARS: Decimal = { units: 3n, scale: 0 };

const inputsOf = (all: readonly Benefit[]): readonly Entity[] =>
  all.flatMap(({ gain: { kpi, measurement } }) => [kpi, measurement]);

function annualBenefit(world: World): Figure {
  const all = benefits(world);
  if (!all.length) return notAvailable(say('metric.no-measurement'));
  const steps = all.map(({ gain: { kpi }, annual }) =>
    say('metric.step-amount', { id: kpi.id, title: kpi.title, value: plain(annual) }),
  );
  return { kind: 'known', value: sum(all.map(({ annual }) => annual)), steps, inputs: inputsOf(all) };
}

/** What the project costs in all: its budget, or what was spent and promised where that is more. */
function totalCost(world: World): Figure {
  const { columns, tables } = costCentre(world, 'line');
  const main = currencyOf(world.project);
  const [table] = tables;
  if (!table) return notAvailable(say('metric.no-cost'));
  const others = tables.map(({ currency }) => currency).filter((one) => one !== main);
  if (others.length) return notAvailable(say('metric.currencies', { currencies: others }), table.total.from);
  const [budget, actual, committed] = ['budget', 'actual', 'committed'].map((name) => {
    const cell = table.total.cells[columns.findIndex((one) => one.name === name)];
    return cell && 'value' in cell ? cell.value : undefined;
  });
  const spent = actual && plus(actual, committed ?? zero);
  const value = budget && (!spent || compare(budget, spent) >= 0) ? budget : spent;
  return value && value.units > 0n
    ? { kind: 'known', value, steps: [], inputs: table.total.from }
    : notAvailable(say('metric.no-cost'), table.total.from);
}

/** A figure out of all that is gained over the years, of what a year brings, and of what it costs. */
const ofReturn =
  (
    compute: (
      benefit: { readonly all: Decimal; readonly annual: Decimal },
      cost: Decimal,
    ) => Figure | Decimal | undefined,
  ) =>
  (world: World): Figure => {
    const found = benefits(world);
    if (!found.length) return notAvailable(say('metric.no-measurement'));
    const cost = totalCost(world);
    if (cost.kind === 'n/a') return cost;
    const all = sum(found.map(({ annual, horizon }) => times(annual, horizon)));
    const annual = sum(found.map((one) => one.annual));
    const value = compute({ all, annual }, cost.value);
    if (!value || 'kind' in value) return value ?? notAvailable(say('metric.nothing'), inputsOf(found));
    const steps = [say('metric.step-return', { benefit: plain(all), annual: plain(annual), cost: plain(cost.value) })];
    return { kind: 'known', value, steps, inputs: [...inputsOf(found), ...cost.inputs] };
  };

const roi = ofReturn(({ all }, cost) => over(times(minus(all, cost), HUNDRED), cost));
const ratio = ofReturn(({ all }, cost) => over(all, cost));
const payback = ofReturn(({ annual }, cost) =>
  annual.units > 0n ? over(cost, annual) : notAvailable(say('metric.no-benefit')),
);

export const valueMetrics: readonly Metric[] = [
  {
    id: 'kpi.achieved',
    name: say('metric.kpi.achieved'),
    unit: 'percent',
    formula: say('formula.kpi.achieved'),
    source: say('source.kpi'),
    filters: [],
    compute: achieved,
  },
  {
    id: 'benefit.annual',
    name: say('metric.benefit.annual'),
    unit: 'money',
    formula: say('formula.benefit.annual'),
    source: say('source.kpi'),
    better: 'more',
    filters: [],
    compute: annualBenefit,
  },
  {
    id: 'roi',
    name: say('metric.roi'),
    unit: 'percent',
    formula: say('formula.roi'),
    source: say('source.roi'),
    filters: [],
    compute: roi,
  },
  {
    id: 'roi.ratio',
    name: say('metric.roi.ratio'),
    unit: 'ratio',
    formula: say('formula.roi.ratio'),
    source: say('source.roi'),
    better: 'more',
    filters: [],
    compute: ratio,
  },
  {
    id: 'roi.payback',
    name: say('metric.roi.payback'),
    unit: 'years',
    formula: say('formula.roi.payback'),
    source: say('source.roi'),
    filters: [],
    compute: payback,
  },
];
