// Which baseline a command is about.
import * as vscode from 'vscode';
import { type Message, say } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import type { World } from '../core/project/world';
import { reason } from '../core/render/git';
import { comparableBaselines } from '../core/views/baselines';
import type { BaselineItem } from './baselines-view';
import { chosenProject, type Surroundings } from './command';
import type { ProjectFolder } from './folder';

export interface ChosenBaseline {
  readonly folder: ProjectFolder;
  readonly world: World;
  readonly baseline: Entity;
}

/** The baseline of the row that a menu was opened on, else one that is picked. Says so when there is none. */
export async function chosenBaseline(
  at: Surroundings,
  [first]: readonly unknown[],
): Promise<ChosenBaseline | undefined> {
  const { tell } = at.editor;
  const item = first as Partial<BaselineItem> | undefined;
  if (item?.kind === 'baseline' && item.folder && item.world && item.report)
    return { folder: item.folder, world: item.world, baseline: item.report.entity };
  const folder = await chosenProject(at);
  if (!folder) return undefined;
  const { world } = await folder.session.settled();
  const baselines = comparableBaselines(world);
  if (!baselines.length) {
    void vscode.window.showInformationMessage(tell(noState(world)));
    return undefined;
  }
  const items = baselines.map((baseline) => ({ label: baseline.id, description: baseline.title, baseline }));
  const placeHolder = tell(say('baselines.which'));
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked && { folder, world, baseline: picked.baseline };
}

/** That there is no baseline to compare with, and why git does not tell. */
export const noState = ({ past }: World): Message =>
  past.kind === 'unavailable' ? say('baselines.no-git', { why: reason(past) }) : say('baselines.no-state');
