// Every command that asks git, in a repository whose settings, attributes and hooks name programs: none of them runs, nor
// for the one thing that is written, a baseline's tag.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostileSettings } from '../node/git/hostile-settings';
import { repositories, script } from '../node/git/repositories';
import { put } from '../temporary';
import { landfall } from './landfall';

const risk = (id: string, title: string): string => `  - { id: ${id}, title: ${title}, probability: 2, impact: 3 }\n`;
const risks = (...items: readonly string[]): string => `kind: risks\nitems:\n${items.join('')}`;
const HOOKS = ['reference-transaction', 'post-index-change', 'pre-commit', 'post-checkout', 'pre-auto-gc', 'update'];

describe('a hostile repository on the command line', function () {
  this.timeout(120_000);
  const { make, folder } = repositories();

  function trapped() {
    const outside = folder({});
    const marks = path.join(outside, 'marks');
    mkdirSync(marks);
    const evil = script(outside, 'evil', `touch "${marks}/$1"; cat`);
    const made = make({ 'landfall.yaml': 'landfall: 1\nname: X\n', 'risks.yaml': risks(risk('R-1', 'A')) });
    const first = made.git('rev-parse', 'HEAD');
    made.git('tag', '-a', 'bl-1', '-m', 'BL-1');
    made.commit('second', {
      'baselines.yaml': `kind: baselines\nitems:\n  - id: BL-1\n    title: X\n    tag: bl-1\n    commit: ${first}\n    date: 2026-06-15\n    scope: [risks/*]\n`,
    });
    // Two branches that gave one id to two entries, merged.
    made.git('checkout', '-q', '-b', 'side');
    made.commit('theirs', { 'more.yaml': risks(risk('R-2', 'Theirs')) });
    made.git('checkout', '-q', 'main');
    made.commit('ours', { 'risks.yaml': risks(risk('R-1', 'A'), risk('R-2', 'Ours')) });
    made.git('merge', '-q', '-m', 'merge', 'side');
    const config = path.join(made.folder, '.git/config');
    writeFileSync(
      config,
      `${readFileSync(config, 'utf8').replace('version = 0', 'version = 1')}${hostileSettings(evil)}`,
    );
    put(made.folder, { '.gitattributes': '* diff=evil filter=evil merge=evil text\n', 'hooks/x': '' });
    mkdirSync(path.join(made.folder, '.git/hooks'), { recursive: true });
    for (const hook of HOOKS)
      for (const place of ['.git/hooks', 'hooks'])
        script(path.join(made.folder, place), hook, `touch "${marks}/${hook}"`);
    script(made.folder, 'git', `touch "${marks}/git"`);
    const env = {
      PATH: `.:${process.env.PATH ?? ''}`,
      HOME: outside,
      GIT_AUTHOR_NAME: 'x',
      GIT_EDITOR: `${evil} GIT_EDITOR`,
      GIT_EXTERNAL_DIFF: `${evil} GIT_EXTERNAL_DIFF`,
      GIT_SSH_COMMAND: `${evil} GIT_SSH_COMMAND`,
      GIT_PAGER: `${evil} GIT_PAGER`,
      PAGER: `${evil} PAGER`,
    };
    // Who sets a tag must be known to git; by the user's own settings, which are not the repository's.
    put(outside, { '.gitconfig': '[user]\n\tname = 李伟\n\temail = li.wei@example.cn\n' });
    const run = (...args: readonly string[]) => landfall([...args, '--lang', 'en'], { cwd: made.folder, env });
    return { made, run, ran: () => readdirSync(marks) };
  }

  it('has nothing run by any command', async () => {
    const { made, run, ran } = trapped();
    const commands: readonly (readonly string[])[] = [
      ...[['check'], ['check', '--rev', 'HEAD~1'], ['check', '--changed', 'HEAD~1'], ['list', 'risks']],
      ...[['diff'], ['diff', 'HEAD~1'], ['diff', 'BL-1', 'side'], ['review', 'HEAD~2'], ['history', 'R-1']],
      ...[['blame', 'R-1'], ['log'], ['log', '--since', 'bl-1'], ['renumber', 'R-2', '--from', 'side']],
      ...[
        ['baseline', 'list'],
        ['baseline', 'verify'],
        ['baseline', 'diff', 'BL-1'],
        ['init', '--merge-driver'],
      ],
    ];
    for (const command of commands) {
      const { err, code } = await run(...command);
      assert.notEqual(code, 3, err);
      assert.doesNotMatch(err, /is not in a git repository|Git could not/, command.join(' '));
      assert.deepEqual(ran(), [], command.join(' '));
    }
    put(made.folder, { 'b.yaml': 'x\n', 'o.yaml': 'y\n', 't.yaml': 'z\n' });
    assert.equal((await run('merge', 'b.yaml', 'o.yaml', 't.yaml', 'risks.yaml')).code, 1);
    assert.deepEqual(ran(), []);
    // The trap works: git itself falls into it.
    try {
      made.git('status');
    } catch {}
    assert.notDeepEqual(ran(), []);
  });

  it('has nothing run when a baseline is set', async () => {
    const { made, run, ran } = trapped();
    const scope = ['--title', '合同基线', '--scope', 'risks/R-1'];
    const set = await run('baseline', 'create', ...scope, '--tag', 'baseline/x', '--yes');
    assert.equal(set.code, 0, set.err);
    assert.deepEqual(ran(), []);
    writeFileSync(path.join(made.folder, '.git/config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n');
    assert.equal(made.git('cat-file', '-t', 'baseline/x'), 'tag');
    assert.match(made.git('cat-file', 'tag', 'baseline/x'), /tagger 李伟[^]*\n\n合同基线$/);
  });
});
