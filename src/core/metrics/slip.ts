// Slip: by how much the plan ends later than its baseline in git approved, and the tasks that do.
import { type Day, dayText } from '../base/days';
import { decimal, zero } from '../base/decimal';
import { finish } from '../base/work';
import { approvedDays, scheduleBaseline } from '../earned/baseline';
import { say } from '../messages/message';
import { lookUp } from '../project/project';
import type { World } from '../project/world';
import { leavesOf, planOf } from '../schedule/plan';
import type { Planned } from '../schedule/planned';
import { type Filter, rowsOf } from './filter';
import { type Figure, type Metric, notAvailable } from './metric';

function slip(world: World, filter: Filter): Figure {
  const { project, settings, asOf, files, past } = world;
  const plan = planOf(world);
  const wanted = filter.size ? new Set(rowsOf(project, 'tasks', filter)) : undefined;
  const all = leavesOf(plan).filter(({ task }) => wanted?.has(task) !== false);
  if (!all.length) return notAvailable(say('metric.empty'));
  // Nothing of it looks at the clock.
  const fixed = finish(scheduleBaseline({ project, settings, asOf, files, past, now: 0 }));
  if ('why' in fixed) return notAvailable(fixed.why);
  const { baseline } = fixed;
  // Of what is no longer planned, the approved finish of the whole still counts; a filter asks for what belongs to it now.
  const approved = [...approvedDays(fixed.plan)].flatMap(([{ task, parts }, [, last]]) => {
    const today = lookUp(project, task.kind.name, task.id);
    return parts.length || (wanted && !(today && wanted.has(today))) ? [] : [{ today, last }];
  });
  if (!approved.length) return notAvailable(say('metric.not-in-baseline', { baseline: baseline.id }), [baseline]);
  const from = approved.reduce((end, { last }) => Math.max(end, last), Number.NEGATIVE_INFINITY);
  const to = all.reduce((end, { lastDay }) => Math.max(end, lastDay), Number.NEGATIVE_INFINITY);
  const between = (a: Day, b: Day): number => plan.measure.workedBy(b + 1) - plan.measure.workedBy(a + 1);
  const limits = new Map(approved.map(({ today, last }) => [today, last]));
  const slipOf = ({ task, lastDay }: Planned): number => between(limits.get(task) ?? lastDay, lastDay);
  const late = all.filter((one) => slipOf(one) > 0).sort((a, b) => slipOf(b) - slipOf(a));
  const last = all.filter(({ lastDay }) => lastDay === to);
  const lacking = late.filter(({ isDone }) => !isDone).map(({ task }) => task);
  const about = { to: dayText(to), from: dayText(from), baseline: baseline.id };
  return {
    kind: 'known',
    value: decimal(Math.round(between(from, to) * 10) / 10) ?? zero,
    steps: [say('metric.step-slip', about)],
    inputs: [baseline, ...new Set([...last, ...late].map(({ task }) => task))],
    ...(lacking.length ? { lacking } : {}),
  };
}

export const slipMetrics: readonly Metric[] = [
  {
    id: 'plan.slip',
    name: say('metric.plan.slip'),
    unit: 'days',
    formula: say('formula.plan.slip'),
    source: say('source.pmbok'),
    filters: ['wave'],
    compute: slip,
  },
];
