// Risks: how many are high, what they may cost, and which nobody has looked at again.
import { type Decimal, decimal, times } from '../base/decimal';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { manifestOf, type Project } from '../project/project';
import { amount, asOf, day, is, number } from '../project/values';
import type { World } from '../project/world';
import { member } from '../schema/json';
import { type Filter, rowsOf } from './filter';
import { type Amount, countOf, type Metric, sumOf } from './metric';

/** What a level of probability stands for, in percent. */
const CHANCE: readonly number[] = [10, 30, 50, 70, 90];
const HIGH = 15;
const WORST = 5;

const open = ({ project }: World, filter: Filter): readonly Entity[] =>
  rowsOf(project, 'risks', filter).filter((one) => is(one, 'status', 'open', 'monitoring'));

/** High by the project's own limit; without one, from 15 or at the worst impact. */
export function isHigh(project: Project, risk: Entity): boolean {
  const [probability, impact] = [number(risk.value.probability), number(risk.value.impact)];
  if (probability === undefined || impact === undefined) return false;
  const matrix = member(manifestOf(project)?.slices[0]?.entities[0]?.value, 'risk_matrix');
  const limit = number(member(matrix, 'high'));
  return limit === undefined ? probability * impact >= HIGH || impact >= WORST : probability * impact >= limit;
}

function expected(risk: Entity): readonly Amount[] {
  const cost = amount(risk.value.cost_impact);
  const chance = CHANCE[(number(risk.value.probability) ?? 0) - 1];
  if (!cost || chance === undefined) return [];
  const share: Decimal = { units: BigInt(chance), scale: 2 };
  return [{ entity: risk, value: times(cost, share) }];
}

const filters = ['wave', 'module', 'org'] as const;

export const riskMetrics: readonly Metric[] = [
  {
    id: 'risks.open-high',
    name: say('metric.risks.open-high'),
    unit: 'count',
    formula: say('formula.risks.open-high'),
    source: say('source.iso-31000'),
    filters,
    compute: (world, filter) =>
      countOf(
        open(world, filter).filter((one) => isHigh(world.project, one)),
        world.project.table('risks'),
      ),
  },
  {
    id: 'risks.exposure',
    name: say('metric.risks.exposure'),
    unit: 'money',
    formula: say('formula.risks.exposure'),
    source: say('source.pmbok-risk'),
    filters,
    compute: (world, filter) =>
      sumOf(
        open(world, filter).flatMap(expected),
        world.project.table('risks').filter((one) => decimal(number(one.value.cost_impact) ?? Number.NaN)),
      ),
  },
  {
    id: 'risks.overdue-review',
    name: say('metric.risks.overdue-review'),
    unit: 'count',
    formula: say('formula.risks.overdue-review'),
    source: say('source.iso-31000'),
    filters,
    compute: (world, filter) =>
      countOf(
        open(world, filter).filter((one) => (day(one, 'review_by') ?? Number.POSITIVE_INFINITY) < asOf(world)),
        world.project.table('risks'),
      ),
  },
];
