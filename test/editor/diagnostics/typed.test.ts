// The text that is put together of what was typed is the editor's own: in documents with either line end, with several
// cursors at once, when all is taken back, and when the line ends change.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { draftAfter } from '../../../src/vscode/typed';
import { random } from '../../fuzz/random';
import { closeAll, fileUri, open, run } from '../workbench';

const BITS = ['a', '落地', '\n', '\r\n', ' - id: x\n', '', '👩‍💻', '\t'];

describe('what is typed', () => {
  afterEach(closeAll);

  for (const [name, lineEnd] of [
    ['unix', '\n'],
    ['windows', '\r\n'],
  ] as const) {
    it(`is the text of the editor (${name})`, async () => {
      const file = `typed-${name}.txt`;
      writeFileSync(fileUri(file).fsPath, `one${lineEnd}两行${lineEnd}${lineEnd}three`);
      const editor = await open(file);
      const { document } = editor;
      let heard = 0;
      const wrong: string[] = [];
      const listening = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document || !event.contentChanges.length) return;
        heard++;
        if (draftAfter(event).text() !== document.getText()) wrong.push(JSON.stringify(event.contentChanges));
      });
      const dice = random(7);
      for (let round = 0; round < 60; round++) {
        await editor.edit((edit) => {
          if (round % 15 === 14) edit.setEndOfLine(dice.chance(0.5) ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF);
          // Edits of one go must not overlap: one in each half of the text.
          const half = Math.floor(document.getText().length / 2);
          for (const from of dice.chance(0.5) ? [0, half + 1] : [0]) {
            const start = from + dice.below(Math.max(half - 4, 1));
            const range = new vscode.Range(document.positionAt(start), document.positionAt(start + dice.below(3)));
            edit.replace(document.validateRange(range), dice.pick(BITS));
          }
        });
        if (dice.chance(0.1)) await run('undo');
        if (dice.chance(0.05)) await run('redo');
      }
      listening.dispose();
      assert.ok(heard > 60, `${heard} changes`);
      assert.deepEqual(wrong, []);
    });
  }
});
