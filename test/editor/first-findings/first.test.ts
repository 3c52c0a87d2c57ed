// How soon an open register shows what is wrong in it, in a workspace of 40,000 entities that nothing is known of yet. Asked
// for by name (`node esbuild.mjs editor --suite first-findings`, or the bench), which judges the figure in the report.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { log } from '../driver';
import { closeAll, fileUri, open } from '../workbench';

/** Fields are wrong and missing in it, which shows without another file. */
const REGISTER = 'tasks/tasks-0001.yaml';

describe('the first findings', function () {
  this.timeout(240_000);
  after(closeAll);

  it('are those of the file that is open', async () => {
    const landfall = vscode.extensions.getExtension('landfall.landfall') ?? assert.fail('not installed');
    assert.equal(landfall.isActive, false, 'nothing has asked for it yet');
    const uri = fileUri(REGISTER);
    await open(REGISTER);
    // Not when the window was opened: the extension would be at work before anybody could look at the clock.
    writeFileSync(fileUri('landfall.yaml').fsPath, 'landfall: 1\nname: Large\nstatus_date: 2026-11-16\n');
    const ours = (): readonly vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Landfall');
    const found = new Promise<void>((resolve) => {
      const watch = vscode.languages.onDidChangeDiagnostics(() => {
        if (!ours().length) return;
        watch.dispose();
        resolve();
      });
    });
    await landfall.activate();
    const since = performance.now();
    await found;
    await log(`first findings: ${(performance.now() - since).toFixed(1)} ms, ${ours().length} in ${REGISTER}`);
  });
});
