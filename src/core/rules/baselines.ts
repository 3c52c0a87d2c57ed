// LF52, baselines and git: what was approved changes only by an approved change request, and a baseline is where its
// register says it is. Without git, or without its history, nothing is said.
import { kept, keptAlone } from '../base/kept';
import { subjectOf } from '../compare/diff';
import { BASELINES, driftOf, isFixed, letting, mayDrift, tagOf } from '../compare/drift';
import { shapeOn } from '../compare/fields';
import type { Drift } from '../compare/follow';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { keyOf, lookUp } from '../project/project';
import { valueSpan } from '../project/value-span';
import type { World } from '../project/world';
import { type Json, member, written } from '../schema/json';
import type { Shape } from '../schema/shape';
import type { EntityRule, ProjectRule, Said, SaidOf } from './rule';

const baselineRule = (
  code: EntityRule['code'],
  check: (baseline: Entity, world: World) => Said | undefined,
): EntityRule => ({
  scope: 'entity',
  code,
  of: ({ name }) => name === BASELINES,
  concerns: (_, { past }) => past.kind === 'known',
  *check(entity, world) {
    const said = check(entity, world);
    if (said) yield said;
  },
});

const missingTag = baselineRule('LF521', (baseline, world) => {
  const tag = member(baseline.value, 'tag');
  if (typeof tag !== 'string' || tagOf(baseline, world)) return undefined;
  return { span: valueSpan(world.project, baseline, '/tag'), message: say('baseline.no-tag', { tag }) };
});

const movedTag = baselineRule('LF522', (baseline, world) => {
  const recorded = written(member(baseline.value, 'commit')).toLowerCase();
  const found = tagOf(baseline, world);
  if (!found || !recorded || found.commit.startsWith(recorded)) return undefined;
  const about = {
    tag: written(member(baseline.value, 'tag')),
    commit: recorded.slice(0, 12),
    now: found.commit.slice(0, 12),
  };
  return { span: valueSpan(world.project, baseline, '/commit'), message: say('baseline.moved', about) };
});

const strayTag = baselineRule('LF523', (baseline, world) => {
  const found = tagOf(baseline, world);
  if (!found || found.ancestor.kind !== 'known' || found.ancestor.value) return undefined;
  const tag = written(member(baseline.value, 'tag'));
  return { span: valueSpan(world.project, baseline, '/tag'), message: say('baseline.stray', { tag }) };
});

const REQUESTS = 'change-requests';

const uncovered: ProjectRule = {
  scope: 'project',
  code: 'LF520',
  reads: ({ project, past, asOf }) => [project, past, asOf],
  holds: (left, come, world) => ![...left, ...come].some(mayDrift(world)),
  *check(world) {
    for (const drift of yield* driftOf(world)) {
      if (!letting(drift, world).length) yield uncoveredBy(drift);
    }
  },
};

const uncoveredBy = keptAlone((drift: Drift): SaidOf => {
  const subject = subjectOf(drift.change);
  const lists = { covers: [keyOf(subject)] };
  const fix = { kind: 'create', of: REQUESTS, title: subject.title || subject.id, lists } as const;
  return { ...said(drift, (about) => say('baseline.uncovered', about)), fix };
});

const frozen: ProjectRule = {
  scope: 'project',
  code: 'LF524',
  reads: ({ project, past, asOf }) => [project, past, asOf],
  holds: (left, come, world) => {
    const drifts = mayDrift(world);
    return ![...left, ...come].some((entity) => entity.kind.name === ENVIRONMENTS || drifts(entity));
  },
  *check(world) {
    const { project } = world;
    for (const drift of yield* driftOf(world)) {
      const touched = [...environmentsOf(drift)].flatMap((id) => lookUp(project, ENVIRONMENTS, id) ?? []);
      const environments = touched.filter((one) => one.value.frozen === true).map((one) => one.title || one.id);
      if (!environments.length || letting(drift, world).some((one) => one.value.type === 'emergency')) continue;
      yield frozenIn(drift, ...environments);
    }
  },
};

const frozenIn = kept((drift: Drift, ...environment: readonly string[]) =>
  said(drift, (about) => say('baseline.frozen', { ...about, environment })),
);

const ENVIRONMENTS = 'environments';

/** The environments that a change reaches: those it names a value for, else that of the baseline. */
const environmentsOf = keptAlone(({ baseline, change }: Drift): ReadonlySet<string> => {
  const found = new Set<string>();
  const own = member(baseline.value, 'environment');
  const shape = subjectOf(change).kind.shape;
  const fields = change.how === 'changed' ? change.fields.filter(({ way }) => isFixed(shape, way)) : [];
  for (const { way, before, after } of fields) {
    const at = way.findIndex((_, depth) => isByEnvironment(shapeOn(shape, way.slice(0, depth + 1))));
    const named = at < 0 ? undefined : way[at + 1];
    if (named !== undefined) found.add(named);
    else if (at >= 0) for (const id of Object.keys({ ...asGroup(before), ...asGroup(after) })) found.add(id);
    else if (typeof own === 'string') found.add(own);
  }
  if (!fields.length && typeof own === 'string') found.add(own);
  return found;
});

/** Whether the fields of a group are ids of environments. */
const isByEnvironment = (shape: Shape | undefined): boolean => shape?.names?.ref?.to.includes(ENVIRONMENTS) ?? false;

const asGroup = (value: Json | undefined): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

// What is gone has no place any more: its baseline answers for it.
function said(
  { baseline, change }: Drift,
  message: (about: {
    kind: Entity['kind']['one'];
    id: string;
    title: string;
    how: ReturnType<typeof say>;
    baseline: string;
  }) => Said['message'],
): SaidOf {
  const subject = subjectOf(change);
  const entity = change.how === 'removed' ? baseline : subject;
  const how = say(`baseline.${change.how}`);
  const about = {
    kind: subject.kind.one,
    id: subject.id,
    title: subject.title,
    how,
    baseline: `${baseline.id} ${baseline.title}`,
  };
  return { entity, span: entity.mark, message: message(about) };
}

export const baselineRules = [uncovered, missingTag, movedTag, strayTag, frozen] as const;
