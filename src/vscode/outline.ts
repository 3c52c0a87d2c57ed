// The outline (breadcrumbs and sticky scroll live on it), folding, growing selections, and search by symbol.
import * as vscode from 'vscode';
import { folding } from '../core/features/folding';
import { outline, type OutlineItem } from '../core/features/outline';
import { selections } from '../core/features/selection';
import { symbols } from '../core/features/symbols';
import { each, type Work } from '../core/base/work';
import { pick } from '../core/messages/message';
import type { Entity, FileIndex } from '../core/project/file-index';
import type { Project } from '../core/project/project';
import { type AskedFile, askedFile, documents } from './asked';
import type { Contribution } from './editor';
import type { ProjectFolder } from './folder';
import { locationOf, offsetIn, rangeIn } from './places';
import { answering } from './stretches';

const yaml: vscode.DocumentSelector = { scheme: 'file', language: 'yaml' };

export const outlines: Contribution = ({ projects, language }) => {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(
      yaml,
      {
        provideDocumentSymbols: async (document, token) => {
          const at = await askedFile(projects, document, token);
          return at && answering(token, documentSymbols(at));
        },
      },
      { label: 'Landfall' },
    ),
    vscode.languages.registerFoldingRangeProvider(documents, {
      provideFoldingRanges: async (document, _, token) => {
        const at = await askedFile(projects, document, token);
        const found = at && (await answering(token, folding(at.project, at.path)));
        const { Comment } = vscode.FoldingRangeKind;
        return found?.map(
          ({ start, end, kind }) => new vscode.FoldingRange(start, end, kind === 'comment' ? Comment : undefined),
        );
      },
    }),
    vscode.languages.registerSelectionRangeProvider(yaml, {
      provideSelectionRanges: async (document, positions, token) => {
        const at = await askedFile(projects, document, token);
        return at?.file.form
          ? positions.map((position) => {
              const spans = selections(at.project, at.path, offsetIn(at.file, position));
              return (
                spans.reduceRight<vscode.SelectionRange | undefined>(
                  (parent, span) => new vscode.SelectionRange(rangeIn(at.file, span), parent),
                  undefined,
                ) ?? new vscode.SelectionRange(new vscode.Range(position, position))
              );
            })
          : undefined;
      },
    }),
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: async (query, token) => {
        const all: vscode.SymbolInformation[] = [];
        for (const folder of projects.all()) all.push(...((await answering(token, symbolsIn(folder, query))) ?? []));
        return all;
      },
    }),
  );

  function* symbolsIn(folder: ProjectFolder, query: string): Work<readonly vscode.SymbolInformation[]> {
    const project = folder.session.project();
    const found = yield* symbols(project, query);
    const all = yield* each(found, (entity) => symbolOf(folder, project, entity));
    return all.filter((one) => one !== undefined);
  }

  function symbolOf(folder: ProjectFolder, project: Project, entity: Entity): vscode.SymbolInformation | undefined {
    const location = locationOf(folder, entity, project);
    const name = entity.derived ? entity.title || entity.id : `${entity.id} ${entity.title}`.trim();
    const kind = pick(entity.kind.one, language);
    return location && new vscode.SymbolInformation(name, vscode.SymbolKind.Object, kind, location);
  }
};

function* documentSymbols({ project, path, file }: AskedFile): Work<vscode.DocumentSymbol[] | undefined> {
  const items = yield* outline(project, path);
  return items && (yield* each(items, (item) => documentSymbol(file, item)));
}

function documentSymbol(
  file: FileIndex,
  { kind, name, detail, span, mark, children }: OutlineItem,
): vscode.DocumentSymbol {
  const icon = kind === 'entity' ? vscode.SymbolKind.Object : vscode.SymbolKind.Property;
  const symbol = new vscode.DocumentSymbol(name || '-', detail, icon, rangeIn(file, span), rangeIn(file, mark));
  symbol.children = children.map((child) => documentSymbol(file, child));
  return symbol;
}
