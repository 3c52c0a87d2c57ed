// Mark Changes Since…: the baseline that the marks beside the text compare with.
import * as vscode from 'vscode';
import { say } from '../../core/messages/message';
import { comparableBaselines } from '../../core/views/baselines';
import { noState } from '../chosen-baseline';
import { chosenProject, type Command } from '../command';

export const chooseBaseline: Command = async (at) => {
  const { tell, marked } = at.editor;
  const folder = await chosenProject(at);
  if (!folder) return;
  const { world } = await folder.session.settled();
  const baselines = comparableBaselines(world);
  if (!baselines.length) return void vscode.window.showInformationMessage(tell(noState(world)));
  const now = marked.of(folder);
  const here = (id: string | undefined): string => (id === now ? '$(check) ' : '');
  const items: (vscode.QuickPickItem & { readonly id: string | undefined })[] = [
    {
      label: `${here(undefined)}${tell(say('baselines.newest'))}`,
      description: tell(say('baselines.newest-about')),
      id: undefined,
    },
    ...baselines.map(({ id, title }) => ({ label: `${here(id)}${id}`, description: title, id: id as string })),
  ];
  const picked = await vscode.window.showQuickPick(items, { placeHolder: tell(say('baselines.mark-since')) });
  if (picked) await marked.choose(folder, picked.id);
};
