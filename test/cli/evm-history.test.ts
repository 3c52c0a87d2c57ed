// `landfall evm --history` in a real repository: what was planned, earned and spent at each past status date.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolders } from '../temporary';
import { landfall } from './landfall';

const plan = (percent: number): string => `kind: tasks
items:
  - { id: S, title: 配置, phase: build }
  - { id: A, title: 总账, parent: S, start: 2026-03-02, finish: 2026-03-06, budget: 500, links: [fi]${percent ? `, percent: ${percent}, actual_start: 2026-03-02` : ''} }
  - { id: B, title: 应付, parent: S, start: 2026-03-09, finish: 2026-03-13, budget: 1000 }
`;
const costs = (...days: readonly string[]): string =>
  `kind: costs\nitems:${days.length ? '' : ' []'}\n${days.map((day, at) => `  - { id: C-${at}, date: ${day}, amount: 100.10, task: A }\n`).join('')}`;

describe('landfall evm --history', () => {
  const folder = temporaryFolders();

  function repository(): string {
    const root = folder({
      'landfall.yaml':
        'landfall: 1\nname: T\nstart: 2026-03-02\ntime_zone: UTC\nphases: [{ id: build, title: Build }]\n',
      'modules.yaml': 'kind: modules\nitems:\n  - { id: fi, title: 财务, in_scope: true, priority: must }\n',
      'baselines.yaml':
        'kind: baselines\nitems:\n  - { id: BL-1, title: 合同, type: contract, tag: b1, commit: abcdef0, date: 2026-03-02, scope: [tasks] }\n',
      'tasks.yaml': plan(0),
      'costs.yaml': costs(),
    });
    const git = (on: string, ...args: readonly string[]): void => {
      const at = `${on}T10:00:00Z`;
      const who = {
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@b',
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@b',
      };
      const env = { ...process.env, ...who, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
      execFileSync('git', args, { cwd: root, env, stdio: 'ignore' });
    };
    const commit = (on: string, files: Readonly<Record<string, string>>): void => {
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, name), text);
      git(on, 'add', '-A');
      git(on, 'commit', '-q', '-m', on);
    };
    git('2026-02-27', 'init', '-q', '-b', 'main');
    commit('2026-02-27', {});
    git('2026-03-02', 'tag', '-a', '-m', 'b1', 'b1');
    commit('2026-03-04', { 'tasks.yaml': plan(20), 'costs.yaml': costs('2026-03-03') });
    // Of two commits of a day the last one counts.
    commit('2026-03-06', { 'tasks.yaml': plan(50) });
    commit('2026-03-06', { 'tasks.yaml': plan(60), 'costs.yaml': costs('2026-03-03', '2026-03-05') });
    commit('2026-03-10', { 'tasks.yaml': plan(100), 'status.md': '' });
    return root;
  }

  it('has the figures of each day, worked out by hand', async () => {
    const root = repository();
    const { code, out, err } = await landfall(['evm', '--history', '--rev', 'HEAD', '--format', 'json'], { cwd: root });
    assert.equal(code, 0, err);
    const { points } = JSON.parse(out) as {
      points: {
        on: string;
        why?: string;
        total?: Record<string, number>;
        earned_schedule?: { earned: number; actual: number };
      }[];
    };
    assert.deepEqual(
      points.map(({ on, total, earned_schedule: es }) => [on, total?.pv, total?.ev, total?.ac, es?.earned, es?.actual]),
      [
        // Before the baseline there is nothing to hold it against.
        ['2026-02-27', undefined, undefined, undefined, undefined, undefined],
        ['2026-03-04', 300, 100, 100.1, 1, 3],
        ['2026-03-06', 500, 300, 200.2, 3, 5],
        // 500 were to be earned after five days, and two days of B have gone by.
        ['2026-03-10', 900, 500, 200.2, 5, 7],
      ],
    );
    assert.match(points[0]?.why ?? '', /No `contract` or `current` baseline/);
  });

  it('prints a bar a day, ends with the present, and goes by module in CSV', async () => {
    const root = repository();
    writeFileSync(
      path.join(root, 'tasks.yaml'),
      plan(100).replace('budget: 1000', 'budget: 1000, percent: 10, actual_start: 2026-03-10'),
    );
    writeFileSync(
      path.join(root, 'landfall.yaml'),
      'landfall: 1\nname: T\nstart: 2026-03-02\nstatus_date: 2026-03-11\n',
    );
    const { out } = await landfall(['evm', '--history', '--lang', 'zh-cn'], { cwd: root });
    const rows = out.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
    assert.match(
      rows[1] ?? '',
      /^2026-03-04 300\.00 100\.00 100\.10 0\.33 1\.00 0\.33 1,501\.50 =\$ +\|$|^2026-03-04 300\.00 100\.00 100\.10 0\.33 1\.00 0\.33 1,501\.50 =\$ \|$/,
    );
    assert.match(rows[4] ?? '', /^2026-03-11 1,100\.00 600\.00 200\.20 0\.55 3\.00 /);
    assert.match(out, /没有数据的状态日期：1 个。/);
    const csv = (await landfall(['evm', '--history', '--by', 'module', '--format', 'csv'], { cwd: root })).out.split(
      '\r\n',
    );
    assert.deepEqual(
      csv.filter((line) => line.startsWith('2026-03-10')).map((line) => line.split(',').slice(0, 6).join(',')),
      ['2026-03-10,fi,财务,500,500,500', '2026-03-10,,,1000,400,0', '2026-03-10,,,1500,900,500'],
    );
    assert.equal((await landfall(['evm', '--history', '--on', '2026-03-04'], { cwd: root })).code, 2);
  });

  it('says what is missing', async () => {
    const root = folder({ 'landfall.yaml': 'landfall: 1\nname: T\n', 'tasks.yaml': plan(0) });
    assert.equal((await landfall(['evm', '--history'], { cwd: root })).code, 2);
  });
});
