// The outline (breadcrumbs and sticky scroll live on it), folding, growing selections, and search by symbol.
import * as vscode from 'vscode';
import { folding } from '../core/features/folding';
import { outline, type OutlineItem } from '../core/features/outline';
import { selections } from '../core/features/selection';
import { symbols } from '../core/features/symbols';
import { pick } from '../core/messages/message';
import type { FileIndex } from '../core/project/file-index';
import { askedFile, documents } from './asked';
import type { Contribution } from './editor';
import { locationOf, offsetIn, rangeIn } from './places';

const yaml: vscode.DocumentSelector = { scheme: 'file', language: 'yaml' };

export const outlines: Contribution = ({ projects, language }) =>
  vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(
      yaml,
      {
        provideDocumentSymbols: async (document) => {
          const at = await askedFile(projects, document);
          return at && outline(at.project, at.path)?.map((item) => symbolOf(at.file, item));
        },
      },
      { label: 'Landfall' },
    ),
    vscode.languages.registerFoldingRangeProvider(documents, {
      provideFoldingRanges: async (document) => {
        const at = await askedFile(projects, document);
        const found = at && folding(at.project, at.path);
        const { Comment } = vscode.FoldingRangeKind;
        return found?.map(
          ({ start, end, kind }) => new vscode.FoldingRange(start, end, kind === 'comment' ? Comment : undefined),
        );
      },
    }),
    vscode.languages.registerSelectionRangeProvider(yaml, {
      provideSelectionRanges: async (document, positions) => {
        const at = await askedFile(projects, document);
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
      provideWorkspaceSymbols: (query) =>
        projects.all().flatMap((folder) =>
          symbols(folder.session.project(), query).flatMap((entity) => {
            const location = locationOf(folder, entity);
            const name = entity.derived ? entity.title || entity.id : `${entity.id} ${entity.title}`.trim();
            const kind = pick(entity.kind.one, language);
            return location ? [new vscode.SymbolInformation(name, vscode.SymbolKind.Object, kind, location)] : [];
          }),
        ),
    }),
  );

function symbolOf(file: FileIndex, { kind, name, detail, span, mark, children }: OutlineItem): vscode.DocumentSymbol {
  const icon = kind === 'entity' ? vscode.SymbolKind.Object : vscode.SymbolKind.Property;
  const symbol = new vscode.DocumentSymbol(name || '-', detail, icon, rangeIn(file, span), rangeIn(file, mark));
  symbol.children = children.map((child) => symbolOf(file, child));
  return symbol;
}
