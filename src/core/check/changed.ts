// What must be asked again when one project follows another: what changed, who refers to it, what it refers to.
import { append } from '../base/lists';
import type { Work } from '../base/work';
import { type Entity, type FileIndex, replaced } from '../project/file-index';
import { formerIds, keyOf, type Project, targetOf } from '../project/project';

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
  const note = (old: FileIndex | undefined, now: FileIndex | undefined): void => {
    const changed = replaced(old, now);
    append(left, changed.left);
    append(come, changed.come);
  };
  let shared = 0;
  for (const [path, file] of after.files) {
    const old = before?.files.get(path);
    if (old) shared++;
    if (old === file) continue;
    files.add(file);
    note(old, file);
  }
  if (before && shared < before.files.size)
    for (const [path, old] of before.files) if (!after.files.has(path)) note(old, undefined);
  return { left, come, files };
}

/** The entities one step away whose answers may change, those that changed first. `renamed` names the kinds
 * in which an id or a title came or went. */
export function* toAsk(
  { left, come }: Changed,
  before: Project | undefined,
  after: Project,
): Work<{ readonly ask: ReadonlySet<Entity>; readonly renamed: ReadonlySet<string> }> {
  const ask = new Set<Entity>(come);
  if (!before) return { ask, renamed: new Set() };
  const was = yield* outlines(left);
  const is = yield* outlines(come);
  const renamed = new Set<string>();
  for (const [changed, other] of [
    [was, is],
    [is, was],
  ] as const) {
    for (const [outline, entity] of changed) if (!other.has(outline)) renamed.add(entity.kind.name);
    yield;
  }
  // Whoever refers to it may look at any of its values.
  let count = 0;
  for (const entity of [...left, ...come]) {
    for (const id of [entity.id as string, ...formerIds(entity)]) {
      for (const from of after.backrefs.get(id) ?? []) ask.add(from);
      for (const same of after.byId.get(id) ?? []) ask.add(same);
    }
    for (const site of entity.sites)
      for (const target of after.byId.get(targetOf(after.kinds, site.text).id) ?? []) ask.add(target);
    if (++count % 1024 === 0) yield;
  }
  return { ask, renamed };
}

function* outlines(entities: readonly Entity[]): Work<ReadonlyMap<string, Entity>> {
  const found = new Map<string, Entity>();
  for (const entity of entities) {
    found.set(outline(entity), entity);
    if (found.size % 512 === 0) yield;
  }
  return found;
}

// By which others may mean an entity.
const outline = (entity: Entity): string =>
  JSON.stringify([keyOf(entity), entity.title, entity.derived, formerIds(entity)]);
