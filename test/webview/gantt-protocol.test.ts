// What the panel of the Gantt chart and its page believe of each other.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FromGantt, readFromGantt, readGanttState, readToGantt } from '../../src/webview/protocol/gantt';

const right: readonly FromGantt[] = [
  { type: 'drawn', ms: 12.5 },
  { type: 'ask', query: { zoom: 'day', by: 'owner' } },
  { type: 'choose', key: 'tasks/T-1', reveal: true },
  { type: 'move', key: 'tasks/T-1', how: 'resize', to: 20_000 },
  { type: 'step', key: 'tasks/T-1', how: 'move', later: false },
  { type: 'open-step', step: 3 },
  { type: 'export', format: 'png' },
  { type: 'pixels', bytes: new Uint8Array([1, 2]) },
];

describe('messages of the page of a Gantt chart', () => {
  it('come through as they are, and bring nothing along', () => {
    for (const message of [...right, { type: 'ready' }, { type: 'undo' }, { type: 'too-large' }] as const)
      assert.deepEqual(readFromGantt({ ...structuredClone(message), command: 'rm' }), message);
    const state = { root: '/p', query: { zoom: 'week', by: 'wbs' } };
    assert.deepEqual(readGanttState({ ...state, at: 'x', table: true }), state);
  });

  it('are nothing where a field is wrong', () => {
    for (const message of right)
      for (const name of Object.keys(message))
        for (const value of [undefined, null, {}, [], 'x'.repeat(2000), -0.5, Number.NaN])
          assert.equal(readFromGantt({ ...message, [name]: value }), undefined, `${message.type}.${name}`);
  });

  it('are never an error', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readFromGantt(value);
        readToGantt(value);
        readGanttState(value);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });
});
