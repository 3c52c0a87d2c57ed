// The store that makes the next project out of the last one and the files that changed. The cost is that of the
// change: unchanged slices keep their entities, and the maps write down only what a change touches.
import { append } from '../base/lists';
import { Layers } from '../base/layers';
import { finish, type Work } from '../base/work';
import type { Path } from '../model/id';
import type { Kinds } from '../schema/kinds';
import { type Entity, entitiesOf, type FileIndex, replaced } from './file-index';
import { indexFile, type Source } from './index-file';
import { MANIFEST, matcher } from './matcher';
import { type Backref, formerIds, type Project, targetOf } from './project';
import { noSettings, settingsOf } from './settings';

/** How many times as much as there is has to come for the maps to be written down anew. */
const MOST = 8;

/** Files by path as they were read; undefined for a file that is gone. */
export type Changes = ReadonlyMap<Path, Source | undefined>;

/** A project without files. */
export function emptyProject(kinds: Kinds): Project {
  return assemble({ kinds, settings: noSettings, files: new Map() }, made(NO_MAPS));
}

/** The project with these files changed, in work that pauses between items. */
export function* update(project: Project, changes: Changes): Work<Project> {
  const indexed: FileIndex[] = [];
  const gone: Path[] = [];
  const match = matcher(project.settings);
  for (const [path, source] of changes) {
    if (source === undefined) gone.push(path);
    else
      indexed.push(
        yield* indexFile(path, source, {
          kinds: project.kinds,
          exact: match.exact(path),
          before: project.files.get(path),
        }),
      );
  }
  return yield* place(project, indexed, gone);
}

/** The same, with files already indexed: read from a cache, or out of a commit. */
export function* place(project: Project, indexed: readonly FileIndex[], gone: readonly Path[] = []): Work<Project> {
  const files = new Map(project.files);
  const left: Entity[] = [];
  const come: Entity[] = [];
  for (const path of gone) {
    append(left, entitiesOf(files.get(path)));
    files.delete(path);
  }
  for (const file of indexed) {
    const before = files.get(file.path);
    if (before === file) continue;
    const changed = replaced(before, file);
    append(left, changed.left);
    append(come, changed.come);
    files.set(file.path, file);
    yield;
  }
  if (!files.size && !project.files.size) return project;
  const maps = yield* mapsAfter(mapsOf(project), project.kinds, left, come);
  const manifest = files.get(MANIFEST as Path);
  const settings =
    manifest === project.files.get(MANIFEST as Path)
      ? project.settings
      : settingsOf(manifest?.slices[0]?.entities[0]?.value ?? null);
  return assemble(
    { kinds: project.kinds, settings, files },
    maps,
    project,
    left.length || come.length ? [...left, ...come] : [],
  );
}

/** What a project looks entities up in. */
interface Maps {
  readonly byId: Layers<readonly Entity[]>;
  readonly backrefs: Layers<readonly Backref[]>;
}

/** Maps that are made when somebody asks for them: of a revision that is only compared with another nobody does. */
interface DueMaps {
  readonly get: () => Maps;
  /** How many entities they still have to take in or out. */
  readonly due: () => number;
}

const NO_MAPS: Maps = { byId: Layers.empty, backrefs: Layers.empty };
const dueMaps = new WeakMap<Project, DueMaps>();
const made = (maps: Maps): DueMaps => ({ get: () => maps, due: () => 0 });
const mapsOf = (project: Project): DueMaps =>
  dueMaps.get(project) ?? made({ byId: project.byId, backrefs: project.backrefs });

function* mapsAfter(before: DueMaps, kinds: Kinds, left: readonly Entity[], come: readonly Entity[]): Work<DueMaps> {
  const due = before.due() + left.length + come.length;
  if (due === before.due()) return before;
  const make = function* (): Work<Maps> {
    const { byId, backrefs } = before.get();
    const ids = yield* relist(byId, idsOf, left, come);
    return { byId: ids, backrefs: yield* relist(backrefs, targetsOf(kinds), left, come) };
  };
  // Whoever asks for them has to wait, so that many are put in at once.
  return due > FEW ? made(yield* make()) : madeLater(due, make);
}

/** What they are made from is let go when they are. */
function madeLater(due: number, make: () => Work<Maps>): DueMaps {
  let state: { readonly maps: Maps } | { readonly make: () => Work<Maps> } = { make };
  return {
    get: () => {
      if ('make' in state) state = { maps: finish(state.make()) };
      return state.maps;
    },
    due: () => ('make' in state ? due : 0),
  };
}

/** Puts the values of an entity under their keys. */
type Entries<V> = (entity: Entity, put: (key: string, value: V) => void) => void;

