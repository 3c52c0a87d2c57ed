// `npm run package`: landfall-VERSION.vsix, held to its limits. With --test the package itself is loaded in the
// editor, and the smoke tests run against it.
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { run, whenLeaving } from './processes';
import { stage } from './stage';
import { installVsix } from './vscode-server';

const folder = 'out/stage';
const maxBytes = 1.5 * 1024 * 1024;
const maxFiles = 100;

export async function main([, ...args]: readonly string[]): Promise<number> {
  await stage(folder);
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { readonly version: string };
  const vsix = path.resolve(`landfall-${version}.vsix`);
  // There are no links to rewrite and no dependencies to collect: the bundles hold everything.
  await createVSIX({
    cwd: folder,
    packagePath: vsix,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });

  const bytes = (await stat(vsix)).size;
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  ).length;
  console.log(`${path.basename(vsix)}: ${(bytes / 1024).toFixed(0)} KB, ${files} files`);
  if (bytes > maxBytes || files > maxFiles) {
    console.error(`The package is to stay within ${maxBytes / 1024} KB and ${maxFiles} files.`);
    return 1;
  }
  return args.includes('--test') ? testPackage(vsix) : 0;
}

async function testPackage(vsix: string): Promise<number> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'lf-'));
  const discard = whenLeaving(() => rm(home, { recursive: true, force: true }));
  try {
    const env = { ...process.env, LANDFALL_EXTENSION_DIR: await installVsix(vsix, home) };
    const { code } = await run(process.execPath, ['esbuild.mjs', 'editor', '--suite', 'smoke'], { env, show: true });
    return code;
  } finally {
    await discard();
  }
}
