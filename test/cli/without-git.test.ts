// What the command line does where git is not there, is too old, or was left in the middle of something; and what it
// tells of commits whose files cannot be read.
import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, openSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Made, repositories, script } from '../node/git/repositories';
import { landfall } from './landfall';

const risk = (id: string, title: string): string => `  - { id: ${id}, title: ${title}, probability: 2, impact: 3 }\n`;
const risks = (...items: readonly string[]): string => `kind: risks\nitems:\n${items.join('')}`;
const GIT = [
  ['diff'],
  ['history', 'R-1'],
  ['blame', 'R-1'],
  ['log'],
  ['review'],
  ['check', '--rev', 'HEAD'],
  ['check', '--changed', 'HEAD'],
  ['baseline', 'list'],
  ['baseline', 'verify'],
  ['baseline', 'diff', 'BL-1'],
  ['baseline', 'create', '--title', 'X', '--scope', 'risks/*', '--yes'],
] as const;

describe('the command line', function () {
  this.timeout(120_000);
  const { make, folder } = repositories();

  function project(): Made {
    const made = make({
      'landfall.yaml': 'landfall: 1\nname: 项目\n',
      'risks.yaml': risks(risk('R-1', 'A'), risk('R-2', 'B')),
    });
    made.git('tag', '-a', 'bl-1', '-m', 'BL-1');
    const commit = made.git('rev-parse', 'HEAD');
    made.commit('BL-1', {
      'baselines.yaml': `kind: baselines\nitems:\n  - id: BL-1\n    title: X\n    tag: bl-1\n    commit: ${commit}\n    date: 2026-06-15\n    scope: [risks/*]\n`,
    });
    return made;
  }

  it('says without git, and with an old one, what works all the same, and checks', async () => {
    const made = project();
    const old = folder({});
    script(old, 'git', 'echo "git version 2.29.3"');
    const checked = await landfall(['check', '--lang', 'en'], { cwd: made.folder });
    for (const [PATH, said] of [
      [folder({}), /Git is not installed.*Everything that needs no history works without it/],
      [old, /Git is too old: 2\.30 or newer is needed.*Everything that needs no history works without it/],
    ] as const) {
      const ask = (...args: readonly string[]) =>
        landfall(['--lang', 'en', ...args], { cwd: made.folder, env: { PATH } });
      for (const args of GIT) {
        const { code, err } = await ask(...args);
        assert.equal(code, 2, args.join(' '));
        assert.match(err, said, args.join(' '));
      }
      const check = await ask('check');
      assert.equal(check.code, checked.code);
      assert.equal(check.out.includes('LF1'), checked.out.includes('LF1'));
      for (const args of [['list', 'risks'], ['show', 'R-1'], ['explain', 'LF101'], ['kinds']])
        assert.equal((await ask(...args)).code, 0, args.join(' '));
    }
    // Where nobody merges by lines either, git is told that there is a conflict.
    const three = folder({ 'b.yaml': 'x\n', 'o.yaml': 'y\n', 't.yaml': 'z\n' });
    const merge = ['merge', 'b.yaml', 'o.yaml', 't.yaml', '--lang', 'en'];
    assert.equal((await landfall(merge, { cwd: three, env: { PATH: folder({}) } })).code, 1);
  });

  it('is not held up by a lock, by a merge that waits, or by a signal to git', async () => {
    const made = project();
    made.git('checkout', '-q', '-b', 'side', 'HEAD~1');
    made.commit('theirs', { 'risks.yaml': risks(risk('R-1', 'theirs'), risk('R-2', 'B')) });
    made.git('checkout', '-q', 'main');
    made.commit('ours', { 'risks.yaml': risks(risk('R-1', 'ours'), risk('R-2', 'B')) });
    assert.throws(() => made.git('merge', '-q', 'side'));
    writeFileSync(path.join(made.folder, '.git/index.lock'), '');
    assert.match((await landfall(['check', '--lang', 'en'], { cwd: made.folder })).out, /risks\.yaml.*LF003/);
    for (const args of GIT.slice(0, 7)) {
      const { code, err } = await landfall([...args, '--lang', 'en'], { cwd: made.folder });
      assert.notEqual(code, 3, err);
      assert.notEqual(code, 2, `${args.join(' ')}: ${err}`);
    }
  });

  it('marks commits that cannot be read, and tells the rest', async () => {
    const made = make({ 'landfall.yaml': 'landfall: 1\nname: X\n', 'risks.yaml': 'kind: risks\nitems: [\n' });
    made.commit('readable', { 'risks.yaml': risks(risk('R-1', 'A'), risk('R-2', 'B')) });
    made.commit('broken', { 'risks.yaml': `${risks(risk('R-1', 'A'))}  - id: R-2\n   title: "B\n` });
    made.commit('mended', { 'risks.yaml': risks(risk('R-1', 'A2'), risk('R-2', 'B')) });
    const gone = made.commit('gone', { 'risks.yaml': risks(risk('R-1', 'A3'), risk('R-2', 'B')) });
    made.commit('last', { 'risks.yaml': risks(risk('R-1', 'A4'), risk('R-2', 'B')) });
    const blob = made.git('rev-parse', `${gone}:risks.yaml`);
    unlinkSync(path.join(made.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const ask = (...args: readonly string[]) => landfall(['--lang', 'en', ...args], { cwd: made.folder });
    const log = (await ask('log')).out;
    for (const commit of ['开始', 'broken', 'gone'])
      assert.match(log, new RegExp(`  ${commit}\\n.*risks\\.yaml could not be read at this commit`, 's'));
    const history = await ask('history', 'R-1');
    assert.equal(history.code, 0);
    assert.match(history.out, /last\n.*Title: A2 → A4\n[^]*mended\n.*Title: A → A2\n[^]*readable\n {2}\+ Risk R-1 A/s);
    assert.match((await ask('blame', 'R-1')).out, /^Title +A4 +李伟 .* last$/m);
    assert.match((await ask('blame', 'R-2')).out, /^Title +B +李伟 .* readable$/m);
    const broken = await ask('check', '--rev', 'HEAD~3');
    assert.equal(broken.code, 1);
    assert.match(broken.out, /^risks\.yaml:.* LF001 /m);
    assert.match((await ask('check', '--rev', 'HEAD~1')).out, /^risks\.yaml:.* LF013 /m);
    assert.match((await ask('diff', 'HEAD~3')).out, /R-1.*\n {6}Title: A → A4/);
    assert.equal((await ask('diff', 'HEAD~1')).code, 0);
    assert.equal((await ask('review', 'HEAD~3')).code, 0);
  });

  it('passes over a register of 500 MB in the past, in little memory', async function () {
    if (process.platform === 'win32') this.skip();
    const made = make({ 'landfall.yaml': 'landfall: 1\nname: X\n', 'risks.yaml': risks(risk('R-1', 'A')) });
    const large = openSync(path.join(made.folder, 'risks.yaml'), 'w');
    ftruncateSync(large, 500 * 1024 * 1024);
    closeSync(large);
    made.git('config', 'core.compression', '1');
    made.git('config', 'core.bigFileThreshold', '1m');
    made.commit('500 MB');
    made.commit('small again', { 'risks.yaml': risks(risk('R-1', 'A2')) });
    const witness = folder({ 'peak.cjs': "process.on('exit', () => console.error(process.resourceUsage().maxRSS))" });
    const env = { NODE_OPTIONS: `--require=${path.join(witness, 'peak.cjs')}` };
    for (const args of [
      ['history', 'R-1'],
      ['check', '--rev', 'HEAD~1'],
      ['diff', 'HEAD~1'],
    ]) {
      const { out, err, code } = await landfall([...args, '--lang', 'en'], { cwd: made.folder, env });
      assert.notEqual(code, 3, err);
      assert.ok(Number(/(\d+)\s*$/.exec(err)?.[1]) < 300 * 1024, `${args.join(' ')}: ${err}`);
      if (args[0] === 'history') assert.match(out, /Title: A → A2/);
      if (args[0] === 'check') assert.match(out, /risks\.yaml.*LF012|risks\.yaml.*LF013/);
    }
  });
});
