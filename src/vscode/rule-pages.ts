// The pages of the rules as read-only Markdown documents, so that the editor's own preview can show them.
import * as vscode from 'vscode';
import { rulePage } from '../node/rule-pages';
import type { Contribution, Editor } from './editor';

const SCHEME = 'landfall-rule';

/** What the code of a finding leads to. A command would be ignored there, so it is a document. */
export const ruleLink = (code: string): vscode.Uri => vscode.Uri.from({ scheme: SCHEME, path: `/${code}.md` });

export const rulePages: Contribution = ({ language }) =>
  vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: async ({ path }) => (await rulePage(/LF\d+/.exec(path)?.[0] ?? '', language)) ?? '',
    }),
    // A link opens the text of the page; what a person wants is the page.
    vscode.window.onDidChangeActiveTextEditor(async (editor) => {
      const uri = editor?.document.uri;
      if (uri?.scheme !== SCHEME) return;
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const source = tabs.filter(
        ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
      );
      await preview(uri);
      await vscode.window.tabGroups.close(source);
    }),
  );

/** Opens the page of a rule in the editor's Markdown preview; nothing for a rule that does not exist. */
export async function showRulePage(code: string, { language }: Editor): Promise<void> {
  if ((await rulePage(code, language)) !== undefined) await preview(ruleLink(code));
}

const preview = (uri: vscode.Uri): Thenable<unknown> => vscode.commands.executeCommand('markdown.showPreview', uri);
