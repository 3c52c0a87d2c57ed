// `landfall impact` as a process.
import assert from 'node:assert/strict';
import { temporaryFolders } from '../temporary';
import { landfall } from './landfall';

const files = {
  'landfall.yaml': 'landfall: 1\nname: T\n',
  'scope.yaml': 'kind: requirements\nitems:\n  - { id: Q-1, title: 过账, priority: must, status: built }\n',
  'tests.yaml': 'kind: tests\nitems:\n  - { id: TC-1, title: Post, type: uat, covers: [Q-1], expected: x }\n',
};

describe('landfall impact', () => {
  const folder = temporaryFolders();
  const run = (...args: readonly string[]) => landfall(['impact', ...args], { cwd: folder(files) });

  it('prints what an entry touches, as text and as data', async () => {
    assert.equal(
      (await run('Q-1', '--lang', 'zh-cn')).out,
      'Q-1 过账 的影响\n波及 1 项：测试用例 1\n\nrequirements/Q-1 过账\n  tests/TC-1 Post (覆盖)\n',
    );
    const { touched, summary } = JSON.parse((await run('Q-1', '--format', 'json', '--lang', 'en')).out);
    assert.deepEqual(touched, [
      {
        entry: 'tests/TC-1',
        title: 'Post',
        by: 'requirements/Q-1',
        field: 'Covers',
        steps: 1,
        later: false,
        done: false,
      },
    ]);
    assert.deepEqual(summary.kinds, { tests: 1 });
  });

  it('refuses what there is not, with what was meant', async () => {
    const { code, err } = await run('Q-2', '--lang', 'en');
    assert.equal(code, 2);
    assert.match(err, /Did you mean `Q-1`/);
  });
});
