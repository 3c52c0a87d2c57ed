// `landfall gate` as a process: what it prints, its exit codes, any revision, and a decision seen again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolders } from '../temporary';
import { landfall } from './landfall';

const gates = (open: number, decided = '') => `kind: gates
items:
  - id: G-1
    title: 上线 | go
    phase: cutover
    due: 2026-12-01
    criteria:
      - { metric: issues.open-critical, at_most: ${open}, must: true }
      - { text: Rehearsed, met: true, by: li.wei, on: 2026-11-01 }
${decided}  - id: G-2
    title: Later
    phase: operate
    due: 2027-12-01
    criteria:
      - { rule: LF101, must: true }
`;
const DECIDED = '    approvals: [{ person: li.wei, verdict: go, on: 2026-11-10 }]\n    decided_at: v1\n';
const issues = (status: string) => `kind: issues
items:
  - { id: I-1, title: Slow, type: issue, severity: critical, status: ${status}, owner: li.wei, reported_at: 2026-11-01 }
`;
const project = {
  'landfall.yaml': 'landfall: 1\nname: T\nstatus_date: 2026-11-16\n',
  'people.yaml': 'kind: people\nitems:\n  - { id: li.wei, title: 李伟, side: customer }\n',
  'issues.yaml': issues('recorded'),
  'gates.yaml': gates(0),
};

describe('landfall gate', () => {
  const folder = temporaryFolders();

  it('prints the next gate with what to mend, and ends with 1 while a must is unmet', async () => {
    const cwd = folder(project);
    const { code, out } = await landfall(['gate', '--lang', 'en'], { cwd });
    assert.equal(code, 1);
    assert.equal(
      out,
      `G-1 上线 | go · due 2026-12-01 · next
stays closed: 1 of 1 musts unmet · 50 % met

✗ Critical issues open (issues.open-critical) [must]
    1 · wanted: at most 0
    → issues/I-1 Slow, 李伟 issues.yaml:3

✓ Rehearsed [should]
    confirmed by 李伟 on 2026-11-01

All gates
✗ G-1 上线 | go · stays closed: 1 of 1 musts unmet · 50 % met
✓ G-2 Later · can be passed: every must is met · 100 % met
`,
    );
    assert.equal((await landfall(['gate', 'G-2'], { cwd })).code, 0);
    const zh = await landfall(['gate', 'G-1', '--lang', 'zh'], { cwd });
    assert.match(
      zh.out,
      /不能放行：1 个必须项中有 1 个未满足 · 已满足 50%\n\n✗ 未解决的致命问题（issues\.open-critical） \[必须\]/,
    );
  });

  it('writes data and Markdown', async () => {
    const cwd = folder(project);
    const { out } = await landfall(['gate', '--format', 'json', '--lang', 'en'], { cwd });
    const data = JSON.parse(out) as {
      gates: readonly { id: string; passable: boolean; criteria: readonly unknown[] }[];
    };
    assert.deepEqual(
      data.gates.map(({ id, passable }) => [id, passable]),
      [
        ['G-1', false],
        ['G-2', true],
      ],
    );
    assert.deepEqual(data.gates[0]?.criteria[0], {
      name: 'Critical issues open (issues.open-critical)',
      metric: 'issues.open-critical',
      must: true,
      weight: 1,
      state: 'unmet',
      found: '1',
      wanted: 'at most 0',
      silenced: 0,
      blockers: [
        {
          kind: 'issues',
          id: 'I-1',
          title: 'Slow',
          owner: { id: 'li.wei', name: '李伟' },
          path: 'issues.yaml',
          line: 3,
        },
      ],
    });
    const markdown = await landfall(['gate', 'G-1', '--format', 'markdown', '--lang', 'en'], { cwd });
    assert.match(markdown.out, /^## G-1 上线 \\\| go\n/);
    assert.match(
      markdown.out,
      /\| ✗ \| Critical issues open \(issues\.open-critical\) \| unmet \(must\) \| 1 · wanted/,
    );
  });

  it('refuses what is no gate, and a replay of what is not decided', async () => {
    const cwd = folder(project);
    assert.match((await landfall(['gate', 'G-3'], { cwd })).err, /Did you mean/);
    assert.equal((await landfall(['gate', 'I-1'], { cwd })).code, 2);
    const empty = folder({ 'landfall.yaml': 'landfall: 1\nname: T\n' });
    assert.deepEqual(await landfall(['gate', '--lang', 'en'], { cwd: empty }), {
      code: 0,
      out: 'The project has no gates.\n',
      err: '',
    });
  });

  it('answers for a revision, and sets what was known at a decision beside today', async () => {
    const cwd = folder(project);
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd, stdio: 'pipe' });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    git('tag', 'v1');
    writeFileSync(path.join(cwd, 'issues.yaml'), issues('closed'));
    writeFileSync(path.join(cwd, 'gates.yaml'), gates(1, DECIDED));
    assert.equal((await landfall(['gate', 'G-1'], { cwd })).code, 0);
    assert.equal((await landfall(['gate', 'G-1', '--at', 'v1'], { cwd })).code, 1);
    const replayed = await landfall(['gate', 'G-1', '--replay', '--lang', 'en'], { cwd });
    assert.equal(
      replayed.out,
      `G-1 上线 | go
As it was known at v1 (2026-11-16), and on 2026-11-16

✓ Critical issues open (issues.open-critical) [must]
    met · 0
    at v1: unmet · 1

✓ Rehearsed [should]
    met · confirmed by 李伟 on 2026-11-01
    at v1: met · confirmed by 李伟 on 2026-11-01
`,
    );
    const data = await landfall(['gate', 'G-1', '--replay', '--format', 'json'], { cwd });
    assert.match(data.out, /"before": \{\n/);
    const undecided = await landfall(['gate', 'G-2', '--replay', '--lang', 'en'], { cwd });
    assert.deepEqual([undecided.code, undecided.err], [2, '`G-2` is not decided: it has no decided_at.\n']);
  });
});
