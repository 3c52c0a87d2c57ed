// Which change requests an event goes back to: those that its commit names, else those that covered it then.
import assert from 'node:assert/strict';
import type { EntityEvent } from '../../../src/core/history/event';
import { requestLinks } from '../../../src/core/history/requests';
import type { Commit } from '../../../src/core/model/commit';
import { path } from '../../../src/core/model/id';
import { projectOf } from '../support';
import { oidAt } from './told';

const project = projectOf({
  'people.yaml': 'kind: people\nitems:\n  - id: a\n    title: A\n    formerly: [old]\n',
  'cr.yaml': `kind: change-requests
items:
  - {id: CR-1, title: One, status: approved, covers: [people/gone, old], effective_from: 2026-06-01, expires: 2026-06-30}
  - {id: CR-2, title: Two, status: submitted, covers: [people], effective_from: 2026-06-01}
  - {id: CR-3, title: Three, status: implemented, covers: ["people/*"], requested_on: 2026-07-01}
`,
});
const links = requestLinks(project);

const at = (day: string, message = 'why'): Commit => {
  const author = { name: 'L', email: 'l@example.com', at: Date.parse(`${day}T02:00:00Z`), offset: 480 };
  return { oid: oidAt(1), tree: oidAt(1), parents: [], author, committer: author, message, shallow: false };
};
const event = (id: string, how: EntityEvent['how'] = 'changed'): EntityEvent => ({
  commit: oidAt(1),
  how,
  kind: 'people',
  id,
  title: id,
  path: path('people.yaml'),
  fields: [],
});
const told = (one: EntityEvent, commit: Commit | undefined): readonly string[] =>
  links(one, commit).map(({ request, by }) => `${request.id} ${by}`);

describe('the change requests behind an event', () => {
  it('are those that the message names, in its words or its trailers', () => {
    assert.deepEqual(told(event('a'), at('2026-06-10', '见 CR-2。')), ['CR-2 message']);
    assert.deepEqual(told(event('a'), at('2026-06-10', 'x\n\nChange-Request: CR-3, CR-1')), [
      'CR-3 message',
      'CR-1 message',
    ]);
    assert.deepEqual(told(event('a'), at('2026-05-01', 'XCR-1 CR-11')), []);
  });

  it('else those in force that cover it, by an id that it had as well', () => {
    assert.deepEqual(told(event('a'), at('2026-06-10')), ['CR-1 covers']);
    assert.deepEqual(told(event('a'), at('2026-07-02')), ['CR-3 covers']);
    assert.deepEqual(told(event('a'), at('2026-05-31')), []);
    assert.deepEqual(told(event('a'), undefined), ['CR-1 covers']);
  });

  it('cover what was removed, too', () => {
    assert.deepEqual(told(event('gone', 'removed'), at('2026-06-10')), ['CR-1 covers']);
    assert.deepEqual(told(event('other', 'removed'), at('2026-06-10')), []);
  });
});
