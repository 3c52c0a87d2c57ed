// Files that move take the paths along that name them; and what a rename would change is shown before it is done.
import assert from 'node:assert/strict';
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

  it('of Markdown lead where they led, in the file that moves and in those beside it', async () => {
    mkdirSync(path.join(root(), 'docs'), { recursive: true });
    const guide = '---\ntitle: 指南\n---\n[图](img/a%20b.png) [[R-001]] `[code](img/a)`\n';
    writeFileSync(path.join(root(), 'docs/guide.md'), guide);
    writeFileSync(path.join(root(), 'docs/index.md'), '---\ntitle: Index\n---\n[Guide](guide.md#one)\n');
    await run('landfall.checkProject');
    const index = await open('docs/index.md');
    const moved = new vscode.WorkspaceEdit();
    moved.renameFile(fileUri('docs/guide.md'), fileUri('papers/指南.md'));
    await vscode.workspace.applyEdit(moved);
    await until('the link to it', () => index.document.getText().endsWith('[Guide](../papers/指南.md#one)\n'));
    const text = (await open('papers/指南.md')).document.getText();
    assert.equal(text, guide.replace('指南\n', '指南\nformerly: [docs/guide]\n').replace('(img', '(../docs/img'));
    await vscode.workspace.saveAll();
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
    await run('workbench.action.closePanel');
  });

  it('that changed on the disk, or are gone, are not renamed in', async () => {
    const file = path.join(root(), 'later.yaml');
    // No risk, which the other tests count: the editor holds its text on after it is gone.
    const issue = 'kind: issues\nitems:\n  - id: I-050\n    title: Later\n    owner: ann.lee\n';
    const editor = await open('people.yaml');
    const position = cursorBehind(editor, 'id: ann');
    const rename = async (): Promise<string> => {
      const ask = run<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        editor.document.uri,
        position,
        'new.one',
      );
      return ask.then(
        (edit) => `${edit.size} files`,
        (error: unknown) => String(error),
      );
    };
    writeFileSync(file, issue);
    await run('landfall.checkProject');
    await until('the rename to reach the file', async () => (await rename()) === '3 files');
    // What was read is no longer what is there: asked before anybody could notice.
    writeFileSync(file, `# moved down\n${issue}`);
    const changed = await rename();
    // Noticed in the meantime, it would be renamed as it is now; never as it was.
    if (changed !== '3 files') assert.match(changed, /later\.yaml is not as it was read/);
    await until('the change to be read', async () => (await rename()) === '3 files');
    rmSync(file);
    // The editor may hold the text of the file for a while: it is no reason to write the file anew.
    assert.match(await rename(), /later\.yaml is not as it was read|^2 files/);
  });
});
