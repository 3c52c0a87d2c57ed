// Git for the projects that are open: a repository is opened for a task and closed after it, so that no child process is
// left behind; what git says of baselines goes into the session, and is asked again when the repository moves.
import { statSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { BASELINES } from '../core/compare/drift';
import { evidenceTables, hasEvidence, provenIn } from '../core/compare/evidence';
import type { Oid } from '../core/model/commit';
import type { Entity } from '../core/project/file-index';
import { type Known, known, unavailable } from '../core/project/known';
import type { Past } from '../core/project/past';
import { keyOf, type Project } from '../core/project/project';
import { written } from '../core/schema/json';
import type { World } from '../core/project/world';
import { pastOf } from '../node/baselines';
import { cacheFolder } from '../node/cache-folder';
import { withChanges } from '../node/evidence';
import { histories } from '../node/history';
import { openRepository, type Repository } from '../node/git/repository';
import { type Revisions, revisionsOf } from '../node/past';
import type { ProjectFolder } from './folder';
import type { Projects } from './projects';
import { inStretches } from './stretches';

/** Milliseconds of quiet after which a moved repository is asked again: a rebase moves it many times. */
const QUIET = 300;

export interface Task {
  readonly repository: Repository;
  readonly revisions: Revisions;
  /** The world at a commit with what git knew of it then. */
  readonly worldAt: (commit: Oid) => Promise<Known<World>>;
  /** What git knows of a project that builds on a commit; `early` gets what is known before the history was read. */
  readonly pastAt: (
    project: Project,
    tip: Oid | undefined,
    early?: (past: Known<Past>) => void,
  ) => Promise<Known<Past>>;
}

export interface Pasts extends vscode.Disposable {
  /** Does something with the repository of a project; unavailable in a workspace that is not trusted. */
  readonly ask: <T>(
    folder: ProjectFolder,
    task: (given: Task) => Promise<Known<T>>,
    signal?: AbortSignal,
  ) => Promise<Known<T>>;
  /** The repository of a project has moved: another commit, another branch, a new tag. */
  readonly onDidMove: vscode.Event<ProjectFolder>;
}

interface Asked {
  readonly tables: readonly (readonly Entity[])[];
  /** Undefined until something was asked. */
  readonly about: string | undefined;
}

/** Changes with every commit and checkout. */
const stampOf = (gitFolder: string): string =>
  ['HEAD', 'logs/HEAD', 'packed-refs']
    .map((file) => statSync(path.join(gitFolder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0)
    .join(' ');

export function pasts(projects: Projects, log: vscode.LogOutputChannel): Pasts {
  const onDidMove = new vscode.EventEmitter<ProjectFolder>();
  const watched = new Map<ProjectFolder, vscode.Disposable>();
  /** What git was last asked about, and the tables that this was taken from. */
  const asked = new Map<ProjectFolder, Asked>();

  async function ask<T>(
    folder: ProjectFolder,
    task: (given: Task) => Promise<Known<T>>,
    signal?: AbortSignal,
  ): Promise<Known<T>> {
    if (!vscode.workspace.isTrusted) return unavailable('untrusted');
    const opened = await openRepository(folder.root, signal ? { signal } : {});
    if (opened.kind === 'unavailable') return opened;
    const repository = opened.value;
    watch(folder, repository);
    try {
      const project = await folder.session.indexed();
      const run = async <U>(work: Parameters<typeof inStretches<U>>[0]): Promise<U> => {
        const done = await inStretches(work, () => signal?.aborted ?? false);
        signal?.throwIfAborted();
        return done as U;
      };
      const revisions = revisionsOf(repository, { kinds: project.kinds, now: Date.now(), from: project, run });
      const worldAt = async (commit: Oid): Promise<Known<World>> => {
        const world = await revisions.atCommit(commit);
        if (world.kind === 'unavailable') return world;
        return known({ ...world.value, past: await pastAt(world.value.project, commit) });
      };
      const history = histories(repository, {
        kinds: project.kinds,
        from: project,
        cache: cacheFolder(process.env),
        run,
      });
      const pastAt: Task['pastAt'] = async (of, tip, early) => {
        const past = await pastOf(of, repository, tip, revisions.projectAt);
        early?.(past);
        return withChanges(past, of, tip, { history, run });
      };
      return await task({ repository, revisions, worldAt, pastAt });
    } finally {
      await repository.close();
    }
  }

  // Asked when the baselines or the evidence of the project change, and when the repository moves.
  async function refresh(folder: ProjectFolder): Promise<void> {
    const project = await folder.session.indexed();
    if (!project.table(BASELINES).length && !hasEvidence(project)) return;
    const answer = await ask(folder, async ({ repository, pastAt }) => {
      const head = await repository.resolve('HEAD');
      // The history of a large repository takes its time; what is said of baselines need not wait for it.
      return pastAt(project, head.kind === 'known' ? head.value : undefined, folder.session.remember);
    });
    folder.session.remember(answer);
  }

  const failed = (error: unknown): void => log.error(error instanceof Error ? error : String(error));
  const refreshed = (folder: ProjectFolder): void => void refresh(folder).catch(failed);

  function watch(folder: ProjectFolder, { gitFolder }: Repository): void {
    if (watched.has(folder)) return;
    let timer: NodeJS.Timeout | undefined;
    let seen = stampOf(gitFolder);
    const moved = (): void => {
      seen = stampOf(gitFolder);
      clearTimeout(timer);
      timer = setTimeout(() => {
        refreshed(folder);
        onDidMove.fire(folder);
      }, QUIET);
    };
    const within = ['HEAD', 'packed-refs', 'logs/HEAD', 'refs/**'].map((pattern) => {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(vscode.Uri.file(path.resolve(gitFolder)), pattern),
      );
      return vscode.Disposable.from(
        watcher,
        watcher.onDidChange(moved),
        watcher.onDidCreate(moved),
        watcher.onDidDelete(moved),
      );
    });
    // A watcher is deaf until it is set up, and on some drives for good.
    const look = (): void => (stampOf(gitFolder) === seen ? undefined : moved());
    const early = [1, 5].map((seconds) => setTimeout(look, seconds * 1000));
    const focus = vscode.window.onDidChangeWindowState(({ focused }) => (focused ? look() : undefined));
    const stop = (): void => [...early, timer].forEach((one) => clearTimeout(one));
    watched.set(folder, vscode.Disposable.from(...within, focus, { dispose: stop }));
  }

  async function checked(folder: ProjectFolder): Promise<void> {
    const project = folder.session.project();
    const tables = [project.table(BASELINES), ...evidenceTables(project)];
    const last = asked.get(folder);
    if (last?.tables.length === tables.length && last.tables.every((one, at) => one === tables[at])) return;
    const now = { tables, about: last?.about };
    asked.set(folder, now);
    const proven = await inStretches(provenIn(project), () => asked.get(folder) !== now);
    if (!proven) return;
    const baselines = project.table(BASELINES).map(({ value }) => [written(value.tag), written(value.commit)]);
    const about = JSON.stringify([baselines, [...proven].map(keyOf)]);
    asked.set(folder, { tables, about });
    if (about !== last?.about) refreshed(folder);
  }

  function closed(folder: ProjectFolder): void {
    watched.get(folder)?.dispose();
    watched.delete(folder);
    asked.delete(folder);
  }

  const listeners = vscode.Disposable.from(
    onDidMove,
    projects.onDidCheck(({ folder }) => void checked(folder).catch(failed)),
    projects.onDidClose(closed),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      for (const folder of projects.all()) refreshed(folder);
    }),
  );
  return {
    ask,
    onDidMove: onDidMove.event,
    dispose: () => {
      listeners.dispose();
      for (const one of watched.values()) one.dispose();
    },
  };
}
