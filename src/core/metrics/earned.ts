// Earned value as figures: the plan in money against the baseline that git keeps.
import { type Decimal, decimal, over, zero } from '../base/decimal';
import type { Earned } from '../earned/earned';
import { earnedOf, type EarnedValue } from '../earned/project';
import { type Message, say } from '../messages/message';
import { costTables } from '../money/cost';
import type { Entity } from '../project/file-index';
import type { World } from '../project/world';
import { type Figure, type Metric, notAvailable, plain } from './metric';

type Found = EarnedValue | { readonly why: Message };

/** One answer for all figures, as long as what it rests on is the same. */
const known = new WeakMap<readonly Entity[], { readonly on: readonly unknown[]; readonly found: Found }>();

function earned(world: World): Found {
  const { project, settings, asOf, files, past } = world;
  const tasks = project.table('tasks');
  const on = [project.kinds, asOf, past, project.table('baselines'), project.table('waves'), ...costTables(project)];
  const last = known.get(tasks);
  if (last?.on.every((one, at) => one === on[at])) return last.found;
  // Nothing of it looks at the clock.
  const found = earnedOf({ project, settings, asOf, files, past, now: 0 }, 'phase');
  known.set(tasks, { on, found });
  return found;
}

const figure =
  (read: (found: EarnedValue) => Decimal | undefined) =>
  (world: World): Figure => {
    const found = earned(world);
    if ('why' in found) return notAvailable(found.why);
    const value = read(found);
    if (!value) return notAvailable(found.total.ac ? say('metric.nothing') : say('money.unpriced'), found.from);
    const { bac, pv, ev, ac } = found.total;
    const parts = [
      [say('earned.bac'), bac],
      [say('earned.pv'), pv],
      [say('earned.ev'), ev],
      ...(ac ? [[say('earned.ac'), ac] as const] : []),
    ] as const;
    const steps = parts.map(([field, part]) => say('metric.step-earned', { field, value: plain(part) }));
    return { kind: 'known', value, steps, inputs: [found.baseline, ...found.from] };
  };

const metric = (
  field: Exclude<keyof Earned, 'eacAsPlanned'>,
  unit: Metric['unit'],
  texts: Pick<Metric, 'name' | 'formula'> & Partial<Pick<Metric, 'better'>>,
): Metric => ({
  id: `plan.${field}`,
  unit,
  source: say('source.evm'),
  filters: [],
  compute: figure(({ total }) => total[field]),
  ...texts,
});

const more = { better: 'more' } as const;

export const earnedMetrics: readonly Metric[] = [
  metric('bac', 'money', { name: say('metric.plan.bac'), formula: say('formula.plan.bac') }),
  metric('pv', 'money', { name: say('metric.plan.pv'), formula: say('formula.plan.pv') }),
  metric('ev', 'money', { name: say('metric.plan.ev'), formula: say('formula.plan.ev'), ...more }),
  metric('ac', 'money', { name: say('metric.plan.ac'), formula: say('formula.plan.ac') }),
  metric('sv', 'money', { name: say('metric.plan.sv'), formula: say('formula.plan.sv'), ...more }),
  metric('cv', 'money', { name: say('metric.plan.cv'), formula: say('formula.plan.cv'), ...more }),
  metric('spi', 'ratio', { name: say('metric.plan.spi'), formula: say('formula.plan.spi'), ...more }),
  metric('cpi', 'ratio', { name: say('metric.plan.cpi'), formula: say('formula.plan.cpi'), ...more }),
  metric('eac', 'money', { name: say('metric.plan.eac'), formula: say('formula.plan.eac') }),
  metric('etc', 'money', { name: say('metric.plan.etc'), formula: say('formula.plan.etc') }),
  metric('vac', 'money', { name: say('metric.plan.vac'), formula: say('formula.plan.vac'), ...more }),
  metric('tcpi', 'ratio', { name: say('metric.plan.tcpi'), formula: say('formula.plan.tcpi') }),
  {
    id: 'plan.spi-t',
    name: say('metric.plan.spi-t'),
    unit: 'ratio',
    formula: say('formula.plan.spi-t'),
    source: say('source.earned-schedule'),
    filters: [],
    compute: figure(({ schedule }) =>
      schedule ? over(decimal(schedule.earned) ?? zero, decimal(schedule.actual) ?? zero) : undefined,
    ),
    ...more,
  },
];
