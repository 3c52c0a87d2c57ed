// What a new baseline may cover: registers and families of ids, earlier scopes first.
import assert from 'node:assert/strict';
import { coveredBy, scopeChoices, typedScope } from '../../../src/core/views/scope-choices';
import { projectOf } from '../support';

const parameter = (id: string): string => `- id: ${id}\n  title: ${id}\n`;
const FILES = {
  'config.yaml': `kind: configuration\nitems:\n${['fi.a', 'fi.b', 'mm.a'].map(parameter).join('')}`,
  'risks.yaml': 'kind: risks\nitems:\n- id: R-1\n  title: One\n- id: R-2\n  title: Two\n',
};
const offered = (files: Readonly<Record<string, string>>): readonly string[] =>
  scopeChoices(projectOf(files), 'en').map(({ scope, register, count }) => `${scope} ${register} ${count}`);

describe('the scopes to choose from', () => {
  it('are the registers with entries, and the families in them that are worth it', () => {
    assert.deepEqual(offered(FILES), [
      'configuration Configuration 3',
      'configuration/fi.* Configuration 2',
      'phases Phases 8',
      'risks Risks 2',
    ]);
  });

  it('begin with what earlier baselines cover, as long as it covers something', () => {
    const baselines = 'kind: baselines\nitems:\n- id: BL-1\n  title: B\n  scope: [risks, R-2, R-9]\n';
    assert.deepEqual(offered({ ...FILES, 'baselines.yaml': baselines }), [
      'risks Risks 2',
      'R-2  1',
      'configuration Configuration 3',
      'configuration/fi.* Configuration 2',
      'phases Phases 8',
    ]);
  });

  it('may be typed, with commas of either width', () => {
    assert.deepEqual(typedScope(' configuration/fi.*，R-001、, risks '), ['configuration/fi.*', 'R-001', 'risks']);
    assert.equal(coveredBy(['configuration/fi.*', 'R-1'], projectOf(FILES)), 3);
    assert.equal(coveredBy(['nothing'], projectOf(FILES)), 0);
  });
});
