// What to say of a revision that there is not: the name that was probably meant, else some that there are.
import { nearest } from '../core/base/text';
import { BASELINES } from '../core/compare/drift';
import { type Message, say } from '../core/messages/message';
import type { Unavailable } from '../core/project/known';
import type { Project } from '../core/project/project';
import { reason } from '../core/render/git';
import type { Repository } from '../node/git/repository';

/** Names that are listed where none is near. */
const SOME = 6;

export async function noRevisionNamed(
  given: string,
  unknown: Unavailable,
  project: Project,
  git: Pick<Repository, 'branches' | 'tags'>,
): Promise<Message> {
  if (unknown.why !== 'missing' && unknown.why !== 'shallow') return noRevision(given, unknown);
  // `mian~3`: the name is what can be mistyped.
  const [, name = '', way = ''] = /^([^~^@]*)(.*)$/s.exec(given) ?? [];
  const names = await namesOf(project, git);
  // The name itself is there: it is what follows it that leads nowhere.
  if (names.includes(name)) return noRevision(given, unknown);
  const near = nearest(name, names);
  if (near !== undefined) return say('cli.no-such-revision-near', { revision: given, near: `${near}${way}` });
  if (unknown.why === 'shallow' || !names.length) return noRevision(given, unknown);
  return say('cli.no-such-revision-some', { revision: given, names: names.slice(0, SOME) });
}

export const noRevision = (revision: string, unknown: Unavailable): Message =>
  unknown.why === 'missing'
    ? say('cli.no-such-revision', { revision })
    : say('cli.no-revision', { revision, why: reason(unknown) });

/** Branches of this clone first, then baselines and tags, then branches of others. */
async function namesOf(project: Project, git: Pick<Repository, 'branches' | 'tags'>): Promise<readonly string[]> {
  const [branches, tags] = await Promise.all([git.branches(), git.tags()]);
  const all = branches.kind === 'known' ? branches.value : [];
  const named = (remote: boolean): readonly string[] =>
    all.filter((one) => one.remote === remote).map(({ name }) => name);
  return [
    'HEAD',
    ...named(false),
    ...project.table(BASELINES).map(({ id }) => String(id)),
    ...(tags.kind === 'known' ? tags.value.map(({ name }) => name) : []),
    ...named(true),
  ];
}
