// Git for the projects that are open: a repository is opened for a task and closed after it, so that no child process is
// left behind; what git says of baselines goes into the session, and is asked again when the repository moves.
import path from 'node:path';
import * as vscode from 'vscode';
import { BASELINES } from '../core/compare/drift';
import type { Oid } from '../core/model/commit';
import { type Known, known, unavailable } from '../core/project/known';
import { written } from '../core/schema/json';
import type { World } from '../core/project/world';
import { pastOf } from '../node/baselines';
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
  /** The world at a commit with what git knew of its baselines then. */
  readonly worldAt: (commit: Oid) => Promise<Known<World>>;
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

export function pasts(projects: Projects, log: vscode.LogOutputChannel): Pasts {
  const onDidMove = new vscode.EventEmitter<ProjectFolder>();
  const watched = new Map<ProjectFolder, vscode.Disposable>();
  const baselinesOf = new Map<ProjectFolder, string>();

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
        return world.kind === 'known' ? known(await withPast(world.value, commit, repository, revisions)) : world;
      };
      return await task({ repository, revisions, worldAt });
    } finally {
      await repository.close();
    }
  }

  async function withPast(world: World, commit: Oid | undefined, repository: Repository, revisions: Revisions) {
    const past = await pastOf(world.project, repository, commit, async (oid) => {
      const found = await revisions.atCommit(oid);
      return found.kind === 'known' ? known(found.value.project) : found;
    });
    return { ...world, past };
  }

  // Asked when the baselines of the project change, and when the repository moves.
  async function refresh(folder: ProjectFolder): Promise<void> {
    const { project } = { project: await folder.session.indexed() };
    if (!project.table(BASELINES).length) return;
    const answer = await ask(folder, async ({ repository, revisions }) => {
      const head = await repository.resolve('HEAD');
      const commit = head.kind === 'known' ? head.value : undefined;
      return pastOf(project, repository, commit, async (oid) => {
        const found = await revisions.atCommit(oid);
        return found.kind === 'known' ? known(found.value.project) : found;
      });
    });
    folder.session.remember(answer);
  }

  const refreshed = (folder: ProjectFolder): void =>
    void refresh(folder).catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));

  function watch(folder: ProjectFolder, { gitFolder }: Repository): void {
    if (watched.has(folder)) return;
    let timer: NodeJS.Timeout | undefined;
    const moved = (): void => {
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
    watched.set(folder, vscode.Disposable.from(...within, { dispose: () => clearTimeout(timer) }));
  }

  function checked(folder: ProjectFolder): void {
    const table = folder.session.project().table(BASELINES);
    const said = table.map(({ value }) => `${written(value.tag)}\n${written(value.commit)}`).join('\n');
    if (baselinesOf.get(folder) === said) return;
    baselinesOf.set(folder, said);
    refreshed(folder);
  }

  function closed(folder: ProjectFolder): void {
    watched.get(folder)?.dispose();
    watched.delete(folder);
    baselinesOf.delete(folder);
  }

  const listeners = vscode.Disposable.from(
    onDidMove,
    projects.onDidCheck(({ folder }) => checked(folder)),
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
