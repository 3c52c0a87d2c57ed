// Scope: how much of what is wanted is agreed, and how much of it the standard product does.
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { droppedAs } from '../project/state';
import { is } from '../project/values';
import type { World } from '../project/world';
import { type Filter, rowsOf } from './filter';
import { type Metric, shareOf } from './metric';

const wanted = ({ project }: World, filter: Filter): readonly Entity[] =>
  rowsOf(project, 'requirements', filter).filter((one) => droppedAs(one) === undefined);

const fitted = (world: World, filter: Filter): readonly Entity[] =>
  wanted(world, filter).filter((one) => one.value.fit !== undefined);

const filters = ['wave', 'module'] as const;

export const scopeMetrics: readonly Metric[] = [
  {
    id: 'scope.confirmed',
    name: say('metric.scope.confirmed'),
    unit: 'percent',
    formula: say('formula.scope.confirmed'),
    source: say('source.baseline'),
    filters,
    compute: (world, filter) =>
      shareOf(wanted(world, filter), (one) => is(one, 'status', 'confirmed', 'built', 'verified')),
  },
  {
    id: 'scope.standard-fit',
    name: say('metric.scope.standard-fit'),
    unit: 'percent',
    formula: say('formula.scope.standard-fit'),
    source: say('source.fit-gap'),
    filters,
    compute: (world, filter) => shareOf(fitted(world, filter), (one) => is(one, 'fit', 'standard', 'configuration')),
  },
  {
    id: 'scope.customization',
    name: say('metric.scope.customization'),
    unit: 'percent',
    formula: say('formula.scope.customization'),
    source: say('source.fit-gap'),
    better: 'less',
    filters,
    compute: (world, filter) => shareOf(fitted(world, filter), (one) => is(one, 'fit', 'customization')),
  },
];
