// How long the Change History view holds up the editor when it reads a past of 2,000 commits for the first time. Asked for
// by name (`node esbuild.mjs editor --suite history-large`, or the bench), which judges the figure in the report.
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { log, ui, until } from '../driver';
import { longestStretch } from '../perf/longest-stretch';
import { closeAll, onlyView, rows, run } from '../workbench';

const PATIENCE = 180_000;

describe('a long history', function () {
  this.timeout(2 * PATIENCE);
  after(closeAll);

  it('is read while the editor stays alive', async () => {
    const landfall = vscode.extensions.getExtension('landfall.landfall') ?? assert.fail('not installed');
    await until('the activation', () => landfall.isActive);
    await run('landfall.showProject');
    // The project is read and checked by itself, and measured by another suite.
    await until('findings', () => vscode.languages.getDiagnostics().length, PATIENCE);
    await until('the project', async () => (await rows('Project')).length > 1, PATIENCE);
    const since = performance.now();
    const { milliseconds, where } = await longestStretch(path.join(landfall.extensionPath, 'dist'), async () => {
      await run('landfall.history.focus');
      await onlyView('Change History');
      const isThere = async (): Promise<boolean> =>
        (await rows('Change History')).some((one) => one.startsWith('修改 CR-1999'));
      await until('the latest commit', isThere, PATIENCE);
    });
    const took = Math.round(performance.now() - since);
    await log(`history read: ${took} ms, longest stretch ${milliseconds.toFixed(1)} ms in ${where}`);
    await ui.screenshot('history-large');
  });
});
