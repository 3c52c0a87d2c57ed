// New Project: the starter registers in a folder that the person picks. Nothing is ever overwritten.
import path from 'node:path';
import * as vscode from 'vscode';
import { starterFiles } from '../../core/features/starter';
import { say } from '../../core/messages/message';
import { writeNew } from '../../node/write';
import { type Command, openWindow } from '../command';

export const newProject: Command = async ({ editor }, [given]) => {
  const { tell, language, projects } = editor;
  const opened = vscode.workspace.workspaceFolders?.[0]?.uri;
  const folder = given instanceof vscode.Uri ? given : await pickFolder(tell(say('command.choose-folder')), opened);
  if (!folder) return;
  const name = await vscode.window.showInputBox({
    prompt: tell(say('command.name')),
    value: path.basename(folder.fsPath),
  });
  if (!name) return;
  const written = writeNew(folder.fsPath, starterFiles(language, name));
  if (!written.ok) {
    const { error } = written;
    const message =
      error.code === 'in-the-way'
        ? say('command.in-the-way', { files: error.files, folder: folder.fsPath })
        : say('command.not-written', { folder: folder.fsPath, detail: error.detail });
    await vscode.window.showErrorMessage(tell(message));
    return;
  }
  if (!vscode.workspace.getWorkspaceFolder(folder)) {
    await openWindow(folder);
    return;
  }
  await projects.discover();
  await vscode.commands.executeCommand('landfall.showProject');
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'landfall.yaml'));
};

async function pickFolder(openLabel: string, defaultUri: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const options = { canSelectFiles: false, canSelectFolders: true, openLabel, title: openLabel };
  const picked = await vscode.window.showOpenDialog(defaultUri ? { ...options, defaultUri } : options);
  return picked?.[0];
}
