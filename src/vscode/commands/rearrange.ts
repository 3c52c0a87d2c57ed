// Sort Register… and Move Entity…: refactorings of the register at the cursor, each one change that one undo takes back.
import * as vscode from 'vscode';
import {
  moveEntity as editsForMove,
  registersFor,
  sortFields,
  sortRegister as editsForSort,
} from '../../core/features/rearrange';
import { pick, say } from '../../core/messages/message';
import { chosenEntity, type Command } from '../command';
import { addEdits } from '../edits';

export const sortRegister: Command = async (at, args) => {
  const { tell, language } = at.editor;
  const chosen = await chosenEntity(at, args);
  if (!chosen) return;
  const { folder, entity } = chosen;
  const items = sortFields(folder.session.project(), entity.path).map(({ name, shape }) => ({
    label: pick(shape.title, language) || name,
    description: name,
  }));
  const placeHolder = tell(say('sort.which', { path: entity.path }));
  const field = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!field) return;
  const project = await folder.session.indexed();
  const edits = editsForSort(project, entity.path, field.description);
  if (!edits.ok) return void vscode.window.showErrorMessage(tell(say('sort.refused', { reason: edits.error })));
  const change = new vscode.WorkspaceEdit();
  const file = project.files.get(entity.path);
  if (file) addEdits(change, folder, file, edits.value);
  await vscode.workspace.applyEdit(change);
};

export const moveEntity: Command = async (at, args) => {
  const { tell } = at.editor;
  const chosen = await chosenEntity(at, args);
  if (!chosen) return;
  const { folder, entity } = chosen;
  const items = registersFor(folder.session.project(), entity).map(({ path }) => ({ label: path, path }));
  if (!items.length) return void vscode.window.showInformationMessage(tell(say('move.nowhere')));
  const placeHolder = tell(say('move.where', { id: entity.id }));
  const to = await vscode.window.showQuickPick(items, { placeHolder });
  if (!to) return;
  const project = await folder.session.indexed();
  const file = project.files.get(to.path);
  const edits = file && editsForMove(project, entity, file);
  if (!edits?.ok) {
    const reason = edits?.error ?? say('edit.nothing-there');
    return void vscode.window.showErrorMessage(tell(say('move.refused', { id: entity.id, reason })));
  }
  const change = new vscode.WorkspaceEdit();
  for (const [path, made] of edits.value) {
    const changed = project.files.get(path);
    if (changed) addEdits(change, folder, changed, made);
  }
  await vscode.workspace.applyEdit(change, { isRefactoring: true });
};
