// When the fields of entities were last changed by a commit, as plain data for the rules.
import type { Work } from '../base/work';
import { momentOf, shortOid } from '../model/commit';
import type { Entity } from '../project/file-index';
import type { LastChange } from '../project/past';
import { keyOf } from '../project/project';
import { blame } from './blame';
import { type Standing, trailOf } from './trail';

/** By `kind/id`. Fields that are as they came are left out, and so is what is not committed. */
export function* latestChanges(
  standing: Standing,
  entities: Iterable<Entity>,
): Work<ReadonlyMap<string, readonly LastChange[]>> {
  const found = new Map<string, readonly LastChange[]>();
  for (const entity of entities) {
    yield;
    const trail = trailOf(standing, entity.kind.name, entity.id);
    const changes = blame(standing, trail, entity.value, entity.kind.shape).flatMap(({ way, event, change }) => {
      const commit = standing.commit(event?.commit);
      if (!change || !commit || event?.how !== 'changed') return [];
      const { author, oid } = commit;
      return [{ way, day: momentOf(author).slice(0, 10), author: author.name || author.email, commit: shortOid(oid) }];
    });
    if (changes.length) found.set(keyOf(entity), changes);
  }
  return found;
}
