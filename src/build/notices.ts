// The licences of the packages whose code is inside our bundles: most of them ask to be passed on with every copy.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What esbuild writes about a build, as far as we read it. */
export type Metafile = {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
};

/** The text of ThirdPartyNotices.txt. Throws when a package comes without a licence text: it could not be shipped. */
export function notices(metafile: Metafile): string {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const folders = inputs.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? packageFolder(file) : []));
  const sections = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<
      string,
      string
    >;
    const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
    if (!file) throw new Error(`${name} ${version} (${license}) has no licence file: it cannot be passed on.`);
    return `${name} ${version} (${license})\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
  });
  return ['Landfall contains code of these packages.\n', ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}

const packageFolder = (file: string): readonly string[] =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.slice(0, 1) ?? [];
