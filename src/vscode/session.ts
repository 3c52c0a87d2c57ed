// One project while it is open in the editor: changes go in, the next checked project comes out. It works in short
// stretches so that the editor stays alive, and drops a check that a newer change has made pointless. It knows no
// editor and no disk: texts and file names come from whoever watches them.
import type { Checked, Checker } from '../core/check/check';
import { ownFindings } from '../core/check/findings';
import type { Finding } from '../core/model/finding';
import type { Path } from '../core/model/id';
import type { FileIndex } from '../core/project/file-index';
import type { Source } from '../core/project/index-file';
import { type Known, unavailable } from '../core/project/known';
import type { Past } from '../core/project/past';
import type { Project } from '../core/project/project';
import { type Changes, emptyProject, place, update } from '../core/project/update';
import { type World, worldOf } from '../core/project/world';
import type { Kinds } from '../core/schema/kinds';
import { dayAt, timeZoneOf } from '../node/open';
import { next, type Signal, signal } from './signal';
import { inStretches } from './stretches';

/** Files that are indexed in one go: edits get in between the goes. */
const BATCH = 64;

export interface SessionOptions {
  /** Milliseconds to wait for the next change before work begins. */
  readonly delay: () => number;
  /** Makes the session's checker. Its rules are most of the code, and nothing of it is needed for what a file says by itself. */
  readonly checker: () => Promise<Checker>;
  /** Told of what must never happen. */
  readonly failed: (error: unknown) => void;
}

/** What files say by themselves, before the first check. */
export interface Glimpse {
  readonly project: Project;
  readonly findings: ReadonlyMap<Path, readonly Finding[]>;
}

export interface Session {
  readonly project: () => Project;
  /** What the last finished check found; undefined until there was one. */
  readonly checked: () => Checked | undefined;
  readonly onDidCheck: Signal<Checked>['on'];
  readonly onDidGlimpse: Signal<Glimpse>['on'];
  /** Files that changed, with their new texts; undefined for one that is gone. */
  readonly change: (changes: Changes) => void;
  readonly listFiles: (files: Known<ReadonlySet<Path>>) => void;
  /** What git knows of the project's baselines. */
  readonly remember: (past: Known<Past>) => void;
  /** Begins again with other kinds; files that carry only problems (of broken kinds) come along. */
  readonly begin: (kinds: Kinds, troubled: readonly FileIndex[]) => void;
  /** Until released there is no check: what is not read yet would look as if it did not exist. */
  readonly hold: () => () => void;
  /** Tells what these files say by themselves, unless a check has told more. */
  readonly glimpse: (files: readonly Path[]) => Promise<void>;
  /** The project with every change so far in it. */
  readonly indexed: () => Promise<Project>;
  /** What a check of the project, with every change so far in it, finds. */
  readonly settled: () => Promise<Checked>;
  readonly close: () => void;
}

export function openSession(kinds: Kinds, options: SessionOptions): Session {
  let checker: Promise<Checker> | undefined;
  const queue = new Map<Path, Source | undefined>();
  const onChecked = signal<Checked>();
  const onGlimpse = signal<Glimpse>();
  const onIndexed = signal<Project>();
  let project = emptyProject(kinds);
  let files: Known<ReadonlySet<Path>> = unavailable('loading');
  let past: Known<Past> = unavailable('loading');
  let checked: Checked | undefined;
  let fresh: { readonly kinds: Kinds; readonly troubled: readonly FileIndex[] } | undefined;
  let held = 0;
  let running = false;
  let indexing = false;
  let closed = false;
  // Counts what came in, so that a check knows when it is out of date.
  let changes = 0;
  let timer: NodeJS.Timeout | undefined;

  function wake(delay: number): void {
    if (closed) return;
    changes++;
    clearTimeout(timer);
    timer = setTimeout(run, delay);
  }

  function run(): void {
    if (running || closed) return;
    running = true;
    void work()
      .catch(options.failed)
      .finally(() => (running = false));
  }

  async function work(): Promise<void> {
    while (!closed) {
      if (fresh || queue.size) await index();
      else if (!held && !isCurrent()) await checkOnce();
      else return;
    }
  }

  async function index(): Promise<void> {
    indexing = true;
    try {
      if (fresh) {
        const { kinds: given, troubled } = fresh;
        fresh = undefined;
        project = (await inStretches(place(emptyProject(given), troubled), () => closed)) ?? project;
      }
      const batch = new Map([...queue].slice(0, BATCH));
      for (const path of batch.keys()) queue.delete(path);
      project = (await inStretches(update(project, batch), () => closed)) ?? project;
    } finally {
      indexing = false;
    }
    if (!queue.size && !fresh) onIndexed.send(project);
  }

  async function checkOnce(): Promise<void> {
    const { check } = await (checker ??= options.checker());
    const begun = changes;
    const found = await inStretches(check(world()), () => closed || changes !== begun);
    if (!found) return;
    checked = found;
    onChecked.send(found);
  }

  function world(): World {
    const now = Date.now();
    return worldOf(project, now, today(now), files, past);
  }

  function isCurrent(): boolean {
    if (!checked || fresh || queue.size || indexing) return false;
    const { world } = checked;
    if (world.project !== project || world.files !== files || world.past !== past) return false;
    return world.asOf === (project.settings.statusDate ?? today(Date.now()));
  }

  function today(now: number): string {
    return dayAt(now, timeZoneOf(project));
  }

  async function glimpse(paths: readonly Path[]): Promise<void> {
    if (checked || !paths.length) return;
    await indexed();
    if (checked || closed) return;
    const there = paths.flatMap((path) => project.files.get(path) ?? []);
    onGlimpse.send({ project, findings: new Map(there.map((file) => [file.path, ownFindings(file, project)])) });
  }

  async function indexed(): Promise<Project> {
    if (closed || (!fresh && !queue.size && !indexing)) return project;
    const done = next(onIndexed);
    run();
    return done;
  }

  return {
    project: () => project,
    checked: () => checked,
    onDidCheck: onChecked.on,
    onDidGlimpse: onGlimpse.on,
    change: (given) => {
      for (const [path, source] of given) queue.set(path, source);
      wake(options.delay());
    },
    listFiles: (given) => {
      files = given;
      wake(options.delay());
    },
    remember: (given) => {
      past = given;
      wake(options.delay());
    },
    begin: (given, troubled) => {
      fresh = { kinds: given, troubled };
      wake(0);
    },
    hold: () => {
      held++;
      return () => {
        held--;
        wake(0);
      };
    },
    glimpse,
    indexed,
    settled: async () => {
      for (;;) {
        await indexed();
        if (checked && isCurrent()) return checked;
        const done = next(onChecked);
        wake(0);
        await done;
      }
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      onIndexed.send(project);
    },
  };
}
