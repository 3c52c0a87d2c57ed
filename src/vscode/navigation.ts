// Finding one's way: references, highlights, links. Adapts the core's answers to the editor.
import * as vscode from 'vscode';
import { type Link, links } from '../core/features/links';
import { highlights, references } from '../core/features/references';
import { type AskedFile, askedAt, askedFile, documents } from './asked';
import type { Contribution } from './editor';
import { locationOf, rangeIn, uriOf } from './places';
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
    vscode.languages.registerDocumentLinkProvider(documents, {
      provideDocumentLinks: async (document) => {
        const at = await askedFile(projects, document);
        return (
          at &&
          links(at.project, at.path).flatMap(({ span, target }) => {
            const uri = uriOfTarget(at, target);
            return uri ? [new vscode.DocumentLink(rangeIn(at.file, span), uri)] : [];
          })
        );
      },
    }),
  );

function uriOfTarget({ folder }: AskedFile, target: Link['target']): vscode.Uri | undefined {
  if (target.kind === 'url') return vscode.Uri.parse(target.url);
  if (target.kind === 'file') return uriOf(folder, target.path);
  const location = locationOf(folder, target.entity);
  if (!location) return undefined;
  const { line, character } = location.range.start;
  return location.uri.with({ fragment: `L${line + 1},${character + 1}` });
}

function locationOfPlace({ folder, project }: AskedFile, { path, span }: Place): readonly vscode.Location[] {
  const file = project.files.get(path);
  return file ? [new vscode.Location(uriOf(folder, path), rangeIn(file, span))] : [];
}
