// Access: duties that collide, and what nothing answers for.
import { type Conflicts, conflictsOf } from '../access/conflicts';
import { type AnyConflict, isOfRole } from '../access/evidence';
import { testOf } from '../access/facts';
import { accessOf } from '../access/model';
import { tablePlaying } from '../access/parts';
import { type Standing, standingOf } from '../access/standing';
import { outcomesOf } from '../access/tests';
import { finish } from '../base/work';
import { decimal, zero } from '../base/decimal';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { droppedAs } from '../project/state';
import type { World } from '../project/world';
import { type Figure, type Metric, notAvailable, shareOf } from './metric';

interface Found {
  readonly conflict: AnyConflict;
  readonly standing: Standing;
}

/** Conflicts that last or are to come: what is past is history. */
function found(world: World, wanted: (one: Found) => boolean): Figure {
  const conflicts: Conflicts = finish(conflictsOf(world.project));
  if (!conflicts.rules.length) return notAvailable(say('metric.empty'));
  const counted = [...conflicts.roles, ...conflicts.people]
    .map((conflict) => ({ conflict, standing: standingOf(world.project, conflicts, conflict, world.asOf) }))
    .filter((one) => one.standing.when !== 'past' && wanted(one));
  // One rule, one holder and one place count once, however many periods there are.
  const distinct = new Map<string, Entity>();
  for (const { conflict } of counted) {
    const holder = isOfRole(conflict) ? ['role', conflict.role.id] : ['person', conflict.person, conflict.org ?? null];
    distinct.set(JSON.stringify([conflict.rule.id, ...holder]), conflict.rule.entity);
  }
  return {
    kind: 'known',
    value: decimal(distinct.size) ?? zero,
    steps: [...distinct.keys()].map((key) => {
      const [rule, , holder, org] = JSON.parse(key) as readonly (string | null)[];
      return say('metric.step-conflict', { rule: rule ?? '', holder: [holder, org].filter((one) => one).join(' @ ') });
    }),
    inputs: [...new Set(distinct.values())],
  };
}

/** Tests whose every expectation the design meets on the day; what it cannot decide is not met. */
function passing({ project, asOf }: World): Figure {
  const tests = tablePlaying(project, 'test').filter((one) => droppedAs(one) === undefined);
  if (!tests.length) return notAvailable(say('metric.empty'));
  const model = accessOf(project);
  return shareOf(tests, (one) => {
    const outcomes = outcomesOf(model, testOf(one), asOf);
    return outcomes.length > 0 && outcomes.every(({ result }) => result === 'pass');
  });
}

export const accessMetrics: readonly Metric[] = [
  {
    id: 'access.sod-conflicts',
    name: say('metric.access.sod-conflicts'),
    unit: 'count',
    formula: say('formula.access.sod-conflicts'),
    source: say('source.incits-359'),
    filters: [],
    compute: (world) => found(world, ({ conflict }) => !isOfRole(conflict)),
  },
  {
    id: 'access.role-conflicts',
    name: say('metric.access.role-conflicts'),
    unit: 'count',
    formula: say('formula.access.role-conflicts'),
    source: say('source.incits-359'),
    filters: [],
    compute: (world) => found(world, ({ conflict }) => isOfRole(conflict)),
  },
  {
    id: 'access.unwaived',
    name: say('metric.access.unwaived'),
    unit: 'count',
    formula: say('formula.access.unwaived'),
    source: say('source.incits-359'),
    filters: [],
    compute: (world) => found(world, ({ standing }) => standing.open),
  },
  {
    id: 'access.tests-passing',
    name: say('metric.access.tests-passing'),
    unit: 'percent',
    formula: say('formula.access.tests-passing'),
    source: say('source.incits-359'),
    filters: [],
    compute: passing,
  },
];
