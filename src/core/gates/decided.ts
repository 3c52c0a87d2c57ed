// Gates in the order in which they come up, and what was decided about them.
import { dayNumber } from '../base/days';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { isDone } from '../project/state';
import { member, type Json } from '../schema/json';
import { GATES } from './criterion';

export type Verdict = 'go' | 'conditional' | 'no-go';
const VERDICTS: readonly Verdict[] = ['go', 'conditional', 'no-go'];

/** By the day on which they are due; those without one come last. */
export const gatesInOrder = (project: Project): readonly Entity[] =>
  [...project.table(GATES)].sort((a, b) => dueOf(a) - dueOf(b));

const dueOf = ({ value }: Entity): number =>
  dayNumber(typeof value.due === 'string' ? value.due : '') ?? Number.POSITIVE_INFINITY;

/** The gate that is to be decided next; undefined when all are. */
export const nextGate = (project: Project): Entity | undefined => gatesInOrder(project).find((one) => !isDone(one));

/** What the last of those who decided says; one no-go outweighs every go, a condition every plain one. */
export function verdictOf({ value }: Entity): Verdict | undefined {
  const approvals: readonly Json[] = Array.isArray(value.approvals) ? value.approvals : [];
  const given = approvals.map((one) => member(one, 'verdict'));
  return VERDICTS.findLast((one) => given.includes(one));
}

/** The commit or tag that was known when it was decided. */
export const decidedAt = ({ value }: Entity): string | undefined =>
  typeof value.decided_at === 'string' && value.decided_at !== '' ? value.decided_at : undefined;
