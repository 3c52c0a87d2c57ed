// A change under review: what it changes by register, what that touches, and the findings of the change alone.
import { accessOf } from '../access/model';
import type { Checked } from '../check/check';
import { findingsDifference } from '../check/difference';
import { compareProjects, renamedKeys } from '../compare/diff';
import { driftOf, isOfApproved, letting } from '../compare/drift';
import { scoreChanges } from '../compare/scores';
import type { Work } from '../base/work';
import type { Language } from '../messages/message';
import type { Finding } from '../model/finding';
import { keyOf } from '../project/project';
import { type AccessChangesView, accessChangesView } from './access-changes';
import { comparison, type ComparedEntity, type ComparedKind, wayText } from './comparison';

/** Why a reviewer should look closer at an entity. */
export interface Impact {
  /** The baseline that covers it, as `id title`. */
  readonly baseline: string | undefined;
  /** Ids of the change requests that let it change; none and a baseline is what nobody approved. */
  readonly requests: readonly string[];
  /** Findings that the change brought to it, and solved. */
  readonly brought: number;
  readonly solved: number;
  readonly scores: readonly MovedScore[];
}

/** A score that two numbers make, such as that of a risk. */
export interface MovedScore {
  /** Titles from the entity down to the group that holds it; empty for the entity's own. */
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

export interface ReviewedEntity extends ComparedEntity {
  readonly impact: Impact;
}

export interface Review {
  readonly before: Checked;
  readonly after: Checked;
  readonly kinds: readonly ComparedKind[];
  readonly impacts: ReadonlyMap<string, Impact>;
  /** What a baseline covers and no change request lets change. */
  readonly uncovered: readonly ReviewedEntity[];
  readonly brought: readonly Finding[];
  readonly solved: readonly Finding[];
  /** Who gains and loses which permissions, which conflicts of duties come and go. */
  readonly access: AccessChangesView;
}

/** The review of the change that leads from one checked state to another. */
export function* review(before: Checked, after: Checked, language: Language): Work<Review> {
  const projects = { before: before.world.project, after: after.world.project };
  const changes = yield* compareProjects(projects.before, projects.after);
  const renamed = renamedKeys(changes);
  const { brought, solved } = findingsDifference(before, after, renamed);
  const impacts = new Map<string, Impact>();
  const drift = new Map(
    (yield* driftOf(after.world)).map((one) => [
      keyOf(one.change.how === 'removed' ? one.change.before : one.change.after),
      one,
    ]),
  );
  const kinds = comparison(projects, changes, language);
  const uncovered: ReviewedEntity[] = [];
  const counts = {
    brought: countsOf(brought),
    solved: countsOf(solved, renamed),
  };
  for (const compared of kinds.flatMap(({ entities }) => entities)) {
    // What had drifted before is not this change's doing.
    const found = isOfApproved(compared.change) ? drift.get(compared.key) : undefined;
    const impact: Impact = {
      baseline: found && `${found.baseline.id} ${found.baseline.title}`,
      requests: found ? letting(found, after.world).map((one) => one.id) : [],
      brought: counts.brought.get(compared.key) ?? 0,
      solved: counts.solved.get(compared.key) ?? 0,
      scores: scoreChanges(compared.change).map(({ way, ...score }) => ({
        name: wayText(way, compared.entity.kind, projects.after, language),
        ...score,
      })),
    };
    impacts.set(compared.key, impact);
    if (impact.baseline !== undefined && !impact.requests.length) uncovered.push({ ...compared, impact });
    yield;
  }
  const access = yield* accessChangesView(
    { project: projects.before, model: accessOf(projects.before) },
    { project: projects.after, model: accessOf(projects.after) },
    after.world.asOf,
  );
  return { before, after, kinds, impacts, uncovered, brought, solved, access };
}

/** How many findings each entity has, by its present key. */
function countsOf(findings: readonly Finding[], renamed?: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { entity } of findings) {
    const key = entity && (renamed?.get(entity) ?? entity);
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
