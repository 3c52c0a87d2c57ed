// The pages of the rules, in the editor's own Markdown preview.
import type * as vscode from 'vscode';
import { rulePage } from '../node/rule-pages';
import type { Contribution, Editor } from './editor';
import { markdownPages, pageOf, preview } from './markdown-pages';

const SCHEME = 'landfall-rule';

/** What the code of a finding leads to. A command would be ignored there, so it is a document. */
export const ruleLink = (code: string): vscode.Uri => pageOf(SCHEME, code);

export const rulePages: Contribution = ({ language }) =>
  markdownPages(SCHEME, async (code) => (await rulePage(code, language)) ?? '');

/** Opens the page of a rule in the editor's Markdown preview; nothing for a rule that does not exist. */
export async function showRulePage(code: string, { language }: Editor): Promise<void> {
  if ((await rulePage(code, language)) !== undefined) await preview(ruleLink(code));
}
