// Quick fixes: what each does to the text, and the law that the finding is gone and nothing else has changed.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { fixAll, fixes, type Offer } from '../../../src/core/features/fixes';
import type { Finding } from '../../../src/core/model/finding';
import { type Path, path } from '../../../src/core/model/id';
import type { Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { applyEdits } from '../../../src/core/syntax/edit';
import { random, type Random } from '../../fuzz/random';
import { findingsOf, projectOf, worldAt } from '../support';
import { changes, offers } from './offered';

const PEOPLE = `
#- people.yaml
kind: people
items:
  - id: li.wei
    title: Li Wei
`;

const risk = (lines: string): string => `
kind: risks
items:
  - id: R-1
    title: Late
    probability: 3
    impact: 3
    status: open
${lines}`;

describe('quick fixes', () => {
  it('write the metric, the rule or the id of a filter that was meant, also in quotes', () => {
    const gate = (...criteria: readonly string[]): string =>
      `#- waves.yaml\nkind: waves\nitems:\n  - { id: W1, title: One }\n#- g.yaml\nkind: gates\nitems:\n  - id: G-1\n    title: Go\n    phase: cutover\n    criteria:\n${criteria.map((one) => `      - ${one}\n`).join('')}`;
    const replaced = (code: string, ...criteria: readonly string[]) =>
      offers(gate(...criteria), code).filter((one) => one.startsWith('Replace'));
    assert.deepEqual(replaced('LF109', '{ metric: "training.covrage{wave=W1}", at_least: 9 }', 'rule: LF4O1'), [
      'Replace by `training.coverage{wave=W1}`\n-      - { metric: "training.covrage{wave=W1}", at_least: 9 }\n+      - { metric: "training.coverage{wave=W1}", at_least: 9 }',
      'Replace by `LF401`\n-      - rule: LF4O1\n+      - rule: LF401',
    ]);
    assert.deepEqual(replaced('LF821', '{ metric: "training.coverage{wave=W2}", at_least: 9 }'), [
      'Replace by `training.coverage{wave=W1}`\n-      - { metric: "training.coverage{wave=W2}", at_least: 9 }\n+      - { metric: "training.coverage{wave=W1}", at_least: 9 }',
    ]);
  });

  it('replace a value by the nearest that is allowed', () => {
    assert.deepEqual(offers(risk('    response: mitigat # as agreed\n'), 'LF023'), [
      'Replace by `mitigate`\n-    response: mitigat # as agreed\n+    response: mitigate # as agreed',
      'Suppress LF023 here, with a reason\n+  # landfall-disable LF023: reason',
    ]);
  });

  it('rename a field, and keep its value', () => {
    assert.equal(
      offers(risk('    respons: mitigate\n'), 'LF020')[0],
      'Replace by `response`\n-    respons: mitigate\n+    response: mitigate',
    );
  });

  it('replace a reference by the nearest id, or create what it names in the nearest register', () => {
    const far = '#- far/away/people.yaml\nkind: people\nitems: []\n';
    const [near, create] = offers(`${risk('    owner: li.wie\n')}${far}${PEOPLE}`, 'LF101');
    assert.equal(near, 'Replace by `li.wei`\n-    owner: li.wie\n+    owner: li.wei');
    assert.equal(create, 'Create the Person "li.wie" in people.yaml\n+  - id: li.wie\n+    title: li.wie');
  });

  it('add the fields that are owed as a block, in the order of the schema', () => {
    const text = 'kind: risks\nitems:\n  - id: R-1\n    title: Late # very\n\n  - id: R-2\n';
    const project = projectOf({ 'risks.yaml': text });
    const [finding] = findingsOf(project).filter((one) => one.code === 'LF021');
    const [offer] = finding ? fixes(project, finding, 'en') : [];
    assert.equal(
      offer && changes(project, offer),
      'Add the missing fields: probability, impact, status\n+    probability: 1\n+    impact: 1\n+    status: open',
    );
    assert.match(offer?.snippet ?? '', /^ {4}probability: \$\{1\|1,2,3,4,5\|\}\n/);
  });

  it('mend characters that only look right, all at once where there are several', () => {
    const item = (id: string): string => `  - id: ${id}\n    title：Late\n`;
    const project = projectOf({ 'risks.yaml': `kind: risks\nitems:\n${item('R-1')}${item('R-2')}` });
    const all = fixAll(project, 'LF009', findingsOf(project));
    assert.equal(
      all && changes(project, all),
      'Fix all of LF009 in this file (2)\n-    title：Late\n-  - id: R-2\n-    title：Late\n+    title: Late\n+  - id: R-2\n+    title: Late',
    );
    assert.equal(fixAll(project, 'LF021', findingsOf(project)), undefined);
  });

  it('take a number out of its quotes', () => {
    assert.match(offers(risk('').replace('impact: 3', 'impact: "3"'), 'LF022')[0] ?? '', /\+ {4}impact: 3$/);
  });

  it('give a duplicate the next free id', () => {
    const twice = `${risk('')}  - id: R-1\n    title: Later\n    probability: 1\n    impact: 1\n    status: open\n`;
    assert.ok(offers(twice, 'LF007').includes('Give it the free id `R-2`\n-  - id: R-1\n+  - id: R-2'));
  });

  it('count over all files for a duplicate, past the former ids', () => {
    const other = `#- other.yaml${risk('').replace('R-1', 'R-7')}    formerly: [R-8]\n#- third.yaml${risk('')}`;
    assert.deepEqual(
      offers(`${risk('')}${other}`, 'LF007').filter((one) => one.startsWith('Give')),
      [
        'Give it the free id `R-9`\n-  - id: R-1\n+  - id: R-9',
        'Give it the free id `R-9`\n-  - id: R-1\n+  - id: R-9',
      ],
    );
  });

  it('add the fields that the front matter of an article owes', () => {
    const article = '#- docs/a.md\n---\norder: 1 # first\n---\n# A\n';
    assert.equal(offers(article, 'LF021')[0], 'Add the missing fields: title\n+title:');
  });

  it('create the change request that a finding asks for, but for what only a person knows', () => {
    const fix = { kind: 'create', of: 'change-requests', title: 'a: b', lists: { covers: ['risks/R-1'] } } as const;
    const finding: Finding = {
      code: 'LF520',
      severity: 'error',
      path: path('risks.yaml'),
      span: { start: 0, end: 4 },
      message: { id: 'edit.refused', args: {} },
      fix,
    };
    const register = 'kind: change-requests\nitems: []\n';
    const project = projectOf({ 'risks.yaml': risk(''), 'cr.yaml': register });
    const [offer] = fixes(project, finding, 'en');
    assert.equal(
      offer && applyEdits(register, offer.edits),
      'kind: change-requests\nitems:\n  - id: CR-001\n    title: "a: b"\n    requested_by:\n    requested_on:\n    reason:\n    status: submitted\n    covers: [risks/R-1]\n',
    );
    const waiting = updated(project, new Map([[path('cr.yaml'), { text: applyEdits(register, offer?.edits ?? []) }]]));
    assert.deepEqual(fixes(waiting, finding, 'en'), []);
    assert.deepEqual(fixes(projectOf({ 'risks.yaml': risk('') }), finding, 'en'), []);
  });

  it('remove a suppression that silences nothing, of several codes only that one', () => {
    const text = risk('').replace('  - id', '  # landfall-disable LF101, LF023: because\n  - id');
    assert.deepEqual(
      offers(text, 'LF031').map((one) => one.split('\n')[0]),
      ['Remove the suppression of LF101', 'Remove the suppression of LF023'],
    );
    assert.match(offers(text, 'LF031')[0] ?? '', /\+ {2}# landfall-disable LF023: because$/);
    const alone = risk('').replace('  - id', '  # landfall-disable LF101: because\n  - id');
    assert.match(offers(alone, 'LF031')[0] ?? '', /\n- {2}# landfall-disable LF101: because$/);
  });

  it('are not offered inside a merge conflict', () => {
    const text = risk('<<<<<<< ours\n    response: mitigat\n=======\n    response: accep\n>>>>>>> theirs\n');
    assert.deepEqual(offers(text, 'LF023'), []);
  });
});

const REGISTERS = {
  'people.yaml': 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n  - id: ann.lee\n    title: Ann Lee\n',
  'risks.yaml': [
    '# Risks of the wave',
    'kind: risks',
    'items:',
    ...[1, 2, 3, 4].flatMap((n) => [
      `  - id: R-00${n}`,
      `    title: Risk number ${n}    # said on day ${n}`,
      '    category: data',
      `    probability: ${n}`,
      '    impact: 3',
      `    owner: ${n % 2 ? 'li.wei' : 'ann.lee'}`,
      '    status: open',
      '',
    ]),
  ].join('\n'),
};

/** Breaks one line of a register as people do. */
function damaged(text: string, r: Random): string {
  const lines = text.split('\n');
  const at = 3 + r.below(lines.length - 4);
  const line = lines[at] ?? '';
  const bad = r.pick<(line: string) => string>([
    (one) => one.replace(': ', '：'),
    (one) => one.replace(': ', ':'),
    (one) => one.replace(/^ {4}/, '\u3000\u3000'),
    (one) => one.replace(/([a-z])([a-z])([a-z])/, '$2$1$3'),
    (one) => one.replace(/([a-z]{2})[a-z](\w*)(\s*(?:#.*)?)$/, '$1$2$3'),
    (one) => one.replace(/: (\d)$/, ": '$1'"),
    (one) => one.replace(/ {2}- id: R-\d+/, '  - id: R-001'),
    (one) => one.replace(/^( *)- /, '$1# landfall-disable LF101, LF023: because\n$1- '),
    () => '    description: a: b',
    () => '',
  ])(line);
  return [...lines.slice(0, at), bad, ...lines.slice(at + 1)].join(r.chance(0.9) ? '\n' : '\r\n');
}

describe('the law of the fix', () => {
  it('holds over damaged registers: the finding is gone, other entities are as they were', function () {
    this.timeout(60_000);
    const check = checker();
    const found = (project: Project): readonly Finding[] =>
      [...finish(check.check(worldAt(project))).findings.values()].flat();
    const sound = projectOf(REGISTERS);
    let tried = 0;
    for (let seed = 1; seed <= 1_500; seed++) {
      const r = random(seed);
      let text: string = REGISTERS['risks.yaml'];
      for (let times = 1 + r.below(2); times > 0; times--) text = damaged(text, r);
      const project = updated(sound, new Map([[path('risks.yaml'), { text }]]));
      const before = found(project);
      for (const finding of before) {
        for (const offer of fixes(project, finding, 'en')) {
          tried++;
          const file = project.files.get(offer.path)?.text ?? '';
          const after = updated(project, new Map([[offer.path, { text: applyEdits(file, offer.edits) }]]));
          const told = `seed ${seed}: ${changes(project, offer)}`;
          assert.ok(count(found(after), finding) < count(before, finding), `${told}\nstill there`);
          const { slices = [], starts = [] } = project.files.get(finding.path) ?? {};
          const slice = starts.findLastIndex((start) => start <= finding.span.start);
          // What could not be cut into its items before has more of them now.
          if (after.files.get(finding.path)?.slices.length !== slices.length) continue;
          assert.deepEqual(
            others(after, finding.path, slice, offer),
            others(project, finding.path, slice, offer),
            told,
          );
        }
      }
    }
    assert.ok(tried > 1_000, `${tried} fixes`);
  });
});

const count = (findings: readonly Finding[], one: Finding): number =>
  findings.filter(({ code, path: file }) => code === one.code && file === one.path).length;

/** The values of every entity but those of one slice, and the one that the offer brings. */
function others(project: Project, at: Path, slice: number, offer: Offer): readonly string[] {
  const fresh = offer.title.id === 'action.create' ? offer.title.args.id : undefined;
  return [...project.files.values()].flatMap((file) =>
    file.slices.flatMap(({ entities }, index) =>
      file.path === at && index === slice
        ? []
        : entities.filter(({ id }) => id !== fresh).map(({ value }) => JSON.stringify(value)),
    ),
  );
}
