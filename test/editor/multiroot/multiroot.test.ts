// Several projects in one window: each is for itself, and of nested ones the inner owns its files.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { rows, run, untilRow } from '../workbench';

const [east, west] = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
const codes = (...parts: readonly string[]): readonly string[] =>
  vscode.languages
    .getDiagnostics(vscode.Uri.file(path.join(...parts)))
    .map(({ code }) => String((code as { value: string }).value));

describe('several projects in one window', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));

  it('checks each by its own people', async () => {
    assert.ok(east && west);
    await until('the inner project to miss a person', () => codes(east, 'inner', 'risks.yaml').join() === 'LF101');
    assert.deepEqual([codes(east, 'risks.yaml'), codes(west, 'risks.yaml')], [[], []]);
  });

  it('shows each in the tree', async () => {
    await run('landfall.showProject');
    await untilRow('Project', /^East/);
    await untilRow('Project', /^Inner/);
    await untilRow('Project', /^West/);
    const shown = (await rows('Project')).map((row) => row.replace(/\d.*/, '').trim());
    const groups = ['Foundation', 'Plan', 'Control'];
    assert.deepEqual(shown, ['Easteast', ...groups, 'Innerinner', ...groups, 'Westwest', ...groups]);
    await ui.screenshot('multiroot');
  });

  it('gives the files to the outer project when the inner one goes', async () => {
    assert.ok(east);
    rmSync(path.join(east, 'inner', 'landfall.yaml'));
    await until('a duplicate', () => codes(east, 'inner', 'risks.yaml').join() === 'LF007');
    writeFileSync(path.join(east, 'inner', 'landfall.yaml'), 'landfall: 1\nname: Inner\n');
    await until('the inner project again', () => codes(east, 'inner', 'risks.yaml').join() === 'LF101');
    await until('the outer one without it', () => codes(east, 'risks.yaml').length === 0);
  });
});
