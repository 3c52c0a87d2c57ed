// Open the Format Reference: of a kind that is chosen or asked for, or of all.
import * as vscode from 'vscode';
import { pick, say } from '../../core/messages/message';
import { groupTitle, titleOfKind } from '../../core/views/groups';
import { grouped } from '../../core/render/reference';
import type { Command } from '../command';
import { kindsAtHand, showFormat } from '../format-pages';

export const openFormat: Command = async ({ editor }, [given]) => {
  if (typeof given === 'string') {
    await showFormat(given);
    return;
  }
  const { language, tell } = editor;
  const kinds = grouped(await kindsAtHand(editor)).flatMap(([group, members]) => [
    { label: groupTitle(group, language), kind: vscode.QuickPickItemKind.Separator, name: undefined },
    ...members.map((one) => ({
      label: titleOfKind(one, language),
      description: one.name,
      detail: pick(one.description, language),
      name: one.name as string,
    })),
  ]);
  const all = { label: tell(say('reference.all')), name: undefined };
  const options = { placeHolder: tell(say('reference.which')), matchOnDescription: true };
  const picked = await vscode.window.showQuickPick([all, ...kinds], options);
  if (picked) await showFormat(picked.name);
};
