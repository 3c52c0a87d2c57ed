// `landfall schedule` as a process: the table with its bars, data for programs, what it refuses.
import assert from 'node:assert/strict';
import { temporaryFolders } from '../temporary';
import { landfall } from './landfall';

const files = {
  'landfall.yaml': 'landfall: 1\nname: T\nstart: 2026-03-02\nstatus_date: 2026-03-04\n',
  'waves.yaml': 'kind: waves\nitems:\n  - { id: W1, title: First, scope: [], go_live: 2026-05-01 }\n',
  'tasks.yaml': `kind: tasks
items:
  - { id: S, title: 配置, wave: W1 }
  - { id: A, title: 总账参数, parent: S, duration: 2d, actual_start: 2026-03-02, actual_finish: 2026-03-03 }
  - { id: B, title: 应付参数, parent: S, duration: 4d, after: [A], finish: 2026-03-06 }
  - { id: C, title: 培训, duration: 2d }
  - { id: M, title: 上线, milestone: true, after: [{ task: B, lag: 1d }] }
`,
};

describe('landfall', () => {
  const folder = temporaryFolders();
  const inProject = (...args: readonly string[]) => landfall(['schedule', ...args], { cwd: folder(files) });

  describe('schedule', () => {
    it('prints dates, float and bars', async () => {
      const { code, out } = await inProject('--lang', 'zh-cn');
      assert.equal(code, 0);
      const rows = out.split('\n').map((line) => line.trimEnd().replace(/\s+/g, ' '));
      assert.match(rows[0] ?? '', /^任务 开始 完成 工期 完成% 总时差 偏差/);
      assert.match(rows[1] ?? '', /^S 配置 2026-03-02 2026-03-10 7 33 0 ~+$/);
      assert.match(rows[2] ?? '', /^ A 总账参数 2026-03-02 2026-03-03 2 100 =+ \|$/);
      assert.match(rows[3] ?? '', /^ B 应付参数 2026-03-05 2026-03-10 4 0 0 \+2 \| #+$/);
      assert.match(rows[4] ?? '', /^C 培训 2026-03-05 2026-03-06 2 0 3 \| -+$/);
      assert.match(rows[5] ?? '', /^M 上线 2026-03-11 2026-03-11 0 0 0 \| \*$/);
      assert.match(out, /预计完成：2026-03-11。4 项任务中有 2 项位于关键路径。/);
    });

    it('narrows to what is critical and to a wave', async () => {
      const critical = JSON.parse((await inProject('--critical', '--format', 'json')).out) as {
        tasks: { id: string }[];
      };
      assert.deepEqual(
        critical.tasks.map(({ id }) => id),
        ['S', 'B', 'M'],
      );
      const wave = await inProject('--wave', 'W1', '--format', 'csv');
      assert.deepEqual(
        wave.out.split('\r\n').map((line) => line.split(',')[0]),
        ['\ufeffid', 'S', 'A', 'B', ''],
      );
      assert.equal((await inProject('--wave', 'W9')).code, 2);
    });

    it('says in data why a task is not earlier', async () => {
      const { out } = await inProject('--format', 'json');
      const { version, on, finish, tasks } = JSON.parse(out) as Record<string, unknown> & {
        tasks: Record<string, unknown>[];
      };
      assert.deepEqual([version, on, finish], [1, '2026-03-04', '2026-03-11']);
      assert.deepEqual(
        tasks.map(({ id, why }) => [id, why]),
        [
          ['S', 'its parts'],
          ['A', 'actual dates'],
          ['B', 'not done by the status date'],
          ['C', 'not done by the status date'],
          ['M', 'FS from B +1 d'],
        ],
      );
      assert.deepEqual(tasks[2]?.planned, { start: null, finish: '2026-03-06' });
    });

    it('draws a Gantt chart for Mermaid', async () => {
      const { out } = await inProject('--format', 'mermaid');
      assert.match(
        out,
        /^gantt\n {2}dateFormat YYYY-MM-DD\n {2}section 配置\n {2}总账参数 :done, 2026-03-02, 2026-03-04\n/,
      );
      assert.match(out, /上线 :crit, milestone, 2026-03-11, 0d/);
    });

    it('names who is asked for too much, by which tasks and in which projects', async () => {
      const plan = (id: string) => ({
        'landfall.yaml': `landfall: 1\nname: 项目${id}\nstatus_date: 2026-03-04\n`,
        'people.yaml': 'kind: people\nitems:\n  - { id: ann, title: 安, capacity: 80 }\n',
        'tasks.yaml': `kind: tasks\nitems:\n  - { id: ${id}, title: 配置, start: 2026-03-05, finish: 2026-03-06, assigned: [{ person: ann, units: 60 }] }\n`,
      });
      const [one, other] = [folder(plan('A')), folder(plan('B'))];
      const load = (...args: readonly string[]) => landfall(['schedule', '--load', ...args], { cwd: one });
      assert.match((await load()).out, /ann 安 +1\.2 +1\.6 +=\n[^]*Only the tasks of this project are seen/);
      const both = await load('--with', other, '--lang', 'zh-cn');
      assert.match(
        both.out,
        /安，2026-03-05 … 2026-03-06（2 天）：最多需要一天的 120%，可用 80%：A \(项目A\)、B \(项目B\)。/,
      );
      assert.doesNotMatch(both.out, /仅统计本项目/);
      const { people } = JSON.parse((await load('--with', other, '--format', 'json')).out) as {
        people: { id: string; over_days: number; overloads: { days: { date: string; asked_percent: number }[] }[] }[];
      };
      assert.deepEqual(people[0]?.overloads[0]?.days[0], {
        date: '2026-03-05',
        asked_percent: 120,
        available_percent: 80,
        tasks: ['A', 'B'],
      });
      assert.match(
        (await load('--with', other, '--format', 'csv')).out,
        /ann,安,2026-03-05,120,80,A \(项目A\) B \(项目B\)\r\n/,
      );
      assert.equal((await load('--critical')).code, 2);
      assert.equal((await load('--with', 'nowhere')).code, 2);
      assert.equal((await landfall(['schedule', '--with', other], { cwd: one })).code, 2);
    });

    it('needs the baseline in git for the earned value, and says so', async () => {
      const { code, out } = await landfall(['evm', '--format', 'json'], { cwd: folder(files) });
      assert.equal(code, 0);
      assert.deepEqual(JSON.parse(out), {
        version: 1,
        on: '2026-03-04',
        why: 'The baseline is in git, and there is no repository to read it from.',
      });
      assert.equal((await landfall(['evm', '--on', 'soon'], { cwd: folder(files) })).code, 2);
    });

    it('prints the runbook of a wave', async () => {
      const golive = {
        ...files,
        'steps.yaml':
          'kind: cutover-steps\nitems:\n  - { id: CUT-1, title: 停机, wave: W1, start: T, duration: 90min, performer: ann, verify: ok, rollback_duration: 30min, rehearsals: [{ date: 2026-04-20, ok: true, started: 2026-04-20T10:00:00Z, finished: 2026-04-20T11:35:00Z }] }\n',
        'waves.yaml':
          'kind: waves\nitems:\n  - { id: W1, title: First, go_live: 2026-05-01, window: { from: 2026-05-01T18:00:00Z, to: 2026-05-01T20:00:00Z } }\n',
      };
      const { code, out } = await landfall(['cutover', '--lang', 'zh-cn'], { cwd: folder(golive) });
      assert.equal(code, 0);
      assert.match(out, /CUT-1 停机 +2026-05-01 18:00 +2026-05-01 19:30 +90 +95 \+5 +0:00 +ann +#+/);
      assert.match(out, /2026-05-01 19:30 结束，比窗口关闭时间 2026-05-01 20:00 提前 0:30。/);
      assert.match(out, /最晚安全放弃时间：2026-05-01 19:30。全部回退需要 0:30。/);
      assert.match(out, /已计时演练 1\/1 个步骤，用时 1:35，计划 1:30。/);
      const data = JSON.parse((await landfall(['cutover', 'W1', '--format', 'json'], { cwd: folder(golive) })).out) as {
        waves: { slack_minutes: number }[];
      };
      assert.equal(data.waves[0]?.slack_minutes, 30);
      assert.equal((await landfall(['cutover', 'W9'], { cwd: folder(golive) })).code, 2);
      assert.match((await landfall(['cutover'], { cwd: folder(files) })).out, /no wave with cutover steps/);
    });

    it('says so where there is no task', async () => {
      const { code, out } = await landfall(['schedule'], {
        cwd: folder({ 'landfall.yaml': 'landfall: 1\nname: T\n' }),
      });
      assert.deepEqual([code, out], [0, 'No task to schedule.\n']);
    });
  });
});
