// VS Code as the desktop application: what VSCODE_EXECUTABLE names, or what @vscode/test-electron downloads.
import { mkdir, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { type Browser, chromium, type Page } from 'playwright-core';
import { sleep } from '../../src/build/processes';
import { quietSettings } from '../../src/build/vscode-server';
import type { OpenWindow } from './window';

export const openElectronWindow: OpenWindow = async (options) => {
  const { home, workspace, extension, tests, settings, locale, trusted, env } = options;
  const user = path.join(home, 'user');
  await mkdir(path.join(user, 'User'), { recursive: true });
  await writeFile(path.join(user, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const port = await freePort();
  const executable = process.env.VSCODE_EXECUTABLE;
  const ended = runTests({
    ...(executable ? { vscodeExecutablePath: executable } : {}),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    extensionTestsEnv: env,
    launchArgs: [
      workspace,
      ...['--user-data-dir', user, '--extensions-dir', path.join(home, 'extensions')],
      ...['--locale', locale, '--skip-welcome', '--skip-release-notes', `--remote-debugging-port=${port}`],
      ...(trusted ? ['--disable-workspace-trust'] : []),
      ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-gpu'] : []),
    ],
  }).catch((error: unknown) => String(error));

  // The window is driven through the debugging port of its Chromium.
  let browser: Promise<Browser> | undefined;
  const page = async (): Promise<Page> => {
    browser ??= chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    for (const until = Date.now() + 10_000; Date.now() < until; await sleep(100)) {
      const pages = (await browser).contexts().flatMap((context) => context.pages());
      const workbench = pages.find((each) => each.url().includes('workbench'));
      if (workbench) return workbench;
    }
    throw new Error('The VS Code window cannot be found through its debugging port.');
  };
  return {
    page,
    ended,
    complaints: () => [],
    close: async () => {
      await (await browser)?.close();
    },
  };
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
