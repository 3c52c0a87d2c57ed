// The semantic diff: which entities came, went and changed between two projects, and in which fields. Where an entity
// stands, in which order and how it is written is no change.
import type { Work } from '../base/work';
import { type Entity, entitiesOf, type FileIndex, replaced } from '../project/file-index';
import { formerIds, keyOf as entityKey, type Project } from '../project/project';
import { changedFields, type FieldChange } from './fields';
import { saidBy } from './value';

export type EntityChange =
  | { readonly how: 'added'; readonly after: Entity }
  | { readonly how: 'removed'; readonly before: Entity }
  | {
      readonly how: 'changed';
      readonly before: Entity;
      readonly after: Entity;
      /** The id is another one, and the new one remembers the old. */
      readonly renamed: boolean;
      readonly fields: readonly FieldChange[];
    };

/** An entity with the file in which it stands. */
export interface Placed {
  readonly entity: Entity;
  readonly file: FileIndex;
}

/** The entity that a change is about: as it is now, or as it was when it is gone. */
export const subjectOf = (change: EntityChange): Entity => (change.how === 'removed' ? change.before : change.after);

/** From the keys that entities had to the keys they have. */
export const renamedKeys = (changes: readonly EntityChange[]): ReadonlyMap<string, string> =>
  new Map(
    changes.flatMap((change) =>
      change.how === 'changed' && change.renamed ? [[entityKey(change.before), entityKey(change.after)] as const] : [],
    ),
  );

/** What changed between two versions of one entity; `formerly` is not told where it only remembers a new id. */
export function changesBetween(
  before: Entity,
  after: Entity,
  files: { readonly before?: FileIndex | undefined; readonly after?: FileIndex | undefined } = {},
): readonly FieldChange[] {
  const shape = after.kind.shape;
  const fields = changedFields(saidBy(before, files.before), saidBy(after, files.after), shape);
  return before.id === after.id || before.derived
    ? fields
    : fields.filter(({ way }) => way[0] !== 'id' && way[0] !== 'formerly');
}

/** The changes from one project to another: by kinds in their order, then by files and lines. */
export function* compareProjects(before: Project, after: Project): Work<readonly EntityChange[]> {
  const left: Placed[] = [];
  const come: Placed[] = [];
  for (const path of new Set([...before.files.keys(), ...after.files.keys()])) {
    const [was, is] = [before.files.get(path), after.files.get(path)];
    if (was === is) continue;
    // Shared slices tell nothing of the text below a front matter.
    const differ = path.endsWith('.md') ? { left: entitiesOf(was), come: entitiesOf(is) } : replaced(was, is);
    if (was) for (const entity of differ.left) left.push({ entity, file: was });
    if (is) for (const entity of differ.come) come.push({ entity, file: is });
    yield;
  }
  const changes = yield* compareEntities(left, come);
  return inOrder(changes, after);
}

function* compareEntities(left: readonly Placed[], come: readonly Placed[]): Work<readonly EntityChange[]> {
  const changes: EntityChange[] = [];
  let count = 0;
  for (const [was, is] of matched(left, come)) {
    if (++count % 64 === 0) yield;
    if (was && is) pair(was, is, changes);
    else if (is) changes.push({ how: 'added', after: is.entity });
    else if (was) changes.push({ how: 'removed', before: was.entity });
  }
  return changes;
}

/** What was with what it is now, by id and then by a former id; undefined on the side where there is none. */
export function matched(
  left: readonly Placed[],
  come: readonly Placed[],
): readonly (readonly [was: Placed | undefined, is: Placed | undefined])[] {
  const gone = new Map<string, Placed[]>();
  for (const one of left) {
    const key = keyOf(one.entity, one.entity.id);
    const same = gone.get(key);
    if (same) same.push(one);
    else gone.set(key, [one]);
  }
  const take = (entity: Entity, id: string): Placed | undefined => gone.get(keyOf(entity, id))?.shift();
  const pairs: (readonly [Placed | undefined, Placed | undefined])[] = [];
  const unmatched: Placed[] = [];
  for (const one of come) {
    const was = take(one.entity, one.entity.id);
    if (was) pairs.push([was, one]);
    else unmatched.push(one);
  }
  for (const one of unmatched) {
    let was: Placed | undefined;
    // The latest of its former ids stands last.
    for (const id of formerIds(one.entity).toReversed()) was ??= take(one.entity, id);
    pairs.push([was, one]);
  }
  for (const placed of gone.values()) for (const one of placed) pairs.push([one, undefined]);
  return pairs;
}

const keyOf = (entity: Entity, id: string): string => `${entity.kind.name}/${id}`;

function pair(was: Placed, is: Placed, changes: EntityChange[]): void {
  const [before, after] = [was.entity, is.entity];
  const renamed = before.id !== after.id;
  const fields = changesBetween(before, after, { before: was.file, after: is.file });
  if (fields.length || renamed) changes.push({ how: 'changed', before, after, renamed, fields });
}

// By kind as the product lists kinds; those that are gone stand where they stood.
function inOrder(changes: readonly EntityChange[], { kinds }: Project): readonly EntityChange[] {
  const rank = new Map(kinds.all.map((kind, at) => [kind.name, at]));
  const order = (change: EntityChange): number => rank.get(subjectOf(change).kind.name) ?? rank.size;
  return changes
    .map((change, at) => ({ change, at }))
    .sort((a, b) => order(a.change) - order(b.change) || comparePaths(a.change, b.change) || a.at - b.at)
    .map(({ change }) => change);
}

function comparePaths(a: EntityChange, b: EntityChange): number {
  const [p, q] = [subjectOf(a).path, subjectOf(b).path];
  return p < q ? -1 : p > q ? 1 : 0;
}
