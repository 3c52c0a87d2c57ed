// A question that has to be answered before something is done that no undo takes back.
import * as vscode from 'vscode';
import type { Editor } from './editor';

/** Whether somebody said yes. While its tests run the editor refuses dialogs, so there it is a notification. */
export async function confirmed({ context }: Editor, question: string, detail: string, yes: string): Promise<boolean> {
  const answer =
    context.extensionMode === vscode.ExtensionMode.Test
      ? await vscode.window.showWarningMessage(`${question} ${detail}`, yes)
      : await vscode.window.showWarningMessage(question, { modal: true, detail }, yes);
  return answer === yes;
}
