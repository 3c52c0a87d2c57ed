// What differs between two versions of some files, entity by entity; that an entity stands in another file counts here.
import type { Work } from '../base/work';
import { changesBetween, matched, type Placed } from '../compare/diff';
import { changedFields, type FieldChange } from '../compare/fields';
import { saidBy } from '../compare/value';
import { type Entity, entitiesOf, type FileIndex, replaced, type SliceIndex } from '../project/file-index';

/** A version of a file. */
export interface Version {
  readonly file: FileIndex | undefined;
  /** What it held before somebody broke it, as far as it cannot be read now. */
  readonly ghosts: readonly Placed[];
  /** Whether some of it cannot be read. */
  readonly broken: boolean;
}

export interface Difference {
  readonly was: Entity | undefined;
  readonly is: Entity | undefined;
  readonly fields: readonly FieldChange[];
}

export const NO_VERSION: Version = { file: undefined, ghosts: [], broken: false };

/** Entities that are compared between two pauses. */
const STRETCH = 64;

/** Pairs of versions, each of one file. */
export function* differences(
  files: readonly { readonly before: Version; readonly after: Version }[],
): Work<readonly Difference[]> {
  const left: Placed[] = [];
  const come: Placed[] = [];
  for (const { before, after } of files) {
    const [was, is] = [before.file, after.file];
    // Of an article the text below counts, which is in no slice.
    const changed = (was ?? is)?.path.endsWith('.md')
      ? { left: entitiesOf(was), come: entitiesOf(is) }
      : replaced(was, is);
    const stayed = new Set<Entity>(was === is || changed.left.length === 0 ? [] : sharedOf(changed.left, changed.come));
    const article = (was ?? is)?.path.endsWith('.md') && was !== is;
    const counts = (entity: Entity): boolean => !isTorn(entity.slice) && (article || !stayed.has(entity));
    for (const entity of changed.left) if (was && counts(entity)) left.push({ entity, file: was });
    for (const entity of changed.come) if (is && counts(entity)) come.push({ entity, file: is });
    const [gone, again] = [new Set(before.ghosts.map(entityIn)), new Set(after.ghosts.map(entityIn))];
    for (const ghost of before.ghosts) if (!again.has(ghost.entity)) left.push(ghost);
    // A ghost of now was read before, so that the two cancel out.
    for (const ghost of after.ghosts) if (!gone.has(ghost.entity)) come.push(ghost);
    yield;
  }
  const found: Difference[] = [];
  for (const [at, [was, is]] of (yield* matched(left, come)).entries()) {
    if (at % STRETCH === STRETCH - 1) yield;
    if (was?.entity === is?.entity && was?.file === is?.file) continue;
    const fields = fieldsOf(was, is);
    const [a, b] = [was?.entity, is?.entity];
    if (!a || !b || fields.length || a.id !== b.id || a.path !== b.path) found.push({ was: a, is: b, fields });
  }
  return found;
}

const entityIn = ({ entity }: Placed): Entity => entity;

function sharedOf(left: readonly Entity[], come: readonly Entity[]): readonly Entity[] {
  const there = new Set(come);
  return left.filter((one) => there.has(one));
}

function fieldsOf(was: Placed | undefined, is: Placed | undefined): readonly FieldChange[] {
  if (was && is) return changesBetween(was.entity, is.entity, { before: was.file, after: is.file });
  if (is) return changedFields({}, saidBy(is.entity, is.file), is.entity.kind.shape);
  return [];
}

/** What is broken YAML may still have an id, but what it says is not what was meant. */
const isTorn = (slice: SliceIndex): boolean => slice.problems.some(({ code }) => code === 'LF001');

const readableIn = (file: FileIndex): readonly Entity[] => entitiesOf(file).filter(({ slice }) => !isTorn(slice));

/** Whether a file, or an item of it, says nothing because it cannot be read. */
export const isBroken = (file: FileIndex): boolean =>
  (file.problems.length > 0 && !file.slices.some((one) => one.entities.length)) ||
  file.slices.some((one) => one.problems.length > 0 && (!one.entities.length || isTorn(one)));

/** A version of a file that came after another one of it; what is broken now is carried on from then. */
export function versionAfter(before: Version, file: FileIndex): Version {
  if (!isBroken(file)) return { file, ghosts: [], broken: false };
  const readable = new Set(readableIn(file).map(keyOf));
  const earlier: Placed[] = [...before.ghosts];
  const was = before.file;
  if (was) for (const entity of readableIn(was)) earlier.push({ entity, file: was });
  return { file, ghosts: earlier.filter(({ entity }) => !readable.has(keyOf(entity))), broken: true };
}

const keyOf = (entity: Entity): string => `${entity.kind.name}/${entity.id}`;
