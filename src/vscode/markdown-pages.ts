// Read-only Markdown documents of our own, each kind of them under a scheme, for which the editor's own preview is the
// way to be read.
import * as vscode from 'vscode';

export interface PageOptions {
  /** Pages that are open are asked for again whenever it says so. */
  readonly onChange?: (listener: () => void) => vscode.Disposable;
  /** Where a link leads that names no page: the preview knows neither commands nor files. Undefined for pages. */
  readonly go?: (name: string) => Thenable<unknown> | undefined;
}

/** Registers a scheme; `textOf` answers with the page for a document's path, without `.md`. */
export function markdownPages(
  scheme: string,
  textOf: (name: string) => Promise<string>,
  { onChange, go }: PageOptions = {},
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const again = onChange?.(() => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
  });
  return vscode.Disposable.from(
    changed,
    ...(again ? [again] : []),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => textOf(nameOf(uri)),
    }),
    // A link opens the text of the page; what a person wants is the page.
    vscode.window.onDidChangeActiveTextEditor(async (editor) => {
      const uri = editor?.document.uri;
      if (uri?.scheme !== scheme) return;
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const source = tabs.filter(
        ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
      );
      await (go?.(nameOf(uri)) ?? preview(uri));
      await vscode.window.tabGroups.close(source);
    }),
  );
}

export const pageOf = (scheme: string, name: string): vscode.Uri => vscode.Uri.from({ scheme, path: `/${name}.md` });

const nameOf = ({ path }: vscode.Uri): string => path.replace(/^\/|\.md$/g, '');

export const preview = (uri: vscode.Uri): Thenable<unknown> =>
  vscode.commands.executeCommand('markdown.showPreview', uri);
