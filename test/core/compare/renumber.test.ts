// Which references follow an entry that gets another id than its twin.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { placeOf, renumber, type Renumbering, twinIn, twinsOf } from '../../../src/core/compare/renumber';
import { tell } from '../../../src/core/messages/message';
import { applied } from '../features/applied';
import { type Files, projectOf } from '../support';

const risk = (id: string, title: string, more = ''): string => `  - id: ${id}\n    title: ${title}\n${more}`;
const risks = (...items: readonly string[]): string => `kind: risks\nitems:\n${items.join('')}`;
const issue = (id: string, ref: string): string => `  - id: ${id}\n    title: ${id}\n    links: [${ref}] # ${id}\n`;
const issues = (...items: readonly string[]): string => `kind: issues\nitems:\n${items.join('')}`;

const ours: Files = { 'a.yaml': risks(risk('R-1', 'Old'), risk('R-2', 'Ours')), 'i.yaml': issues(issue('I-1', 'R-2')) };
const theirs: Files = {
  'a.yaml': risks(risk('R-1', 'Old')),
  'b.yaml': risks(risk('R-2', 'Theirs', '    description: see [[R-2]]\n')),
  'i.yaml': issues(issue('I-2', 'risks/R-2')),
};
const both: Files = {
  'a.yaml': risks(risk('R-1', 'Old'), risk('R-2', 'Ours')),
  'b.yaml': risks(risk('R-2', 'Theirs', '    description: see [[R-2]]\n')),
  'i.yaml': issues(issue('I-1', 'R-2'), issue('I-2', 'risks/R-2')),
};

function renumbered(files: Files, path: string, how: Renumbering = {}): Files {
  const project = projectOf(files);
  const entity = twinsOf(project, 'R-2').find((one) => placeOf(project, one).startsWith(path));
  assert.ok(entity);
  const answer = finish(renumber(project, entity, how));
  if (!answer.ok) throw new Error(tell(answer.error, 'en'));
  return applied(files, answer.value.edits);
}

describe('renumbering one of two entries with one id', () => {
  const sides = { mine: projectOf(theirs), other: projectOf(ours) };

  it('takes along what only its branch said of it', () => {
    const after = {
      ...both,
      'b.yaml': risks(risk('R-3', 'Theirs', '    description: see [[R-3]]\n')),
      'i.yaml': issues(issue('I-1', 'R-2'), issue('I-2', 'risks/R-3')),
    };
    assert.deepEqual(renumbered(both, 'b.yaml', { sides }), after);
  });

  it('does not let the fresh entry remember the id of the other', () => {
    const after = renumbered(both, 'a.yaml', { sides: { mine: sides.other, other: sides.mine } });
    assert.deepEqual(after, {
      ...both,
      'a.yaml': risks(risk('R-1', 'Old'), risk('R-3', 'Ours')),
      'i.yaml': issues(issue('I-1', 'R-3'), issue('I-2', 'risks/R-2')),
    });
  });

  it('refuses to guess, and takes the word of whoever knows', () => {
    assert.throws(() => renumbered(both, 'b.yaml'), /which of the entries is meant here: i\.yaml:5, i\.yaml:8\./);
    const moved = renumbered(both, 'b.yaml', { unclear: 'move', id: 'R-9' });
    assert.equal(moved['i.yaml'], issues(issue('I-1', 'R-9'), issue('I-2', 'risks/R-9')));
    const kept = renumbered(both, 'b.yaml', { unclear: 'keep' });
    assert.equal(kept['i.yaml'], both['i.yaml']);
  });

  it('cannot tell what both branches said, or neither', () => {
    const later = { ...both, 'i.yaml': issues(issue('I-9', 'R-2')) };
    assert.throws(() => renumbered(later, 'b.yaml', { sides }), /i\.yaml:5/);
    const same = { mine: projectOf({ ...theirs, 'i.yaml': issues(issue('I-1', 'R-2')) }), other: sides.other };
    assert.throws(
      () => renumbered({ ...both, 'i.yaml': ours['i.yaml'] ?? '' }, 'b.yaml', { sides: same }),
      /i\.yaml:5/,
    );
  });

  it('gives no id that is in use, was, or is in use on a branch', () => {
    assert.throws(() => renumbered(both, 'b.yaml', { sides, id: 'R-1' }), /R-1 is in use: a\.yaml:3/);
    assert.throws(() => renumbered(both, 'b.yaml', { sides, id: 'R 1' }), /cannot be an id/);
    const more = projectOf({ ...theirs, 'c.yaml': risks(risk('R-7', 'Not here yet')) });
    const after = renumbered(both, 'b.yaml', { sides: { ...sides, mine: more } });
    assert.match(after['b.yaml'] ?? '', /id: R-8\n/);
  });

  it('knows the entry that a branch brought, also when it was edited since', () => {
    const project = projectOf({ ...both, 'b.yaml': risks(risk('R-2', 'Theirs', '    status: open\n')) });
    const twins = twinsOf(project, 'risks/R-2');
    assert.equal(twinIn(twins, sides.mine)?.path, 'b.yaml');
    assert.equal(twinIn(twins, sides.other)?.path, 'a.yaml');
    assert.equal(twinIn(twins, projectOf({})), undefined);
  });
});
