// The two sides of the merge that is going on, or that the last commit was; or a branch and what it was merged with.
import type { Oid } from '../core/model/commit';
import type { Repository } from './git/repository';

export interface MergeSides {
  readonly ours: Oid;
  readonly theirs: Oid;
}

/** What git calls the other side while a merge, a rebase or a cherry-pick waits for a person. */
const GOING_ON = ['MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD'] as const;
/** Commits looked at for the merge that brought a branch in. */
const LIMIT = 2000;

type Git = Pick<Repository, 'resolve' | 'commits'>;

export async function mergeSides(git: Git): Promise<MergeSides | undefined> {
  const head = await commit(git, 'HEAD');
  for (const name of GOING_ON) {
    const theirs = await commit(git, name);
    if (head && theirs) return { ours: head, theirs };
  }
  const [ours, theirs] = [await commit(git, 'HEAD^1'), await commit(git, 'HEAD^2')];
  return ours && theirs && { ours, theirs };
}

/** The sides with the named one as `theirs`; undefined where it was not, and is not being, merged with anything. */
export async function sidesFrom(git: Git, named: string): Promise<MergeSides | undefined> {
  const sides = await mergeSides(git);
  if (named === 'theirs') return sides;
  if (named === 'ours') return sides && { ours: sides.theirs, theirs: sides.ours };
  const [theirs, head] = [await commit(git, named), await commit(git, 'HEAD')];
  if (!theirs || !head) return undefined;
  if (theirs === sides?.theirs) return sides;
  if (theirs === sides?.ours) return { ours: sides.theirs, theirs };
  const since = await git.commits({ from: [head], without: [theirs], limit: LIMIT });
  if (since.kind === 'unavailable') return undefined;
  const merge = since.value.find(({ parents }) => parents.length > 1 && parents.includes(theirs));
  const other = merge?.parents.find((one) => one !== theirs);
  // A branch that is not in yet: its commits stand beside ours.
  return { ours: other ?? head, theirs };
}

async function commit(git: Git, revision: string): Promise<Oid | undefined> {
  const answer = await git.resolve(revision);
  return answer.kind === 'known' ? answer.value : undefined;
}
