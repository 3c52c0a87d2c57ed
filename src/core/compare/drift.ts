// How far the project has moved from its approved baselines, and which change requests let it.
import { kept, keptAlone } from '../base/kept';
import type { Work } from '../base/work';
import { coverage, covering } from '../project/covers';
import type { Entity } from '../project/file-index';
import { droppedAs } from '../project/state';
import type { TagPast } from '../project/past';
import { everWithId, formerIds, type Project } from '../project/project';
import type { World } from '../project/world';
import { type Json, member, written } from '../schema/json';
import type { Kinds } from '../schema/kinds';
import type { Shape } from '../schema/shape';
import { shapeOn } from './fields';
import { compareProjects, type EntityChange, subjectOf } from './diff';
import { type Drift, type FixedState, followDrift } from './follow';

/** The kinds that say what was approved, and what may change it. */
export const BASELINES = 'baselines';
const REQUESTS = 'change-requests';

/** The state that a baseline fixed, if git knows its tag. */
export const tagOf = (baseline: Entity, { past }: World): TagPast | undefined => tagIn(baseline, past);

const tagIn = (baseline: Entity, past: World['past']): TagPast | undefined =>
  past.kind === 'known' ? past.value.tags.get(written(member(baseline.value, 'tag'))) : undefined;

/**
 * Every change of a baselined entity against the latest baseline (by date) whose scope covers it. Baselines whose
 * state git does not know are passed over.
 */
export function* driftOf(world: World): Work<readonly Drift[]> {
  const states = fixedStates(world);
  return states.length ? yield* followDrift(states, world.project, isOfApproved) : [];
}

/** Whether drift may change where an entity comes, goes or changes. */
export function mayDrift(world: World): (entity: Entity) => boolean {
  const states = fixedStates(world);
  return (entity) =>
    entity.kind.name === BASELINES ||
    entity.kind.name === REQUESTS ||
    states.some(
      ({ state, covers }) =>
        covers(entity) || [entity.id, ...formerIds(entity)].some((id) => everWithId(state, id).some(covers)),
    );
}

/** Whether a change is of what was approved: progress and remarks go on, but what is dropped is another scope. */
export const isOfApproved = keptAlone((change: EntityChange): boolean => {
  if (change.how !== 'changed') return true;
  const { before, after, fields } = change;
  if ((droppedAs(before) === undefined) !== (droppedAs(after) === undefined)) return true;
  return fields.some(({ way }) => isFixed(after.kind.shape, way));
});

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

/** The baselines whose state git knows, the latest first. */
export const fixedStates = ({ project, past }: World): readonly FixedState[] =>
  statesIn(project.table(BASELINES), past, project.kinds);

const statesIn = kept((baselines: readonly Entity[], past: World['past'], kinds: Kinds): readonly FixedState[] =>
  baselines
    .flatMap((baseline, at) => {
      const state = tagIn(baseline, past)?.project;
      if (state?.kind !== 'known') return [];
      const { scope, date } = baseline.value;
      // Asked of the same entities at every edit.
      const covers = keptAlone(covering(scope, kinds));
      return [{ baseline, at, state: state.value, covers, date: written(date) }];
    })
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.at - a.at)),
);

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

/** Whether a change request may let what a baseline covers change: approved by somebody else than its requester, and in
 * force at some time after the baseline and until now. */
function isInForce(request: Entity, baseline: Entity, asOf: string): boolean {
  const { value } = request;
  if (!['approved', 'implemented'].includes(written(value.status))) return false;
  const decision = decisionOf(request);
  if (!decision) return false;
  const from = written(value.effective_from) || decision.day || written(value.requested_on);
  const [since, until] = [written(member(baseline.value, 'date')), written(value.expires)];
  if (from > asOf || (until && until < since)) return false;
  return Boolean(value.expires) || value.status !== 'implemented' || from >= since;
}

/** The change requests that let a baselined entity change as it did. */
export const letting = (drift: Drift, { project, asOf }: World): readonly Entity[] =>
  lettingOf(drift, project.table(REQUESTS), project.kinds, asOf);

// Every drifted entity is held against every change request: once, for as long as these are the same.
const lettingOf = kept((drift: Drift, requests: readonly Entity[], kinds: Kinds, asOf: string) =>
  lettingSince(drift.baseline, requests, kinds, asOf)(sidesOf(drift.change)),
);

const lettingSince = kept((baseline: Entity, requests: readonly Entity[], kinds: Kinds, asOf: string) =>
  coverage(
    requests.flatMap((of) => (isInForce(of, baseline, asOf) ? [{ of, texts: of.value.covers }] : [])),
    kinds,
  ),
);
