// Renaming an id, and Markdown files without losing the links to them. What the core read must be what the editor
// would change: a file that is not open is compared before it is touched.
import * as vscode from 'vscode';
import { moveDocuments, prepareRename, rename } from '../core/features/rename';
import { type Message, say } from '../core/messages/message';
import { type Path, path as pathOf } from '../core/model/id';
import type { Project } from '../core/project/project';
import { normalise } from '../core/syntax/text';
import type { TextEdit } from '../core/syntax/edit';
import { below } from '../node/disk';
import { askedAt, documents } from './asked';
import type { Contribution, Editor } from './editor';
import type { ProjectFolder } from './folder';
import { rangeIn, uriOf } from './places';
import { answering, inStretches } from './stretches';

export const renaming: Contribution = (editor) => {
  const { projects, tell } = editor;
  return vscode.Disposable.from(
    vscode.languages.registerRenameProvider(documents, {
      prepareRename: async (document, position, token) => {
        const at = await askedAt(projects, document, position, token);
        const found = at && prepareRename(at.project, at.path, at.offset);
        // A document of no project is somebody else's to rename.
        if (!at || !found) return undefined;
        if (!found.ok) throw new Error(tell(found.error));
        return { range: rangeIn(at.file, found.value.span), placeholder: found.value.id };
      },
      provideRenameEdits: async (document, position, name, token) => {
        const at = await askedAt(projects, document, position, token);
        const found = at && (await answering(token, rename(at.project, at.path, at.offset, name)));
        if (!at || !found) return undefined;
        if (!found.ok) throw new Error(tell(found.error));
        return workspaceEdit(at.folder, at.project, found.value, editor);
      },
    }),
    vscode.workspace.onWillRenameFiles((event) => event.waitUntil(whenMoved(event.files, editor))),
  );
};

async function workspaceEdit(
  folder: ProjectFolder,
  project: Project,
  edits: ReadonlyMap<Path, readonly TextEdit[]>,
  { tell }: Editor,
): Promise<vscode.WorkspaceEdit> {
  const all = new vscode.WorkspaceEdit();
  for (const [path, list] of edits) {
    const file = project.files.get(path);
    if (!file || !list.length) continue;
    const uri = uriOf(folder, path);
    const document = await vscode.workspace.openTextDocument(uri);
    if (normalise(document.getText()).text !== file.text) throw new Error(tell(say('rename.changed', { file: path })));
    all.set(
      uri,
      list.map((edit) => vscode.TextEdit.replace(rangeIn(file, edit), edit.text)),
    );
  }
  return all;
}

type Moves = readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[];

// Files, or folders with files in them, that stay in their project. What cannot be kept is said; the move goes on.
async function whenMoved(moves: Moves, editor: Editor): Promise<vscode.WorkspaceEdit> {
  const all = new vscode.WorkspaceEdit();
  const warn = (why: Message | string): void =>
    void vscode.window.showWarningMessage(typeof why === 'string' ? why : editor.tell(why));
  for (const folder of editor.projects.all()) {
    const project = await folder.session.indexed();
    const moved = await inStretches(moveDocuments(project, movedIn(folder, project, moves)), () => false);
    if (!moved) continue;
    if (!moved.ok) {
      warn(moved.error);
      continue;
    }
    try {
      const edits = await workspaceEdit(folder, project, moved.value, editor);
      for (const [uri, list] of edits.entries()) all.set(uri, list);
    } catch (error) {
      warn(error instanceof Error ? error.message : String(error));
    }
  }
  return all;
}

function movedIn(folder: ProjectFolder, project: Project, moves: Moves): ReadonlyMap<Path, Path> {
  const out = new Map<Path, Path>();
  for (const { oldUri, newUri } of moves) {
    const [from, to] = [below(folder.root, oldUri.fsPath), below(folder.root, newUri.fsPath)];
    if (!from || !to) continue;
    const [old, now] = [pathOf(from), pathOf(to)];
    for (const file of project.files.keys()) {
      if (file === old) out.set(file, now);
      else if (file.startsWith(`${old}/`)) out.set(file, pathOf(now + file.slice(old.length)));
    }
  }
  return out;
}
