// Stack traces of the extension host, told in lines of the sources. VS Code formats stacks itself and knows no source
// maps; Node would read those of everything it loads, which takes longer than the loading that the suites measure: so a
// map is read when a stack names its bundle.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

const root = path.resolve(__dirname, '../..'); // this is bundled into out/editor
const place = /((?:\/|[A-Z]:\\|out\/)[^\s():]+\.js):(\d+):(\d+)/g;
const maps = new Map<string, SourceMap | undefined>();

function mapOf(bundle: string): SourceMap | undefined {
  const file = `${bundle}.map`;
  if (!maps.has(bundle))
    maps.set(bundle, existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined);
  return maps.get(bundle);
}

/** Replaces places in loaded bundles by those that they were built from; other text stays as it is. */
export const inSources = (text: string): string =>
  text.replace(place, (whole, file: string, line: string, column: string) => {
    // Mocha shortens paths below the working directory, which need not be the project's.
    const bundle = path.resolve(root, file);
    const entry = mapOf(bundle)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return whole;
    const source = path.relative(root, path.resolve(path.dirname(bundle), entry.originalSource));
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
