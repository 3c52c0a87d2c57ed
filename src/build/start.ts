// `npm start`: the sample project with its history in a new folder, what `landfall check` says about it, and an editor
// that has the extension: desktop VS Code where `code` is on PATH, else the VS Code server and its address, till Ctrl-C.
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSample } from '../node/sample-files';
import { materialise } from '../node/sample-history';
import { run, whenLeaving, which } from './processes';
import { stage } from './stage';
import { extensionsIn, startServer } from './vscode-server';

const samples = readdirSync('media/samples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export async function main([, ...args]: readonly string[]): Promise<number> {
  const options = { sample: { type: 'string', default: 'erp' }, browser: { type: 'boolean', default: false } } as const;
  const { sample, browser } = parseArgs({ args: [...args], options }).values;
  if (!samples.includes(sample)) {
    console.error(`There is no sample "${sample}". Samples: ${samples.join(', ')}.`);
    return 2;
  }
  const project = path.join(await mkdtemp(path.join(os.tmpdir(), 'landfall-')), sample);
  const made = await materialise(readSample('media/samples', sample), project);
  if (made.kind === 'files' && made.why === 'no-git')
    console.log('There is no git: the sample comes without its history.');
  console.log(`\n$ landfall check ${project}\n`);
  // Findings are the point of the sample: its exit code is not ours.
  await run(process.execPath, ['dist/cli.js', 'check', project], { show: true });
  const code = browser ? undefined : which('code');
  return code ? openDesktop(code, project) : openServer(project);
}

async function openDesktop(code: string, project: string): Promise<number> {
  console.log(`\nOpening ${project} in VS Code with the extension from this folder …`);
  return (await run(code, ['--new-window', `--extensionDevelopmentPath=${process.cwd()}`, project], { show: true }))
    .code;
}

async function openServer(project: string): Promise<number> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'lf-'));
  const discard = whenLeaving(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  // An ordinary browser cannot ask for an extension under development, so it is installed: a link to the staged build.
  await stage('out/stage');
  await mkdir(extensionsIn(home));
  await symlink(path.resolve('out/stage'), path.join(extensionsIn(home), 'landfall.landfall'), 'dir');
  // Other people on this machine could reach the port; the token keeps them out. In a file, no list of processes shows it.
  const token = randomBytes(16).toString('hex');
  const tokenFile = path.join(home, 'token');
  await writeFile(tokenFile, token, { mode: 0o600 });

  const server = await startServer({
    home,
    args: ['--connection-token-file', tokenFile, '--disable-workspace-trust'],
    log: path.resolve('out/logs/start.server.log'),
  });
  const query = new URLSearchParams({ tkn: token, folder: project });
  console.log(
    `\nOpen this address in a browser:\n\n  http://127.0.0.1:${server.port}/?${query}\n\n` +
      `The project is ${project}. Ctrl-C ends the editor.`,
  );
  await server.ended;
  await discard();
  return 0;
}
