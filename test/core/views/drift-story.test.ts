// Who brought the value that stands now: the last commit that changed the field, unless something else stands there.
import assert from 'node:assert/strict';
import type { EntityEvent } from '../../../src/core/history/event';
import { standingAt } from '../../../src/core/history/trail';
import type { Commit, Oid } from '../../../src/core/model/commit';
import { path } from '../../../src/core/model/id';
import type { Json } from '../../../src/core/schema/json';
import { broughtBy } from '../../../src/core/views/drift-story';
import { projectOf } from '../support';

const oid = (sign: string): Oid => sign.repeat(40) as Oid;
const author = { name: 'A', email: 'a@example.com', at: 0, offset: 0 };
const commit = (sign: string, parent?: string): Commit => ({
  oid: oid(sign),
  tree: oid('f'),
  parents: parent === undefined ? [] : [oid(parent)],
  author,
  committer: author,
  message: sign,
  shallow: false,
});
const event = (sign: string, how: EntityEvent['how'], id: string, before: Json | undefined, after: Json) => ({
  commit: oid(sign),
  how,
  kind: 'risks',
  id,
  title: '',
  path: path('risks.yaml'),
  fields: [{ way: ['impact'], before, after }],
});
const standing = standingAt(
  {
    commits: [commit('a'), commit('b', 'a'), commit('c', 'b'), commit('d', 'c')],
    events: [
      event('a', 'added', 'R-0', undefined, 1),
      { ...event('b', 'changed', 'R-1', 1, 2), formerly: 'R-0' },
      event('c', 'changed', 'R-1', 2, 3),
      event('d', 'discarded', 'R-1', 3, 3),
    ],
    unreadable: [],
  },
  oid('d'),
);

/** The commit that brought the impact of R-1. */
function brought(impact: number, way: readonly string[] | undefined = ['impact']): string | undefined {
  const project = projectOf({ 'risks.yaml': `kind: risks\nitems:\n- id: R-1\n  title: One\n  impact: ${impact}\n` });
  const [entity] = project.table('risks');
  const field = way.length ? { way, before: 1, after: impact } : undefined;
  return entity && broughtBy(standing, { entity, field })?.message;
}

describe('who brought what drifted', () => {
  it('is the last commit that changed the field', () => assert.equal(brought(3), 'c'));

  it('is nobody while it is not committed', () => assert.equal(brought(4), undefined));

  it('is not known of a field that the history does not tell of', () =>
    assert.equal(brought(3, ['probability']), undefined));

  it('is of an entity that came who added it, through the ids it had', () => assert.equal(brought(3, []), 'a'));
});
