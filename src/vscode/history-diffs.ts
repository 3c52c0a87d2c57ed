// The texts of an entity before and after an event of its history, found in the commits when somebody wants to see them.
import { TOGETHER } from './entity-texts';
import * as vscode from 'vscode';
import type { EntityEvent } from '../core/history/event';
import { say } from '../core/messages/message';
import { type Commit, type Oid, shortOid } from '../core/model/commit';
import type { Path } from '../core/model/id';
import { type Entity, entitiesOf } from '../core/project/file-index';
import { known } from '../core/project/known';
import { lookUp, type Project } from '../core/project/project';
import { reason } from '../core/render/git';
import { type FileAt, filesAt } from '../node/file-at';
import type { Editor } from './editor';
import type { Pair, Side } from './entity-texts';
import type { ProjectFolder } from './folder';
import type { Told } from './histories';

export interface HistoryDiffs {
  readonly open: (folder: ProjectFolder, event: EntityEvent) => Promise<void>;
  /** Everything that happened in the same commit, or is not committed. */
  readonly openAll: (folder: ProjectFolder, commit: Commit | undefined) => Promise<void>;
}

export function historyDiffs({ pasts, histories, texts, tell, language }: Editor): HistoryDiffs {
  async function pairsOf(folder: ProjectFolder, told: Told, events: readonly EntityEvent[]): Promise<readonly Pair[]> {
    const pending = events.filter(({ commit }) => commit === undefined).map((one) => pendingPair(told, one));
    const committed = events.filter(({ commit }) => commit !== undefined);
    if (!committed.length) return pending;
    const found = await pasts.ask(folder, async ({ repository }) => {
      const fileAt = filesAt(repository, told.project.kinds);
      const pairs: Pair[] = [];
      for (const event of committed) pairs.push(await committedPair(told, event, fileAt));
      return known(pairs);
    });
    if (found.kind === 'known') return [...pending, ...found.value];
    const why = tell(reason(found));
    void vscode.window.showErrorMessage(tell(say('history.unknown', { why })));
    return pending;
  }

  function pendingPair({ head, project }: Told, event: EntityEvent): Pair {
    const sideOf = (at: Project, id: string, state: string): Side | undefined => {
      const entity = lookUp(at, event.kind, id);
      return entity && { entity, project: at, state };
    };
    return {
      before: event.how === 'added' ? undefined : sideOf(head, event.formerly ?? event.id, 'HEAD'),
      after: event.how === 'removed' ? undefined : sideOf(project, event.id, tell(say('review.working-tree'))),
    };
  }

  return {
    open: async (folder, event) => {
      const told = histories.told(folder);
      const [pair] = told ? await pairsOf(folder, told, [event]) : [];
      if (!told || !pair) return;
      const { label } = told.teller.event(event);
      const state = (side: Side | undefined): string => side?.state ?? tell(say('compare.nothing'));
      await texts.diff(pair.before, pair.after, `${label} (${state(pair.before)} → ${state(pair.after)})`);
    },
    openAll: async (folder, commit) => {
      const told = histories.told(folder);
      const events = told?.standing.events.filter((one) => one.commit === commit?.oid) ?? [];
      if (!told || !events.length) return;
      const { name, why } = told.teller.commit(commit);
      const pairs = await pairsOf(folder, told, events.slice(0, TOGETHER));
      await texts.diffs(
        pairs.filter(({ before, after }) => before ?? after),
        [name, why].filter(Boolean).join(language === 'en' ? ': ' : '：'),
      );
      if (events.length <= TOGETHER) return;
      const cut = say('history.first-entities', { count: TOGETHER, all: events.length });
      void vscode.window.showInformationMessage(tell(cut));
    },
  };
}

async function committedPair({ standing }: Told, event: EntityEvent, fileAt: FileAt): Promise<Pair> {
  const commit = standing.commit(event.commit);
  if (!commit) return { before: undefined, after: undefined };
  const { path, movedFrom, formerly, id, sides } = event;
  const ids = formerly === undefined ? [id] : [formerly, id];
  const after = event.how === 'removed' ? undefined : await sideAt(fileAt, event.kind, commit.oid, [path], [id]);
  let before: Side | undefined;
  const parents = event.how === 'added' ? [] : sides ? [sides.left] : commit.parents;
  for (const parent of parents)
    before ??= await sideAt(fileAt, event.kind, parent, movedFrom === undefined ? [path] : [movedFrom, path], ids);
  return { before, after };
}

async function sideAt(
  fileAt: FileAt,
  kind: string,
  commit: Oid,
  paths: readonly Path[],
  ids: readonly string[],
): Promise<Side | undefined> {
  for (const path of paths) {
    const file = await fileAt(commit, path);
    const entity = ids.map((id) => entityIn(entitiesOf(file), kind, id)).find((one) => one !== undefined);
    if (file && entity) return { entity, project: { files: new Map([[path, file]]) }, state: shortOid(commit) };
  }
  return undefined;
}

const entityIn = (entities: readonly Entity[], kind: string, id: string): Entity | undefined =>
  entities.find((one) => one.kind.name === kind && one.id === id);
