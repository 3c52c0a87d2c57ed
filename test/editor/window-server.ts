// VS Code without a desktop: its server, with a headless Chromium as the window.
import { createWriteStream } from 'node:fs';
import { type Browser, chromium as playwright } from 'playwright-core';
import { whenLeaving } from '../../src/build/processes';
import { chromium } from '../../src/build/system-packages';
import { startServer } from '../../src/build/vscode-server';
import type { OpenWindow } from './window';

// One browser for all suites of a run; each gets a context of its own.
let browser: Promise<Browser> | undefined;

const startBrowser = async (): Promise<Browser> => {
  const started = await playwright.launch({
    executablePath: chromium() ?? '',
    // Playwright's own handlers would leave the process before our clean-up has run.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
  whenLeaving(() => started.close());
  return started;
};

export const openServerWindow: OpenWindow = async (options) => {
  const { home, workspace, extension, tests, settings, locale, trusted, env, logs } = options;
  const server = await startServer({
    home,
    settings,
    locale,
    log: `${logs}.server.log`,
    // Without the smoke test driver a built VS Code ignores the extension and the tests that the payload names.
    args: [
      '--without-connection-token',
      '--enable-smoke-test-driver',
      ...(trusted ? ['--disable-workspace-trust'] : []),
    ],
    env: { ...env, HOME: home, TMPDIR: home, XDG_RUNTIME_DIR: home },
  });
  browser ??= startBrowser();
  const context = await (await browser).newContext({
    viewport: { width: 1400, height: 900 },
    locale: locale === 'en' ? 'en-GB' : 'zh-CN',
  });
  const page = await context.newPage();

  // Nothing outside this machine is part of a test.
  const outside = (url: URL): boolean => url.hostname !== '127.0.0.1' && /^(https?|wss?):$/.test(url.protocol);
  await page.route(outside, (route) => route.abort());

  const log = createWriteStream(`${logs}.page.log`);
  page.on('console', (message) => log.write(`[${message.type()}] ${message.text()}\n`));
  page.on('pageerror', (error) => log.write(`[error] ${error.stack ?? error.message}\n`));
  const complaints: string[] = [];
  await page.exposeFunction('codeAutomationLog', (type: string, words: readonly unknown[]) => {
    log.write(`[${type}] ${words.join(' ')}\n`);
    if (type === 'error') complaints.push(words.join(' '));
  });
  const ended = new Promise<number | string>((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    page.once('crash', () => resolve('the page crashed'));
  });

  const authority = `127.0.0.1:${server.port}`;
  const remote = (file: string): string => `vscode-remote://${authority}${encodeURI(file)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({
    [workspace.endsWith('.code-workspace') ? 'workspace' : 'folder']: workspace,
    payload: JSON.stringify(payload),
  });
  await page.goto(`http://${authority}/?${query}`);

  return {
    page: async () => page,
    ended,
    complaints: () => complaints,
    close: async () => {
      await context.close();
      await server.end();
    },
  };
};
