// The permission matrix after the window is loaded again: the editor brings the panel back by what its page kept, the
// extension draws what it showed. The tests are run once in each of the two windows; the first ends with the reload.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, run } from '../workbench';

/** Left by the first window for the second one, which has another extension host. */
const note = path.join(os.tmpdir(), 'matrix-return');
const isBack = (): boolean => existsSync(note) && readFileSync(note, 'utf8') !== String(process.pid);

const value = async <T>(expression: string): Promise<T> => JSON.parse(await ui.webviewValue(expression)) as T;
const untilSum = (sum: RegExp): Promise<unknown> =>
  until(`${sum} above the matrix`, async () => sum.test(await ui.webviewText('.sum').catch(() => '')), 25_000);
const tabs = (): readonly string[] =>
  vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
const focused = () =>
  value<string>(
    `document.querySelector('.row [tabindex="0"]')?.closest('.row')?.querySelector('.id')?.textContent ?? ''`,
  );

const shown = () =>
  value<string[]>(
    `[${Object.keys(FILTERS)
      .map((name) => `document.querySelector('#filter-${name}').value`)
      .join()}]`,
  );

const FILTERS = { by: 'person', show: 'direct', module: 'fi-ap', object: 'payment', on: '2026-12-10' };

describe('the permission matrix of a window that is loaded again', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));

  it('is left with filters and a cell', async function () {
    this.timeout(90_000);
    if (isBack()) return;
    await run('landfall.showMatrix');
    await untilSum(/^3\d rows × 1\d\d permissions/);
    for (const [name, to] of Object.entries(FILTERS)) await ui.webviewFill(`#filter-${name}`, to);
    await until('the filters', async () => JSON.stringify(await shown()) === JSON.stringify(Object.values(FILTERS)));
    await untilSum(/\d rows × 4 permissions/);
    await until(
      'the row of Chen Yulan',
      async () => (await ui.webviewCount('.row:has(.id:text-is("chen.yulan"))')) > 0,
    );
    await ui.webviewClick('.row:has(.id:text-is("chen.yulan")) [role=gridcell] >> nth=1');
    await until('the cell', async () => (await focused()) === 'chen.yulan');
    await until('the derivation', async () => (await ui.webviewText('.strip')).includes('payment:approve'));
    writeFileSync(note, String(process.pid));
    // This host ends here, and with it what waits for the command; what follows is asked of the next.
    void run('workbench.action.reloadWindow').then(undefined, () => undefined);
    await new Promise(() => undefined);
  });

  it('comes back with them', async () => {
    assert.ok(isBack(), 'the window was loaded again');
    await until('the panel', () => tabs().includes('Permission matrix'));
    await untilSum(/\d rows × 4 permissions/);
    assert.deepEqual(await shown(), Object.values(FILTERS));
    assert.equal(await focused(), 'chen.yulan');
    assert.equal(tabs().filter((one) => one === 'Permission matrix').length, 1);
    await ui.screenshot('matrix-return');
  });

  it('is the one that is asked for again, and lives on', async () => {
    await run('landfall.showMatrix');
    assert.equal(tabs().filter((one) => one === 'Permission matrix').length, 1);
    await ui.webviewFill('#filter-object', '');
    await ui.webviewFill('#filter-by', 'role');
    await untilSum(/^\d+ rows × 2\d permissions/);
    await closeAll();
  });
});
