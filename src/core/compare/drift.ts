// How far the project has moved from its approved baselines, and which change requests let it.
import type { Work } from '../base/work';
import { covering } from '../project/covers';
import type { Entity } from '../project/file-index';
import { droppedAs } from '../project/state';
import type { TagPast } from '../project/past';
import type { Project } from '../project/project';
import type { World } from '../project/world';
import { type Json, member, written } from '../schema/json';
import type { Shape } from '../schema/shape';
import { shapeOn } from './fields';
import { compareProjects, type EntityChange, subjectOf } from './diff';

/** The kinds that say what was approved, and what may change it. */
export const BASELINES = 'baselines';
const REQUESTS = 'change-requests';

/** The state that a baseline fixed, if git knows its tag. */
export function tagOf(baseline: Entity, { past }: World): TagPast | undefined {
  return past.kind === 'known' ? past.value.tags.get(written(member(baseline.value, 'tag'))) : undefined;
}

/** What differs from the baseline that holds for it: the latest that covers it. */
export interface Drift {
  readonly baseline: Entity;
  readonly change: EntityChange;
}

/**
 * Every change of a baselined entity against the latest baseline (by date) whose scope covers it. Baselines whose
 * state git does not know are passed over.
 */
export function* driftOf(world: World): Work<readonly Drift[]> {
  const { project, past } = world;
  const last = drifts.get(project);
  if (last?.past === past) return last.drift;
  const baselines = fixedStates(world);
  const drift: Drift[] = [];
  for (const [at, { baseline, state, covers }] of baselines.entries()) {
    const later = baselines.slice(0, at);
    for (const change of yield* compareProjects(state, project)) {
      const both = sidesOf(change);
      if (isOfApproved(change) && both.some(covers) && !later.some((one) => both.some(one.covers)))
        drift.push({ baseline, change });
    }
  }
  drifts.set(project, { past, drift });
  return drift;
}

/** Whether a change is of what was approved: progress and remarks go on, but what is dropped is another scope. */
export function isOfApproved(change: EntityChange): boolean {
  if (change.how !== 'changed') return true;
  const { before, after, fields } = change;
  if ((droppedAs(before) === undefined) !== (droppedAs(after) === undefined)) return true;
  return fields.some(({ way }) => isFixed(after.kind.shape, way));
}

/** Whether a field is what a baseline fixes, and not progress or a remark. */
export const isFixed = (shape: Shape, way: readonly string[]): boolean =>
  way.every((_, at) => shapeOn(shape, way.slice(0, at + 1))?.baselined !== false);

/** What of the changes between two states a baseline covers. */
export function* changesCovered(baseline: Entity, before: Project, after: Project): Work<readonly EntityChange[]> {
  const covers = covering(baseline.value.scope, after.kinds);
  return (yield* compareProjects(before, after)).filter((change) => sidesOf(change).some(covers));
}

const sidesOf = (change: EntityChange): readonly Entity[] =>
  change.how === 'changed' ? [change.before, change.after] : [subjectOf(change)];

// Several rules ask for it, one after the other.
const drifts = new WeakMap<Project, { readonly past: World['past']; readonly drift: readonly Drift[] }>();

/** The state that a baseline fixed, as git knows it. */
export interface FixedState {
  readonly baseline: Entity;
  readonly state: Project;
  readonly covers: (entity: Entity) => boolean;
}

/** The baselines whose state git knows, the latest first. */
export function fixedStates(world: World): readonly FixedState[] {
  const { project } = world;
  return project
    .table(BASELINES)
    .flatMap((baseline, at) => {
      const state = tagOf(baseline, world)?.project;
      if (state?.kind !== 'known') return [];
      const { scope, date } = baseline.value;
      return [{ baseline, at, state: state.value, covers: covering(scope, project.kinds), date: written(date) }];
    })
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.at - a.at));
}

export interface Decision {
  /** The ids of the people who approved it, but for who asked for it. */
  readonly people: readonly string[];
  /** The day of the last approval; '' where none is given. */
  readonly day: string;
}

/** Who approved a change request, and when; undefined where nobody but its requester did. */
export function decisionOf({ value }: Entity): Decision | undefined {
  const approvals = Array.isArray(value.approvals) ? (value.approvals as readonly Json[]) : [];
  const yes = approvals.filter(
    (one) => member(one, 'verdict') === 'approved' && member(one, 'person') !== value.requested_by,
  );
  const day = yes
    .map((one) => written(member(one, 'on')))
    .sort()
    .at(-1);
  return day === undefined ? undefined : { people: yes.map((one) => written(member(one, 'person'))), day };
}

/** Whether a change request lets a baselined entity change: approved by somebody else than its requester, covering it,
 * and in force at some time after the baseline and until now. */
function lets(request: Entity, { baseline, change }: Drift, { project, asOf }: World): boolean {
  const { value } = request;
  if (!['approved', 'implemented'].includes(written(value.status))) return false;
  const decision = decisionOf(request);
  if (!decision) return false;
  const from = written(value.effective_from) || decision.day || written(value.requested_on);
  const [since, until] = [written(member(baseline.value, 'date')), written(value.expires)];
  if (from > asOf || (until && until < since)) return false;
  if (!value.expires && value.status === 'implemented' && from < since) return false;
  let covers = coverers.get(value);
  if (!covers) coverers.set(value, (covers = covering(value.covers, project.kinds)));
  return sidesOf(change).some(covers);
}

// Every drifted entity is held against every change request.
const coverers = new WeakMap<object, (entity: Entity) => boolean>();

/** The change requests that let a baselined entity change as it did. */
export const letting = (drift: Drift, world: World): readonly Entity[] =>
  requestsOf(world.project).filter((one) => lets(one, drift, world));

const requestsOf = (project: Project): readonly Entity[] => project.table(REQUESTS);
