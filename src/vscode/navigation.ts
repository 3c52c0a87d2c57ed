// Finding one's way: references, highlights, links. Adapts the core's answers to the editor.
import * as vscode from 'vscode';
import { each, type Work } from '../core/base/work';
import { type Link, links } from '../core/features/links';
import { highlights, references } from '../core/features/references';
import { type AskedFile, askedAt, askedFile, documents } from './asked';
import type { Contribution } from './editor';
import { locationOf, rangeIn, uriOf } from './places';
import { answering } from './stretches';
import type { Place } from '../core/project/named';

export const navigation: Contribution = ({ projects }) =>
  vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(documents, {
      provideReferences: async (document, position, { includeDeclaration }, token) => {
        const at = await askedAt(projects, document, position, token);
        const found = at && references(at.project, at.path, at.offset);
        if (!found) return undefined;
        const own = includeDeclaration && found.declaration ? [found.declaration] : [];
        const places = await answering(
          token,
          each([...own, ...found.places], (place) => locationOfPlace(at, place)),
        );
        return places?.filter((one) => one !== undefined);
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(documents, {
      provideDocumentHighlights: async (document, position, token) => {
        const at = await askedAt(projects, document, position, token);
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
      provideDocumentLinks: async (document, token) => {
        const at = await askedFile(projects, document, token);
        return at && answering(token, documentLinks(at));
      },
    }),
  );

function* documentLinks(at: AskedFile): Work<vscode.DocumentLink[]> {
  const found = yield* links(at.project, at.path);
  const made = yield* each(found, ({ span, target }) => {
    const uri = uriOfTarget(at, target);
    return uri && new vscode.DocumentLink(rangeIn(at.file, span), uri);
  });
  return made.filter((one) => one !== undefined);
}

function uriOfTarget({ folder, project }: AskedFile, target: Link['target']): vscode.Uri | undefined {
  if (target.kind === 'url') return vscode.Uri.parse(target.url);
  if (target.kind === 'file') return uriOf(folder, target.path);
  const location = locationOf(folder, target.entity, project);
  if (!location) return undefined;
  const { line, character } = location.range.start;
  return location.uri.with({ fragment: `L${line + 1},${character + 1}` });
}

function locationOfPlace({ folder, project }: AskedFile, { path, span }: Place): vscode.Location | undefined {
  const file = project.files.get(path);
  return file && new vscode.Location(uriOf(folder, path), rangeIn(file, span));
}
