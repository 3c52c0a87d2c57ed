// What the extension costs the editor: to activate, and while a workspace of 40,000 entities is read and checked. Asked
// for by name (`node esbuild.mjs editor --suite perf`, or the bench); figures go to the report.
import assert from 'node:assert/strict';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { log, until } from '../driver';
import { type Stretch, longestStretch } from './longest-stretch';
import { ranSoFar } from './thread-time';

const ACTIVATION_LIMIT = 100;
const LOADED_LIMIT = 300 * 1024;
const STRETCH_LIMIT = 50;
/** A machine that does something else now and then: the best of these counts. */
const ATTEMPTS = 3;

describe('what the extension costs', function () {
  this.timeout(240_000);
  const landfall = vscode.extensions.getExtension('landfall.landfall') ?? assert.fail('not installed');
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? assert.fail('no folder is open');
  const manifest = path.join(root, 'landfall.yaml');
  const bundles = path.join(landfall.extensionPath, 'dist');

  it('activates at once, with little to load', async () => {
    assert.equal(landfall.isActive, false, 'nothing has asked for it yet');
    const before = new Set(loaded());
    // An empty extension would wait for the window as well: what counts is what runs here.
    const since = ranSoFar();
    await landfall.activate();
    const milliseconds = ranSoFar() - since;
    const bytes = loaded()
      .filter((file) => !before.has(file))
      .reduce((sum, file) => sum + statSync(file).size, 0);
    await log(`activation: ${milliseconds.toFixed(1)} ms, ${Math.ceil(bytes / 1024)} KB loaded`);
    assert.ok(bytes > 0 && bytes <= LOADED_LIMIT, `${bytes} bytes`);
    assert.ok(milliseconds <= ACTIVATION_LIMIT, `${milliseconds} ms`);
  });

  // The bundles that are in memory.
  const loaded = (): readonly string[] => Object.keys(require.cache).filter((file) => file.startsWith(bundles));

  it('leaves the editor alive while it reads and checks', async () => {
    const stretches: Stretch[] = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const since = performance.now();
      let milliseconds = 0;
      const stretch = await longestStretch(bundles, async () => {
        writeFileSync(manifest, `landfall: 1\nname: ${readdirSync(root).length} folders\nstatus_date: 2026-11-16\n`);
        await until('findings', () => vscode.languages.getDiagnostics().some(ours), 120_000);
        milliseconds = performance.now() - since;
        // What follows the check: the trees, the decorations.
        await new Promise((resolve) => setTimeout(resolve, 2_000));
      });
      stretches.push(stretch);
      await log(
        `index and check: ${Math.round(milliseconds)} ms, longest stretch ${stretch.milliseconds.toFixed(1)} ms in ${stretch.where}`,
      );
      rmSync(manifest);
      await until('silence', () => !vscode.languages.getDiagnostics().some(ours), 30_000);
    }
    const best = Math.min(...stretches.map(({ milliseconds }) => milliseconds));
    assert.ok(best > 0 && best <= STRETCH_LIMIT, `${best} ms`);
  });

  const ours = ([, diagnostics]: readonly [vscode.Uri, readonly vscode.Diagnostic[]]): boolean =>
    diagnostics.some(({ source }) => source === 'Landfall');
});
