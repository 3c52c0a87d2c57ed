// Migration: is everything there, is it right, and does it add up, by the latest round of each data object.
import { compare, type Decimal, decimal } from '../base/decimal';
import { mostErrors, upperErrorShare } from '../base/statistics';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { amount, happened, list, number, text } from '../project/values';
import type { World } from '../project/world';
import { member } from '../schema/json';
import { type Figure, type Metric, notAvailable, quotient, shareOf } from './metric';

export const CONFIDENCE = 0.95;

/** The latest round of each data object by the day asked for. */
export function latestRounds(world: World): readonly Entity[] {
  const latest = new Map<string, Entity>();
  for (const round of world.project.table('migration-rounds')) {
    const object = text(round.value.object);
    if (object === undefined || !happened(world, round, 'date')) continue;
    const before = latest.get(object);
    if (!before || rank(before) <= rank(round)) latest.set(object, round);
  }
  return [...latest.values()];
}

const rank = (round: Entity): string =>
  `${text(round.value.date) ?? ''} ${String(number(round.value.round) ?? 0).padStart(6, '0')}`;

/** How many records should have come: what the source held, without what was left out, merged or split. */
export function due(round: Entity): number | undefined {
  const source = number(round.value.source_count);
  const value = (name: string): number => number(round.value[name]) ?? 0;
  return source === undefined ? undefined : source - value('dropped') - value('merged_away') + value('split_into');
}

function completeness(world: World): Figure {
  const rounds = latestRounds(world).filter((one) => due(one) !== undefined && number(one.value.loaded) !== undefined);
  const sum = (of: (round: Entity) => number): number => rounds.reduce((total, one) => total + of(one), 0);
  return quotient(
    sum((one) => number(one.value.loaded) ?? 0),
    sum((one) => due(one) ?? 0),
    rounds,
    rounds.filter((one) => number(one.value.loaded) !== due(one)),
  );
}

export interface Proven {
  readonly round: Entity;
  readonly errors: number;
  readonly size: number;
  /** The share that is right at least, with 95 % certainty: 0 to 1. */
  readonly bound: number;
}

/** What a round's sample proves: exact for a small population by the hypergeometric distribution, else by the binomial. */
export function proven(round: Entity): Proven | undefined {
  const sampling = member(round.value, 'sampling');
  const errors = number(member(sampling, 'errors'));
  const size = number(member(sampling, 'size'));
  if (errors === undefined || size === undefined || size <= 0 || errors < 0 || errors > size) return undefined;
  const loaded = number(round.value.loaded);
  const isRecords = text(member(sampling, 'unit')) !== 'field';
  // A sample larger than its population is a mistake of writing; nothing is proven by it.
  if (isRecords && loaded !== undefined && size > loaded) return undefined;
  const bound =
    isRecords && loaded !== undefined && loaded > 0
      ? 1 - mostErrors(errors, size, loaded, CONFIDENCE) / loaded
      : 1 - upperErrorShare(errors, size, CONFIDENCE);
  return { round, errors, size, bound };
}

function accuracy(world: World): Figure {
  const all = latestRounds(world).flatMap((one) => proven(one) ?? []);
  const [first, ...rest] = all;
  if (!first) return notAvailable(say('metric.no-sample'));
  const worst = rest.reduce((low, one) => (one.bound < low.bound ? one : low), first);
  const value = percent(worst.bound);
  const steps = all.map(({ round, errors, size, bound }) =>
    say('metric.step-sample', {
      id: text(round.value.object) ?? round.id,
      errors,
      size,
      found: shareText(1 - errors / size),
      bound: shareText(bound),
    }),
  );
  if (!value) return notAvailable(say('metric.no-sample'));
  return {
    kind: 'known',
    value,
    steps,
    inputs: [worst.round, ...all.map((one) => one.round).filter((one) => one !== worst.round)],
    lacking: [worst.round],
  };
}

// Rounded down: what is shown must not claim more than is proven.
const percent = (share: number): Decimal | undefined => decimal(Math.floor(share * 1_000_000 + 1e-6) / 10_000);
/** A share in percent, rounded so. */
export const shareText = (share: number): string => (Math.floor(share * 1_000_000 + 1e-6) / 10_000).toFixed(2);

function controlTotals(world: World): Figure {
  const rounds = latestRounds(world).filter((one) => list(one.value.control_totals).length);
  return shareOf(rounds, (one) =>
    list(one.value.control_totals).every((total) => {
      const [source, target] = [amount(member(total, 'source')), amount(member(total, 'target'))];
      return source !== undefined && target !== undefined && compare(source, target) === 0;
    }),
  );
}

export const migrationMetrics: readonly Metric[] = [
  {
    id: 'migration.completeness',
    name: say('metric.migration.completeness'),
    unit: 'percent',
    formula: say('formula.migration.completeness'),
    source: say('source.iso-8000'),
    filters: [],
    compute: completeness,
  },
  {
    id: 'migration.accuracy',
    name: say('metric.migration.accuracy'),
    unit: 'percent',
    formula: say('formula.migration.accuracy'),
    source: say('source.clopper-pearson'),
    filters: [],
    compute: accuracy,
  },
  {
    id: 'migration.control-totals',
    name: say('metric.migration.control-totals'),
    unit: 'percent',
    formula: say('formula.migration.control-totals'),
    source: say('source.iso-8000'),
    filters: [],
    compute: controlTotals,
  },
];
