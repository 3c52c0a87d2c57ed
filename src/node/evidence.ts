// When what evidence proves was last changed, read from the history for the rules.
import type { Work } from '../core/base/work';
import { hasEvidence, provenIn } from '../core/compare/evidence';
import type { History } from '../core/history/event';
import { latestChanges } from '../core/history/latest';
import { standing } from '../core/history/trail';
import type { Oid } from '../core/model/commit';
import { type Known, known } from '../core/project/known';
import type { Past } from '../core/project/past';
import type { Project } from '../core/project/project';

export interface ChangesOptions {
  readonly history: (tip: Oid) => Promise<Known<History>>;
  readonly run: <T>(work: Work<T>) => T | Promise<T>;
}

/** The past with what the history up to `tip` says of the proven. Costs nothing where there is no evidence. */
export async function withChanges(
  past: Known<Past>,
  project: Project,
  tip: Oid | undefined,
  { history, run }: ChangesOptions,
): Promise<Known<Past>> {
  if (past.kind !== 'known' || tip === undefined || !hasEvidence(project)) return past;
  const read = await history(tip);
  const changes =
    read.kind === 'known'
      ? known(await run(latestChanges(await run(standing(read.value, tip)), await run(provenIn(project)))))
      : read;
  return known({ ...past.value, changes });
}
