// The one entry of every npm script: makes node_modules match package-lock.json, bundles, and runs the command that is
// asked for. Plain JavaScript and nothing but `node:` imports at the top, because it runs before anything is installed;
// the commands themselves are TypeScript (src/build/*.ts), bundled here like everything else.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = import.meta.dirname;
process.chdir(root);

// ---- what is bundled

// The product: each is loaded by its own name from dist/.
const product = { extension: 'src/extension.ts', cli: 'src/main.ts' };
// Parts of the product that load only when they are needed: an `import()` of the source file becomes one of the bundle.
const lazy = {
  kinds: 'src/core/schema/built-in.ts',
  'user-kinds': 'src/core/schema/user-kinds.ts',
  pages: 'src/generated/pages.ts',
  samples: 'src/generated/samples.ts',
};
// What the editor loads, in bundles that share what they have in common: those that need a later one ask for it by `import()`.
const host = { host: 'src/vscode/host.ts', checker: 'src/core/check/checker.ts', parts: 'src/vscode/parts.ts' };
// The pages of panels: for the browser inside the editor, a script and a style each, in dist/webview/.
const pages = ['matrix', 'gantt'];
// The commands, each with the script in src/build that carries it out (none: building is all there is to do).
const commands = {
  build: undefined,
  start: 'start',
  package: 'package',
  test: 'test',
  check: 'test',
  unit: 'test',
  editor: 'test',
  fuzz: 'test',
  bench: 'test',
};
// Entries of a test run that are no suites.
const programs = {
  'test/run-unit': 'test/run-unit.ts',
  'test/bench': 'test/bench/main.ts',
  'test/session': 'test/bench/session.ts',
  'test/fuzz': 'test/fuzz/main.ts',
  'editor/run': 'test/editor/run.ts',
  'editor/host': 'test/editor/host.ts',
};

// ---- the steps

/**
 * npm notes what it installed in node_modules/.package-lock.json when it is done. That beats a stamp of our own: a
 * broken installation is noticed, and one by `npm install` counts.
 */
function installed() {
  const note = path.join('node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const there = packagesOf(note);
  return Object.entries(packagesOf('package-lock.json')).every(
    ([where, { version, optional }]) =>
      where === '' || there[where]?.version === version || (optional && !there[where]),
  );
}

function install() {
  if (installed()) return;
  console.log('Installing what package-lock.json names …');
  const npm = process.env.npm_execpath; // set by `npm run`; a bare `node esbuild.mjs` finds npm on PATH
  // Not `npm ci`: it refuses a lock file that was written where the registry lacked a package of another platform. This
  // holds to the versions of the lock file as well. No package here needs its installation script.
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { stdio: 'inherit', shell: npm === undefined && process.platform === 'win32' };
  const { status } = npm ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync('npm', args, options);
  if (status === 0) return;
  console.error(
    '`npm install` failed, see above. The first run needs the npm registry; once installed, no network is needed.',
  );
  process.exit(1);
}

/** Turns `import()` of a lazy part into an import of its bundle, which lies beside the importing one. */
const lazyPlugin = {
  name: 'lazy',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path: to, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const source = path.relative(root, path.join(resolveDir, to)).replaceAll(path.sep, '/').replace(/\.ts$/, '');
      const bundles = build.initialOptions.splitting ? lazy : { ...lazy, ...host };
      const name = Object.keys(bundles).find((key) => bundles[key].replace(/\.ts$/, '') === source);
      return name && { path: `./${name}.js`, external: true };
    });
  },
};

/**
 * What the runtime brings is required as it is: as ESM would have it, each file that imports it gets a copy of all it has,
 * name by name, and seventy files import the four hundred names of `vscode`.
 */
const plainRequires = {
  name: 'plain-requires',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace(
        /^import (?:\* as )?(\w+) from '(vscode|node:[\w/]+)';$/gm,
        "import $1 = require('$2');",
      ),
      loader: 'ts',
    }));
  },
};

// The build of `yaml` for Node asks process.env for every token (a fifth of the time it takes), its build for browsers does not.
const yaml = path.join(root, 'node_modules/yaml/browser/dist/index.js');
const common = {
  alias: { yaml },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
};
const existing = (entries) => Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));

/**
 * esbuild splits bundles of ESM alone, and the editor loads CommonJS: so each is made a second time, and takes what it shares
 * with others by their names, once, for a getter is asked at every use.
 */
