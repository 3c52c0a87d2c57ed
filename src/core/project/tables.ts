// The tables of a project: the entities of each kind, in the order of files and of lines. An edit makes the tables of the
// kinds that it touched anew out of those before it.
import { finish, type Work } from '../base/work';
import type { Path } from '../model/id';
import { type Entity, entitiesOf, type FileIndex, type Replaced } from './file-index';
import type { Project } from './project';

/** Makes the tables of a project that was just read, in work that pauses; those of a changed one are mended at once. */
export function* withTables(project: Project): Work<void> {
  if (untabled.delete(project) && !madeTables.has(project)) madeTables.set(project, yield* tablesOf(project.files));
}

/** Projects that take no tables over from the one before. */
const untabled = new WeakSet<Project>();

/** Tables of an earlier project, and what has changed since, one change after the other. */
interface Kept {
  readonly tables: Tables;
  readonly changes: readonly Replaced[];
}

/** Notes what a new project's tables are made of: of those of the one before it, with what has changed, where that is little. */
export function beginTables(project: Project, before?: Replaced & { readonly project: Project }): void {
  const kept = before && before.project.kinds === project.kinds ? tablesBefore(before.project, before) : undefined;
  if (kept) unmade.set(project, kept);
  else untabled.add(project);
}

/** The entities of a kind. Tables are made together when somebody asks for one; those of kinds that did not change keep their
 *  identity. */
export function tableIn(project: Project, kind: string): readonly Entity[] {
  let tables = madeTables.get(project);
  if (!tables) {
    const kept = unmade.get(project);
    tables = kept ? mended(project.files, kept) : finish(tablesOf(project.files));
    madeTables.set(project, tables);
    unmade.delete(project);
  }
  return tables.get(kind)?.entities ?? NO_ENTITIES;
}

// Only what was made before is taken over, and not for long, so that a chain of projects nobody asked holds nothing.
function tablesBefore(before: Project, { left, come, inPlace }: Replaced): Kept | undefined {
  const change: Replaced = { left, come, inPlace };
  const made = madeTables.get(before);
  if (made) return { tables: made, changes: [change] };
  const kept = unmade.get(before);
  if (!kept) return undefined;
  const changes = [...kept.changes, change];
  return countOf(changes) > FEW ? undefined : { ...kept, changes };
}

const countOf = (changes: readonly Replaced[]): number =>
  changes.reduce((sum, { left, come }) => sum + left.length + come.length, 0);

/** Changed entities up to which the tables of a project wait for whoever asks. */
const FEW = 1024;
/** Entities up to which each that gave its place to another is looked for in its table. */
const FOUND = 64;

// One list for all kinds without entities: whoever remembers a table asks whether it is the same one.
const NO_ENTITIES: readonly Entity[] = [];

interface Table {
  readonly entities: readonly Entity[];
  /** The files that they stand in, in order. */
  readonly paths: readonly Path[];
}
type Tables = ReadonlyMap<string, Table>;

const madeTables = new WeakMap<Project, Tables>();
const unmade = new WeakMap<Project, Kept>();

function* tablesOf(files: ReadonlyMap<Path, FileIndex>): Work<Tables> {
  const tables = new Map<string, { readonly entities: Entity[]; readonly paths: Path[] }>();
  let count = 0;
  for (const path of [...files.keys()].sort()) {
    for (const entity of entitiesOf(files.get(path))) {
      let table = tables.get(entity.kind.name);
      if (!table) tables.set(entity.kind.name, (table = { entities: [], paths: [] }));
      table.entities.push(entity);
      if (table.paths.at(-1) !== path) table.paths.push(path);
    }
    if (++count % 64 === 0) yield;
  }
  return tables;
}

function mended(files: ReadonlyMap<Path, FileIndex>, { tables: kept, changes }: Kept): Tables {
  const swapped = changes.every(({ inPlace }) => inPlace) && countOf(changes) <= FOUND && swapIn(kept, changes);
  if (swapped) return swapped;
  const tables = new Map(kept);
  const paths = new Map<string, Set<Path>>();
  for (const { left, come } of changes) {
    for (const { kind, path } of [...left, ...come]) {
      let known = paths.get(kind.name);
      if (!known) paths.set(kind.name, (known = new Set(kept.get(kind.name)?.paths)));
      known.add(path);
    }
  }
  for (const [kind, list] of paths) tables.set(kind, tableOf(files, kind, [...list]));
  return tables;
}

/** The tables with those that came in the places of those that left; undefined where one of them has none. */
function swapIn(kept: Tables, changes: readonly Replaced[]): Tables | undefined {
  const copies = new Map<string, Entity[]>();
  for (const { left, come } of changes) {
    for (const [i, entity] of left.entries()) {
      const { name } = entity.kind;
      let copy = copies.get(name);
      if (!copy) copies.set(name, (copy = kept.get(name)?.entities.slice() ?? []));
      const at = copy.indexOf(entity);
      const next = come[i];
      if (at < 0 || !next) return undefined;
      copy[at] = next;
    }
  }
  const tables = new Map(kept);
  for (const [name, entities] of copies) tables.set(name, { entities, paths: kept.get(name)?.paths ?? [] });
  return tables;
}

function tableOf(files: ReadonlyMap<Path, FileIndex>, kind: string, among: readonly Path[]): Table {
  const entities: Entity[] = [];
  const paths: Path[] = [];
  for (const path of [...among].sort()) {
    const count = entities.length;
    for (const entity of entitiesOf(files.get(path))) if (entity.kind.name === kind) entities.push(entity);
    if (entities.length > count) paths.push(path);
  }
  return entities.length ? { entities, paths } : { entities: NO_ENTITIES, paths };
}
