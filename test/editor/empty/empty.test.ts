// Where there is no project the extension is silent: not even active. Asked for, it says what to do.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { open, root, run, untilRow } from '../workbench';

describe('a folder without a project', () => {
  const landfall = vscode.extensions.getExtension('landfall.landfall');

  it('does not wake the extension, YAML or not', async () => {
    await open('docker-compose.yaml');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(landfall?.isActive, false);
    assert.equal(await ui.count('.activitybar [aria-label*="Landfall"]'), 0);
  });

  it('says what to do when it is asked', async () => {
    await run('landfall.showProject');
    await until('the buttons', async () => (await ui.count('.welcome-view-content:has-text("New Project")')) > 0);
    await ui.screenshot('empty');
  });

  it('opens a project that appears', async () => {
    writeFileSync(path.join(root(), 'people.yaml'), 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n');
    writeFileSync(path.join(root(), 'landfall.yaml'), 'landfall: 1\nname: New\n');
    await untilRow('Project', /^Foundation/);
  });
});
