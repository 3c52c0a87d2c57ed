// The history of entries on the command line: on the sample's five months, and in a repository made for it.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSample } from '../../src/node/sample-files';
import { materialise } from '../../src/node/sample-history';
import { gitIn, repositories } from '../node/git/repositories';
import { temporaryFolders } from '../temporary';
import { landfall } from './landfall';

describe('landfall history, blame and log', function () {
  this.timeout(60_000);
  const { make, folder } = repositories();
  const files = temporaryFolders();

  const sample = async (): Promise<string> => {
    const root = path.join(folder({}), 'erp');
    await materialise(readSample('media/samples', 'erp'), root);
    return root;
  };

  it('tells the story of a parameter in both languages', async () => {
    const root = await sample();
    const english = await landfall(['history', 'fi.posting.tolerance', '--lang', 'en'], { cwd: root });
    assert.equal(english.err, '');
    assert.equal(
      english.out.replace(/\b[0-9a-f]{10}\b/g, 'COMMIT'),
      `2026-10-19 11:00  邓雯  COMMIT  统一编号：FA-01、FA-02 并入 REQ，fi.tolerance 改名
  ~ Parameter fi.posting.tolerance 过账容差 (was fi.tolerance)
      Change request: CR-002 第二批范围增加质量管理, CR-003 按合同节点开票定制

2026-09-28 11:30  邓雯  COMMIT  过账容差由 500 元调到 200 元
  ~ Parameter fi.tolerance 过账容差
      Value: 500 → 200
      Rationale: nothing → 试运行发现 500 元会漏掉真实差异，见 CR-001
      Change request: CR-001 过账容差由 500 元调到 200 元

2026-09-18 18:00  邓雯  COMMIT  总账与固定资产参数
  + Parameter fi.tolerance 过账容差
`,
    );
    const chinese = await landfall(['history', 'fi.tolerance', '--lang', 'zh-cn'], { cwd: root });
    assert.match(chinese.out, /参数值：500 → 200\n.*\n {6}变更申请：CR-001/);
    const blame = await landfall(['blame', 'fi.posting.tolerance', '--lang', 'zh-cn'], { cwd: root });
    const lines = blame.out.split('\n');
    assert.match(lines[0] ?? '', /^字段 +取值 +谁 +何时 +提交 +原因$/);
    assert.match(blame.out, /^参数值 +200 +邓雯 +2026-09-28 11:30 /m);
    assert.match(blame.out, /^标题 +过账容差 +邓雯 +2026-09-18 18:00 /m);
  });

  it('logs what is asked for, as text, Markdown and JSON', async () => {
    const root = await sample();
    const log = (...args: readonly string[]) => landfall(['log', '--lang', 'en', ...args], { cwd: root });
    const since = await log('--since', '2026-11-13', '--kind', 'configuration');
    assert.match(since.out, /^2026-11-16 20:45 {2}孙磊[^]*\+ Parameter fi\.ap\.match-price-tolerance/);
    assert.doesNotMatch(since.out, /2026-11-11|Risk/);
    const baseline = await log('--since', 'baseline/config-w1-1.0', '--format', 'json', '--author', '罗波');
    const json = JSON.parse(baseline.out) as {
      version: number;
      commits: { author: { name: string }; changes: unknown[] }[];
    };
    assert.equal(json.version, 1);
    assert.ok(json.commits.length > 0);
    assert.deepEqual(new Set(json.commits.map(({ author }) => author.name)), new Set(['罗波']));
    const markdown = await log('--since', '2026-11-13', '--format', 'markdown');
    assert.match(markdown.out, /^- 2026-11-16 20:45 孙磊 `[0-9a-f]{10}` \*\*补录上线准备资料\*\*\n {2}- added /);
    assert.equal((await log('--kind', 'people', '--since', '2027-01-01')).out, 'Nothing of that kind has happened.\n');
    assert.equal((await log('--kind', 'peeple')).code, 2);
    assert.match((await log('--since', '--all')).err, /no commit, branch or tag `--all`/);
    const nowhere = await log('--since', 'nowhere');
    assert.equal(nowhere.code, 2);
  });

  it('puts what is not committed on top, and finds what was removed', async () => {
    const manifest = { 'landfall.yaml': 'landfall: 1\nname: P\n' };
    const made = make({
      ...manifest,
      'p.yaml': 'kind: people\nitems:\n  - id: a\n    title: A\n  - id: b\n    title: B\n',
    });
    made.commit('B leaves', { 'p.yaml': 'kind: people\nitems:\n  - id: a\n    title: A\n' });
    writeFileSync(path.join(made.folder, 'p.yaml'), 'kind: people\nitems:\n  - id: a\n    title: AA\n');
    const run = (...args: readonly string[]) => landfall([...args, '--lang', 'en'], { cwd: made.folder });
    assert.match((await run('history', 'a')).out, /^not committed yet\n {2}~ Person a AA\n {6}Name: A → AA\n\n/);
    assert.match((await run('history', 'people/b')).out, /B leaves\n {2}- Person b B\n\n.*开始\n {2}\+ Person b B\n$/);
    assert.match((await run('blame', 'a')).out, /^Name +AA +not committed yet$/m);
    const json = JSON.parse((await run('blame', 'a', '--format', 'json')).out) as {
      fields: { commit: string | null }[];
    };
    assert.equal(json.fields[1]?.commit, null);
    assert.equal((await run('blame', 'b')).code, 2);
    assert.equal((await run('history', 'c')).code, 2);
  });

  it('works before the first commit and in a shallow clone, and says what it lacks', async () => {
    const root = files({
      'landfall.yaml': 'landfall: 1\nname: P\n',
      'p.yaml': 'kind: people\nitems:\n  - id: a\n    title: A\n',
    });
    const none = await landfall(['history', 'a', '--lang', 'en'], { cwd: root });
    assert.equal(none.code, 2);
    assert.match(none.err, /repository/);
    gitIn(root)('init', '-q');
    assert.match(
      (await landfall(['log', '--lang', 'en'], { cwd: root })).out,
      /^not committed yet\n[^]*\+ Person a A\n/,
    );
    const long = await sample();
    const clone = files({});
    rmSync(clone, { recursive: true });
    gitIn(long)('clone', '-q', '--depth=3', `file://${long}`, clone);
    const cut = await landfall(['blame', 'fi.posting.tolerance', '--lang', 'en'], { cwd: clone });
    assert.match(cut.err, /^The clone is shallow/);
    assert.match(cut.out, /before the history here begins/);
  });
});
