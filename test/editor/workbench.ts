// What editor tests do with documents, diagnostics and trees. Runs inside VS Code's extension host.
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from './driver';

export const root = (): string => vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
export const fileUri = (file: string): vscode.Uri => vscode.Uri.file(path.join(root(), file));

export async function open(file: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(file)));
}

/** The findings of a file as `line:column CODE text`, both counted from one. */
export const findings = (file: string): readonly string[] =>
  vscode.languages
    .getDiagnostics(fileUri(file))
    .filter(({ source }) => source === 'Landfall')
    .map(
      ({ range, code, message }) => `${range.start.line + 1}:${range.start.character + 1} ${codeOf(code)} ${message}`,
    )
    .sort();

export const codeOf = (code: vscode.Diagnostic['code']): string =>
  String(typeof code === 'object' ? code.value : (code ?? ''));

/** Waits until the findings of a file have exactly these codes. */
export const untilCodes = (file: string, ...codes: readonly string[]): Promise<unknown> =>
  until(`${file} to have [${codes.join(' ')}], it has ${findings(file).join(' | ')}`, () => {
    const now = findings(file).map((one) => one.split(' ')[1]);
    return now.sort().join(' ') === [...codes].sort().join(' ');
  });

/** Replaces a text of the document, which must occur. */
export async function replace(editor: vscode.TextEditor, old: string, by: string): Promise<void> {
  const at = editor.document.getText().indexOf(old);
  if (at < 0) throw new Error(`"${old}" is not in ${editor.document.uri.fsPath}`);
  const { document } = editor;
  await editor.edit((edit) =>
    edit.replace(new vscode.Range(document.positionAt(at), document.positionAt(at + old.length)), by),
  );
}

/** Puts the cursor behind a text of the document. */
export function cursorBehind(editor: vscode.TextEditor, text: string, by = 0): vscode.Position {
  const at = editor.document.getText().indexOf(text);
  if (at < 0) throw new Error(`"${text}" is not in ${editor.document.uri.fsPath}`);
  const position = editor.document.positionAt(at + text.length + by);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection);
  return position;
}

/** The rows of a view that are on the page: label and detail. */
export async function rows(view: string): Promise<readonly string[]> {
  const texts = await ui.texts(`.pane:has(.pane-header[aria-label*="${view}"]) .monaco-list-row`);
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

export const untilRow = (view: string, row: RegExp): Promise<string> =>
  until(`a row ${row} in ${view}`, async () => (await rows(view)).find((one) => row.test(one)), 8000).catch(
    async (error: Error) => {
      throw new Error(`${error.message}. There is: ${(await rows(view)).join(' | ')}`);
    },
  );

/** Leaves one view of the side bar open, where a list draws only the rows that have room. */
export async function onlyView(view: string): Promise<void> {
  const other = `.sidebar .pane-header.expanded:not([aria-label*="${view}"]) >> nth=0`;
  await until('the other views to close', async () => {
    if (!(await ui.count(other))) return true;
    await ui.click(other);
    return false;
  });
}

export const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args);

/** Undoes what a test did to open documents. */
export async function closeAll(): Promise<void> {
  for (let at = 0; at < 20 && vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0); at++)
    await run('workbench.action.revertAndCloseActiveEditor');
  await run('workbench.action.closeAllEditors');
}
