// Explain Rule: the page of a rule in the Markdown preview. Asked from a finding it knows which.
import * as vscode from 'vscode';
import { say } from '../../core/messages/message';
import { catalog } from '../../core/rules/catalog';
import { ruleTitle } from '../../core/views/findings-tree';
import type { FindingItem } from '../findings-view';
import { showRulePage } from '../rule-pages';
import type { Command } from '../command';

export const explainRule: Command = async ({ editor }, [given]) => {
  const code = codeOf(given) ?? (await pickRule(editor.tell(say('command.which-rule')), editor.language));
  if (code) await showRulePage(code, editor);
};

function codeOf(given: unknown): string | undefined {
  if (typeof given === 'string') return given;
  return (given as Partial<FindingItem> | undefined)?.node?.finding?.code;
}

async function pickRule(placeHolder: string, language: 'en' | 'zh-cn'): Promise<string | undefined> {
  const items = catalog.map(({ code }) => ({ label: code, description: ruleTitle(code, language) }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.label;
}
