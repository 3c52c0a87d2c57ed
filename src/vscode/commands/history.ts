// The commands of the Change History view.
import * as vscode from 'vscode';
import type { Command } from '../command';
import { chosenEntity } from '../command';
import type { ProjectFolder } from '../folder';
import type { HistoryItem } from '../history-rows';
import { targetOf } from '../../core/project/project';
import { views } from '../contributions';

/** Of a row, of what a link or a lens names as `kind/id`, else of the entity at the cursor. */
export const showHistory: Command = async (at, args) => {
  const chosen = await named(at, args);
  if (!chosen) return;
  const { folder, kind, id } = chosen;
  await at.history.setFilter({ entity: { folder, kind, id } });
};

async function named(
  at: Parameters<Command>[0],
  args: readonly unknown[],
): Promise<{ readonly folder: ProjectFolder; readonly kind: string; readonly id: string } | undefined> {
  const [first] = args;
  if (typeof first === 'string') {
    const folder = at.editor.projects.active();
    const { kind, id } = folder ? targetOf(folder.session.project().kinds, first) : { kind: undefined, id: '' };
    return folder && kind && { folder, kind: kind.name, id };
  }
  const item = first as HistoryItem | undefined;
  if (item?.kind === 'event') return { folder: item.folder, kind: item.told.event.kind, id: item.told.event.id };
  const chosen = await chosenEntity(at, args);
  return chosen && { folder: chosen.folder, kind: chosen.entity.kind.name, id: chosen.entity.id };
}

export const clearHistoryFilter: Command = async ({ history }) => history.setFilter({});

export const refreshHistory: Command = async ({ history }) => {
  await vscode.commands.executeCommand(`${views.history}.focus`);
  await history.refresh();
};

export const stopHistory: Command = async ({ history }) => history.stop();

export const moreHistory: Command = async ({ history }) => history.more();

export const openHistoryChange: Command = async ({ diffs }, [given]) => {
  const item = given as HistoryItem | undefined;
  if (item?.kind === 'event') await diffs.open(item.folder, item.told.event);
};

export const openCommit: Command = async ({ diffs }, [given]) => {
  const item = given as HistoryItem | undefined;
  if (item?.kind === 'commit' || item?.kind === 'event') await diffs.openAll(item.folder, item.told.commit);
};
