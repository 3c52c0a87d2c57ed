// Commands of the two trees: what they show and how it is grouped.
import * as vscode from 'vscode';
import { say } from '../../core/messages/message';
import { groupings } from '../../core/views/groups';
import { findingGroupings } from '../../core/views/findings-tree';
import { chosenEntity, type Command } from '../command';
import { views } from '../contributions';

export const filter: Command = async ({ editor: { tell }, project }, [given]) => {
  const options = { prompt: tell(say('command.filter')), value: project.filter() };
  const text = typeof given === 'string' ? given : await vscode.window.showInputBox(options);
  if (text !== undefined) await project.setFilter(text);
};

export const clearFilter: Command = async ({ project }) => project.setFilter('');

export const groupBy: Command = async ({ editor: { tell }, project }, [given]) => {
  const items = groupings.map((by) => ({ by, label: tell(say(`group-by.${by}`)), picked: by === project.groupBy() }));
  const by = groupings.find((one) => one === given) ?? (await choose(items, tell(say('group-by.title'))))?.by;
  if (by) await project.setGroupBy(by);
};

export const groupFindings: Command = async ({ editor: { tell }, findings }, [given]) => {
  const items = findingGroupings.map((by) => ({
    by,
    label: tell(say(`findings-by.${by}`)),
    picked: by === findings.groupBy(),
  }));
  const by = findingGroupings.find((one) => one === given) ?? (await choose(items, tell(say('findings-by.title'))))?.by;
  if (by) await findings.setGroupBy(by);
};

export const reveal: Command = async (at) => {
  const { editor, project } = at;
  const chosen = await chosenEntity(at, []);
  if (!chosen) return;
  await vscode.commands.executeCommand(`${views.project}.focus`);
  // The tree shows what was checked last: by then it has the entity that the cursor is in.
  await chosen.folder.session.settled();
  if (await project.reveal(chosen.folder, chosen.entity, true)) return;
  void vscode.window.showInformationMessage(editor.tell(say('command.hidden', { id: chosen.entity.id })));
};

/** A list in which the present choice is marked. */
function choose<T extends { readonly label: string; readonly picked: boolean }>(
  items: readonly T[],
  placeHolder: string,
): Thenable<T | undefined> {
  const marked = items.map((item) => ({ ...item, picked: false, description: item.picked ? '$(check)' : '' }));
  return vscode.window.showQuickPick(marked, { placeHolder });
}
