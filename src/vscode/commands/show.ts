// Commands that show a part of the extension.
import * as vscode from 'vscode';
import { views } from '../contributions';
import type { Command } from '../command';

/** Also where there is no project: the empty view says what to do. */
export const showProject: Command = async () => {
  await vscode.commands.executeCommand('setContext', 'landfall.asked', true);
  await vscode.commands.executeCommand(`${views.project}.focus`);
};

export const showFindings: Command = async () => {
  await vscode.commands.executeCommand('setContext', 'landfall.asked', true);
  await vscode.commands.executeCommand(`${views.findings}.focus`);
};

export const showLog: Command = async ({ editor }) => editor.log.show();
