// Copy Reference: the text that other registers name the entity by.
import * as vscode from 'vscode';
import { say } from '../../core/messages/message';
import { withId } from '../../core/project/project';
import { chosenEntity, type Command } from '../command';

export const copyReference: Command = async (at, args) => {
  const chosen = await chosenEntity(at, args);
  if (!chosen) return;
  const { entity, folder } = chosen;
  const kinds = new Set(withId(folder.session.project(), entity.id).map((one) => one.kind.name));
  const text = kinds.size > 1 ? `${entity.kind.name}/${entity.id}` : entity.id;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(at.editor.tell(say('command.copied', { id: text })), 3000);
};
