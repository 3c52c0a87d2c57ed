// A table from a spreadsheet, copied and pasted as a person does it.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { takeAction, ui, until } from '../driver';
import { closeAll, cursorBehind, open, root, run, untilCodes } from '../workbench';

const risks = '管控/风险.yaml';

/** Puts a text on the clipboard of the window. */
async function copied(text: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text }));
  await run('editor.action.selectAll');
  await run('workbench.action.focusActiveEditorGroup');
  await ui.press('Control+C');
}

describe('a pasted table', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.checkProject');
    await untilCodes(risks);
  });
  afterEach(closeAll);

  it('becomes items, and one undo takes them back', async () => {
    await copied('标题\t状态\t概率\t影响\t负责人\t部门\n"接口\n延期"\t监控中\t4\t3\t李伟\t信息中心\n');
    const editor = await open(risks);
    const before = editor.document.getText();
    const end = editor.document.positionAt(before.length);
    editor.selection = new vscode.Selection(end, end);
    await run('workbench.action.focusActiveEditorGroup');
    await ui.press('Control+V');
    await until('the item', () => editor.document.getText().includes('R-003'));
    await ui.screenshot('writing-paste');
    assert.equal(
      editor.document.getText(),
      `${before}  - id: R-003
    # [部门] 信息中心
    title: |-
      接口
      延期
    status: monitoring
    probability: 4
    impact: 3
    owner: li.wei
`,
    );
    await run('undo');
    await until('the text as it was', () => editor.document.getText() === before);
  });

  it('stays a text where the person prefers it', async () => {
    await copied('标题\t状态\nA\topen\n');
    const editor = await open(risks);
    const end = editor.document.positionAt(editor.document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await run('workbench.action.focusActiveEditorGroup');
    await ui.press('Control+V');
    await until('the item', () => editor.document.getText().includes('R-003'));
    await takeAction(() => run('editor.changePasteType'), 'Insert Plain Text', 'writing-paste-options');
    await until('the text', () => editor.document.getText().endsWith('status: open\n标题\t状态\nA\topen\n'));
  });

  it('keeps the line ends and the byte order mark of Windows', async () => {
    const file = path.join(root(), 'windows.yaml');
    const text = '\uFEFFkind: people\r\nitems:\r\n  - id: a.b   # first\r\n    title: "A"  \r\n\r\n# the end\r\n';
    writeFileSync(file, text);
    await copied('编号\t姓名\t备注\nc.d\t"一\n二"\tx\n');
    const editor = await open('windows.yaml');
    cursorBehind(editor, '"A"  ');
    await run('workbench.action.focusActiveEditorGroup');
    await ui.press('Control+V');
    // The cursor stands in a line with text, so the text comes first and the items are to be chosen.
    await until('the text', () => editor.document.getText().includes('编号\t姓名'));
    await takeAction(() => run('editor.changePasteType'), 'Insert as items: People (1)');
    await until('the items', () => editor.document.getText().includes('id: c.d'));
    await editor.document.save();
    const added = '  - id: c.d\r\n    # [备注] x\r\n    title: |-\r\n      一\r\n      二\r\n';
    assert.equal(readFileSync(file, 'utf8'), text.replace('  \r\n\r\n', `  \r\n${added}\r\n`));
    rmSync(file);
  });
});
