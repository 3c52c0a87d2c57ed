// Files that move take the paths along that name them; and what a rename would change is shown before it is done.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, fileUri, open, root, run, untilCodes } from '../workbench';

const deliverables = 'deliverables.yaml';
const TEXT = 'kind: deliverables\nitems:\n  - id: D-1\n    title: Guide\n    path: docs/guide.docx # final\n';

describe('files', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    mkdirSync(path.join(root(), 'docs'), { recursive: true });
    writeFileSync(path.join(root(), 'docs/guide.docx'), '');
    writeFileSync(path.join(root(), deliverables), TEXT);
    await run('landfall.checkProject');
    await untilCodes(deliverables);
  });
  after(() => {
    for (const file of [deliverables, 'docs', 'papers', 'later.yaml'])
      rmSync(path.join(root(), file), { recursive: true, force: true });
  });
  afterEach(closeAll);

  it('that move, or whose folder does, are named at their new place', async () => {
    const editor = await open(deliverables);
    const moved = new vscode.WorkspaceEdit();
    moved.renameFile(fileUri('docs'), fileUri('papers'));
    await vscode.workspace.applyEdit(moved);
    await until('the new path', () => editor.document.getText() === TEXT.replace('docs/', 'papers/'));
    await editor.document.save();
    await run('landfall.checkProject');
    await untilCodes(deliverables);
  });

  it('that hold an id are listed before it is renamed in them', async () => {
    const editor = await open('people.yaml');
    cursorBehind(editor, 'id: li');
    await run('workbench.action.focusActiveEditorGroup');
    const renamed = run('editor.action.rename');
    await until('the box', async () => (await ui.count('.rename-box .rename-input:focus')) > 0);
    await ui.press('Control+A');
    await ui.type('wang.wu');
    await ui.press('Control+Enter');
    const shown = async (): Promise<string> => (await ui.texts('.part.panel .monaco-list-row')).join('\n');
    await until('both files', async () =>
      /people\.yaml[\s\S]*风险\.yaml|风险\.yaml[\s\S]*people\.yaml/.test(await shown()),
    );
    await ui.screenshot('writing-rename-preview');
    await run('refactorPreview.discard');
    await renamed;
  });
});
