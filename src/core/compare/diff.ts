// The semantic diff: which entities came, went and changed between two projects, and in which fields. Where an entity
// stands, in which order and how it is written is no change.
import { keptAlone } from '../base/kept';
import { append } from '../base/lists';
import type { Work } from '../base/work';
import type { Path } from '../model/id';
import { type Entity, entitiesOf, type FileIndex, replaced } from '../project/file-index';
import { formerIds, keyOf as entityKey, type Project } from '../project/project';
import { changedFields, type FieldChange } from './fields';
import { saidBy } from './value';

export type EntityChange =
  | { readonly how: 'added'; readonly after: Entity }
  | { readonly how: 'removed'; readonly before: Entity }
  | Changed;

interface Changed {
  readonly how: 'changed';
  readonly before: Entity;
  readonly after: Entity;
  /** The id is another one, and the new one remembers the old. */
  readonly renamed: boolean;
  readonly fields: readonly FieldChange[];
}

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
  for (const path of differingPaths(before, after).toSorted()) {
    const differ = differIn(before.files.get(path), after.files.get(path));
    if (differ) {
      append(left, differ.left);
      append(come, differ.come);
    }
    yield;
  }
  return yield* changesOf(yield* matched(left, come), after);
}

/** The files that are not the very same in two projects. */
export const differingPaths = (before: Project, after: Project): readonly Path[] => [
  ...[...after.files].flatMap(([path, file]) => (before.files.get(path) === file ? [] : [path])),
  ...[...before.files.keys()].filter((path) => !after.files.has(path)),
];

/** Entities that may differ between two versions of a file. */
export interface Differ {
  readonly left: readonly Placed[];
  readonly come: readonly Placed[];
}

/** Undefined where there are none, or where a side could not be read: what stood there is not known to have come or gone. */
export function differIn(was: FileIndex | undefined, is: FileIndex | undefined): Differ | undefined {
  if (was === is || (was && was.form === is?.form && was.text === is.text)) return undefined;
  if (isUnknown(was) || isUnknown(is)) return undefined;
  // Shared slices tell nothing of the text below a front matter.
  const isText = (was ?? is)?.path.endsWith('.md');
  const differ = isText ? { left: entitiesOf(was), come: entitiesOf(is) } : replaced(was, is);
  const placed = (entities: readonly Entity[], file: FileIndex | undefined): readonly Placed[] =>
    file ? entities.map((entity) => ({ entity, file })) : [];
  return { left: placed(differ.left, was), come: placed(differ.come, is) };
}

const isUnknown = (file: FileIndex | undefined): boolean =>
  file?.form === '' && file.problems.some(({ code }) => code === 'LF012' || code === 'LF013');

/** One entity in two states; undefined where there is none. */
export type Pair = readonly [was: Placed | undefined, is: Placed | undefined];

/** What of these pairs says something else: by kinds in their order, then by files and lines. */
export function* changesOf(pairs: readonly Pair[], after: Project): Work<readonly EntityChange[]> {
  const changes: EntityChange[] = [];
  let count = 0;
  for (const pair of pairs) {
    if (++count % 64 === 0) yield;
    const change = changeOf(pair);
    if (change) changes.push(change);
  }
  return inOrder(changes, after);
}

/** Entities that are matched between two pauses. */
const STRETCH = 1024;

/** What was with what it is now, by id and then by a former id; undefined on the side where there is none. */
export function* matched(left: readonly Placed[], come: readonly Placed[]): Work<readonly Pair[]> {
  const gone = new Map<string, Placed[]>();
  let count = 0;
  for (const one of left) {
    if (++count % STRETCH === 0) yield;
    const key = keyOf(one.entity, one.entity.id);
    const same = gone.get(key);
    if (same) same.push(one);
    else gone.set(key, [one]);
  }
  const take = (entity: Entity, id: string): Placed | undefined => gone.get(keyOf(entity, id))?.shift();
  const pairs: Pair[] = [];
  const unmatched: Placed[] = [];
  for (const one of come) {
    if (++count % STRETCH === 0) yield;
    const was = take(one.entity, one.entity.id);
    if (was) pairs.push([was, one]);
    else unmatched.push(one);
  }
  for (const one of unmatched) {
    if (++count % STRETCH === 0) yield;
    let was: Placed | undefined;
    // The latest of its former ids stands last.
    for (const id of formerIds(one.entity).toReversed()) was ??= take(one.entity, id);
    pairs.push([was, one]);
  }
  for (const placed of gone.values()) for (const one of placed) pairs.push([one, undefined]);
  return pairs;
}

const keyOf = (entity: Entity, id: string): string => `${entity.kind.name}/${id}`;

function changeOf([was, is]: Pair): EntityChange | undefined {
  if (was && is) return changeBetween(was, is);
  if (is) return cameAs(is.entity);
  return was && wentAs(was.entity);
}

// What says the same is the same value, for whoever keeps what was said of it.
const cameAs = keptAlone((after: Entity) => ({ how: 'added', after }) as const);
const wentAs = keptAlone((before: Entity) => ({ how: 'removed', before }) as const);

/** The change that leads from one version of an entity to another; undefined where both say the same. */
export function changeBetween(was: Placed, is: Placed): Changed | undefined {
  const [before, after] = [was.entity, is.entity];
  // A text below a front matter is none of the entity's lines. Files are kept for it alone: others hold many entities.
  const files = after.kind.entity.from === 'document' ? ([was.file, is.file] as const) : undefined;
  const known = compared.get(after);
  if (known?.before === before && files?.every((file, at) => file === known.files?.[at]) !== false) return known.change;
  const renamed = before.id !== after.id;
  const fields = changesBetween(before, after, { before: was.file, after: is.file });
  const change = fields.length || renamed ? ({ how: 'changed', before, after, renamed, fields } as const) : undefined;
  compared.set(after, { before, files, change });
  return change;
}

interface Compared {
  readonly before: Entity;
  readonly files: readonly FileIndex[] | undefined;
  readonly change: Changed | undefined;
}

// An entity stays one value for as long as its lines do, so it is compared once with each state.
const compared = new WeakMap<Entity, Compared>();

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
