// Open Sample: a sample project with its history in a new folder below one that the person picks.
import fs from 'node:fs';
import * as vscode from 'vscode';
import { say } from '../../core/messages/message';
import { materialise } from '../../node/sample-history';
import { type SampleName, sampleNames, shippedSample } from '../../node/samples';
import { type Command, openWindow } from '../command';

export const openSample: Command = async ({ editor: { tell } }, [given, into]) => {
  const name = sampleNames.find((one) => one === given) ?? (await pickSample(tell));
  if (!name) return;
  const openLabel = tell(say('command.choose-sample-folder'));
  const picked =
    into instanceof vscode.Uri
      ? into
      : (
          await vscode.window.showOpenDialog({
            canSelectFiles: false,
            canSelectFolders: true,
            openLabel,
            title: openLabel,
          })
        )?.[0];
  if (!picked) return;
  const folder = vscode.Uri.joinPath(picked, `landfall-${name}`);
  if (fs.existsSync(folder.fsPath)) {
    await vscode.window.showErrorMessage(tell(say('command.taken', { folder: folder.fsPath })));
    return;
  }
  const made = await materialise(await shippedSample(name), folder.fsPath);
  if (made.kind === 'files' && made.why === 'no-git')
    void vscode.window.showWarningMessage(tell(say('command.no-git')));
  if (into === undefined) await openWindow(folder);
};

async function pickSample(tell: (message: ReturnType<typeof say>) => string): Promise<SampleName | undefined> {
  const items = [
    { name: 'erp', label: tell(say('command.sample-erp')), detail: tell(say('command.sample-erp-detail')) },
    { name: 'his', label: tell(say('command.sample-his')), detail: tell(say('command.sample-his-detail')) },
  ] as const;
  const picked = await vscode.window.showQuickPick(items, { placeHolder: tell(say('command.which-sample')) });
  return picked?.name;
}
