// Whether something of a repository could not be had. What rests on that may be otherwise later, with no commit being
// another: an object that a clone lacks may come, a git that was ended may be started again. So it is not kept.
import type { Known } from '../core/project/known';
import type { Repository } from './git/repository';

export interface Watched {
  readonly repository: Repository;
  readonly hasGaps: () => boolean;
}

/** The repository, and whether anything that was asked of it was not to be had. What is too large stays so. */
export function watched(repository: Repository): Watched {
  let gaps = false;
  const noted = <T>(answer: Known<T>): Known<T> => {
    if (answer.kind === 'unavailable' && answer.why !== 'too-large') gaps = true;
    return answer;
  };
  return {
    repository: {
      ...repository,
      changes: async (steps) => (await repository.changes(steps)).map(noted),
      tree: async (commit) => noted(await repository.tree(commit)),
      blob: async (oid, limit) => noted(await repository.blob(oid, limit)),
      pieces: async (oid) => noted(await repository.pieces(oid)),
    },
    hasGaps: () => gaps,
  };
}
