// What makes an entity real: asked for at `¦`, answered by ids.
import assert from 'node:assert/strict';
import { implementations } from '../../../src/core/features/implementations';
import { path } from '../../../src/core/model/id';
import { projectOf } from '../support';

const requirement = 'kind: requirements\nitems:\n  - id: REQ-1\n    title: Close\n    module: fi\n';
const others = {
  'm.yaml': 'kind: modules\nitems:\n  - id: fi\n    title: Finance\n',
  'c.yaml': 'kind: configuration\nitems:\n  - id: fi.close\n    title: C\n    requirement: REQ-1\n    links: [REQ-2]\n',
  't.yaml': 'kind: tests\nitems:\n  - id: TC-1\n    title: T\n    covers: [REQ-1, fi.close]\n',
  'risks.yaml': 'kind: risks\nitems:\n  - id: R-1\n    title: R\n    threatens: [REQ-1]\n    links: [REQ-1]\n',
};

function made(marked: string, file = 'q.yaml'): readonly string[] {
  const files = { 'q.yaml': requirement, ...others, [file]: marked.replace('¦', '') };
  return implementations(projectOf(files), path(file), marked.indexOf('¦')).map(({ id }) => id);
}

describe('implementations', () => {
  it('finds what says so by its reference, and what the entity itself names', () => {
    assert.deepEqual(made(requirement.replace('REQ', 'R¦EQ')), ['fi.close', 'TC-1', 'fi']);
    assert.deepEqual(made(requirement.replace('Close', 'Cl¦ose')), ['fi.close', 'TC-1', 'fi']);
  });
  it('answers at a reference, leaves out mere links, and says nothing where there is nothing', () => {
    assert.deepEqual(made(others['risks.yaml'].replace('[REQ-1]', '[REQ¦-1]'), 'risks.yaml'), [
      'fi.close',
      'TC-1',
      'fi',
    ]);
    assert.deepEqual(made(others['c.yaml'].replace('id: fi', 'id: f¦i'), 'c.yaml'), ['TC-1']);
    assert.deepEqual(made(others['t.yaml'].replace('TC', 'T¦C'), 't.yaml'), []);
    assert.deepEqual(made('name: ot¦her\n', 'other.yaml'), []);
  });
});
