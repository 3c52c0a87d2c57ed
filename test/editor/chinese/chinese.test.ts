// The editor speaks Chinese, and so does the extension.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';

describe('落地', () => {
  const landfall = vscode.extensions.getExtension('landfall.landfall');

  it('is told the language of the editor', () => assert.equal(vscode.env.language, 'zh-cn'));

  it('activates', () => until('the activation', () => landfall?.isActive));

  it('has its texts in Chinese', async () => {
    assert.match(String(landfall?.packageJSON.description), /\p{Script=Han}/u);
    await ui.screenshot('chinese');
  });
});
