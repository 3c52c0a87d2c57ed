// The Baselines view of a project that is in no repository.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, onlyView, run, untilRow } from '../workbench';

const west = vscode.workspace.workspaceFolders?.[1]?.uri.fsPath ?? '';
const register = path.join(west, 'baselines.yaml');
const pane = '.pane:has(.pane-header[aria-label*="Baselines"])';

describe('the Baselines view without a repository', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    writeFileSync(
      register,
      `kind: baselines\nitems:\n  - id: BL-1\n    title: Scope\n    tag: v1\n    commit: ${'a'.repeat(40)}\n    date: 2026-10-01\n    scope: [risks]\n`,
    );
    await run('landfall.showProject');
    await untilRow('Project', /^East/);
    await run('landfall.baselines.focus');
    await onlyView('Baselines');
  });
  after(async () => {
    rmSync(register);
    await closeAll();
  });

  it('lists them, and says why they were not checked', async () => {
    await untilRow('Baselines', /^BL-1 ?not checked: The folder is not in a git repository\. · Scope · West/);
    await until('the reason above them', async () =>
      (await ui.text(pane)).includes('The folder is not in a git repository.'),
    );
    await ui.screenshot('baselines-no-repository');
  });
});
