// What we compare with, installed into a cache folder on first use: it never becomes a dependency of the project.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export interface Peer {
  readonly name: string;
  readonly version: string;
  /** The script that Node runs. */
  readonly script: string;
}

/** What is quick to get or to make again, kept for the next time. */
export const benchCache = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'landfall', 'bench');

/** The language server of Red Hat's YAML extension; its version 2 needs a later Node than we do. */
export function yamlLanguageServer(): Peer {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const version = major > 22 || (major === 22 && minor >= 13) ? '2.0.0' : '1.25.0';
  return install('yaml-language-server', version, 'bin/yaml-language-server');
}

/** The command line of the validator that ours is made with. */
export const ajvCli = (): Peer => install('ajv-cli', '5.0.0', 'dist/index.js');

function install(name: string, version: string, script: string): Peer {
  const folder = path.join(benchCache, `${name}-${version}`);
  const peer = { name, version, script: path.join(folder, 'node_modules', name, script) };
  if (existsSync(peer.script)) return peer;
  console.error(`Installing ${name} ${version} into ${folder} …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', `${name}@${version}`];
  execFileSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return peer;
}
