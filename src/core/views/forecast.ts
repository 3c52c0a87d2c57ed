// What the plan computes for the fields of a task, as rows show it.
import { dayText } from '../base/days';
import type { Entity } from '../project/file-index';
import type { Plan } from '../schedule/plan';

/** The forecast in place of a field, with a flag on the finish of what is critical; undefined where there is none. */
export function forecastIn(plan: Plan, entity: Entity, field: string): string | undefined {
  const planned = plan.of(entity);
  if (!planned) return undefined;
  const { percent, lastDay, firstDay, critical } = planned;
  if (field === 'percent') return String(Math.round(percent));
  if (field === 'start') return dayText(firstDay);
  return field === 'finish' ? `${dayText(lastDay)}${critical ? ' ⚑' : ''}` : undefined;
}
