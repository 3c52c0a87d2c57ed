// Check Project: reads everything again, in case the disk changed without a word, and says what was found.
import * as vscode from 'vscode';
import { say } from '../../core/messages/message';
import { total } from '../../core/views/trouble';
import { chosenProject, type Command } from '../command';

export const checkProject: Command = async (at) => {
  const { tell, projects } = at.editor;
  await projects.discover();
  const folder = await chosenProject(at);
  if (!folder) return;
  await folder.reload();
  const checked = await folder.session.settled();
  const { project, settings } = checked.world;
  const entities = project.kinds.all.reduce((sum, kind) => sum + project.table(kind.name).length, 0);
  const { errors, warnings } = total(checked);
  const show = tell(say('command.show-findings'));
  const text = tell(say('command.checked', { name: settings.name || folder.root, errors, warnings, entities }));
  const offered = errors + warnings ? [show] : [];
  // Not awaited: the message may stand for a long time.
  void vscode.window
    .showInformationMessage(text, ...offered)
    .then((answer) => (answer === show ? vscode.commands.executeCommand('landfall.showFindings') : undefined));
};
