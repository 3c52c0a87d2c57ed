// LF41, what role designs collect: grants that add nothing or that a denial takes away, roles that are alike.
import assert from 'node:assert/strict';
import { filesIn, findingsOf, projectOf } from '../support';
import { check, fixed } from './access-fixtures';

describe('rules about what role designs collect', () => {
  it('LF414: a grant that adds nothing, with its removal', () => {
    const roles = `
#- roles.yaml
kind: roles
items:
  - { id: a, title: A, grants: [{ object: po, actions: [create, view] }] }
  - id: b
    title: B
    inherits: [a]
    grants:
      - { object: po, actions: [create], scope: own }
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF414 This grant on po adds nothing: b has it all without it.
      - { object: pay, actions: [run] }
`;
    check(/LF41[0-4]/, roles);
    assert.doesNotMatch(fixed('LF414', 'roles.yaml', roles.replace(/^ +#.*\n/m, ''))[0] ?? 'scope: own', /scope: own/);
  });

  it('LF415: roles that are alike', () =>
    check(
      /LF415/,
      `
#- roles.yaml
kind: roles
items:
  - { id: a, title: A, grants: [{ object: po, actions: [create, view] }] }
  - { id: b, title: B, grants: [{ object: po, actions: [view] }, { object: po, actions: [create] }] }
  #       ^ LF415 The role b may do exactly what a may.
  - { id: c, title: C, grants: [{ object: po, actions: [create, view] }, { object: pay, actions: [run] }] }
  #       ^ LF415 The role c differs from a only by pay:run. It could inherit it.
  - { id: d, title: D, grants: [{ object: po, actions: [create, view], scope: own }] }
  - { id: e, title: E, grants: [{ object: po, actions: [create, approve] }] }
`,
    ));

  it('LF415: also roles with hundreds of permissions', () => {
    const actions = Array.from({ length: 700 }, (_, at) => `a${at}`);
    const role = (id: string, all: readonly string[]) =>
      `  - { id: ${id}, title: R, grants: [{ object: big, actions: [${all.join(', ')}] }] }\n`;
    const text = [
      '#- objects.yaml\nkind: permission-objects\nitems:\n',
      `  - { id: big, title: Big, actions: [${actions.join(', ')}] }\n`,
      '#- roles.yaml\nkind: roles\nitems:\n',
      role('all', actions),
      role('less', [...actions.slice(0, 400), ...actions.slice(401)]),
      role('same', [...actions].reverse()),
      role('two-less', actions.slice(0, 698)),
      role('other', [...actions.slice(0, 699), 'a0']),
    ];
    const told = findingsOf(projectOf(filesIn(text.join(''))))
      .filter(({ code }) => code === 'LF415')
      .map(({ message: { id, args } }) => [id, args.role, args.other, args.permission]);
    assert.deepEqual(told.sort(), [
      ['role.nearly', 'all', 'less', 'big:a400'],
      ['role.nearly', 'other', 'two-less', 'big:a698'],
      ['role.nearly', 'same', 'less', 'big:a400'],
      ['role.same', 'same', 'all', undefined],
    ]);
  });

  it('LF416: a grant that denials take away, their own or an inherited one, with its removal', () => {
    const roles = `
#- roles.yaml
kind: roles
items:
  - { id: base, title: Base, denies: [{ object: po, actions: [create], scope: own }, { object: pay, actions: "*", when: in December }] }
  - id: a
    title: A
    inherits: [base]
    grants:
      - { object: po, actions: [create], scope: own }
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF416 This grant on po gives nothing to anybody: base denies all of it.
      - { object: po, actions: [create], scope: company }
      - { object: pay, actions: [run] }
  - { id: b, title: B, grants: [{ object: po, actions: [view, approve] }], denies: [{ object: po, actions: [view] }] }
  - { id: c, title: C, grants: [{ object: po, actions: [view] }], denies: [{ object: "*", actions: [view] }] }
  #                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF416 This grant on po gives nothing to anybody: c denies all of it.
`;
    check(/LF416/, roles);
    const [text] = fixed('LF416', 'roles.yaml', roles.replace(/^ +#.*\n/gm, ''));
    assert.doesNotMatch(text ?? 'scope: own }\n      -', /scope: own \}\n {6}- \{ object: po/);
  });
});
