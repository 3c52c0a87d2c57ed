// The one thing the product writes into a repository: the annotated tag of a baseline, after somebody has said yes to
// the very command. No hook runs, nothing is signed, no editor opens, and a tag that exists is never moved.
import type { Oid } from '../../core/model/commit';
import { type Known, known } from '../../core/project/known';
import type { Args } from './calls';
import { environment, type Env, findGit } from './environment';
import { unavailable } from '../../core/project/known';
import { isRevision } from './revision';
import { ask } from './run';

export interface NewTag {
  readonly name: string;
  readonly commit: Oid;
  readonly message: string;
}

/** The command that sets a tag, as it is shown and as it is run. */
export const tagCommand = ({ name, commit, message }: NewTag): Args => [
  'tag',
  '--annotate',
  '--no-sign',
  `--message=${message}`,
  '--',
  name,
  commit,
];

/** Whether git would take the name of a tag (git-check-ref-format), told without asking it. */
export const isTagName = (name: string): boolean =>
  isRevision(name) &&
  !name.split('/').some((part) => part === '' || part.startsWith('.') || part.endsWith('.lock')) &&
  !/[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|^-|^@$|\.$/.test(name);

/** Sets the tag. Unavailable with git's own words where it cannot. */
export async function setTag(folder: string, tag: NewTag, env: Env): Promise<Known<undefined>> {
  const program = findGit(env);
  if (program === undefined) return unavailable('no-git');
  const answer = await ask({ program, folder, env: environment(env), signal: undefined }, tagCommand(tag));
  return answer.kind === 'known' ? known(undefined) : answer;
}
