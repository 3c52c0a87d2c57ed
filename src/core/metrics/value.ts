// Value: what the project was for, and how the system does once it runs.
import { type Decimal, decimal, minus, over, plus, sum, times, zero } from '../base/decimal';
import { type Message, say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { amount, entityOf, happened, list, number, text } from '../project/values';
import type { World } from '../project/world';
import { member } from '../schema/json';
import { type Filter, rowsOf } from './filter';
import { type Figure, type Metric, notAvailable, plain, quotient } from './metric';

const HUNDRED: Decimal = { units: 100n, scale: 0 };

/** The latest entry of each that `key` names, by the day asked for. */
function latest(world: World, rows: readonly Entity[], key: string): readonly Entity[] {
  const found = new Map<string, Entity>();
  for (const row of rows) {
    const name = text(row.value[key]) ?? '';
    if (!happened(world, row, 'date')) continue;
    const before = found.get(name);
    if (!before || (text(before.value.date) ?? '') <= (text(row.value.date) ?? '')) found.set(name, row);
  }
  return [...found.values()];
}

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

function annualBenefit(world: World): Figure {
  let total = zero;
  const steps: Message[] = [];
  const inputs: Entity[] = [];
  for (const { kpi, measurement, before, target, actual } of gains(world)) {
    const worth = amount(kpi.value.value_per_unit);
    if (!worth) continue;
    const isDown = minus(target, before).units < 0n;
    const gain = isDown ? minus(before, actual) : minus(actual, before);
    const share = { ...(amount(kpi.value.attribution) ?? HUNDRED) };
    const value = minus(
      times(times(gain, worth), { ...share, scale: share.scale + 2 }),
      amount(kpi.value.run_cost) ?? zero,
    );
    total = plus(total, value);
    inputs.push(kpi, measurement);
    steps.push(say('metric.step-amount', { id: kpi.id, title: kpi.title, value: plain(value) }));
  }
  return inputs.length ? { kind: 'known', value: total, steps, inputs } : notAvailable(say('metric.no-measurement'));
}

function satisfaction(world: World, filter: Filter): Figure {
  const surveys = latest(world, rowsOf(world.project, 'surveys', filter), 'org').filter(
    (one) =>
      number(one.value.responses) !== undefined && (number(one.value.scale) ?? 0) > 0 && list(one.value.scores).length,
  );
  let weighted = 0;
  let responses = 0;
  let invited = 0;
  for (const survey of surveys) {
    const scores = list(survey.value.scores).flatMap((one) => number(member(one, 'score')) ?? []);
    const mean = scores.reduce((total, one) => total + one, 0) / Math.max(1, scores.length);
    const answered = number(survey.value.responses) ?? 0;
    weighted += (mean / (number(survey.value.scale) ?? 1)) * answered;
    responses += answered;
    invited += number(survey.value.invited) ?? answered;
  }
  const value = responses > 0 ? decimal(Math.round((weighted / responses) * 1_000_000) / 10_000) : undefined;
  if (!value) return notAvailable(say('metric.empty'), surveys);
  const rate = invited > 0 ? Math.round((100 * responses) / invited) : 0;
  return { kind: 'known', value, steps: [say('metric.step-survey', { responses, invited, rate })], inputs: surveys };
}

function health(world: World): Figure {
  const [check] = latest(world, world.project.table('health-checks'), 'none');
  const scores = list(check?.value.areas).flatMap((one) => amount(member(one, 'score')) ?? []);
  const value = over(sum(scores), decimal(scores.length) ?? zero);
  if (!check || !value) return notAvailable(say('metric.empty'));
  const steps = [say('metric.step-mean', { values: scores.map((one) => plain(one)), count: scores.length })];
  return { kind: 'known', value, steps, inputs: [check] };
}

const usage =
  (part: string, whole: string) =>
  (world: World, filter: Filter): Figure => {
    const rows = latest(world, rowsOf(world.project, 'usage', filter), 'module').filter(
      (one) => number(one.value[part]) !== undefined && number(one.value[whole]) !== undefined,
    );
    const total = (name: string): number => rows.reduce((all, one) => all + (number(one.value[name]) ?? 0), 0);
    return quotient(total(part), total(whole), rows);
  };

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
    id: 'satisfaction',
    name: say('metric.satisfaction'),
    unit: 'percent',
    formula: say('formula.satisfaction'),
    source: say('source.kpi'),
    filters: ['org'],
    compute: satisfaction,
  },
  {
    id: 'health.score',
    name: say('metric.health.score'),
    unit: 'count',
    formula: say('formula.health.score'),
    source: say('source.kpi'),
    better: 'more',
    filters: [],
    compute: health,
  },
  {
    id: 'usage.active',
    name: say('metric.usage.active'),
    unit: 'percent',
    formula: say('formula.usage.active'),
    source: say('source.kpi'),
    filters: ['wave', 'module'],
    compute: usage('active', 'licensed'),
  },
  {
    id: 'usage.functions',
    name: say('metric.usage.functions'),
    unit: 'percent',
    formula: say('formula.usage.functions'),
    source: say('source.kpi'),
    filters: ['wave', 'module'],
    compute: usage('functions_used', 'functions_available'),
  },
];
