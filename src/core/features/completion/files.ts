// Paths of the project's files, for fields that name one: those that begin so first, then those that hold what is typed.
import type { Work } from '../../base/work';
import { type Place, written } from './place';
import { LIMIT, plainValue, type Suggestion } from './suggestion';

/** Files between two pauses. */
const PAUSE = 1024;

export function* filePaths(place: Place): Work<readonly Suggestion[]> {
  const { files } = place.around;
  if (files.kind !== 'known') return [];
  const typed = place.typed.replace(/^\.?\//, '').toLowerCase();
  const begin: string[] = [];
  const named: string[] = [];
  const hold: string[] = [];
  let seen = 0;
  for (const file of files.value) {
    if (seen++ % PAUSE === 0) yield;
    const lower = file.toLowerCase();
    if (lower.startsWith(typed)) begin.push(file);
    else if (lower.slice(lower.lastIndexOf('/') + 1).startsWith(typed)) named.push(file);
    else if (lower.includes(typed)) hold.push(file);
  }
  const found = [begin, named, hold].flatMap((list) => list.sort()).slice(0, LIMIT);
  return found.map((file) => plainValue(file, '', written(place, file), 'file'));
}
