// Stack traces of the extension host, told in lines of the sources. VS Code formats stacks itself and knows no source
// maps; Node keeps the maps of what it loads once it is asked to.
import { findSourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export function keepSourceMaps(): void {
  process.setSourceMapsEnabled(true);
}

const root = path.resolve(__dirname, '../..'); // this is bundled into out/editor
const place = /((?:\/|[A-Z]:\\|out\/)[^\s():]+\.js):(\d+):(\d+)/g;

/** Replaces places in loaded bundles by those that they were built from; other text stays as it is. */
export const inSources = (text: string): string =>
  text.replace(place, (whole, file: string, line: string, column: string) => {
    // Mocha shortens paths below the working directory, which need not be the project's.
    const entry = findSourceMap(path.resolve(root, file))?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return whole;
    const source = path.relative(root, fileURLToPath(entry.originalSource));
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
