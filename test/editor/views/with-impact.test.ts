// The Impact view and the hover of a change request, on the ERP sample.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, onlyView, open, run, untilRow } from '../workbench';

describe('the impact of a change request', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  after(closeAll);

  it('is a tree below what is to be changed, with what it comes to on top', async () => {
    const editor = await open('control/change-requests.yaml');
    cursorBehind(editor, 'id: CR-003');
    await until('the view', async () => {
      await run('landfall.showImpact');
      return (await ui.count('.pane-header[aria-label*="Impact"]')) > 0;
    });
    await onlyView('Impact');
    await untilRow('Impact', /^Touches \d+: /);
    await untilRow('Impact', /^Cost asked for: 84,000\.00 CNY/);
    await untilRow('Impact', /^REQ-029 /);
    await ui.screenshot('impact');
  });

  it('stands in the hover', async () => {
    const editor = await open('control/change-requests.yaml');
    const position = cursorBehind(editor, 'id: CR-003', -1);
    const text = await until('the hover', async () => {
      const found = await run<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, position);
      const all = found.flatMap((one) => one.contents.map((each) => (each as vscode.MarkdownString).value)).join('\n');
      return /Touches/.test(all) ? all : undefined;
    });
    assert.match(text, /Touches \d+/);
    assert.match(text, /command:landfall\.showImpact\?/);
  });
});
