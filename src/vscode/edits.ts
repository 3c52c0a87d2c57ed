// The core's text edits as one change of the editor: one undo, and open and closed files alike.
import * as vscode from 'vscode';
import type { FileIndex } from '../core/project/file-index';
import type { TextEdit } from '../core/syntax/edit';
import type { ProjectFolder } from './folder';
import { rangeIn, uriOf } from './places';

/** Adds the edits of one file. With a snippet in place of the only edit's text, what it leaves open is filled in. */
export function addEdits(
  to: vscode.WorkspaceEdit,
  folder: ProjectFolder,
  file: FileIndex,
  edits: readonly TextEdit[],
  snippet?: string,
): void {
  const made = edits.map((edit) => {
    const range = rangeIn(file, edit);
    if (snippet === undefined) return new vscode.TextEdit(range, edit.text);
    const filled = new vscode.SnippetTextEdit(range, new vscode.SnippetString(snippet));
    // The indentation is right as it is.
    filled.keepWhitespace = true;
    return filled;
  });
  to.set(uriOf(folder, file.path), made as vscode.TextEdit[]);
}
