// Lines that a panel leads to: they open beside it, and it keeps the focus unless the person went there.
import * as vscode from 'vscode';
import type { Place } from '../core/project/named';
import type { Entity } from '../core/project/file-index';
import { keyOf } from '../core/project/project';
import type { ProjectFolder } from './folder';
import { locationOf, rangeIn, show, uriOf } from './places';

export async function showBeside(folder: ProjectFolder, place: Place, preserveFocus: boolean): Promise<void> {
  const file = folder.session.project().files.get(place.path);
  if (!file) return;
  const { start, end } = rangeIn(file, place.span);
  const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus, preview: true };
  const shown = await vscode.window.showTextDocument(uriOf(folder, place.path), options);
  // From its end to its beginning: the other way a long line would be scrolled to its end.
  shown.selection = new vscode.Selection(end, start);
  shown.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The entity that a page names by `kind/id`. */
export function entityBy(folder: ProjectFolder, key: string): Entity | undefined {
  const project = folder.session.project();
  return project.table(key.slice(0, key.indexOf('/'))).find((one) => keyOf(one) === key);
}

/** Opens an entity's line; the panel keeps the focus. */
export async function revealBeside(folder: ProjectFolder, entity: Entity | undefined): Promise<void> {
  const location = entity && locationOf(folder, entity);
  if (location) await show(location, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
}
