// What git knows of the baselines that a project names, read for the rules: each tag, and the project as it was then.
import { written } from '../core/schema/json';
import { BASELINES } from '../core/compare/drift';
import type { Oid } from '../core/model/commit';
import { type Known, known, unavailable } from '../core/project/known';
import type { Past, TagPast } from '../core/project/past';
import type { Project } from '../core/project/project';
import type { Repository } from './git/repository';

/** The past of a project whose present builds on `head`; undefined where nothing is committed yet. Costs nothing where
 * the project has no baselines. */
export async function pastOf(
  project: Project,
  repository: Repository,
  head: Oid | undefined,
  projectAt: (commit: Oid) => Promise<Known<Project>>,
): Promise<Known<Past>> {
  const named = new Set(project.table(BASELINES).map(({ value }) => written(value.tag)));
  const changes = unavailable('missing');
  if (!named.size) return known({ tags: new Map(), changes });
  const tags = await repository.tags();
  if (tags.kind === 'unavailable') return tags;
  const found = new Map<string, TagPast>();
  for (const { name, commit, annotation } of tags.value) {
    if (!commit || !named.has(name)) continue;
    found.set(name, {
      commit,
      annotated: annotation !== undefined,
      ancestor: head ? await repository.ancestor(commit, head) : unavailable('missing'),
      project: await projectAt(commit),
    });
  }
  // A shallow clone brings no tags of what it left out, so that one is missing says nothing.
  if (repository.shallow && found.size < named.size) return unavailable('shallow');
  return known({ tags: found, changes });
}