async function bundleHost(esbuild, shipped, options) {
  const outdir = 'out/host';
  const chunk = /^import \{([^}]*)\} from ("\.\/chunk-[^"]+");$/gm;
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await esbuild.build({
    ...common,
    ...options,
    ...{ entryPoints: host, outdir, splitting: true, chunkNames: 'chunk-[hash]', format: 'esm' },
    ...{ legalComments: 'none', metafile: true },
  });
  const takeOnce = ({ path: file }) => ({
    contents: readFileSync(file, 'utf8').replace(
      chunk,
      (_, names, from) => `const {${names.replaceAll(' as ', ': ')}} = require(${from});`,
    ),
  });
  await esbuild.build({
    ...shipped,
    entryPoints: Object.keys(metafile.outputs).filter((file) => file.endsWith('.js')),
    ...{ platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' },
    plugins: [{ name: 'take-once', setup: (build) => build.onLoad({ filter: /\.js$/ }, takeOnce) }],
  });
  // Chunks are named by what is in them, so that those of earlier builds would pile up.
  const made = new Set(Object.keys(metafile.outputs).map((file) => path.basename(file)));
  for (const file of readdirSync(shipped.outdir))
    if (file.startsWith('chunk-') && !made.has(file)) rmSync(path.join(shipped.outdir, file));
  const shippedAs = (file) => file.replace(outdir, shipped.outdir);
  const outputs = Object.entries(metafile.outputs).filter(([file]) => file.endsWith('.js'));
  return {
    metafile: { ...metafile, outputs: Object.fromEntries(outputs.map(([file, about]) => [shippedAs(file), about])) },
  };
}

async function bundleProduct(esbuild, minify) {
  const shipped = {
    outdir: 'dist',
    minify,
    sourcemap: !minify,
    legalComments: 'none', // the package carries the licences whole, see src/build/notices.ts
    metafile: true,
  };
  const ours = { external: ['vscode'], plugins: [lazyPlugin, plainRequires] };
  const requires = { supported: { 'dynamic-import': false } }; // require() is quicker, and all bundles are CommonJS
  const built = await Promise.all([
    esbuild.build({ ...common, ...shipped, ...ours, ...requires, entryPoints: existing({ ...product, ...lazy }) }),
    bundleHost(esbuild, shipped, { ...ours, ...requires }),
    esbuild.build({
      ...common,
      ...shipped,
      entryPoints: pages.flatMap((name) =>
        ['ts', 'css'].map((ending) => ({ in: `src/webview/${name}.${ending}`, out: `webview/${name}` })),
      ),
      platform: 'browser',
      format: 'iife',
      target: 'chrome132',
    }),
  ]);
  const [inputs, outputs] = ['inputs', 'outputs'].map((part) =>
    Object.assign({}, ...built.map(({ metafile }) => metafile[part])),
  );
  mkdirSync('out', { recursive: true });
  writeFileSync('out/product.json', JSON.stringify({ inputs, outputs })); // which inputs went where: read by the packaging
  if (existsSync('dist/cli.js')) chmodSync('dist/cli.js', 0o755);
}

// Our own tools and the tests load packages from node_modules: quicker to build, and mocha does not like to be bundled.
const tools = { ...common, packages: 'external' };

const bundleScripts = (esbuild, names) =>
  esbuild.build({ ...tools, outdir: 'out/build', entryPoints: names.map((name) => `src/build/${name}.ts`) });

/** One bundle for all test files of a list, so that mocha loads shared modules once. */
const bundleSuite = (esbuild, outfile, files) =>
  esbuild.build({
    ...tools,
    outfile,
    stdin: {
      contents: files.map((file) => `import './${file}';`).join('\n'),
      resolveDir: root,
      sourcefile: 'suite.js',
    },
  });

const testFilesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((file) => path.join(folder, file).replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.test.ts'))
    .sort();

async function bundleTests(esbuild) {
  const editorSuites = readdirSync('test/editor', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  await Promise.all([
    esbuild.build({ ...tools, outdir: 'out', entryPoints: existing(programs) }),
    bundleSuite(
      esbuild,
      'out/test/unit.js',
      testFilesIn('test').filter((file) => !file.startsWith('test/editor/')),
    ),
    ...editorSuites.map(({ name }) =>
      bundleSuite(esbuild, `out/editor/${name}.js`, testFilesIn(`test/editor/${name}`)),
    ),
  ]);
}

/** Runs `main` of a bundled script; it answers with an exit code. */
const runScript = (name, args) => createRequire(import.meta.url)(`./out/build/${name}.js`).main(args);

// ---- the run

const [command = 'build', ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, command)) {
  console.error(`"${command}" is not a command. Commands: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
process.setSourceMapsEnabled(true);
install();
const esbuild = await import('esbuild');
const script = commands[command];
try {
  if (existsSync('src/build/generate.ts')) {
    await bundleScripts(esbuild, ['generate']);
    const { status } = spawnSync(process.execPath, ['--enable-source-maps', 'out/build/generate.js'], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exit(1);
  }
  await Promise.all([
    bundleProduct(esbuild, command === 'package'),
    script && bundleScripts(esbuild, [script]),
    script === 'test' && bundleTests(esbuild),
  ]);
} catch (error) {
  if (!error.errors) throw error; // esbuild has printed its own, with the places
  process.exit(1);
}
if (script) process.exitCode = await runScript(script, [command, ...args]);
