// LF52, baselines and git: what was approved changes only by an approved change request, and a baseline is where its
// register says it is. Without git, or without its history, nothing is said.
import { subjectOf } from '../compare/diff';
import { BASELINES, type Drift, driftOf, letting, tagOf } from '../compare/drift';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { keyOf, lookUp } from '../project/project';
import { valueSpan } from '../project/value-span';
import type { World } from '../project/world';
import { member, written } from '../schema/json';
import type { EntityRule, ProjectRule, Said, SaidOf } from './rule';

const baselineRule = (
  code: EntityRule['code'],
  check: (baseline: Entity, world: World) => Said | undefined,
): EntityRule => ({
  scope: 'entity',
  code,
  *check(entity, world) {
    if (entity.kind.name !== BASELINES || world.past.kind !== 'known') return;
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
  *check(world) {
    for (const drift of yield* driftOf(world)) {
      if (letting(drift, world).length) continue;
      const subject = subjectOf(drift.change);
      const lists = { covers: [keyOf(subject)] };
      const fix = { kind: 'create', of: REQUESTS, title: subject.title || subject.id, lists } as const;
      yield { ...said(drift, (about) => say('baseline.uncovered', about)), fix };
    }
  },
};

const frozen: ProjectRule = {
  scope: 'project',
  code: 'LF524',
  reads: ({ project, past, asOf }) => [project, past, asOf],
  *check(world) {
    const { project } = world;
    for (const drift of yield* driftOf(world)) {
      const named = member(drift.baseline.value, 'environment');
      const environment = typeof named === 'string' ? lookUp(project, 'environments', named) : undefined;
      if (environment?.value.frozen !== true) continue;
      const emergency = letting(drift, world).some((one) => one.value.type === 'emergency');
      if (!emergency)
        yield said(drift, (about) =>
          say('baseline.frozen', { ...about, environment: environment.title || environment.id }),
        );
    }
  },
};

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
