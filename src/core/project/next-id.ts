// The id that the next entity of a kind would have: ids with the kind's prefix are counted on, in the width they have.
import type { Kind } from '../schema/kinds';
import type { Project } from './project';

export function nextId(project: Project, kind: Kind): string {
  const prefix = kind.entity.idPrefix ?? '';
  if (!prefix) return '';
  let highest = 0;
  let width = 3;
  for (const { id } of project.table(kind.name)) {
    const digits = id.startsWith(prefix) ? /^\d{1,9}$/.exec(id.slice(prefix.length))?.[0] : undefined;
    if (digits === undefined || Number(digits) < highest) continue;
    highest = Number(digits);
    width = digits.length;
  }
  return `${prefix}${String(highest + 1).padStart(width, '0')}`;
}
