// Rows of logs as figures take them: of everything that is measured again and again, the latest.
import type { Entity } from '../project/file-index';
import { happened, text } from '../project/values';
import type { World } from '../project/world';

/** The latest entry of each that `key` names, by the day asked for. */
export function latest(world: World, rows: readonly Entity[], key: string): readonly Entity[] {
  const found = new Map<string, Entity>();
  for (const row of rows) {
    const name = text(row.value[key]) ?? '';
    if (!happened(world, row, 'date')) continue;
    const before = found.get(name);
    if (!before || (text(before.value.date) ?? '') <= (text(row.value.date) ?? '')) found.set(name, row);
  }
  return [...found.values()];
}
