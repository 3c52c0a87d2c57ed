// Tasks moved in the panel: the edits of the core as one change of the editor, what follows from it, and the way back.
import * as vscode from 'vscode';
import { moveTask, type Shift } from '../core/features/move-task';
import { type Message, say } from '../core/messages/message';
import type { Path } from '../core/model/id';
import { applyEdits } from '../core/syntax/edit';
import { nameOf } from '../core/views/why-date';
import { type Follow, whatFollows } from '../core/views/what-follows';
import type { GanttFollow, ToGantt } from '../webview/protocol/gantt';
import { entityBy } from './beside';
import type { Editor } from './editor';
import { addEdits } from './edits';
import type { ProjectFolder } from './folder';
import type { PanelPage } from './panel';
import { uriOf } from './places';
import { inStretches } from './stretches';

/** What follows is listed up to so many lines. */
const MOST = 100;

interface Moves {
  readonly move: (folder: ProjectFolder, key: string, shift: Shift) => Promise<void>;
  /** Takes the last move back, by the editor's own undo. */
  readonly undo: () => Promise<void>;
}

export function ganttMoves({ tell }: Editor, page: PanelPage<ToGantt>): Moves {
  let last: { readonly uri: vscode.Uri; readonly path: Path; readonly text: string } | undefined;
  let turn = 0;

  const refuse = (why: Message): void => page.post({ type: 'refused', why: tell(why) });

  async function move(folder: ProjectFolder, key: string, shift: Shift): Promise<void> {
    const now = ++turn;
    const { world } = await folder.session.settled();
    const task = entityBy(folder, key);
    const file = task && world.project.files.get(task.path);
    if (!task || !file) return;
    const moved = await inStretches(moveTask(world, task, shift), () => now !== turn);
    if (!moved) return;
    if (!moved.ok) return refuse(moved.error);
    // What was typed meanwhile counts: the edits are of the text that they were made for.
    if ((await folder.session.indexed()).files.get(task.path)?.text !== file.text) return refuse(say('edit.refused'));
    const { path, edits, fields, before, after, next } = moved.value;
    const change = new vscode.WorkspaceEdit();
    addEdits(change, folder, file, edits);
    if (!(await vscode.workspace.applyEdit(change))) return refuse(say('edit.refused'));
    last = { uri: uriOf(folder, path), path, text: applyEdits(file.text, edits) };
    const all = whatFollows(next.project, before, after);
    const follows = all.slice(0, MOST).map(lineOf);
    const more = all.length > MOST ? tell(say('gantt.moved-more', { count: all.length - MOST })) : '';
    const changes = fields.map(([name, value]) => `${name} ${value}`);
    const title = tell(say('gantt.moved', { id: nameOf(task), changes }));
    page.post({ type: 'moved', key, title, follows, more });
  }

  function lineOf({ kind, key, name, before, after, late }: Follow): GanttFollow {
    const called =
      kind === 'finish'
        ? tell(say('gantt.moved-finish'))
        : kind === 'gate'
          ? tell(say('gantt.moved-gate', { name }))
          : name;
    return { key, name: called, before, after: late ? tell(say('gantt.moved-late', { day: after })) : after };
  }

  async function undo(): Promise<void> {
    if (!last) return;
    const { uri, path, text } = last;
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.getText().replaceAll('\r\n', '\n') !== text) return refuse(say('gantt.changed', { file: path }));
    const viewColumn = vscode.window.visibleTextEditors.find((one) => one.document === document)?.viewColumn;
    await vscode.window.showTextDocument(document, { viewColumn: viewColumn ?? vscode.ViewColumn.Beside });
    await vscode.commands.executeCommand('undo');
    last = undefined;
    page.post({ type: 'undone' });
    page.reveal();
  }

  return { move, undo };
}
