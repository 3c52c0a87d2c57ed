// Set Field…: one value for every entity that is selected in the Project view, as one change that one undo takes back.
import * as vscode from 'vscode';
import { type Settable, setField as editsFor, settableFields } from '../../core/features/set-field';
import { pick, say } from '../../core/messages/message';
import type { Entity } from '../../core/project/file-index';
import type { Project } from '../../core/project/project';
import { written } from '../../core/schema/json';
import { choiceName } from '../../core/views/label';
import { chosenEntity, type Command } from '../command';
import { presently } from '../presently';
import { addEdits } from '../edits';
import type { Editor } from '../editor';
import type { ProjectItem } from '../project-view';

type Value = string | number | boolean;

export const setField: Command = async (at, args) => {
  const { editor } = at;
  const { tell } = editor;
  const chosen = await chosenEntity(at, args);
  if (!chosen) return;
  const { folder } = chosen;
  const rows = Array.isArray(args[1]) ? (args[1] as readonly Partial<ProjectItem>[]) : [];
  const selected = rows.flatMap((row) => (row.folder === folder && row.node?.entity ? [row.node.entity] : []));
  const count = Math.max(selected.length, 1);
  const field = await pickField(selected.length ? selected : [chosen.entity], count, editor);
  const value = field && (await pickValue(folder.session.project(), field, count, editor));
  if (!field || value === undefined) return;
  // What was typed meanwhile counts.
  const project = await folder.session.indexed();
  const entities = (selected.length ? selected : [chosen.entity]).flatMap((entity) => presently(project, entity) ?? []);
  const edits = editsFor(project, entities, field, value);
  if (!edits.ok) return void vscode.window.showErrorMessage(tell(edits.error));
  if (!edits.value.size) return void vscode.window.showInformationMessage(tell(say('bulk.same')));
  const change = new vscode.WorkspaceEdit();
  for (const [path, made] of edits.value) {
    const file = project.files.get(path);
    if (file) addEdits(change, folder, file, made);
  }
  await vscode.workspace.applyEdit(change, { isRefactoring: true });
};

async function pickField(
  entities: readonly Entity[],
  count: number,
  { tell, language }: Editor,
): Promise<Settable | undefined> {
  const fields = settableFields(entities);
  if (!fields.length) {
    void vscode.window.showInformationMessage(tell(say('bulk.nothing')));
    return undefined;
  }
  const items = fields.map((field) => {
    const title = pick(entities[0]?.kind.shape.fields.get(field.name)?.title ?? field.shape.title, language);
    return { field, label: field.list ? tell(say('bulk.add-to', { field: title })) : title, description: field.name };
  });
  const options = { placeHolder: tell(say('bulk.which', { count })), matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.field;
}

/** The value is chosen where there is a choice, else typed. */
async function pickValue(
  project: Project,
  { name, shape }: Settable,
  count: number,
  { tell, language }: Editor,
): Promise<Value | undefined> {
  const placeHolder = tell(say('bulk.value', { field: name, count }));
  const items = shape.choices
    ? shape.choices.map((choice) => ({
        label: choiceName(choice, language),
        description: written(choice.value),
        value: choice.value as Value,
      }))
    : (shape.ref?.to ?? [])
        .flatMap((kind) => project.table(kind))
        .filter(({ derived }) => !derived)
        .map(({ id, title }) => ({ label: id, description: title, value: id }));
  if (items.length)
    return (await vscode.window.showQuickPick<(typeof items)[number]>(items, { placeHolder, matchOnDescription: true }))
      ?.value;
  const isDay = shape.format === 'day';
  const typed = await vscode.window.showInputBox({
    prompt: placeHolder,
    ...(isDay ? { placeHolder: tell(say('bulk.date')) } : {}),
    validateInput: (text) => (!isDay || /^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : tell(say('bulk.date'))),
  });
  return typed?.trim() || undefined;
}
