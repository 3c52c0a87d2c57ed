// What every language feature begins with: the document's present text in its project, and the offset that is asked about.
import type * as vscode from 'vscode';
import type { Path } from '../core/model/id';
import type { FileIndex } from '../core/project/file-index';
import type { Project } from '../core/project/project';
import type { ProjectFolder } from './folder';
import { offsetIn } from './places';
import type { Projects } from './projects';

/** The documents that can be of a project. */
export const documents: vscode.DocumentSelector = [
  { scheme: 'file', language: 'yaml' },
  { scheme: 'file', language: 'markdown' },
];

export interface AskedFile {
  readonly folder: ProjectFolder;
  readonly project: Project;
  readonly path: Path;
  readonly file: FileIndex;
}

export interface Asked extends AskedFile {
  readonly offset: number;
}

/** The document in its project; undefined when it belongs to none, or nobody waits for the answer any more. */
export async function askedFile(
  projects: Projects,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<AskedFile | undefined> {
  const owned = await projects.current(document);
  if (token.isCancellationRequested) return undefined;
  const project = owned?.folder.session.project();
  const file = owned && project?.files.get(owned.path);
  return owned && project && file && { ...owned, project, file };
}

/** The same with the offset of a position. */
export async function askedAt(
  projects: Projects,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<Asked | undefined> {
  const asked = await askedFile(projects, document, token);
  return asked && { ...asked, offset: offsetIn(asked.file, position) };
}