const idsOf: Entries<Entity> = (entity, put) => {
  put(entity.id, entity);
  for (const id of formerIds(entity)) put(id, entity);
};

const targetsOf =
  (kinds: Kinds): Entries<Backref> =>
  (from, put) => {
    for (const site of from.sites) put(targetOf(kinds, site.text).id, { from, site });
  };

const ownerOf = (value: Entity | Backref): Entity => ('from' in value ? value.from : value);

// Lists by key, with what left taken out and what came put in: each key's list is written once.
function* relist<V extends Entity | Backref>(
  map: Layers<readonly V[]>,
  entries: Entries<V>,
  left: readonly Entity[],
  come: readonly Entity[],
): Work<Layers<readonly V[]>> {
  // Where most of it is new, it is written down anew as a whole.
  if (!left.length && map.size * MOST < come.length)
    return yield* Layers.lists(function* (put) {
      for (const [key, list] of map.entries()) for (const one of list) put(key, one);
      yield* putAll(come, entries, put);
    });
  const out = new Set(left);
  const changed = new Map<string, V[]>();
  const kept = (key: string): readonly V[] => map.get(key)?.filter((one) => !out.has(ownerOf(one))) ?? [];
  const take = (key: string): void => {
    if (!changed.has(key)) changed.set(key, [...kept(key)]);
  };
  // A list with one element, which most are, has room for no more.
  const put = (key: string, value: V): void => {
    const list = changed.get(key);
    if (list) return void list.push(value);
    const before = kept(key);
    changed.set(key, before.length ? [...before, value] : [value]);
  };
  for (const entity of left) entries(entity, take);
  yield;
  yield* putAll(come, entries, put);
  return yield* map.with([...changed].map(([key, list]) => [key, list.length ? list : undefined]));
}

function* putAll<V>(come: readonly Entity[], entries: Entries<V>, put: (key: string, value: V) => void): Work<void> {
  let count = 0;
  for (const entity of come) {
    entries(entity, put);
    if (++count % 512 === 0) yield;
  }
  yield;
}

// Tables are made together when somebody asks for one; those of kinds that did not change keep their identity.
function assemble(
  parts: Pick<Project, 'kinds' | 'settings' | 'files'>,
  maps: DueMaps,
  before?: Project,
  touched: readonly Entity[] = [],
): Project {
  const kept = before && before.kinds === parts.kinds ? tablesBefore(before, touched) : undefined;
  const project: Project = {
    ...parts,
    get byId() {
      return maps.get().byId;
    },
    get backrefs() {
      return maps.get().backrefs;
    },
    table: (kind) => {
      let tables = madeTables.get(project);
      if (!tables) {
        tables = kept ? mended(parts.files, kept) : finish(tablesOf(parts.files));
        madeTables.set(project, tables);
        unmade.delete(project);
      }
      return tables.get(kind)?.entities ?? NO_ENTITIES;
    },
  };
  dueMaps.set(project, maps);
  if (kept) unmade.set(project, kept);
  else untabled.add(project);
  return project;
}

/** Makes the tables of a project that was just read, in work that pauses; those of a changed one are mended at once. */
export function* withTables(project: Project): Work<void> {
  if (untabled.delete(project) && !madeTables.has(project)) madeTables.set(project, yield* tablesOf(project.files));
}

/** Projects that take no tables over from the one before. */
const untabled = new WeakSet<Project>();

/** Tables of an earlier project, and what has changed since. */
interface Kept {
  readonly tables: Tables;
  readonly touched: readonly Entity[];
}

// Only what was made before is taken over, and not for long, so that a chain of projects nobody asked holds nothing.
function tablesBefore(before: Project, touched: readonly Entity[]): Kept | undefined {
  const made = madeTables.get(before);
  const kept = made ? { tables: made, touched } : unmade.get(before);
  if (!kept || made) return kept;
  const all = [...kept.touched, ...touched];
  return all.length > FEW ? undefined : { ...kept, touched: all };
}

/** Changed entities up to which tables and maps of a project wait for whoever asks. */
const FEW = 1024;

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

function mended(files: ReadonlyMap<Path, FileIndex>, { tables: kept, touched }: Kept): Tables {
  const tables = new Map(kept);
  const paths = new Map<string, Set<Path>>();
  for (const { kind, path } of touched) {
    let known = paths.get(kind.name);
    if (!known) paths.set(kind.name, (known = new Set(kept.get(kind.name)?.paths)));
    known.add(path);
  }
  for (const [kind, list] of paths) tables.set(kind, tableOf(files, kind, [...list]));
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

/** Runs an update through without a pause. */
export const updated = (project: Project, changes: Changes): Project => finish(update(project, changes));
