// Runs the editor suites, each in a real VS Code with the extension loaded, one after the other.
// Options: --suite NAME, --grep TEXT, --keep (the folders, and says where they are). LANDFALL_EXTENSION_DIR names an
// unpacked package to load instead of this folder.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { add, type Counts, failing, nothing } from '../../src/build/counts';
import { sleep, whenLeaving } from '../../src/build/processes';
import { needPrograms } from '../../src/build/system-packages';
import { quickReaderWanted } from '../../src/node/quick-reader';
import { openChannel } from './channel';
import { type Suite, suites } from './suites';
import { uiOf } from './ui';
import type { OpenWindow, Window } from './window';
import { openElectronWindow } from './window-electron';
import { openServerWindow } from './window-server';

const startLimit = 90_000; // until the first test begins, on a slow machine
const suiteLimit = 300_000;
const screenshots = path.resolve('out/screenshots');
const logs = path.resolve('out/logs');

const desktop =
  Boolean(process.env.VSCODE_EXECUTABLE ?? process.env.VSCODE_TEST_ELECTRON) || process.platform !== 'linux';
const openWindow: OpenWindow = desktop ? openElectronWindow : openServerWindow;

async function runSuite(suite: Suite, grep: string | undefined, keep: boolean): Promise<Counts> {
  console.log(`\n  ${suite.name}`);
  const home = await mkdtemp(path.join(os.tmpdir(), 'lf-'));
  const discard = whenLeaving(() =>
    keep ? console.log(`  kept: ${home}`) : rm(home, { recursive: true, force: true, maxRetries: 5 }),
  );
  // The folder's name is what the window's title and the tree show.
  const folder = path.join(home, 'project');
  await mkdir(folder);
  const workspace = (await suite.workspace(folder)) ?? folder;
  let window: Window | undefined;
  const channel = await openChannel(home, async () => {
    if (!window) throw new Error('The window is not open yet.');
    return uiOf(await window.page(), screenshots);
  });
  try {
    window = await openWindow({
      home,
      workspace,
      extension: path.resolve(process.env.LANDFALL_EXTENSION_DIR ?? '.'),
      tests: path.resolve('out/editor/host'),
      settings: {
        'files.simpleDialog.enable': true,
        // The editor in a browser saves by itself: a test would write what it only typed.
        'files.autoSave': 'off',
        'workbench.reduceMotion': 'on',
        'landfall.quickReader': quickReaderWanted(process.env),
        ...trustSettings(suite),
        ...suite.settings,
      },
      locale: suite.locale ?? 'en',
      trusted: suite.trusted ?? true,
      env: {
        LANDFALL_TEST_CHANNEL: channel.address,
        LANDFALL_TEST_FILE: path.resolve(`out/editor/${suite.name}.js`),
        LANDFALL_TEST_GREP: grep ?? '',
      },
      logs: path.join(logs, suite.name),
    });
    const early = await Promise.race([
      channel.hello,
      window.ended,
      sleep(startLimit).then(() => 'nothing happened in time'),
    ]);
    if (early !== undefined)
      throw new Error(`No test started (${early}).\n${window.complaints().slice(-5).join('\n')}`);
    const end = await Promise.race([window.ended, sleep(suiteLimit).then(() => 'the suite took too long')]);
    const counts = channel.counts();
    if (!counts) throw new Error(`The suite did not finish (${end}).`);
    return counts;
  } catch (error) {
    console.log(
      `  ✘ ${error instanceof Error ? error.message : String(error)}\n` +
        `    See ${logs}/${suite.name}.* and ${screenshots}.`,
    );
    const page = await window?.page().catch(() => undefined);
    await page?.screenshot({ path: path.join(screenshots, `${suite.name}-failed.png`) }).catch(() => undefined);
    return failing(nothing, `${suite.name}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    channel.close();
    await window?.close();
    await discard();
  }
}

/** Restricted without a question that would cover the window. */
const trustSettings = ({ trusted = true }: Suite): Readonly<Record<string, unknown>> =>
  trusted
    ? { 'security.workspace.trust.enabled': false }
    : { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' };

async function main(): Promise<void> {
  const options = {
    grep: { type: 'string' },
    suite: { type: 'string' },
    keep: { type: 'boolean', default: false },
  } as const;
  const { grep, suite, keep } = parseArgs({ options }).values;
  const due = suites.filter(({ name, onlyAsked }) => (suite === undefined ? !onlyAsked : name === suite));
  if (due.length === 0)
    console.log(`  There is no suite "${suite}". Suites: ${suites.map(({ name }) => name).join(', ')}.`);
  if (!desktop) await needPrograms(['chromium', 'git']);
  await Promise.all([screenshots, logs].map((folder) => mkdir(folder, { recursive: true })));
  let sum = nothing;
  for (const each of due) sum = add(sum, await runSuite(each, grep, keep));
  process.send?.(sum);
  process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);
}

main().catch((error: unknown) => {
  console.error(`  ✘ ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
