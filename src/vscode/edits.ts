// The core's text edits as one change of the editor: one undo, and open and closed files alike.
import * as vscode from 'vscode';
import type { Entry } from '../core/compare/new-baseline';
import type { FileIndex } from '../core/project/file-index';
import type { Project } from '../core/project/project';
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

/** The change that brings an entry into its register, or a new file with it; undefined when its file is there no more. */
export function entryEdit(folder: ProjectFolder, project: Project, entry: Entry): vscode.WorkspaceEdit | undefined {
  const change = new vscode.WorkspaceEdit();
  if (entry.kind === 'file') {
    change.createFile(uriOf(folder, entry.path), { contents: new TextEncoder().encode(entry.text) });
    return change;
  }
  const file = project.files.get(entry.path);
  if (!file) return undefined;
  addEdits(change, folder, file, entry.edits);
  return change;
}
