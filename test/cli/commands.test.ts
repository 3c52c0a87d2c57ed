// The other commands as processes, and what every command has in common: help, languages, wrong calls, pipes.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolders } from '../temporary';
import { cli, landfall } from './landfall';
import { project } from './project';

describe('landfall', () => {
  const folder = temporaryFolders();
  const inProject = (...args: readonly string[]) => landfall(args, { cwd: folder(project) });

  describe('list', () => {
    it('prints a table whose columns hold Chinese', async () => {
      const { code, out } = await inProject('list', 'risks', '--lang', 'zh-cn');
      assert.equal(code, 0);
      assert.equal(
        out,
        [
          '编号   标题                状态    概率  影响  负责人',
          'R-001  历史患者主数据重复  未关闭  4     9     li.we',
          'R-002  =SUM(A1)            已关闭  2     2     gone',
          '',
        ].join('\n'),
      );
    });

    it('prints CSV that a spreadsheet neither misreads nor runs', async () => {
      const { out } = await inProject('list', 'risks', '--format', 'csv');
      assert.equal(
        out,
        "\ufeffid,title,owner,probability,impact,status\r\nR-001,历史患者主数据重复,li.we,4,9,open\r\nR-002,'=SUM(A1),gone,2,2,closed\r\n",
      );
    });

    it('prints JSON with the values of the register', async () => {
      const { out } = await inProject('list', 'requirements', '--format', 'json');
      assert.deepEqual(JSON.parse(out), {
        version: 1,
        kind: 'requirements',
        entries: [
          {
            id: 'REQ-1',
            title: 'Register patients',
            path: 'requirements.yaml',
            line: 3,
            value: { id: 'REQ-1', title: 'Register patients', priority: 'must', status: 'dropped' },
          },
        ],
      });
    });

    it('takes the Chinese name of a kind, and says so when there are none', async () => {
      assert.equal((await inProject('list', '风险')).code, 0);
      assert.deepEqual(await inProject('list', 'waves'), {
        code: 0,
        out: '',
        err: 'There is no entry of the kind Waves yet.\n',
      });
    });
  });

  describe('show', () => {
    it('prints an entry with what refers to it', async () => {
      const { code, out } = await inProject('show', 'REQ-1');
      assert.equal(code, 0);
      assert.equal(
        out,
        `Requirement REQ-1 Register patients
requirements.yaml:3:11

Priority  Must
Status    Dropped

Referred to by
  tests/TC-1 Register (Covers)  tests.yaml:3:11
  tests/TC-1 Again (Covers)  tests.yaml:4:11
`,
      );
    });

    it('prints both where an id stands twice, and takes kind/id', async () => {
      const { out } = await inProject('show', 'tests/TC-1', '--format', 'json');
      const { entries } = JSON.parse(out) as { entries: readonly { line: number }[] };
      assert.deepEqual(
        entries.map((one) => one.line),
        [3, 4],
      );
    });

    it('suggests what was probably meant', async () => {
      assert.deepEqual(await inProject('show', 'R-01'), {
        code: 2,
        out: '',
        err: 'No entry has the id `R-01`. Did you mean `R-001`?\n',
      });
      assert.equal((await inProject('show', '李伟')).err, 'No entry has the id `李伟`. Did you mean `li.wei`?\n');
    });
  });

  describe('kinds', () => {
    it('lists the kinds that ship, in or out of a project', async () => {
      const { code, out } = await landfall(['kinds', '--format', 'json'], { cwd: folder({}) });
      const { kinds } = JSON.parse(out) as { kinds: readonly { name: string; builtIn: boolean }[] };
      assert.equal(code, 0);
      for (const name of ['risks', 'phases', 'articles', 'project'])
        assert.ok(
          kinds.some((one) => one.name === name),
          name,
        );
      assert.ok(kinds.every((one) => one.builtIn));
    });

    it('describes one of them, as a table, as data and as a page', async () => {
      const around = { cwd: folder({}) };
      const { code, out } = await landfall(['kinds', 'timesheets', '--lang', 'zh-cn'], around);
      assert.equal(code, 0);
      assert.match(out, /^工时 timesheets\n[^\n]+\n\n字段 +填写内容 +含义\n/);
      assert.match(out, /^hours \* +数字，不小于 0，或一组字段 +/m);
      const { out: data } = await landfall(['kinds', 'risks', '--format', 'json'], around);
      const { fields } = JSON.parse(data) as { fields: readonly { field: string; takes: string; required: boolean }[] };
      const { field, takes, required } = fields.find((one) => one.field === 'probability') ?? {};
      assert.deepEqual([field, takes, required], ['probability', 'a whole number, 1 to 5', true]);
      assert.match((await landfall(['kinds', 'risks', '--format', 'markdown'], around)).out, /^# Risks `risks`\n/);
      const unknown = await landfall(['kinds', 'risk'], around);
      assert.deepEqual([unknown.code, unknown.out], [2, '']);
    });
  });

  describe('explain', () => {
    it('prints the page of a rule in the language asked for', async () => {
      assert.match((await landfall(['explain', 'lf101'])).out, /^# LF101 Unknown id\n/);
      assert.match((await landfall(['explain', 'LF101', '--lang', 'zh-cn'])).out, /^# LF101 [^\n]*[\u4e00-\u9fff]/);
    });

    it('knows which rules there are', async () => {
      const { code, err } = await landfall(['explain', 'LF110']);
      assert.equal(code, 2);
      assert.match(err, /^There is no rule `LF110`\. Did you mean LF\d{3}\?\n$/);
    });
  });

  describe('init', () => {
    for (const lang of ['en', 'zh-cn']) {
      it(`begins a project in ${lang} that checks clean`, async () => {
        const cwd = folder({});
        const { code, out } = await landfall(['init', 'new/project', '--name', 'A: b # 项目', '--lang', lang], { cwd });
        assert.equal(code, 0);
        assert.match(out, /landfall check new\/project/);
        const check = await landfall(['check', 'new/project', '--fail-on', 'info', '--format', 'json'], { cwd });
        assert.equal(check.code, 0, check.out);
        assert.equal(
          (JSON.parse(check.out) as { projects: readonly { name: string }[] }).projects[0]?.name,
          'A: b # 项目',
        );
      });
    }

    it('refuses to overwrite, names what is in the way and writes nothing', async () => {
      const cwd = folder({ 'people.yaml': 'mine' });
      const { code, err } = await landfall(['init'], { cwd });
      assert.equal(code, 2);
      assert.match(err, /^Nothing was written: people\.yaml in `\.` would be overwritten\.\n$/);
      assert.deepEqual(readdirSync(cwd), ['people.yaml']);
      assert.equal(readFileSync(path.join(cwd, 'people.yaml'), 'utf8'), 'mine');
    });

    it('refuses a place inside another project', async () => {
      const { code, err } = await inProject('init', 'sub');
      assert.equal(code, 2);
      assert.equal(err, 'Nothing was written: `sub` is inside the project `.`. Begin the new one beside it.\n');
    });
  });

  describe('any command', () => {
    const wrong: Readonly<Record<string, string>> = {
      chekc: 'There is no command `chekc`. Did you mean `check`?\n',
      'check --fromat json':
        '`landfall check` has no option `--fromat`. Did you mean `--format`?\nHelp: landfall check --help\n',
      'check --format yaml':
        '`yaml` is not allowed for `--format`. Allowed: text, json, sarif, junit, markdown, gitlab.\nHelp: landfall check --help\n',
      'check --format':
        '`--format` needs a value: text, json, sarif, junit, markdown, gitlab.\nHelp: landfall check --help\n',
      'check --help=yes': '`--help` takes no value.\nHelp: landfall check --help\n',
      'check a b': '`b` is one word too many.\nHelp: landfall check --help\n',
      'check nowhere': 'There is no folder `nowhere`.\n',
      'check a.txt': '`a.txt` is a file. Give the folder of the project.\n',
      '-C nowhere check': 'There is no folder `nowhere`.\n',
      list: 'KIND is missing.\nHelp: landfall list --help\n',
      'list risk -C sub': 'There is no kind `risk`. Did you mean `risks`?\n',
      'show x': 'There are projects below it: sub. Choose one with -C.\n',
    };
    for (const [line, said] of Object.entries(wrong)) {
      it(`refuses \`${line}\` with exit code 2`, async () => {
        const cwd = folder({ 'a.txt': '', 'sub/landfall.yaml': 'landfall: 1\nname: Sub\n' });
        assert.deepEqual(await landfall(line.split(' '), { cwd }), { code: 2, out: '', err: said });
      });
    }

    it('says that there is no project, and how to begin one', async () => {
      const cwd = folder({});
      const { code, err } = await landfall(['check'], { cwd });
      assert.equal(code, 2);
      assert.equal(
        err,
        `No project: there is no landfall.yaml in \`${cwd}\`, above it or below it. \`landfall init\` begins one.\n`,
      );
    });

    it('helps, in both languages, on each command and on all', async () => {
      for (const name of ['check', 'list', 'show', 'kinds', 'explain', 'init']) {
        for (const lang of ['en', 'zh-cn']) {
          const { code, out, err } = await landfall([name, '--help', '--lang', lang]);
          assert.deepEqual({ code, err }, { code: 0, err: '' });
          assert.ok(out.includes(`landfall ${name}`) && out.includes('--lang'), out);
          assert.equal(/[\u4e00-\u9fff]/.test(out), lang === 'zh-cn');
        }
        assert.ok((await landfall(['--help'])).out.includes(`  ${name}`));
      }
      assert.equal((await landfall([])).code, 2);
    }).timeout(60_000);

    it('knows its version', async () => {
      const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
      assert.deepEqual(await landfall(['--version']), { code: 0, out: `${version}\n`, err: '' });
    });

    it('speaks the language of --lang, else of LANDFALL_LANG, else of the locale', async () => {
      const chinese = async (args: readonly string[], env: Readonly<Record<string, string>>) =>
        /没有命令/.test((await landfall(['nothing', ...args], { env })).err);
      assert.equal(await chinese([], { LANG: 'zh_CN.UTF-8' }), true);
      assert.equal(await chinese([], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }), false);
      assert.equal(await chinese([], { LANG: 'zh_CN.UTF-8', LANDFALL_LANG: 'en' }), false);
      assert.equal(await chinese(['--lang', 'zh-cn'], { LANG: 'C' }), true);
      assert.equal(await chinese(['--lang', 'zh'], { LANG: 'C' }), true);
    });

    it('writes everything into a pipe, and ends quietly when nobody reads on', async function () {
      if (process.platform === 'win32') this.skip();
      const items = Array.from(
        { length: 2000 },
        (_, i) => `  - { id: R-${i}, title: Risk, probability: 9, impact: 9, status: open }`,
      );
      const cwd = folder({
        'landfall.yaml': 'landfall: 1\nname: Big\n',
        'risks.yaml': `kind: risks\nitems:\n${items.join('\n')}\n`,
      });
      const { out } = await landfall(['check', '--format', 'json'], { cwd });
      assert.equal((JSON.parse(out) as { findings: readonly unknown[] }).findings.length, 4000);
      const shell = `"${process.execPath}" "${cli}" check --format json | head -n 1`;
      assert.deepEqual(await promisify(execFile)('sh', ['-c', shell], { cwd }), { stdout: '{\n', stderr: '' });
    });

    it('ends with 3 and one line when something is wrong with itself; the details on request', async () => {
      const broken = folder({ 'landfall.yaml': 'landfall: 1\nname: X\n' });
      const script = path.join(broken, 'cli.js');
      copyFileSync(cli, script); // without the bundles that belong to it
      const short = await landfall(['check'], { cwd: broken, script });
      assert.equal(short.code, 3);
      assert.match(short.err, /^Landfall failed: .*LANDFALL_DEBUG=1\.\n$/s);
      const long = await landfall(['check'], { cwd: broken, script, env: { LANDFALL_DEBUG: '1' } });
      assert.match(long.err, /\n\s+at /);
    });
  });
});
