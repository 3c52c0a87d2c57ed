// The folder that becomes the extension: only what a person who installs it needs, and nothing of how it is made.
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Metafile, notices } from './notices';

const texts = /^(README\.md|CHANGELOG\.md|LICENSE|package\.nls(\..+)?\.json)$/;
// What the generator packs into the bundles, so that a hundred files become one.
const packed = ['rules', 'samples'];
const ofDevelopment = ['private', 'scripts', 'devDependencies', 'knip'];

/** Fills the folder anew from the last build; its name should be the one that the extension is to have on disk. */
export async function stage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'dist'), { recursive: true });

  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as Record<string, unknown>;
  for (const field of ofDevelopment) delete manifest[field];
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);

  await writeFile(path.join(folder, '.vscodeignore'), '# Whatever is in this folder is meant to be shipped.\n');

  for (const name of await readdir('.')) if (texts.test(name)) await cp(name, path.join(folder, name));
  const media = existsSync('media') ? await readdir('media', { withFileTypes: true }) : [];
  for (const { name } of media.filter(
    (entry) => !packed.includes(entry.name) && !entry.name.endsWith('.history.yaml'),
  )) {
    await cp(path.join('media', name), path.join(folder, 'media', name), { recursive: true });
  }

  // dist/ may hold bundles of an older build: only what the last one wrote is ours.
  const metafile = JSON.parse(await readFile('out/product.json', 'utf8')) as Metafile;
  for (const file of Object.keys(metafile.outputs)) await cp(file, path.join(folder, file));
  await writeFile(path.join(folder, 'ThirdPartyNotices.txt'), notices(metafile));
}
