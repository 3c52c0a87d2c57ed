// Workspaces that editor tests open. Each is made anew for its suite.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Writes files below a folder; the folders come by themselves. */
async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    const to = path.join(folder, file);
    await mkdir(path.dirname(to), { recursive: true });
    await writeFile(to, text);
  }
}

/** Makes a folder a git repository with all of its files in one commit. */
async function commitAll(folder: string, message: string): Promise<void> {
  const git = (...args: readonly string[]) =>
    run('git', ['-c', 'user.name=Li Wei', '-c', 'user.email=li.wei@example.com', ...args], { cwd: folder });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', message);
}

/** Two people, two risks, one Chinese file name, no mistakes. */
export async function tinyProject(folder: string): Promise<void> {
  await write(folder, {
    'landfall.yaml': 'landfall: 1\nname: Tiny\n',
    'people.yaml': 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n  - id: ann.lee\n    title: Ann Lee\n',
    '管控/风险.yaml': tinyRisks,
  });
  await commitAll(folder, 'Begin');
}

const tinyRisks = `kind: risks
items:
  - id: R-001
    title: 历史患者主数据重复
    category: data
    probability: 3
    impact: 3
    owner: li.wei
    status: open
  - id: R-002
    title: Key users are not released from daily work
    category: people
    probability: 2
    impact: 3
    owner: ann.lee
    status: open
`;
