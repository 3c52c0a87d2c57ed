// Entities of a whole project for the editor's search by symbol: by ids and titles, Chinese by its pairs of characters.
import type { Work } from '../base/work';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { searching } from '../project/search';

/** Answers to one search; what else is typed narrows them down. */
const LIMIT = 200;

/** The entities that fit best; none where nothing is typed, which would be all of them. */
export function* symbols(project: Project, query: string): Work<readonly Entity[]> {
  if (query.trim() === '') return [];
  return yield* searching(project, query, LIMIT, (entity) => entity.mark.end > entity.mark.start);
}
