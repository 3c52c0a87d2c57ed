// Figures kept from one world to the next: computing one notes what it reads (tables, ids, files, the clock), and as
// long as that is the same, so is the figure. A keystroke costs the figures of the one kind that it changed.
import { keptAlone } from '../base/kept';
import type { Path } from '../model/id';
import type { FileIndex } from '../project/file-index';
import type { Project } from '../project/project';
import type { World } from '../project/world';
import type { Kinds } from '../schema/kinds';
import { type Filter, filterText } from './filter';
import type { Figure, Metric } from './metric';

export interface Figures {
  readonly of: (world: World, metric: Metric, filter: Filter) => Figure;
}

/** Milliseconds for which a figure that looks at the clock is good. */
const FRESH = 60_000;

interface Reads {
  readonly tables: Map<string, unknown>;
  /** Ids that were looked for and that nothing has. */
  readonly missing: Set<string>;
  readonly files: Map<Path, FileIndex | undefined>;
  /** Who refers to an id. */
  readonly referrers: Map<string, unknown>;
  /** Whether it looked at the clock. */
  clock: boolean;
  /** Whether it looked at what git knows. */
  past: boolean;
}

interface Answer {
  readonly world: World;
  readonly reads: Reads;
  readonly figure: Figure;
}

export function keptFigures(): Figures {
  const answers = new Map<string, Answer>();
  return {
    of: (world, metric, filter) => {
      const key = `${metric.id}${filterText(filter)}`;
      const known = answers.get(key);
      if (known && stillHolds(known, world)) return known.figure;
      const reads: Reads = {
        tables: new Map(),
        missing: new Set(),
        files: new Map(),
        referrers: new Map(),
        clock: false,
        past: false,
      };
      const figure = metric.compute(noting(world, reads), filter);
      answers.set(key, { world, reads, figure });
      return figure;
    },
  };
}

/** Figures that rules ask for, kept from one world to the next: they hold as long as what they were made of does. */
export const figuresOfRules = keptAlone<Kinds, Figures>(() => keptFigures());

function stillHolds({ world: before, reads }: Answer, world: World): boolean {
  const { project } = world;
  if (before.asOf !== world.asOf || before.settings !== world.settings || before.project.kinds !== project.kinds)
    return false;
  if (reads.past && before.past !== world.past) return false;
  if (reads.clock && Math.abs(before.now - world.now) >= FRESH) return false;
  if (before.project === project) return true;
  for (const [kind, table] of reads.tables) if (project.table(kind) !== table) return false;
  for (const [path, file] of reads.files) if (project.files.get(path) !== file) return false;
  for (const [id, found] of reads.referrers) if (project.backrefs.get(id) !== found) return false;
  for (const id of reads.missing) if (project.byId.get(id)) return false;
  return true;
}

/** The same world, which notes what is asked of it. */
function noting(world: World, reads: Reads): World {
  const { project } = world;
  const table = (kind: string) => {
    const found = project.table(kind);
    reads.tables.set(kind, found);
    return found;
  };
  const seen: Project = {
    ...project,
    table,
    byId: watched(project.byId, (id) => {
      const found = project.byId.get(id);
      // Whoever has an id is of a kind, and when that one's table is the same, so is what was found.
      if (found) for (const one of found) table(one.kind.name);
      else reads.missing.add(id);
      return found;
    }),
    backrefs: watched(project.backrefs, (id) => {
      const found = project.backrefs.get(id);
      reads.referrers.set(id, found);
      return found;
    }),
    files: watched(project.files, (path: Path) => {
      const file = project.files.get(path);
      reads.files.set(path, file);
      return file;
    }),
  };
  // Not `...world`, which would look at the clock and the past of a world that notes so itself.
  return {
    project: seen,
    settings: world.settings,
    asOf: world.asOf,
    files: world.files,
    get now() {
      reads.clock = true;
      return world.now;
    },
    get past() {
      reads.past = true;
      return world.past;
    },
  };
}

/** The same map, whose `get` is another. */
const watched = <Of extends { readonly get: (key: never) => unknown }>(map: Of, get: Of['get']): Of =>
  new Proxy(map, {
    get: (target, name) => {
      if (name === 'get') return get;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
