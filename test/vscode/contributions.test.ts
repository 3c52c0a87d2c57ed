// package.json and the code name the same commands, views and settings, in both languages; and little loads first.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { catalogue } from '../../src/core/messages/catalogue';
import { groupings } from '../../src/core/views/groups';
import { findingGroupings } from '../../src/core/views/findings-tree';
import { commandIds, defaults, panelTypes, views } from '../../src/vscode/contributions';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = json('package.json');
const { contributes } = manifest;
const english: Record<string, string> = json('package.nls.json');
const chinese: Record<string, string> = json('package.nls.zh-cn.json');

describe('contributions', () => {
  it('has the commands of the code', () => {
    const named: readonly { readonly command: string }[] = contributes.commands;
    assert.deepEqual(named.map(({ command }) => command).sort(), [...commandIds].sort());
  });

  it('names no command in a menu that there is not', () => {
    const menus: readonly { readonly command?: string }[] = Object.values(contributes.menus).flat() as never;
    const own = menus.flatMap(({ command }) => (command?.startsWith('landfall.') ? [command] : []));
    assert.deepEqual(
      own.filter((command) => !(commandIds as readonly string[]).includes(command)),
      [],
    );
  });

  it('has the views of the code', () => {
    const named: readonly { readonly id: string }[] = contributes.views.landfall;
    assert.deepEqual(named.map(({ id }) => id).sort(), Object.values(views).sort());
  });

  it('has the settings of the code, with their defaults', () => {
    const properties: Record<string, { readonly default: unknown }> = contributes.configuration.properties;
    const named = Object.entries(properties).map(([name, { default: value }]) => [
      name.replace(/^landfall\./, ''),
      value,
    ]);
    assert.deepEqual(Object.fromEntries(named), defaults);
    assert.deepEqual(contributes.configuration.properties['landfall.tree.groupBy'].enum, groupings);
    assert.deepEqual(
      [...contributes.configuration.properties['landfall.findings.groupBy'].enum].sort(),
      [...findingGroupings].sort(),
    );
  });

  it('has every text in both languages, and no other', () => {
    const asked = new Set([...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map((found) => found[1]));
    assert.deepEqual(Object.keys(english).sort(), [...asked].sort());
    assert.deepEqual(Object.keys(chinese).sort(), [...asked].sort());
  });

  it('has the files that it names', () => {
    const named = [...Object.values(english), ...Object.values(chinese), JSON.stringify(manifest)].join('\n');
    const files = new Set([...named.matchAll(/\bmedia\/[\w./-]+\.(?:md|svg|png)/g)].map(([file]) => file));
    assert.ok(files.size >= 12);
    for (const file of files) assert.ok(existsSync(file), file);
  });

  it('wakes only in a project, and says what it can do untrusted', () => {
    assert.deepEqual(manifest.activationEvents, [
      'workspaceContains:**/landfall.yaml',
      ...Object.values(panelTypes).map((type) => `onWebviewPanel:${type}`),
    ]);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, false);
  });

  it('loads next to nothing before it is active', () => {
    assert.ok(
      statSync('dist/extension.js').size < 50_000,
      'dist/extension.js has grown: what can wait belongs in the host',
    );
    assert.ok(
      !/^(?:var|const|let) [^\n]*require\("\.\//m.test(readFileSync('dist/extension.js', 'utf8')),
      'it loads another bundle at once',
    );
  });

  it('loads what shows the first findings, and no rule, view or git with it', () => {
    const { outputs } = json('out/product.json') as {
      readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
    };
    const atOnce = (bundle: string): readonly string[] =>
      [...readFileSync(bundle, 'utf8').matchAll(/^(?:\}|(?:var|const) [^\n]*) = require\("\.\/([^"]+)"\);$/gm)].map(
        ([, file]) => `dist/${file}`,
      );
    const loaded = new Set(['dist/host.js']);
    for (const bundle of loaded) for (const file of atOnce(bundle)) loaded.add(file);
    assert.ok(loaded.size > 2, [...loaded].join());
    for (const bundle of loaded) {
      // What is no output of the build is not packed.
      const { inputs } = outputs[bundle] ?? assert.fail(`${bundle} is not packed`);
      const late = Object.keys(inputs).filter((file) =>
        /^src\/core\/(?:views|render|metrics|gates|history|rules\/(?!catalog))|^src\/node\/git|simple-git|commands/.test(
          file,
        ),
      );
      assert.deepEqual(late, [], `${bundle} brings along what can wait for parts.js`);
    }
  });

  it('says nothing in English only', () => {
    for (const [id, [, zh]] of Object.entries(catalogue))
      assert.ok(/\p{Script=Han}/u.test(zh) || !/[a-z]{4}/i.test(zh.replace(/\{\w+\}/g, '')), id);
  });
});
