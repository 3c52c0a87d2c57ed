// Operation: how the running system does, what people think of it, and how far the customer needs nobody else for it.
import { type Decimal, decimal, over, sum, times, zero } from '../base/decimal';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { keyOf } from '../project/project';
import { isDone } from '../project/state';
import { amount, entityOf, happened, is, list, number, text } from '../project/values';
import type { World } from '../project/world';
import { member } from '../schema/json';
import { type Filter, rowsOf } from './filter';
import { type Figure, type Metric, notAvailable, plain, quotient } from './metric';
import { latest } from './values';

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

/** One thing that somebody did, and on which side they are; of people who are not known nothing is told. */
interface Deed {
  readonly entity: Entity;
  readonly side: string;
}

const done = (world: World, rows: readonly Entity[], by: (row: Entity) => string | undefined): readonly Deed[] =>
  rows.flatMap((entity) => {
    const side = text(entityOf(world.project, 'people', by(entity) ?? '')?.value.side);
    return side === undefined ? [] : [{ entity, side }];
  });

const solved = (world: World): readonly Deed[] =>
  done(
    world,
    world.project
      .table('issues')
      .filter((one) => is(one, 'type', 'incident') && one.value.resolved_at !== undefined)
      .filter((one) => happened(world, one, 'resolved_at')),
    ({ value }) => text(value.owner) ?? text(value.commander),
  );

const taught = (world: World): readonly Deed[] =>
  done(
    world,
    world.project.table('training-sessions').filter((one) => isDone(one) && happened(world, one, 'date')),
    ({ value }) => text(value.trainer),
  );

/** Commits to parameters by people of the project, as far as their history is known; git knows authors by their names. */
function configured(world: World): readonly Deed[] {
  const { project, past } = world;
  const changes = past.kind === 'known' && past.value.changes.kind === 'known' ? past.value.changes.value : undefined;
  if (!changes?.size) return [];
  const sides = new Map(
    project.table('people').flatMap((one) => {
      const side = text(one.value.side);
      return side === undefined ? [] : [[one.title, side] as const];
    }),
  );
  const commits = new Map<string, Deed>();
  for (const entity of project.table('configuration'))
    for (const { author, commit, day } of changes.get(keyOf(entity)) ?? []) {
      const side = sides.get(author);
      if (side !== undefined && day <= world.asOf && !commits.has(commit)) commits.set(commit, { entity, side });
    }
  return [...commits.values()];
}

function independence(world: World): Figure {
  const parts = [
    { title: say('metric.solved'), deeds: solved(world) },
    { title: say('metric.configured'), deeds: configured(world) },
    { title: say('metric.taught'), deeds: taught(world) },
  ].filter(({ deeds }) => deeds.length);
  const isOwn = ({ side }: Deed): boolean => side === 'customer';
  const shares = parts.map(({ title, deeds }) => {
    const [own, all] = [deeds.filter(isOwn).length, deeds.length];
    return {
      step: say('metric.step-part', { title, part: own, whole: all }),
      share: over(times(decimal(own) ?? zero, HUNDRED), decimal(all) ?? zero) ?? zero,
    };
  });
  const value = over(sum(shares.map(({ share }) => share)), decimal(shares.length) ?? zero);
  if (!value) return notAvailable(say('metric.nobody'));
  const deeds = parts.flatMap((one) => one.deeds);
  const [own, others] = [deeds.filter(isOwn), deeds.filter((one) => !isOwn(one))].map((some) =>
    some.map(({ entity }) => entity),
  );
  return {
    kind: 'known',
    value,
    steps: shares.map(({ step }) => step),
    inputs: [...new Set([...(others ?? []), ...(own ?? [])])],
    ...(others?.length ? { lacking: [...new Set(others)] } : {}),
  };
}

const HUNDRED: Decimal = { units: 100n, scale: 0 };

export const operationMetrics: readonly Metric[] = [
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
  {
    id: 'independence',
    name: say('metric.independence'),
    unit: 'percent',
    formula: say('formula.independence'),
    source: say('source.kpi'),
    filters: [],
    compute: independence,
  },
];
