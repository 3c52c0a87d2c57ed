// The ids that the next entities of a kind would have: ids with the kind's prefix are counted on, in the width they have.
import type { Kind } from '../schema/kinds';
import { everWithId, type Project } from './project';

/** The next id; empty for a kind whose ids have no prefix. */
export const nextId = (project: Project, kind: Kind): string => nextIds(project, kind, 1)[0] ?? '';

/** The next ids; none for a kind whose ids have no prefix. `taken` are spoken for already. */
export function nextIds(project: Project, kind: Kind, count: number, taken: Iterable<string> = []): readonly string[] {
  const prefix = kind.entity.idPrefix ?? '';
  if (!prefix) return [];
  let highest = 0;
  let width = 3;
  const counted = (id: string): void => {
    const digits = id.startsWith(prefix) ? /^\d{1,9}$/.exec(id.slice(prefix.length))?.[0] : undefined;
    if (digits === undefined || Number(digits) < highest) return;
    highest = Number(digits);
    width = digits.length;
  };
  for (const { id } of project.table(kind.name)) counted(id);
  for (const id of taken) counted(id);
  const ids: string[] = [];
  while (ids.length < count) {
    const id = `${prefix}${String(++highest).padStart(width, '0')}`;
    // What an entity was called formerly still leads to it.
    if (!everWithId(project, id).some((one) => one.kind === kind)) ids.push(id);
  }
  return ids;
}
