// Traceability: of what was agreed, how much is realised, tested and taught, by what a requirement's type owes. Whatever
// is not of a type that is listed owes a test alone.
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { backrefsOf } from '../project/project';
import { is, text } from '../project/values';
import type { World } from '../project/world';
import { type Filter, rowsOf } from './filter';
import { type Figure, type Metric, shareOf } from './metric';

type Link = 'configured' | 'tested' | 'trained';

const OWED: Readonly<Record<string, readonly Link[]>> = {
  functional: ['configured', 'tested', 'trained'],
  report: ['configured', 'tested'],
  interface: ['configured', 'tested'],
};

/** What the standard does needs no setting. */
const owed = (one: Entity): readonly Link[] => {
  const links = OWED[text(one.value.type) ?? ''] ?? ['tested'];
  return is(one, 'fit', 'standard') ? links.filter((link) => link !== 'configured') : links;
};

const agreed = ({ project }: World, filter: Filter): readonly Entity[] =>
  rowsOf(project, 'requirements', filter).filter((one) => is(one, 'status', 'confirmed', 'built', 'verified'));

const testsOf = ({ project }: World, one: Entity): readonly Entity[] =>
  backrefsOf(project, one).flatMap(({ from }) => (from.kind.name === 'tests' ? [from] : []));

/** Tests and actions name what they are for as well, and make nothing of it real. */
const BESIDE: ReadonlySet<string> = new Set(['tests', 'actions']);

const has: Readonly<Record<Link, (world: World, one: Entity) => boolean>> = {
  configured: ({ project }, one) =>
    backrefsOf(project, one).some(({ from, site }) => site.ref.realises === 'named' && !BESIDE.has(from.kind.name)),
  tested: (world, one) => testsOf(world, one).length > 0,
  trained: (world, one) =>
    testsOf(world, one).some((test) =>
      backrefsOf(world.project, test).some(({ from }) => from.kind.name === 'courses'),
    ),
};

const ofLink =
  (link: Link) =>
  (world: World, filter: Filter): Figure =>
    shareOf(
      agreed(world, filter).filter((one) => owed(one).includes(link)),
      (one) => has[link](world, one),
    );

const complete = (world: World, filter: Filter): Figure =>
  shareOf(agreed(world, filter), (one) => owed(one).every((link) => has[link](world, one)));

const metric = (
  id: string,
  texts: Pick<Metric, 'name' | 'formula'>,
  compute: (world: World, filter: Filter) => Figure,
): Metric => ({
  id,
  ...texts,
  unit: 'percent',
  source: say('source.trace'),
  filters: ['wave', 'module', 'org'],
  compute,
});

export const traceMetrics: readonly Metric[] = [
  metric(
    'trace.configured',
    { name: say('metric.trace.configured'), formula: say('formula.trace.configured') },
    ofLink('configured'),
  ),
  metric('trace.tested', { name: say('metric.trace.tested'), formula: say('formula.trace.tested') }, ofLink('tested')),
  metric(
    'trace.trained',
    { name: say('metric.trace.trained'), formula: say('formula.trace.trained') },
    ofLink('trained'),
  ),
  metric('trace.complete', { name: say('metric.trace.complete'), formula: say('formula.trace.complete') }, complete),
];
