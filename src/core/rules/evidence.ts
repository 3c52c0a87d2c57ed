// LF72, evidence and git: what was tested or taught is what stands now. Without git, nothing is said.
import { isFixed } from '../compare/drift';
import { type Evidence, evidenceIn, evidenceTables } from '../compare/evidence';
import { say } from '../messages/message';
import { within } from '../model/id';
import type { Entity } from '../project/file-index';
import type { LastChange } from '../project/past';
import { keyOf } from '../project/project';
import { valueSpan } from '../project/value-span';
import type { ProjectRule, SaidOf } from './rule';

type Changes = ReadonlyMap<string, readonly LastChange[]>;

const older: ProjectRule = {
  scope: 'project',
  code: 'LF720',
  reads: ({ project, past, asOf }) => [project.kinds, past, asOf, ...evidenceTables(project)],
  *check({ project, past, asOf }) {
    if (past.kind !== 'known' || past.value.changes.kind !== 'known') return;
    const changes = past.value.changes.value;
    for (const evidence of yield* evidenceIn(project, asOf)) {
      const since = changedSince(evidence, changes, asOf);
      if (since.length) yield said(evidence, since, valueSpan(project, evidence.entity, within('', evidence.on)));
    }
  },
};

interface Since {
  readonly entity: Entity;
  readonly change: LastChange;
}

/** What of the proven was changed on a later day, each with its latest change. */
function changedSince({ day, of, said: fields, proven }: Evidence, changes: Changes, asOf: string): readonly Since[] {
  const latest = (entity: Entity, counts: (way: readonly string[]) => boolean): readonly Since[] => {
    const later = (changes.get(keyOf(entity)) ?? []).filter(
      (one) => one.day > day && one.day <= asOf && counts(one.way) && isFixed(entity.kind.shape, one.way),
    );
    const [change] = later.sort((a, b) => (a.day < b.day ? 1 : -1));
    return change ? [{ entity, change }] : [];
  };
  return [...latest(of, ([first]) => fields.has(first ?? '')), ...proven.flatMap((one) => latest(one, () => true))];
}

function said({ entity, day }: Evidence, since: readonly Since[], span: SaidOf['span']): SaidOf {
  const changes = since.map(({ entity: { kind, id, title }, change }) =>
    say('evidence.changed', {
      kind: kind.one,
      id,
      title,
      day: change.day,
      author: change.author,
      commit: change.commit,
    }),
  );
  return {
    entity,
    span,
    message: say('evidence.older', { day, changes }),
    others: since.map(({ entity: one }) => ({ entity: one, span: one.mark, message: say('evidence.here') })),
  };
}

export const evidenceRules = [older] as const;
