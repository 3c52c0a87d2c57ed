// What the command line tells of a project's past, on the sample with its history in a real repository.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSample } from '../../src/node/sample-files';
import { materialise } from '../../src/node/sample-history';
import { put, temporaryFolders } from '../temporary';
import { landfall } from './landfall';

describe('the past on the command line', () => {
  const temporary = temporaryFolders();
  let scratch: string;
  let folder: string;
  const run = (...args: readonly string[]) => landfall([...args, '--lang', 'en'], { cwd: folder });

  before(async function () {
    this.timeout(60_000);
    scratch = mkdtempSync(path.join(tmpdir(), 'landfall-past-'));
    folder = path.join(scratch, 'erp');
    await materialise(readSample('media/samples', 'erp'), folder);
  });

  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('finds the drift that the README of the sample lists', async () => {
    const { out } = await run('check', '--format', 'json');
    const { findings } = JSON.parse(out) as {
      readonly findings: readonly { readonly code: string; readonly path: string }[];
    };
    const found = findings
      .filter(({ code }) => code.startsWith('LF5'))
      .map(({ code, path: file }) => `${code} ${file}`);
    const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
    const listed = [...readme.matchAll(/^\| (LF5\d\d) \| ([^|]+) \|/gm)].map(([, code, file]) => `${code} ${file}`);
    assert.ok(listed.length > 0);
    assert.deepEqual(found.sort(), listed.sort());
  });

  it('checks a commit, a tag and a baseline as they were', async () => {
    assert.equal((await run('check', '--rev', 'HEAD~1')).code, 1, 'batch-size has drifted');
    // An action was late then, as they are, and the first wave had no emergency plan yet; nothing was wrong.
    const then = await run('check', '--rev', 'baseline/config-w1-1.0');
    assert.equal(then.code, 0);
    assert.match(then.out, /LF304 .* \(3 d late\)\.\n.* LF811 .*\n\n2 warnings in 2 files/);
    const tag = await run('check', '--rev', 'baseline/config-w1-1.0', '--format', 'json');
    assert.equal(tag.out, (await run('check', '--rev', 'BL-02', '--format', 'json')).out);
  });

  it('finds only what a change brought', async () => {
    const { code, out } = await run('check', '--changed', 'HEAD~1');
    assert.equal(code, 1);
    assert.match(out, /LF101 No Person has the id "li\.we"/);
    assert.doesNotMatch(out, /batch-size/);
    assert.equal((await run('check', '--changed', 'HEAD')).code, 0);
  });

  it('compares with a commit and with a baseline, by entity and field', async () => {
    const { code, out } = await run('diff', 'HEAD~1', 'HEAD');
    assert.equal(code, 0);
    assert.match(out, /^Issues \(2\)\n {2}~ I-012 .*\n {6}Description: nothing → /m);
    assert.match(out, /^ {2}\+ CR-006 华南分公司提前并入第一批$/m);
    assert.match(
      (await run('diff', 'BL-02')).out,
      /^ {2}~ fi\.bank\.batch-size 批量付款每批笔数\n {6}Value: 100 → 30$/m,
    );
    assert.equal((await run('diff')).out, 'Nothing has changed.\n');
  });

  it('tells what the working tree changed, however it is written', async () => {
    const file = path.join(folder, 'control/risks.yaml');
    const text = readFileSync(file, 'utf8');
    put(folder, {
      'control/risks.yaml': `# a remark\n${text.replace(/( +)status: open\n/, '$1status: "closed" # at last\n')}`,
    });
    const { out } = await run('diff', '--format', 'json');
    put(folder, { 'control/risks.yaml': text });
    const { changes } = JSON.parse(out) as { readonly changes: readonly { readonly fields: readonly unknown[] }[] };
    assert.deepEqual(
      changes.map(({ fields }) => fields),
      [[{ path: ['status'], before: 'open', after: 'closed' }]],
    );
  });

  it('reviews a change as a comment', async () => {
    const { code, out } = await run('review', 'HEAD~3', '--format', 'markdown');
    assert.equal(code, 0);
    assert.match(out, /^## 恒岳机械 ERP 实施项目: HEAD\\~3 → \./);
    assert.ok(out.indexOf('### Baselined, and no approved') < out.indexOf('### New findings'));
    assert.ok(out.length < 60_000);
  });

  it('finds a test that passed before what it proves was changed', async () => {
    const file = path.join(folder, 'config/fi.yaml');
    const text = readFileSync(file, 'utf8');
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=李伟', '-c', 'user.email=li@example.com', ...args], {
        cwd: folder,
        env: { PATH: process.env.PATH, GIT_AUTHOR_DATE: '2026-11-15T10:00:00+08:00' },
      });
    put(folder, { 'config/fi.yaml': text.replace(/(id: fi\.posting\.tolerance[^]*?value: )200/, '$1300') });
    assert.doesNotMatch((await run('check')).out, /LF720/, 'not committed yet');
    git('commit', '--quiet', '-am', 'x');
    try {
      const { out } = await run('check', '--changed', 'HEAD~1');
      assert.match(out, /^测试\/执行\.yaml:15:11 warning LF720 This is of 2026-10-28.* on 2026-11-15 by 李伟 /m);
      assert.match((await run('review', 'HEAD~1')).out, /LF720/);
      assert.doesNotMatch((await run('check', '--rev', 'HEAD~1')).out, /LF720/);
    } finally {
      git('reset', '--quiet', '--hard', 'HEAD~1');
    }
  });

  it('says what there is not', async () => {
    const nowhere = await run('diff', 'no-such-branch');
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.err, /Git knows no commit, branch or tag `no-such-branch`/);
    for (const odd of ['--upload-pack=x', 'a..b', 'x\ny']) assert.equal((await run('diff', '--', odd)).code, 2, odd);
    const plain = temporary({ 'landfall.yaml': 'landfall: 1\nname: X\n' });
    const { code, err } = await landfall(['diff', '--lang', 'zh-cn'], { cwd: plain });
    assert.equal(code, 2);
    assert.match(err, /不在 git 仓库中/);
  });
}).timeout(60_000);
