// Baselines on the command line, in real repositories.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { put, temporaryFolders } from '../temporary';
import { landfall } from './landfall';

const FILES = {
  'landfall.yaml': 'landfall: 1\nname: X\nstatus_date: 2026-11-16\n',
  'fi.yaml':
    'kind: configuration\nitems:\n  - id: fi.tolerance\n    title: Tolerance\n    type: number\n    value: 200\n',
};

describe('landfall baseline', () => {
  const temporary = temporaryFolders();

  function repository(files: Readonly<Record<string, string>> = FILES) {
    const folder = temporary(files);
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: os.devNull },
      }).trim();
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', '李伟');
    git('config', 'user.email', 'li.wei@example.com');
    const commit = (message = 'x'): void => {
      git('add', '-A');
      git('commit', '-q', '-m', message);
    };
    commit();
    const run = (...args: readonly string[]) => landfall(['baseline', ...args, '--lang', 'en'], { cwd: folder });
    return { folder, git, commit, run };
  }

  const CREATE = [
    'create',
    '--title',
    '第一批 "配置" 基线',
    '--scope',
    'configuration/fi.*,roles',
    '--type',
    'configuration',
  ];

  it('shows what it would do, and does it when told yes', async () => {
    const { folder, git, commit, run } = repository();
    const plan = await run(...CREATE);
    assert.equal(plan.code, 0, plan.err);
    assert.match(
      plan.out,
      /git tag --annotate --no-sign '--message=第一批 "配置" 基线' -- baseline\/bl-001 [0-9a-f]{40}/,
    );
    assert.equal(git('tag'), '');
    assert.ok(!existsSync(path.join(folder, 'baselines.yaml')));
    const done = await run(...CREATE, '--yes');
    assert.equal(done.code, 0, done.err);
    assert.equal(git('cat-file', '-t', 'baseline/bl-001'), 'tag');
    assert.match(
      readFileSync(path.join(folder, 'baselines.yaml'), 'utf8'),
      /id: BL-001\n.*title: '?第一批 "配置" 基线'?\n/s,
    );
    const check = await landfall(['check', '--lang', 'en'], { cwd: folder });
    assert.equal(check.code, 0, check.out);
    commit();
    assert.equal((await run('verify')).code, 0);
    assert.match((await run('list')).out, /BL-001 .* verified +0 +0\n$/);
  });

  it('adds the next to the register, and leaves every other byte of it', async () => {
    const { folder, commit, run } = repository();
    await run(...CREATE, '--yes');
    const file = path.join(folder, 'baselines.yaml');
    const before = `# signed by both sides\r\n${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`;
    writeFileSync(file, before);
    commit();
    const { code, err } = await run('create', 'BL-7', '--title', 'Next', '--scope', 'configuration', '--yes');
    assert.equal(code, 0, err);
    const after = readFileSync(file, 'utf8');
    assert.ok(after.startsWith(before));
    assert.match(after.slice(before.length), /^ {2}- id: BL-7\r\n {4}title: Next\r\n/);
  });

  it('refuses what is not committed, a tag that exists, and names that are none', async () => {
    const { folder, git, run } = repository();
    put(folder, { 'fi.yaml': FILES['fi.yaml'].replace('200', '500') });
    assert.match((await run(...CREATE, '--yes')).err, /fi\.tolerance differ from the last commit/);
    put(folder, { 'fi.yaml': FILES['fi.yaml'] });
    git('tag', 'taken');
    assert.match((await run(...CREATE, '--tag', 'taken', '--yes')).err, /There is a tag taken already/);
    for (const tag of ['--force', 'a b', 'a..b', 'x.lock', 'a~1', '']) {
      const { code } = await run(...CREATE, `--tag=${tag}`, '--yes');
      assert.equal(code, 2, tag);
    }
    assert.match((await run('create', '--yes')).err, /needs `--title` and `--scope`/);
    assert.equal(git('tag'), 'taken');
  });

  it('runs nothing that the repository names when it sets a tag', async () => {
    const { folder, git, run } = repository();
    const ran = path.join(folder, 'ran');
    const hook = `#!/bin/sh\ntouch '${ran}'\n`;
    for (const name of ['reference-transaction', 'post-commit'])
      writeFileSync(path.join(folder, '.git/hooks', name), hook, { mode: 0o755 });
    writeFileSync(path.join(folder, 'evil.sh'), hook, { mode: 0o755 });
    for (const key of ['core.editor', 'gpg.program', 'core.fsmonitor', 'core.pager', 'gpg.ssh.program'])
      git('config', key, path.join(folder, 'evil.sh'));
    git('config', 'tag.gpgSign', 'true');
    git('config', 'core.hooksPath', path.join(folder, '.git/hooks'));
    const { code, err } = await run(...CREATE, '--yes');
    assert.equal(code, 0, err);
    assert.ok(!existsSync(ran));
  });

  it('finds a tag that was moved, and tells what has changed since', async () => {
    const { folder, git, commit, run } = repository();
    await run(...CREATE, '--yes');
    commit();
    put(folder, { 'fi.yaml': FILES['fi.yaml'].replace('200', '500') });
    commit();
    assert.match((await run('diff', 'BL-001')).out, /^ {2}~ fi\.tolerance Tolerance\n {6}Value: 200 → 500$/m);
    assert.match((await run('list', '--format', 'markdown')).out, /\| verified \| 1 \| 1 \|\n$/);
    git('tag', '-f', 'baseline/bl-001', 'HEAD');
    const { code, out } = await run('verify', '--format', 'json');
    assert.equal(code, 1);
    const { baselines } = JSON.parse(out) as { readonly baselines: readonly { readonly state: string }[] };
    assert.deepEqual(
      baselines.map(({ state }) => state),
      ['moved'],
    );
  });
});
