// What a command of the editor is given, and what several of them need.
import * as vscode from 'vscode';
import { say } from '../core/messages/message';
import { entityAt } from '../core/project/at';
import type { Entity } from '../core/project/file-index';
import { lookUp, targetOf } from '../core/project/project';
import type { BaselinesView } from './baselines-view';
import type { Editor } from './editor';
import type { FindingsView } from './findings-view';
import type { ProjectFolder } from './folder';
import type { GanttPanel } from './gantt-panel';
import type { HistoryDiffs } from './history-diffs';
import type { HistoryView } from './history-view';
import type { ImpactView } from './impact-view';
import type { MatrixPanel } from './matrix-panel';
import { offsetIn } from './places';
import type { ProjectItem, ProjectView } from './project-view';
import type { ReviewView } from './review-view';

export interface Surroundings {
  readonly editor: Editor;
  readonly project: ProjectView;
  readonly baselines: BaselinesView;
  readonly findings: FindingsView;
  readonly review: ReviewView;
  readonly history: HistoryView;
  readonly diffs: HistoryDiffs;
  readonly impact: ImpactView;
  readonly matrix: MatrixPanel;
  readonly gantt: GanttPanel;
}

/** Carries out a command; arguments come from menus, keys and other extensions, so they can be anything. */
export type Command = (at: Surroundings, args: readonly unknown[]) => Promise<void>;

export interface Chosen {
  readonly folder: ProjectFolder;
  readonly entity: Entity;
}

/** The entity of the row that a menu was opened on, or that a link names as `kind/id`, else the one at the cursor. Says so
 * when there is none. */
export async function chosenEntity({ editor }: Surroundings, [first]: readonly unknown[]): Promise<Chosen | undefined> {
  if (typeof first === 'string') {
    const folder = editor.projects.active();
    const project = await folder?.session.indexed();
    const { kind, id } = project ? targetOf(project.kinds, first) : {};
    const entity = project && kind && id !== undefined ? lookUp(project, kind.name, id) : undefined;
    if (folder && entity) return { folder, entity };
  }
  const item = first as Partial<ProjectItem> | undefined;
  if (item?.folder && item.node?.entity) return { folder: item.folder, entity: item.node.entity };
  const active = vscode.window.activeTextEditor;
  const owned = active && (await editor.projects.current(active.document));
  const file = owned?.folder.session.project().files.get(owned.path);
  const entity = active && file && entityAt(file, offsetIn(file, active.selection.active));
  if (owned && entity) return { folder: owned.folder, entity };
  void vscode.window.showInformationMessage(editor.tell(say('command.no-entity')));
  return undefined;
}

/** The project that a command is about; says what to do when there is none. */
export async function chosenProject({ editor: { projects, tell } }: Surroundings): Promise<ProjectFolder | undefined> {
  const folder = projects.active();
  if (folder) return folder;
  const create = tell(say('command.new-project'));
  const sample = tell(say('command.open-sample'));
  const answer = await vscode.window.showInformationMessage(tell(say('command.no-project')), create, sample);
  if (answer === create) await vscode.commands.executeCommand('landfall.newProject');
  if (answer === sample) await vscode.commands.executeCommand('landfall.openSample');
  return undefined;
}

/** Opens a folder: here when nothing is open yet, else in a window of its own. */
export const openWindow = (folder: vscode.Uri): Thenable<unknown> =>
  vscode.commands.executeCommand('vscode.openFolder', folder, {
    forceNewWindow: vscode.workspace.workspaceFolders !== undefined,
  });
