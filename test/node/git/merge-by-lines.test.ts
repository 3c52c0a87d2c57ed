// Git's own merge by lines: what it prints, and that nothing else happens, wherever it runs.
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type LineMerge, mergeByLines } from '../../../src/node/git/merge-by-lines';
import { repositories, script } from './repositories';

describe('a merge by lines', function () {
  this.timeout(30_000);
  const { make, folder } = repositories();

  async function merged(base: string, ours: string, theirs: string | Uint8Array, how: Partial<LineMerge> = {}) {
    const at = folder({ '-base': base, '-ours': ours, '-theirs': theirs });
    const files = { base: path.join(at, '-base'), ours: path.join(at, '-ours'), theirs: path.join(at, '-theirs') };
    const labels = { ours: '--ours', theirs: '分支' };
    const answer = await mergeByLines({ files, labels, markerSize: 7, folder: at, env: process.env, ...how });
    if (answer.kind === 'unavailable') return `${answer.why} ${answer.detail ?? ''}`;
    return { text: Buffer.from(answer.value.bytes).toString(), conflicts: answer.value.conflicts };
  }

  it('takes what stands apart, and marks what does not', async () => {
    const lines = 'a\nb\nc\nd\ne\n';
    const apart = await merged(lines, lines.replace('a', 'A'), lines.replace('e', 'E'));
    assert.deepEqual(apart, { text: 'A\nb\nc\nd\nE\n', conflicts: false });
    const both = await merged('a\n', 'b\n', 'c\n', { markerSize: 9 });
    const text = '<<<<<<<<< --ours\nb\n=========\nc\n>>>>>>>>> 分支\n';
    assert.deepEqual(both, { text, conflicts: true });
  });

  it('says when git cannot', async () => {
    const binary = await merged('a\n', 'b\n', Uint8Array.of(0, 1, 2));
    assert.ok(typeof binary === 'string' && /^broken .*binary/.test(binary));
    const nowhere = await merged('a\n', 'b\n', 'c\n', { env: { PATH: '/nowhere' } });
    assert.equal(nowhere, 'no-git ');
  });

  it('runs nothing that the repository names', async () => {
    const outside = folder({});
    const marks = path.join(outside, 'marks');
    mkdirSync(marks);
    const evil = script(outside, 'evil', `touch "${marks}/$1"; cat`);
    const made = make({ '.gitattributes': '* diff=evil filter=evil merge=evil text\n' });
    const names = ['core.fsmonitor', 'core.pager', 'core.editor', 'core.sshCommand', 'core.askPass', 'core.gitProxy'];
    names.push('diff.external', 'diff.evil.textconv', 'diff.evil.command', 'merge.evil.driver', 'merge.tool');
    names.push('filter.evil.clean', 'filter.evil.smudge', 'filter.evil.process', 'gpg.program', 'sequence.editor');
    names.push('pager.merge-file', 'uploadpack.packObjectsHook', 'interactive.diffFilter', 'merge.guitool');
    for (const name of names) made.git('config', name, `${evil} ${name}`);
    made.git('config', 'credential.helper', `!${evil} credential`);
    made.git('config', 'alias.merge-file', `!${evil} alias`);
    appendFileSync(path.join(made.folder, '.git/config'), '[merge]\n\tconflictStyle = diff3\n');
    script(made.folder, 'git', `touch "${marks}/git"`);
    const env = { ...process.env, GIT_EDITOR: `${evil} env`, PAGER: `${evil} env`, GIT_EXTERNAL_DIFF: `${evil} env` };
    const both = await merged('a\n', 'b\n', 'c\n', {
      folder: made.folder,
      env: { ...env, PATH: `.:${process.env.PATH ?? ''}` },
    });
    assert.ok(typeof both !== 'string' && both.conflicts);
    assert.match(both.text, /\|{7} base\na\n/, 'conflicts are shown as the repository wants them');
    assert.deepEqual(readdirSync(marks), []);
  });
});
