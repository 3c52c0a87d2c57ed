// Two branches give one id to two entries: merging tells it, renumbering mends it. With real git.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { put, temporaryFolders } from '../temporary';
import { cli, landfall } from './landfall';

const risk = (id: string, title: string): string =>
  `  - id: ${id}\n    title: ${title}\n    probability: 2\n    impact: 2\n    status: open\n    owner: li\n`;
const issue = (id: string, link: string): string =>
  `  - id: ${id}\n    title: ${id}\n    severity: low\n    status: open\n    reported: 2026-11-02\n    links: [${link}]\n`;
const risks = (...items: readonly string[]): string => `kind: risks\nitems:\n${items.join('')}`;
const issues = (...items: readonly string[]): string => `kind: issues\nitems:\n${items.join('')}`;

describe('landfall renumber', function () {
  this.timeout(60_000);
  const temporary = temporaryFolders();

  function conflicted() {
    const folder = temporary({
      'landfall.yaml': 'landfall: 1\nname: X\n',
      '.gitattributes': '*.yaml merge=landfall\n',
      'risks.yaml': risks(risk('R-1', 'Old')),
      'issues.yaml': issues(issue('I-1', 'R-1')),
    });
    const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', LANDFALL_NO_CACHE: '1', LANG: 'C' };
    const git = (...args: readonly string[]) =>
      spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
    const commit = (): void => {
      git('add', '-A');
      git('commit', '-q', '-m', 'x');
    };
    git('init', '-q');
    git('symbolic-ref', 'HEAD', 'refs/heads/main');
    git('config', 'merge.landfall.driver', `"${process.execPath}" "${cli}" merge --theirs=feature -- %O %A %B %P`);
    commit();
    for (const [branch, title] of [
      ['feature', 'Theirs'],
      ['other', 'Ours'],
    ] as const) {
      git('checkout', '-q', '-b', branch, 'main');
      put(folder, {
        'risks.yaml': risks(risk('R-1', 'Old'), risk('R-2', title)),
        'issues.yaml': issues(issue('I-1', 'R-1'), issue(`I-${title}`, 'R-2')),
      });
      commit();
    }
    const merged = git('merge', '-q', '--no-edit', 'feature');
    const file = path.join(folder, 'risks.yaml');
    const withoutMarkers = (): void =>
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^(?:<{7}|={7}|>{7}).*\n/gm, ''));
    const run = (...args: readonly string[]) => landfall(['renumber', ...args], { cwd: folder });
    const text = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    return { folder, git, commit, merged, withoutMarkers, run, text };
  }

  const mended = risks(risk('R-1', 'Old'), risk('R-2', 'Ours'), risk('R-3', 'Theirs'));
  const referred = issues(issue('I-1', 'R-1'), issue('I-Ours', 'R-2'), issue('I-Theirs', 'R-3'));

  it('follows the way out that merging tells, while the merge waits', async () => {
    const { merged, run, withoutMarkers, text } = conflicted();
    assert.match(merged.stderr, /landfall renumber R-2 --from feature/);
    const early = await run('R-2', '--from', 'feature');
    assert.equal(early.code, 2);
    assert.match(early.err, /remove the marker lines first/);
    withoutMarkers();
    const done = await run('R-2', '--from', 'feature');
    assert.equal(done.code, 0, done.err);
    assert.match(done.out, /Theirs in risks\.yaml is R-3 now\. References that follow: 1\. .* stay with R-2: 1\./);
    assert.equal(text('risks.yaml'), mended);
    assert.equal(text('issues.yaml'), referred);
  });

  it('does so after the merge was committed, by branch, by side and by place', async () => {
    for (const args of [
      ['--from', 'feature'],
      ['--from', 'theirs'],
      ['--path', 'risks.yaml:15'],
    ]) {
      const { run, withoutMarkers, commit, text } = conflicted();
      withoutMarkers();
      commit();
      const done = await run('R-2', ...args);
      assert.equal(done.code, 0, done.err);
      assert.equal(text('risks.yaml'), mended);
      assert.equal(text('issues.yaml'), referred);
    }
  });

  it('knows a branch that was merged some commits ago', async () => {
    const { run, withoutMarkers, commit, text, folder } = conflicted();
    withoutMarkers();
    commit();
    put(folder, { 'note.txt': 'later' });
    commit();
    const done = await run('R-2', '--from', 'feature');
    assert.equal(done.code, 0, done.err);
    assert.equal(text('issues.yaml'), referred);
  });

  it('mends ids that two branches gave in different files, which git merges without a word', async () => {
    const { folder, git, commit, run, text } = conflicted();
    git('merge', '--abort');
    git('checkout', '-q', '-b', 'elsewhere', 'main');
    put(folder, { 'more.yaml': risks(risk('R-2', 'Elsewhere')), 'issues.yaml': issues(issue('I-1', 'R-2')) });
    commit();
    git('checkout', '-q', 'other');
    assert.equal(git('merge', '-q', '--no-edit', 'elsewhere').status, 0);
    const check = await landfall(['check'], { cwd: folder });
    assert.match(check.out, /LF007/);
    const done = await run('R-2', '--from', 'elsewhere');
    assert.equal(done.code, 0, done.err);
    assert.equal(text('more.yaml'), risks(risk('R-3', 'Elsewhere')));
    assert.equal(text('issues.yaml'), issues(issue('I-1', 'R-3'), issue('I-Ours', 'R-2')));
    assert.doesNotMatch((await landfall(['check'], { cwd: folder })).out, /LF007/);
  });

  it('asks which, and keeps the files as they are', async () => {
    const { run, withoutMarkers, text } = conflicted();
    withoutMarkers();
    const before = text('risks.yaml');
    const asked = await run('R-2');
    assert.equal(asked.code, 2);
    assert.match(
      asked.err,
      /risks\.yaml:9 \(Ours\), risks\.yaml:15 \(Theirs\)\. Say which .* --path FILE, --path FILE:LINE/,
    );
    assert.equal((await run('R-2', '--path', 'risks.yaml')).code, 2);
    assert.match((await run('R-2', '--path', 'risks.yaml:1')).err, /No entry with the id R-2 is at risks\.yaml:1/);
    assert.match((await run('R-2', '--from', 'nowhere')).err, /nowhere has no entry R-2/);
    assert.match((await run('R-1')).err, /Only one entry has the id R-1: risks\.yaml:3/);
    assert.match((await run('R-9')).err, /No entry has the id `R-9`/);
    assert.equal(text('risks.yaml'), before);
  });

  it('works without git by place, and keeps line ends', async () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const folder = temporary({
      'landfall.yaml': 'landfall: 1\nname: X\n',
      'a.yaml': risks(risk('R-1', 'One')),
      'b.yaml': windows(risks(risk('R-1', 'Two'))),
      'issues.yaml': issues(issue('I-1', 'R-1')),
    });
    const unsure = await landfall(['renumber', 'R-1', '--path', 'b.yaml'], { cwd: folder });
    assert.equal(unsure.code, 2);
    assert.match(unsure.err, /meant here: issues\.yaml:8\. Say --references move/);
    const done = await landfall(['renumber', 'R-1', '--path', 'b.yaml', '--references', 'keep', '--format', 'json'], {
      cwd: folder,
    });
    assert.equal(done.code, 0, done.err);
    const { version, ...said } = JSON.parse(done.out) as Record<string, unknown>;
    assert.deepEqual(said, { kind: 'risks', old: 'R-1', id: 'R-2', moved: 0, kept: 1, changed: ['b.yaml'] });
    assert.equal(version, 1);
    assert.equal(readFileSync(path.join(folder, 'b.yaml'), 'utf8'), windows(risks(risk('R-2', 'Two'))));
  });
});
