// `LANDFALL_NO_QUICK_READER=1 npm test` runs all tests without the quick reader, those of the editor by its setting: what they
// ask for must hold both ways.
import assert from 'node:assert/strict';
import { quickReader } from '../src/core/syntax/quick';
import { quickReaderWanted } from '../src/node/quick-reader';

before(() => {
  quickReader.on = quickReaderWanted(process.env);
});

describe('the quick reader', () => {
  it('is used unless the surroundings switch it off', () => {
    assert.equal(quickReaderWanted({}), true);
    assert.equal(quickReaderWanted({ LANDFALL_NO_QUICK_READER: '0' }), true);
    assert.equal(quickReaderWanted({ LANDFALL_NO_QUICK_READER: '1' }), false);
  });
});
