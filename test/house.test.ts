// The house: CONTRIBUTING.md's table of folders and imports is the rule, and this test holds the code to it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cycles } from '../src/core/base/graph';
import { finish } from '../src/core/base/work';

interface Row {
  readonly place: string;
  readonly imports: readonly string[];
}

const LONGEST = 300;
/** Folders whose files stand beside each other and never lean on each other; what each may share inside is named. */
const AXES: Readonly<Record<string, readonly string[]>> = {
  'src/core/rules': ['catalog', 'changing-rule', 'rule', 'task-rule'],
  'src/core/metrics': ['metric', 'filter', 'values'],
  'src/cli/commands': [],
  'src/vscode/commands': [],
  'src/core/features': ['context'],
};

const rows = readTable();
const files = sources('src');

describe('the house', () => {
  it('has a folder for each row and a row for each folder', () => {
    for (const { place } of rows)
      if (place !== 'src/generated') assert.ok(existsSync(place), `${place} is in CONTRIBUTING.md but not there`);
    const homeless = files.filter((file) => !rowOf(file));
    assert.deepEqual(homeless, []);
  });

  it('imports only what the table allows', () => {
    const wrong = files.flatMap((file) => {
      const row = rowOf(file);
      if (!row || row.place === 'src/generated') return [];
      return importsOf(file)
        .filter((to) => !allowed(row, to))
        .map((to) => `${file} imports ${to}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('has no cycle among its files, types included', () => {
    const edges = new Map(files.map((file) => [file, importsOf(file).filter((to) => files.includes(to))]));
    assert.deepEqual(finish(cycles(edges)), []);
  });

  it('keeps siblings apart', () => {
    const wrong = Object.entries(AXES).flatMap(([axis, shared]) =>
      files
        .filter((file) => path.posix.dirname(file) === axis && !file.endsWith('/index.ts'))
        .flatMap((file) =>
          importsOf(file)
            .filter((to) => path.posix.dirname(to) === axis && !shared.includes(path.posix.basename(to, '.ts')))
            .map((to) => `${file} imports its sibling ${to}`),
        ),
    );
    assert.deepEqual(wrong, []);
  });

  it('keeps files short, each with a charter on top', () => {
    const own = [...files.filter((file) => !file.startsWith('src/generated')), ...sources('test')];
    const long = own.filter((file) => read(file).split('\n').length > LONGEST + 1);
    const silent = own.filter((file) => !/^(?:#!.*\n)?\/\/ \S|^(?:#!.*\n)?\/\*\*? /.test(read(file)));
    assert.deepEqual({ long, silent }, { long: [], silent: [] });
  });

  it('keeps index.ts a list', () => {
    const lists = files
      .filter((file) => file.endsWith('/index.ts'))
      .filter((file) => /\bfunction\b|=>\s*\{/.test(read(file)));
    assert.deepEqual(lists, []);
  });

  it('has no other entry at the top level', () => {
    const fixed =
      /^(?:src|schemas|snippets|media|test|package\.json|tsconfig\.json|esbuild\.mjs|README\.md|LICENSE|CHANGELOG\.md|CONTRIBUTING\.md|package-lock\.json|package\.nls.*\.json|\..*|node_modules|dist|out|.*\.vsix)$/;
    assert.deepEqual(
      readdirSync('.').filter((name) => !fixed.test(name)),
      [],
    );
  });
});

function readTable(): readonly Row[] {
  const section =
    read('CONTRIBUTING.md')
      .split('\n## ')
      .find((part) => part.startsWith('The house')) ?? '';
  return section.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const place = /^`(src\/[\w./-]+)`$/.exec(cells[1] ?? '')?.[1];
    return place
      ? [{ place, imports: (cells[3] ?? '').split(/[,;]/).map((one) => one.trim().replaceAll('`', '')) }]
      : [];
  });
}

function rowOf(file: string): Row | undefined {
  return rows
    .filter(({ place }) => file === place || file.startsWith(`${place}/`))
    .sort((a, b) => b.place.length - a.place.length)[0];
}

function allowed(row: Row, to: string): boolean {
  if (!to.startsWith('src/'))
    return row.imports.some((one) =>
      one === 'node:*' ? to.startsWith('node:') : to === one || to.startsWith(`${one}/`),
    );
  const home = rowOf(to);
  if (!home || home === row) return home === row;
  const name = home.place.replace(/^src\/(?:core\/)?/, '').replace(/\.ts$/, '');
  return row.imports.includes(name) || (home.place.startsWith('src/core/') && row.imports.includes('core'));
}

/** What a file imports: files of this repository by their path, packages by their name. */
function importsOf(file: string): readonly string[] {
  const text = read(file).replace(/^\s*\/\/.*$/gm, '');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/g,
  );
  return [...found].map((one) => {
    const to = one[1] ?? one[2] ?? one[3] ?? '';
    if (!to.startsWith('.')) return to;
    const at = path.posix.join(path.posix.dirname(file), to);
    return (
      [`${at}.ts`, `${at}/index.ts`, at, `${at}.js`].find((name) => existsSync(name) && /\.\w+$/.test(name)) ??
      `${at}.ts`
    );
  });
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
