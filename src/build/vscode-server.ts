// Starts the VS Code server on 127.0.0.1: for the editor tests, and for `npm start` where there is no desktop VS Code.
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launch, run } from './processes';
import { installVsCodeServer } from './vscode-install';

export type ServerOptions = {
  /** A folder of our own: user data, extensions and the server's state go below it. */
  readonly home: string;
  /** Of the user; a VS Code that is tried out should look nothing up and ask nothing. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly locale?: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly log: string;
};
export type Server = { readonly port: number; readonly ended: Promise<void>; readonly end: () => Promise<void> };

export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
};

export const extensionsIn = (home: string): string => path.join(home, 'extensions');

/** Answers when the server listens. It ends by `end`, and in any case with this process. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { node, main } = await installVsCodeServer();
  const userData = path.join(options.home, 'user');
  await mkdir(path.join(userData, 'User'), { recursive: true });
  await writeFile(
    path.join(userData, 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }, null, 2),
  );
  if (options.locale) await pretendLanguagePack(userData, options.locale);
  await mkdir(path.dirname(options.log), { recursive: true });

  const { child, end } = launch(
    node,
    [
      main,
      ...[
        '--host',
        '127.0.0.1',
        '--port',
        '0',
        '--accept-server-license-terms',
        '--disable-telemetry',
        '--force-disable-user-env',
      ],
      ...['--user-data-dir', userData, '--extensions-dir', extensionsIn(options.home)],
      ...['--server-data-dir', path.join(options.home, 'server')],
      ...(options.locale ? ['--locale', options.locale] : []),
      ...options.args,
    ],
    // Without a gallery nothing is looked up on the network.
    {
      env: { ...withoutEditor(process.env), EXTENSIONS_GALLERY: '{}', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const log = createWriteStream(options.log);
  const port = await new Promise<number>((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        log.write(text);
        output += text;
        const listening = /Extension host agent listening on (\d+)/.exec(output);
        if (listening) resolve(Number(listening[1]));
      });
    }
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The VS Code server ended with ${code}:\n${output.slice(-3000)}`)));
  });
  return { port, ended, end };
}

/** Unpacks a package as the editor does it; answers with the folder that the extension has then. */
export async function installVsix(vsix: string, home: string): Promise<string> {
  const { node, main } = await installVsCodeServer();
  const folder = extensionsIn(home);
  const { code, output } = await run(
    node,
    [
      main,
      '--accept-server-license-terms',
      '--server-data-dir',
      path.join(home, 'server'),
      '--extensions-dir',
      folder,
      '--install-extension',
      vsix,
    ],
    { env: { ...withoutEditor(process.env), EXTENSIONS_GALLERY: '{}' } },
  );
  const installed = (await readdir(folder, { withFileTypes: true })).find(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
  );
  if (code !== 0 || !installed) throw new Error(`The package cannot be installed:\n${output}`);
  return path.join(folder, installed.name);
}

/** Variables of an editor or an npm around us would reach into the one that is started. */
function withoutEditor(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS|npm_)/.test(name)),
  );
}

/**
 * The server falls back to English for a language that no pack is installed for. This one translates nothing of VS Code
 * itself; it makes the language the one that extensions are told.
 */
async function pretendLanguagePack(userData: string, locale: string): Promise<void> {
  const translations = path.join(userData, 'nothing-translated.json');
  await writeFile(translations, JSON.stringify({ contents: {} }));
  const extension = { extensionIdentifier: { id: `landfall.pretended-${locale}` }, version: '1.0.0' };
  const pack = { hash: 'none', label: locale, extensions: [extension], translations: { vscode: translations } };
  await writeFile(path.join(userData, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
