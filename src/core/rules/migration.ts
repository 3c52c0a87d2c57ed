// LF6, migration: loads that do not add up, samples that prove too little, and an order that cannot work.
import { compare } from '../base/decimal';
import { mostErrors, sizeToProve } from '../base/statistics';
import { say } from '../messages/message';
import { CONFIDENCE, due, latestRounds, type Proven, proven } from '../metrics/migration';
import type { Entity } from '../project/file-index';
import { lookUp, manifestOf, type Project } from '../project/project';
import { amount, asOf, day, happened, is, list, number, text } from '../project/values';
import { type Json, member } from '../schema/json';
import { type EntityRule, said, tableRule } from './rule';

const ROUNDS = 'migration-rounds';
const OBJECTS = 'data-objects';
const isRound: EntityRule['of'] = ({ name }) => name === ROUNDS;
const count = (value: Json | undefined): number => number(value) ?? 0;

const unbalanced: EntityRule = {
  scope: 'entity',
  code: 'LF601',
  of: isRound,
  *check(round, { project }) {
    const wanted = due(round);
    const loaded = number(round.value.loaded);
    if (wanted === undefined || loaded === undefined) return;
    const rejected = list(round.value.rejected).reduce((total: number, one) => total + count(member(one, 'count')), 0);
    if (loaded + rejected === wanted) return;
    const about = { wanted, loaded, rejected, missing: wanted - loaded - rejected };
    yield said(project, round, '/loaded', say('migration.unbalanced', about));
  },
};

/** What the project asks of a migration, in percent; undefined where it asks for nothing. */
const threshold = (project: Project): number | undefined =>
  number(member(member(manifestOf(project)?.slices[0]?.entities[0]?.value, 'thresholds'), 'migration.accuracy'));

const manifest = (project: Project): readonly Entity[] =>
  project.table(manifestOf(project)?.slices[0]?.entities[0]?.kind.name ?? '');

const belowThreshold = tableRule(
  'LF602',
  (project) => [project.table(ROUNDS), manifest(project)],
  function* (world) {
    const { project } = world;
    const limit = threshold(project);
    if (limit === undefined) return;
    for (const one of latestRounds(world).flatMap((round) => proven(round) ?? [])) {
      if (one.bound * 100 >= limit) continue;
      const about = { found: percent(1 - one.errors / one.size), bound: percent(one.bound), limit };
      const size = sizeFor(one, limit / 100);
      const message =
        size === undefined
          ? say('migration.below', about)
          : say('migration.too-small', { ...about, more: size - one.size, size });
      yield said(project, one.round, '/sampling', message);
      yield;
    }
  },
);

// Rounded down: what is shown must not claim more than is proven.
const percent = (share: number): string => (Math.floor(share * 10_000 + 1e-6) / 100).toFixed(2);

/** The size from which a sample with as many errors would prove the threshold; undefined where none would. */
function sizeFor({ round, errors, size }: Proven, limit: number): number | undefined {
  if (limit >= 1 && errors > 0) return undefined;
  const loaded = number(round.value.loaded);
  if (text(member(round.value.sampling, 'unit')) === 'field' || loaded === undefined) {
    const found = limit >= 1 ? undefined : sizeToProve(errors, 1 - limit, CONFIDENCE);
    return found !== undefined && found < 1e9 ? found : undefined;
  }
  const proves = (tried: number): boolean => 1 - mostErrors(errors, tried, loaded, CONFIDENCE) / loaded >= limit;
  if (!proves(loaded)) return undefined;
  let [low, high] = [size, loaded];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (proves(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const critical: EntityRule = {
  scope: 'entity',
  code: 'LF603',
  of: isRound,
  *check(round, { project }) {
    const errors = count(member(round.value.sampling, 'critical_errors'));
    if (errors > 0)
      yield said(project, round, '/sampling/critical_errors', say('migration.critical', { count: errors }));
  },
};

const differing: EntityRule = {
  scope: 'entity',
  code: 'LF605',
  of: isRound,
  *check(round, { project }) {
    for (const [at, total] of list(round.value.control_totals).entries()) {
      const [source, target] = [amount(member(total, 'source')), amount(member(total, 'target'))];
      if (!source || !target || compare(source, target) === 0) continue;
      const about = {
        name: text(member(total, 'name')) ?? '',
        source: count(member(total, 'source')),
        target: count(member(total, 'target')),
      };
      yield said(project, round, `/control_totals/${at}/target`, say('migration.totals', about));
    }
  },
};

/** The rounds of each object by the day, in the order of their days. */
function roundsOf(project: Project, until: number): ReadonlyMap<string, readonly Entity[]> {
  const found = new Map<string, Entity[]>();
  for (const round of project.table(ROUNDS)) {
    const object = lookUp(project, OBJECTS, text(round.value.object) ?? '');
    if (object && (day(round, 'date') ?? until) <= until)
      found.set(object.id, [...(found.get(object.id) ?? []), round]);
  }
  return found;
}

const tables = (project: Project): readonly (readonly Entity[])[] => [project.table(ROUNDS), project.table(OBJECTS)];

const neverLoaded = tableRule('LF607', tables, function* (world) {
  const { project } = world;
  const rounds = roundsOf(project, asOf(world));
  // As long as all are mocks, what is missing may come in the next one.
  if (![...rounds.values()].flat().some((one) => is(one, 'type', 'live'))) return;
  for (const object of project.table(OBJECTS))
    if (!rounds.has(object.id)) yield said(project, object, '', say('migration.no-round', { others: rounds.size }));
});

const tooEarly = tableRule('LF608', tables, function* (world) {
  const { project } = world;
  const rounds = roundsOf(project, asOf(world));
  for (const [id, own] of rounds) {
    const needed = list(lookUp(project, OBJECTS, id)?.value.depends_on).flatMap((one) =>
      typeof one === 'string' ? (lookUp(project, OBJECTS, one) ?? []) : [],
    );
    for (const round of own)
      for (const object of needed) {
        const before = (rounds.get(object.id) ?? []).some(
          (one) =>
            one.value.environment === round.value.environment && (day(one, 'date') ?? 0) <= (day(round, 'date') ?? 0),
        );
        if (!before)
          yield said(project, round, '/date', say('migration.too-early', { object: object.id, title: object.title }));
      }
    yield;
  }
});

const MOCKS = 2;

const unrehearsed = tableRule('LF611', tables, function* (world) {
  const { project } = world;
  for (const own of roundsOf(project, asOf(world)).values())
    for (const live of own.filter((one) => is(one, 'type', 'live'))) {
      const mocks = own.filter((one) => is(one, 'type', 'mock') && (day(one, 'date') ?? 0) <= (day(live, 'date') ?? 0));
      if (mocks.length < MOCKS && happened(world, live, 'date'))
        yield said(project, live, '/type', say('migration.unrehearsed', { count: mocks.length, wanted: MOCKS }));
    }
});

export const migrationRules = [
  unbalanced,
  belowThreshold,
  critical,
  differing,
  neverLoaded,
  tooEarly,
  unrehearsed,
] as const;
