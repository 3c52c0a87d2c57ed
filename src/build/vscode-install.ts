// A real VS Code from the npm registry alone, for machines where none can be downloaded: the server inside the package
// `code-server`, and the Node it needs. About 300 MB in a cache folder outside the project; nothing is compiled.
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run, whenLeaving } from './processes';

const codeServer = '4.139.1';
const node = '24.21.0';
const platform = `${process.platform}-${process.arch}`;
// The platforms for which the registry has that Node as a package and the server's natives come prebuilt.
const platforms = ['linux-x64', 'linux-arm64'];

export type VsCodeServer = { readonly node: string; readonly main: string };

// What someone who edits YAML never loads: AI agents, containers, Windows, Kerberos. 230 MB, and every native build.
const unneeded = [
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@devcontainers/cli',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];

/** Installs the server unless it is there. A half-finished one is never seen: it is moved into place when done. */
export async function installVsCodeServer(): Promise<VsCodeServer> {
  if (!platforms.includes(platform)) {
    throw new Error(
      `The VS Code server can be installed on ${platforms.join(' and ')} only; this is ${platform}. ` +
        'To try the extension, put the `code` command of a desktop VS Code on PATH; for the tests, set VSCODE_EXECUTABLE ' +
        'to the path of a VS Code or VSCODE_TEST_ELECTRON=1 to download one.',
    );
  }
  const cache = process.env.LANDFALL_CACHE ?? path.join(os.homedir(), '.cache', 'landfall');
  const folder = path.join(cache, 'vscode');
  const server = {
    node: path.join(folder, 'node', 'node_modules', `node-${platform}`, 'bin', 'node'),
    main: path.join(folder, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
  const stamp = `.done-${codeServer}-${node}`;
  if (existsSync(path.join(folder, stamp))) return server;

  console.log(`Installing the VS Code server into ${folder} (once, about 300 MB) …`);
  const fresh = path.join(cache, `vscode-${process.pid}`);
  const discard = whenLeaving(() => rm(fresh, { recursive: true, force: true }));
  try {
    await installInto(fresh);
    await writeFile(path.join(fresh, stamp), '');
    // Another run may have been quicker: what it put there is as good.
    if (!existsSync(path.join(folder, stamp))) {
      await rm(folder, { recursive: true, force: true });
      await rename(fresh, folder);
    }
  } finally {
    await discard();
  }
  return server;
}

async function installInto(folder: string): Promise<void> {
  const nodeHome = path.join(folder, 'node');
  await mkdir(nodeHome, { recursive: true });
  await writeFile(path.join(nodeHome, 'package.json'), '{"private":true}');
  await npm(nodeHome, 'install', '--no-save', '--ignore-scripts', `node-${platform}@${node}`);
  for (const part of ['include', 'share']) {
    await rm(path.join(nodeHome, 'node_modules', `node-${platform}`, part), { recursive: true, force: true });
  }

  // Unpacked, not installed: its own installation compiles natives and asks for another Node.
  const tarball = (await npm(folder, 'pack', '--silent', `code-server@${codeServer}`)).trim().split('\n').at(-1) ?? '';
  const home = path.join(folder, 'code-server');
  await mkdir(home);
  await must('tar', ['xzf', path.join(folder, tarball), '-C', home, '--strip-components=1'], folder);
  await rm(path.join(folder, tarball));
  await rm(path.join(home, 'src'), { recursive: true, force: true });

  const vscode = path.join(home, 'lib', 'vscode');
  await dropDependencies(path.join(vscode, 'package.json'));
  await npm(vscode, 'install', '--omit=dev', '--ignore-scripts');
  await keepOnly(path.join(vscode, 'node_modules', '@vscode', 'ripgrep-universal', 'bin'), platform);
  await keepOnly(path.join(vscode, 'node_modules', 'node-pty', 'prebuilds'), platform);
  for (const part of [
    'node_modules/node-pty/third_party',
    'extensions/copilot',
    'extensions/mermaid-markdown-features',
  ]) {
    await rm(path.join(vscode, part), { recursive: true, force: true });
  }
  const ripgrep = path.join(vscode, 'node_modules', '@vscode', 'ripgrep-universal', 'bin', platform, 'rg');
  if (existsSync(ripgrep)) await chmod(ripgrep, 0o755);
}

async function dropDependencies(file: string): Promise<void> {
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, Record<string, unknown> | undefined>;
  for (const name of unneeded) delete manifest.dependencies?.[name];
  for (const name of ['kerberos@2.1.1', 'koffi']) delete manifest.overrides?.[name];
  delete manifest.allowScripts;
  await writeFile(file, JSON.stringify(manifest, null, 2));
}

async function keepOnly(folder: string, kept: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    if (name !== kept) await rm(path.join(folder, name), { recursive: true });
  }
}

const quiet = {
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  npm_config_loglevel: 'error',
};

/** Without the npm_* variables of the npm that started us: they would apply this project's settings to that folder. */
function npm(cwd: string, ...args: string[]): Promise<string> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|command|execpath)/.test(name),
  );
  return must('npm', args, cwd, { ...Object.fromEntries(inherited), ...quiet });
}

async function must(command: string, args: readonly string[], cwd: string, env = process.env): Promise<string> {
  const { code, output } = await run(command, args, { cwd, env });
  if (code !== 0)
    throw new Error(
      `The VS Code server could not be installed: ${command} ${args.join(' ')} failed.\n${output.slice(-3000)}`,
    );
  return output;
}
