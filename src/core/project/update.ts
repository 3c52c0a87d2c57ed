// The store that makes the next project out of the last one and the files that changed. The cost is that of the
// change: unchanged slices keep their entities, and the maps write down only what a change touches.
import { append, fitted } from '../base/lists';
import { Layers } from '../base/layers';
import { finish, type Work } from '../base/work';
import type { Path } from '../model/id';
import type { Kinds } from '../schema/kinds';
import { type Entity, entitiesOf, type FileIndex, type Replaced, replaced } from './file-index';
import { indexFile, type Source } from './index-file';
import { MANIFEST, matcher } from './matcher';
import { formerIds, type Project, targetOf } from './project';
import { noSettings, settingsOf } from './settings';
import { beginTables, tableIn } from './tables';

/** How many times as much as there is has to come for the maps to be written down anew. */
const MOST = 8;

/** Changed entities up to which the maps of a project wait for whoever asks. */
const FEW = 1024;

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
  let inPlace = !gone.length;
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
    inPlace &&= changed.inPlace;
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
  return assemble({ kinds: project.kinds, settings, files }, maps, { project, left, come, inPlace });
}

/** What a project looks entities up in. */
interface Maps {
  readonly byId: Layers<readonly Entity[]>;
  readonly backrefs: Layers<readonly Entity[]>;
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

/** Tells the keys of an entity. */
type Keys = (entity: Entity, put: (key: string) => void) => void;

const idsOf: Keys = (entity, put) => {
  put(entity.id);
  for (const id of formerIds(entity)) put(id);
};

const targetsOf =
  (kinds: Kinds): Keys =>
  ({ sites }, put) => {
    for (const { text } of sites) put(targetOf(kinds, text).id);
  };

/** The list of one entity: nearly always there is one, because it is the only one of its slice. */
const alone = (entity: Entity): readonly Entity[] => {
  const { entities } = entity.slice;
  return entities.length === 1 && entities[0] === entity ? entities : [entity];
};

const settled = (list: readonly Entity[]): readonly Entity[] | undefined =>
  list.length > 1 ? fitted(list) : list[0] && alone(list[0]);

// Lists by key, with what left taken out and what came put in: each key's list is written once.
function* relist(
  map: Layers<readonly Entity[]>,
  keys: Keys,
  left: readonly Entity[],
  come: readonly Entity[],
): Work<Layers<readonly Entity[]>> {
  // Where most of it is new, it is written down anew as a whole.
  if (!left.length && map.size * MOST < come.length)
    return yield* Layers.lists(function* (put) {
      for (const [key, list] of map.entries()) for (const one of list) put(key, one);
      yield* putAll(come, keys, put);
    }, alone);
  const out = new Set(left);
  const changed = new Map<string, Entity[]>();
  const take = (key: string): Entity[] => {
    let list = changed.get(key);
    if (!list) changed.set(key, (list = map.get(key)?.filter((one) => !out.has(one)) ?? []));
    return list;
  };
  const put = (key: string, entity: Entity): void => {
    const list = take(key);
    if (list.at(-1) !== entity) list.push(entity);
  };
  for (const entity of left) keys(entity, take);
  yield;
  yield* putAll(come, keys, put);
  return yield* map.with([...changed].map(([key, list]) => [key, settled(list)]));
}

function* putAll(come: readonly Entity[], keys: Keys, put: (key: string, entity: Entity) => void): Work<void> {
  let count = 0;
  for (const entity of come) {
    keys(entity, (key) => put(key, entity));
    if (++count % 512 === 0) yield;
  }
  yield;
}

function assemble(
  parts: Pick<Project, 'kinds' | 'settings' | 'files'>,
  maps: DueMaps,
  before?: Replaced & { readonly project: Project },
): Project {
  const project: Project = {
    ...parts,
    get byId() {
      return maps.get().byId;
    },
    get backrefs() {
      return maps.get().backrefs;
    },
    table: (kind) => tableIn(project, kind),
  };
  dueMaps.set(project, maps);
  beginTables(project, before);
  return project;
}

/** Runs an update through without a pause. */
export const updated = (project: Project, changes: Changes): Project => finish(update(project, changes));
