// Renaming an id, and Markdown files without losing the links to them. What the core read must be what the editor
// would change: a file that is not open is compared before it is touched.
import * as vscode from 'vscode';
import { moveFiles } from '../core/features/move-files';
import { moveDocuments, prepareRename, rename } from '../core/features/rename';
import { type Message, say } from '../core/messages/message';
import { type Path, path as pathOf } from '../core/model/id';
import type { Project } from '../core/project/project';
import { normalise } from '../core/syntax/text';
import type { TextEdit } from '../core/syntax/edit';
import { decode } from '../node/decode';
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
        return workspaceEdit(at.folder, at.project, found.value, editor, token);
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
  token?: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | undefined> {
  const all = new vscode.WorkspaceEdit();
  for (const [path, list] of edits) {
    const file = project.files.get(path);
    if (!file || !list.length) continue;
    const uri = uriOf(folder, path);
    const text = await textAt(uri);
    if (token?.isCancellationRequested) return undefined;
    if (text !== file.text) throw new Error(tell(say('rename.changed', { file: path })));
    all.set(
      uri,
      list.map((edit) => vscode.TextEdit.replace(rangeIn(file, edit), edit.text)),
    );
  }
  return all;
}

/** What the editor would change: undefined where that is not what is on the disk, but for texts that are not saved yet. */
async function textAt(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const { text } = normalise(document.getText());
    // The editor may still hold a file that was changed or deleted a moment ago.
    if (document.isDirty) return text;
    return normalise(decode(await vscode.workspace.fs.readFile(uri)).text).text === text ? text : undefined;
  } catch {
    return undefined; // Gone, or not to be read.
  }
}

type Moves = readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[];

// Files, or folders with files in them, that stay in their project. What cannot be kept is said; the move goes on.
async function whenMoved(moves: Moves, editor: Editor): Promise<vscode.WorkspaceEdit> {
  const all = new vscode.WorkspaceEdit();
  const warn = (why: Message | string): void =>
    void vscode.window.showWarningMessage(typeof why === 'string' ? why : editor.tell(why));
  for (const folder of editor.projects.all()) {
    const project = await folder.session.indexed();
    const edits = new Map<Path, readonly TextEdit[]>();
    for (const work of [
      moveDocuments(project, documentsIn(folder, project, moves)),
      moveFiles(project, movesIn(folder, moves), { links: !editorKeepsLinks() }),
    ]) {
      const found = await inStretches(work, () => false);
      if (found && !found.ok) warn(found.error);
      if (found?.ok) for (const [path, list] of found.value) edits.set(path, [...(edits.get(path) ?? []), ...list]);
    }
    try {
      const made = await workspaceEdit(folder, project, edits, editor);
      for (const [uri, list] of made?.entries() ?? []) all.set(uri, list);
    } catch (error) {
      warn(error instanceof Error ? error.message : String(error));
    }
  }
  return all;
}

/** The editor's own Markdown can keep relative links, too: what both changed would be changed twice. */
const editorKeepsLinks = (): boolean =>
  vscode.workspace.getConfiguration('markdown').get<string>('updateLinksOnFileMove.enabled', 'never') !== 'never';

/** Files and folders that stay in the project, by the paths they have now. */
function movesIn(folder: ProjectFolder, moves: Moves): ReadonlyMap<Path, Path> {
  return new Map(
    moves.flatMap(({ oldUri, newUri }) => {
      const [from, to] = [below(folder.root, oldUri.fsPath), below(folder.root, newUri.fsPath)];
      return from && to ? [[pathOf(from), pathOf(to)] as const] : [];
    }),
  );
}

function documentsIn(folder: ProjectFolder, project: Project, moves: Moves): ReadonlyMap<Path, Path> {
  const out = new Map<Path, Path>();
  for (const [old, now] of movesIn(folder, moves)) {
    for (const file of project.files.keys()) {
      if (file === old) out.set(file, now);
      else if (file.startsWith(`${old}/`)) out.set(file, pathOf(now + file.slice(old.length)));
    }
  }
  return out;
}
