// The pages of the rules as read-only Markdown documents, so that the editor's own preview can show them.
import * as vscode from 'vscode';
import { rulePage } from '../node/rule-pages';
import type { Contribution, Editor } from './editor';

const SCHEME = 'landfall-rule';

/** What the code of a finding leads to. */
export const ruleLink = (code: string): vscode.Uri =>
  vscode.Uri.parse(`command:landfall.explainRule?${encodeURIComponent(JSON.stringify([code]))}`);

export const rulePages: Contribution = ({ language }) =>
  vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) => (await rulePage(/LF\d+/.exec(path)?.[0] ?? '', language)) ?? '',
  });

/** Opens the page of a rule in the editor's Markdown preview. */
export async function showRulePage(code: string, { language }: Editor): Promise<void> {
  if ((await rulePage(code, language)) === undefined) return;
  await vscode.commands.executeCommand(
    'markdown.showPreview',
    vscode.Uri.from({ scheme: SCHEME, path: `/${code}.md` }),
  );
}
