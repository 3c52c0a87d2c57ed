// How a conflict stands on a day: whether it is in force, who waived it, and whether the system keeps people from it.
import type { Project } from '../project/project';
import type { Conflicts } from './conflicts';
import type { Waiver } from './duties';
import { type Proof, proofOf } from './enforcement';
import { type AnyConflict, isOfRole } from './evidence';
import { type Fault, faultsOf, waiversFor } from './waivers';

export interface Standing {
  /** In force, or only later, or no more. A role's own conflict is as long as the role is. */
  readonly when: 'now' | 'upcoming' | 'past';
  readonly waiver: Waiver | undefined;
  /** Waivers that would cover it, were they not void. */
  readonly void: readonly { readonly waiver: Waiver; readonly faults: readonly Fault[] }[];
  /** Of a rule that only the system can keep. */
  readonly proof: Proof | undefined;
  /** Nothing answers for it: it is neither past, nor waived, nor kept by the system. */
  readonly open: boolean;
}

/** How it stands on a day; `today` is the day of what is known, where a later one is asked about. */
export function standingOf(
  project: Project,
  conflicts: Conflicts,
  conflict: AnyConflict,
  on: string,
  today = on,
): Standing {
  const [from, to] = isOfRole(conflict) ? [undefined, undefined] : [conflict.from, conflict.to];
  const when = to !== undefined && to < on ? 'past' : from !== undefined && from > on ? 'upcoming' : 'now';
  const waivers = waiversFor(conflicts, conflict).map((waiver) => ({
    waiver,
    faults: faultsOf(project, conflicts.model, waiver, when === 'upcoming' && from !== undefined ? from : on),
  }));
  // What is due between today and then is no fault yet.
  const faulty = waivers.map((one) =>
    when === 'upcoming' || (on > today && !faultsOf(project, conflicts.model, one.waiver, today).includes('lapsed'))
      ? { ...one, faults: one.faults.filter((fault) => fault !== 'lapsed') }
      : one,
  );
  const waiver = faulty.find(({ faults }) => !faults.length)?.waiver;
  const environment = isOfRole(conflict) ? conflicts.model.usual : conflict.environment;
  const { rule } = conflict;
  const proof = rule.enforcement === 'static' ? undefined : proofOf(project, rule, environment);
  return {
    when,
    waiver,
    void: waiver ? [] : faulty,
    proof,
    open: when !== 'past' && !waiver && proof?.kind !== 'enforced',
  };
}
