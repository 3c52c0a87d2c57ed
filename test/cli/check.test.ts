// `landfall check` as a process: what it prints in every format and language, and its exit codes.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { put, temporaryFolders } from '../temporary';
import { landfall, landfallWithout } from './landfall';
import { project } from './project';

const GOLDEN = 'test/cli/fixtures';

/** Compares with a golden file; UPDATE=1 writes it anew. */
function assertGolden(name: string, text: string): void {
  const file = path.join(GOLDEN, name);
  if (process.env.UPDATE) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, 'utf8'));
}

/** The pages of the rules have tests of their own. */
const withoutPages = (out: string): string => out.replace(/,\s*"help": \{[^}]*\}/g, '');

const CLEAN = { 'landfall.yaml': 'landfall: 1\nname: Clean\n' };

describe('landfall check', () => {
  const folder = temporaryFolders();

  for (const language of ['en', 'zh-cn']) {
    for (const format of ['text', 'json', 'sarif', 'junit', 'markdown', 'gitlab']) {
      it(`prints ${format} in ${language}`, async () => {
        const cwd = folder(project);
        const { code, out, err } = await landfall(['check', '--format', format, '--lang', language], { cwd });
        assert.equal(err, '');
        assert.equal(code, 1);
        assertGolden(`check.${language}.${format}`, format === 'sarif' ? withoutPages(out) : out);
      });
    }
  }

  it('says in one line that a project is clean', async () => {
    const { code, out, err } = await landfall(['check'], { cwd: folder(CLEAN) });
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.match(out, /^Nothing to mend: \d+ entries in 1 file checked\.\n$/);
  });

  it('ends with 1 from the severity that --fail-on names', async () => {
    const files = { ...CLEAN, 'a.md': '---\ntitle: Alone\n---\n' };
    const root = folder(files);
    const codes = await Promise.all(
      ['error', 'warning', 'info', 'never'].map(
        async (one) => (await landfall(['check', root, '--fail-on', one])).code,
      ),
    );
    assert.deepEqual(codes, [0, 0, 1, 0]);
    put(root, { 'risks.yaml': 'kind: risks\nitems: [\n' });
    assert.equal((await landfall(['check', root])).code, 1);
    assert.equal((await landfall(['check', root, '--fail-on=never'])).code, 0);
  });

  it('shows paths from where it is asked, also from inside the project', async () => {
    const root = folder({ ...CLEAN, 'sub/risks.yaml': 'kind: riks\nitems: []\n', 'sub/deep/x.txt': '' });
    const place = async (args: readonly string[], cwd: string) =>
      /^\S+/.exec((await landfall(['check', ...args], { cwd })).out)?.[0];
    assert.equal(await place([], root), 'sub/risks.yaml:1:7');
    assert.equal(await place([], path.join(root, 'sub/deep')), '../../sub/risks.yaml:1:7');
    assert.equal(await place([path.basename(root)], path.dirname(root)), `${path.basename(root)}/sub/risks.yaml:1:7`);
    assert.equal(await place(['-C', root], '/'), 'sub/risks.yaml:1:7');
  });

  it('checks every project below a folder that is in none', async () => {
    const cwd = folder({ 'a/landfall.yaml': CLEAN['landfall.yaml'], 'b/c/landfall.yaml': 'landfall: 1\n' });
    const { code, out } = await landfall(['check', '--format', 'json'], { cwd });
    const { projects, findings } = JSON.parse(out) as {
      projects: readonly { path: string }[];
      findings: readonly { path: string }[];
    };
    assert.equal(code, 1);
    assert.deepEqual(
      projects.map((one) => one.path),
      ['a', 'b/c'],
    );
    assert.deepEqual(
      findings.map((one) => one.path),
      ['b/c/landfall.yaml'],
    );
  });

  it('lets nothing in a file reach the terminal', async () => {
    const cwd = folder({ ...CLEAN, 'risks.yaml': 'kind: "\\e[2Jris\\u202Eks"\nitems: []\n' });
    const { out } = await landfall(['check'], { cwd });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there.
    assert.doesNotMatch(out, /[\x00-\x09\x0b-\x1f\u202e]/);
  });

  it('makes a finding of what it may not read, and checks the rest', async function () {
    if (process.platform === 'win32') this.skip(); // Windows knows no such rights.
    const cwd = folder({
      ...CLEAN,
      'risks.yaml': 'kind: risks\n',
      'closed/x.yaml': '',
      'people.yaml': 'kind: peple\nitems: []\n',
    });
    const { code, out } = await landfallWithout(['risks.yaml', 'closed'], ['check'], cwd, folder({}));
    assert.equal(code, 1);
    assert.deepEqual(out.split('\n').slice(0, 3), [
      'closed:1:1 error LF013 This file cannot be read: permission denied.',
      'people.yaml:1:7 error LF002 There is no kind of register called `peple`. Did you mean `people`?',
      'risks.yaml:1:1 error LF013 This file cannot be read: permission denied.',
    ]);
  });
});
