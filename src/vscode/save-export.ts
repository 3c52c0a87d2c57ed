// What a panel exports: asks for a file, writes it, and offers to open it.
import path from 'node:path';
import * as vscode from 'vscode';
import { type Message, say } from '../core/messages/message';
import type { Editor } from './editor';

export interface Export {
  readonly title: Message;
  /** The name that is proposed, in the folder of the project. */
  readonly file: string;
  /** What files of this kind are called. */
  readonly kind: string;
  readonly saved: (file: string) => Message;
  readonly content: () => string | Uint8Array;
}

export async function saveExport(
  { tell }: Editor,
  root: string,
  { title, file, kind, saved, content }: Export,
): Promise<void> {
  const uri = await vscode.window.showSaveDialog({
    title: tell(title),
    defaultUri: vscode.Uri.file(path.join(root, file)),
    filters: { [kind]: [path.extname(file).slice(1)] },
  });
  if (!uri) return;
  const made = content();
  await vscode.workspace.fs.writeFile(uri, typeof made === 'string' ? Buffer.from(made) : made);
  const open = tell(say('panel.open'));
  const answer = await vscode.window.showInformationMessage(tell(saved(path.basename(uri.fsPath))), open);
  if (answer === open) await vscode.commands.executeCommand('vscode.open', uri);
}
