// From offsets in a project's files to positions in the editor, and back. Lines and columns are the same in both, while
// offsets differ where a document has Windows line ends.
import path from 'node:path';
import * as vscode from 'vscode';
import { keptAlone } from '../core/base/kept';
import { offsetAt, positionAt, type Span } from '../core/base/span';
import type { Path } from '../core/model/id';
import { type Entity, type FileIndex, linesOf, startOf } from '../core/project/file-index';
import type { ProjectFolder } from './folder';

const startsOf = keptAlone(linesOf);

export function positionIn(file: FileIndex, offset: number): vscode.Position {
  const { line, column } = positionAt(startsOf(file), offset);
  return new vscode.Position(line, column);
}

export const rangeIn = (file: FileIndex, { start, end }: Span): vscode.Range =>
  new vscode.Range(positionIn(file, start), positionIn(file, end));

export const offsetIn = (file: FileIndex, { line, character }: vscode.Position): number =>
  offsetAt(startsOf(file), file.text.length, { line, column: character });

export const uriOf = (folder: ProjectFolder, file: Path): vscode.Uri => vscode.Uri.file(path.join(folder.root, file));

/** Where an entity stands in the project that it is of; undefined when that has its file no more. */
export function locationOf(
  folder: ProjectFolder,
  entity: Entity,
  project = folder.session.project(),
): vscode.Location | undefined {
  const file = project.files.get(entity.path);
  if (!file) return undefined;
  const start = startOf(file, entity.slice);
  const span = { start: start + entity.mark.start, end: start + entity.mark.end };
  return new vscode.Location(uriOf(folder, entity.path), rangeIn(file, span));
}

/** Opens a file with this stretch selected. */
export async function show(location: vscode.Location, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  await vscode.window.showTextDocument(location.uri, { selection: location.range, ...options });
}
