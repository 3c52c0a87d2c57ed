// Finding one's way: references and highlights. Adapts the core's answers to the editor.
import * as vscode from 'vscode';
import { highlights, references } from '../core/features/references';
import { type AskedFile, askedAt, documents } from './asked';
import type { Contribution } from './editor';
import { rangeIn, uriOf } from './places';
import type { Place } from '../core/project/named';

export const navigation: Contribution = ({ projects }) =>
  vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(documents, {
      provideReferences: async (document, position, { includeDeclaration }) => {
        const at = await askedAt(projects, document, position);
        const found = at && references(at.project, at.path, at.offset);
        if (!found) return undefined;
        const own = includeDeclaration && found.declaration ? [found.declaration] : [];
        return [...own, ...found.places].flatMap((place) => locationOfPlace(at, place));
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(documents, {
      provideDocumentHighlights: async (document, position) => {
        const at = await askedAt(projects, document, position);
        const { Read, Write } = vscode.DocumentHighlightKind;
        return (
          at &&
          highlights(at.project, at.path, at.offset).map(
            ({ span, kind }) => new vscode.DocumentHighlight(rangeIn(at.file, span), kind === 'own' ? Write : Read),
          )
        );
      },
    }),
  );

function locationOfPlace({ folder, project }: AskedFile, { path, span }: Place): readonly vscode.Location[] {
  const file = project.files.get(path);
  return file ? [new vscode.Location(uriOf(folder, path), rangeIn(file, span))] : [];
}
