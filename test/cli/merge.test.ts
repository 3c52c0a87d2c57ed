// The merge driver as git calls it: real repositories, branches and merges, with the built command line.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { put, temporaryFolders } from '../temporary';
import { DRIVER_SETTINGS } from '../../src/node/attributes';
import { cli, landfall } from './landfall';

const A = '  - id: R-1\n    title: Data\n    probability: 2\n    impact: 2\n    status: open\n';
const B = '  # from the workshop\n  - id: R-2\n    title: 人员\n    probability: 2\n    impact: 2\n    status: open\n';
const fresh = (id: string, title: string) => A.replace('R-1', id).replace('Data', title);
const risks = (...items: readonly string[]): string => `kind: risks\nitems:\n${items.join('')}`;
const base = risks(A, B);
const NODE = process.execPath.replaceAll('\\', '/');
const OURS = `"${NODE}" "${cli}" merge --marker-size=%L --ours=%X --theirs=%Y -- %O %A %B %P`;

describe('landfall merge', function () {
  this.timeout(60_000);
  const temporary = temporaryFolders();

  function repository(file: string, start: string, driver: string) {
    const folder = temporary({ 'landfall.yaml': 'landfall: 1\nname: X\n', [file]: start });
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      LANDFALL_NO_CACHE: '1',
      LANG: 'C',
    };
    const git = (...args: readonly string[]) =>
      spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
    const must = (...args: readonly string[]): void => {
      const { status, stderr } = git(...args);
      assert.equal(status, 0, stderr);
    };
    const commit = (): void => {
      must('add', '-A');
      must('commit', '-q', '-m', 'x');
    };
    const branch = (name: string, changed: string): void => {
      must('checkout', '-q', '-b', name, 'main');
      put(folder, { [file]: changed });
      commit();
    };
    execFileSync(process.execPath, [cli, 'init', '--merge-driver'], { cwd: folder, env });
    must('init', '-q');
    must('symbolic-ref', 'HEAD', 'refs/heads/main');
    must('config', 'merge.landfall.driver', driver);
    commit();
    const text = () => readFileSync(path.join(folder, file), 'utf8');
    return { folder, git, branch, text };
  }

  function merged(ours: string, theirs: string, start = base, file = 'risks.yaml', driver = OURS) {
    const { branch, git, text } = repository(file, start, driver);
    branch('ours', ours);
    branch('theirs', theirs);
    git('checkout', '-q', 'ours');
    const { status, stderr } = git('merge', '-q', '--no-edit', 'theirs');
    return { status, stderr, text: text(), unmerged: git('ls-files', '--unmerged').stdout };
  }

  it('merges what lines could not, through git', () => {
    const got = merged(risks(A, B, fresh('R-3', 'Ours')), risks(A, B, fresh('R-4', 'Theirs')));
    assert.equal(got.status, 0, got.stderr);
    assert.equal(got.text, risks(A, B, fresh('R-3', 'Ours'), fresh('R-4', 'Theirs')));
    assert.equal(got.unmerged, '');
  });

  it('finds the project in a folder with any name', () => {
    const file = "项目 'A'/登记册/risks 1.yaml";
    const got = merged(risks(A, B, fresh('R-3', 'Ours')), risks(A, B, fresh('R-4', 'Theirs')), base, file);
    assert.equal(got.text, risks(A, B, fresh('R-3', 'Ours'), fresh('R-4', 'Theirs')), got.stderr);
  });

  it('leaves markers in the smallest field, and git knows', () => {
    const got = merged(base.replace('Data', 'Ours'), base.replace('Data', 'Theirs').replace('人员', '人力'));
    assert.equal(got.status, 1);
    assert.match(got.text, /id: R-1\n<{7} .*\n {4}title: Ours\n={7}\n {4}title: Theirs\n>{7} .*\n {4}probability: 2\n/);
    assert.match(got.text, /title: 人力/);
    assert.match(got.stderr, /risks\.yaml: R-1 title: both sides changed it\./);
    assert.match(got.unmerged, /risks\.yaml/);
  });

  it('tells the way out where both sides gave one id to a new entry', () => {
    const got = merged(risks(A, B, fresh('R-3', 'Ours')), risks(A, B, fresh('R-3', 'Theirs')));
    assert.equal(got.status, 1);
    assert.match(got.stderr, /landfall renumber R-3 --from /);
  });

  it('merges by lines, with the reason, what it cannot take apart', () => {
    const twice = risks(A, B, B);
    const got = merged(twice.replace('Data', 'Ours'), `${twice}# end\n`, twice);
    assert.equal(got.status, 0, got.stderr);
    assert.equal(got.text, `${twice.replace('Data', 'Ours')}# end\n`);
    assert.match(got.stderr, /risks\.yaml was merged by lines\. The id R-2 stands twice in one version\./);
    const other = merged('a: ours\n', 'a: theirs\n', 'a: 1\n', 'other.yaml');
    assert.equal(other.status, 1);
    assert.match(other.text, /^<{7} .*\na: ours\n={7}\na: theirs\n>{7} .*\n$/);
  });

  it('keeps both sides where somebody has the setting but not Landfall', () => {
    const driver = /"(.*)"/.exec(DRIVER_SETTINGS[1] ?? '')?.[1] ?? '';
    const nowhere = driver.replaceAll('landfall ', 'no-landfall ');
    const both = base.replace('Data', 'Theirs').replace('人员', '人力');
    const got = merged(base.replace('Data', 'Ours'), both, base, 'risks.yaml', nowhere);
    assert.equal(got.status, 1);
    assert.match(got.text, /<{7} ours\n.*title: Ours\n={7}\n.*title: Theirs\n>{7} theirs\n/);
    assert.match(got.text, /title: 人力/);
    const apart = merged(base.replace('Data', 'Ours'), base.replace('人员', '人力'), base, 'risks.yaml', nowhere);
    assert.equal(apart.status, 0, apart.stderr);
    assert.match(apart.text, /title: Ours\n[^]*title: 人力/);
  });

  it('says what is wrong only since both sides are together', () => {
    const linked = base.replace('status: open\n', 'status: open\n    links: [R-2]\n');
    const got = merged(linked, risks(A), base, 'x/risks.yaml');
    assert.equal(got.status, 0, got.stderr);
    const said = /x\/risks\.yaml: wrong only since both sides are together: LF101 No entry has the id "R-2"/;
    assert.match(got.stderr, said);
  });

  it('keeps bytes that are no text for the merge by lines, and touches nothing that it cannot read', async () => {
    const folder = temporary({ base: 'kind: risks\n', ours: 'kind: \0\n', theirs: Buffer.from([0xff, 0x0a]) });
    const binary = await landfall(['merge', 'base', 'ours', 'theirs'], { cwd: folder });
    assert.equal(binary.code, 1);
    assert.match(binary.err, /not text in UTF-8[\s\S]*could not be merged by lines either/);
    assert.equal(readFileSync(path.join(folder, 'ours'), 'utf8'), 'kind: \0\n');
    const missing = await landfall(['merge', 'base', 'ours', 'nowhere'], { cwd: folder });
    assert.equal(missing.code, 2);
    assert.match(missing.err, /Cannot read .*nowhere/);
  });

  it('says its reasons in Chinese', async () => {
    const folder = temporary({ base, 'o.yaml': base.replace('Data', 'Ours'), 't.yaml': base.replace('Data', 'T') });
    const { code, err } = await landfall(['merge', 'base', 'o.yaml', 't.yaml', 'r.yaml', '--lang', 'zh-cn'], {
      cwd: folder,
    });
    assert.equal(code, 1);
    assert.equal(err, 'r.yaml：R-1 title：双方都作了改动。\n');
  });

  it('answers programs in JSON', async () => {
    const folder = temporary({ base, 'o.yaml': base.replace('Data', 'Ours'), 't.yaml': base.replace('Data', 'T') });
    const { out } = await landfall(['merge', 'base', 'o.yaml', 't.yaml', '--format', 'json'], { cwd: folder });
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      path: 'o.yaml',
      result: 'conflicts',
      conflicts: [{ way: ['items', 'R-1', 'title'], how: 'changed' }],
      findings: [],
    });
    const again = await landfall(['merge', 'base', 'o.yaml', 't.yaml', '--format', 'markdown'], { cwd: folder });
    assert.match(again.out, /^\* o.*yaml was merged by lines\. It has conflict markers already\.\n$/);
  });
});

describe('landfall init --merge-driver', () => {
  const temporary = temporaryFolders();

  it('adds its lines once, behind what is there', async () => {
    const folder = temporary({
      'landfall.yaml': 'landfall: 1\nname: X\n',
      '.gitattributes': '* text=auto\r\n*.bin -text',
    });
    const first = await landfall(['init', '--merge-driver'], { cwd: folder });
    assert.equal(first.code, 0, first.err);
    assert.match(first.out, /git config merge\.landfall\.driver ".*landfall merge .*%O %A %B %P.*"/);
    const written = readFileSync(path.join(folder, '.gitattributes'), 'utf8');
    assert.equal(written, '* text=auto\r\n*.bin -text\r\n*.yaml merge=landfall\r\n*.yml merge=landfall\r\n');
    const second = await landfall(['init', '--merge-driver'], { cwd: folder });
    assert.match(second.out, /says already/);
    assert.equal(readFileSync(path.join(folder, '.gitattributes'), 'utf8'), written);
  });

  it('needs a project', async () => {
    assert.equal((await landfall(['init', '--merge-driver'], { cwd: temporary({}) })).code, 2);
  });
});
