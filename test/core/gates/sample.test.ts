// The story of the Chinese sample: three real reasons keep the first wave from going live, and README names them.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { keyOf } from '../../../src/core/project/project';
import { askingOf, gateViews } from '../../../src/core/views/gates';
import { readSample } from '../../../src/node/sample-files';
import { projectOf, worldAt } from '../support';

describe('the gates of the sample erp', () => {
  const { files } = readSample('media/samples', 'erp');
  const checked = finish(checker().check(worldAt(projectOf(Object.fromEntries(files)))));
  const gates = gateViews(askingOf(checked));

  it('hold the next go-live for three reasons, each with what to mend', () => {
    const next = gates.find(({ isNext }) => isNext);
    assert.equal(next?.gate.id, 'G-02');
    const open = next?.criteria.filter(({ state, verdict }) => state.criterion.must && verdict !== 'met') ?? [];
    assert.deepEqual(
      open.map(({ state, blockers }) => [
        state.criterion.asked.kind === 'metric' ? state.criterion.asked.text : '',
        blockers(1).map(({ entity }) => keyOf(entity))[0],
      ]),
      [
        ['issues.open-critical{wave=W1}', 'issues/I-008'],
        ['training.coverage{wave=W1}', 'people/chen.yulan'],
        ['migration.accuracy', 'migration-rounds/MIG-vendors@1'],
      ],
    );
    assert.ok(files.get('README.md')?.includes('I-008'));
  });

  it('let the blueprint through, and would today', () => {
    const [first] = gates;
    assert.deepEqual([first?.gate.id, first?.decision, first?.state.open], ['G-01', 'go', 0]);
  });
});
