// The cutover: how long it takes, when it is too late to turn back, and how far rehearsals were from the plan.
import { decimal, over, times, zero } from '../base/decimal';
import { say } from '../messages/message';
import { text } from '../project/values';
import type { World } from '../project/world';
import { type Cutover, cutoverOf, type Step } from '../schedule/cutover';
import type { Filter } from './filter';
import { type Figure, type Metric, notAvailable } from './metric';

const HOUR = 3_600_000;
const HUNDRED = { units: 100n, scale: 0 };

/** The cutover of the wave that is asked for, else of the next one that has steps and is not live. */
function next(world: World, filter: Filter): Cutover | undefined {
  const { project } = world;
  const wanted = filter.get('wave');
  const steps = project.table('cutover-steps');
  const waves = [...project.table('waves')]
    .filter(({ id, value }) => (wanted === undefined ? value.actual === undefined : id === wanted))
    .sort((a, b) => ((text(a.value.go_live) ?? '') < (text(b.value.go_live) ?? '') ? -1 : 1));
  const wave = waves.find(({ id }) => steps.some(({ value }) => value.wave === id));
  return wave && cutoverOf(project, wave, world.now);
}

function length(world: World, filter: Filter): Figure {
  const found = next(world, filter);
  if (!found) return notAvailable(say('metric.no-cutover'));
  const begin = Math.min(...found.steps.map(({ start }) => start));
  return hours(
    (found.finish - begin) / HOUR,
    found.steps.filter(({ critical }) => critical),
  );
}

function lastSafe(world: World, filter: Filter): Figure {
  const found = next(world, filter);
  if (!found) return notAvailable(say('metric.no-cutover'));
  const { window, lastSafe: at, steps } = found;
  if (!window || at === undefined) return notAvailable(say('metric.no-window'), [found.wave]);
  return hours(
    (at - window.from) / HOUR,
    steps.filter(({ rollback }) => rollback !== 0),
  );
}

const hours = (value: number, steps: readonly Step[]): Figure => ({
  kind: 'known',
  value: decimal(Math.round(value * 100) / 100) ?? zero,
  steps: steps.map(({ step, planned }) =>
    say('metric.step-amount', { id: step.id, title: step.title, value: Math.round((planned / 60) * 100) / 100 }),
  ),
  inputs: steps.map(({ step }) => step),
});

function variance(world: World, filter: Filter): Figure {
  const found = next(world, filter);
  if (!found) return notAvailable(say('metric.no-cutover'));
  const timed = found.steps.flatMap((one) =>
    one.rehearsed === undefined ? [] : [{ ...one, rehearsed: one.rehearsed }],
  );
  const [taken, planned] = [
    timed.reduce((sum, { rehearsed }) => sum + rehearsed, 0),
    timed.reduce((sum, one) => sum + one.planned, 0),
  ];
  const value = over(times(decimal(taken - planned) ?? zero, HUNDRED), decimal(planned) ?? zero);
  if (!value)
    return notAvailable(
      say('metric.no-timed-rehearsal'),
      found.steps.map(({ step }) => step),
    );
  return {
    kind: 'known',
    value,
    steps: [say('metric.step-share', { part: taken - planned, whole: planned })],
    inputs: timed.map(({ step }) => step),
  };
}

const filters = ['wave'] as const;

export const cutoverMetrics: readonly Metric[] = [
  {
    id: 'cutover.critical-path',
    name: say('metric.cutover.critical-path'),
    unit: 'hours',
    formula: say('formula.cutover.critical-path'),
    source: say('source.cpm'),
    filters,
    compute: length,
  },
  {
    id: 'cutover.last-safe-no-go',
    name: say('metric.cutover.last-safe-no-go'),
    unit: 'hours',
    formula: say('formula.cutover.last-safe-no-go'),
    source: say('source.kpi'),
    filters,
    compute: lastSafe,
  },
  {
    id: 'cutover.rehearsal-variance',
    name: say('metric.cutover.rehearsal-variance'),
    unit: 'percent',
    formula: say('formula.cutover.rehearsal-variance'),
    source: say('source.kpi'),
    filters,
    compute: variance,
  },
];
