// What must be asked again when one project follows another: what changed, who refers to it, what it refers to.
import type { Entity, FileIndex } from '../project/file-index';
import { formerIds, keyOf, type Project, targetOf } from '../project/project';
import { droppedAs, isDone } from '../project/state';

export interface Changed {
  readonly left: readonly Entity[];
  readonly come: readonly Entity[];
  /** Files that are new or differ. */
  readonly files: ReadonlySet<FileIndex>;
}

export function changedBetween(before: Project | undefined, after: Project): Changed {
  const left: Entity[] = [];
  const come: Entity[] = [];
  const files = new Set<FileIndex>();
  for (const [path, file] of after.files) {
    const old = before?.files.get(path);
    if (old === file) continue;
    files.add(file);
    trim(old, file, left, come);
  }
  for (const [path, old] of before?.files ?? []) if (!after.files.has(path)) trim(old, undefined, left, come);
  return { left, come, files };
}

// Versions of a file share the slices at its ends.
function trim(old: FileIndex | undefined, now: FileIndex | undefined, left: Entity[], come: Entity[]): void {
  const a = old?.slices ?? [];
  const b = now?.slices ?? [];
  let front = 0;
  while (front < Math.min(a.length, b.length) && a[front] === b[front]) front++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  for (let i = front; i < a.length - back; i++) left.push(...(a[i]?.entities ?? []));
  for (let i = front; i < b.length - back; i++) come.push(...(b[i]?.entities ?? []));
}

/** The entities one step away whose answers may change, those that changed included. `renamed` tells that ids came or went. */
export function toAsk(
  { left, come }: Changed,
  before: Project | undefined,
  after: Project,
): { readonly ask: ReadonlySet<Entity>; readonly renamed: boolean } {
  const ask = new Set<Entity>(come);
  if (!before) return { ask, renamed: false };
  const was = new Set(left.map(outline));
  const is = new Set(come.map(outline));
  const seen = [...left.filter((one) => !is.has(outline(one))), ...come.filter((one) => !was.has(outline(one)))];
  for (const entity of seen) {
    for (const id of [entity.id as string, ...formerIds(entity)]) {
      for (const { from } of after.backrefs.get(id) ?? []) ask.add(from);
      for (const same of after.byId.get(id) ?? []) ask.add(same);
    }
  }
  for (const entity of [...left, ...come]) {
    for (const site of entity.sites)
      for (const target of after.byId.get(targetOf(after.kinds, site.text).id) ?? []) ask.add(target);
  }
  return { ask, renamed: seen.length > 0 };
}

// All that others see of an entity.
const outline = (entity: Entity): string =>
  JSON.stringify([
    keyOf(entity),
    entity.title,
    entity.derived,
    isDone(entity),
    droppedAs(entity) ?? null,
    formerIds(entity),
  ]);
