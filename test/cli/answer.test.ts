// The kept answer of a check may save time and nothing else: whatever changes, the report is that of a new check.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { reportOfTree } from '../../src/cli/answer';
import type { Call } from '../../src/cli/call';
import type { CheckedProject } from '../../src/core/views/report';
import { readPack, writePack } from '../../src/node/pack';
import { random } from '../fuzz/random';
import { repositories } from '../node/git/repositories';
import { put } from '../temporary';

const FILES = {
  'landfall.yaml': 'landfall: 1\nname: 测试\n',
  'people.yaml': 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n    side: customer\n',
  'risks.yaml':
    'kind: risks\r\nitems:\r\n  - id: R-1\r\n    title: 数据\r\n    owner: li.wie\r\n    probability: 9\r\n',
  'fi.yaml': 'kind: configuration\nitems:\n  - id: fi.a\n    title: A\n    type: number\n    value: 200\n',
  'deliverables.yaml': 'kind: deliverables\nitems:\n  - id: D-1\n    title: Guide\n    path: docs/guide.txt\n',
  'docs/guide.txt': 'guide',
  'notes/a.md': '---\ntitle: A\n---\nSee [[R-1]] and [[R-9]].\n',
  'tests.yaml': 'kind: tests\nitems:\n  - { id: TC-1, title: X, type: uat, covers: [fi.a], expected: done }\n',
  'runs.yaml':
    'kind: test-runs\nitems:\n  - { id: RUN-1, test: TC-1, on: 2026-11-10, result: passed, tester: li.wei }\n',
  'baselines.yaml':
    'kind: baselines\nitems:\n  - id: B-1\n    title: B\n    type: configuration\n    scope: [configuration/fi.*]\n    tag: baseline/one\n    approved_at: 2026-11-11\n    approved_by: [li.wei]\n',
};
const NOW = Date.parse('2026-11-16T04:00:00Z');
const DAY = 24 * 3600 * 1000;

describe('the kept answer of a check', () => {
  const { make, folder: temporary } = repositories();

  function call(folder: string, caches: string, now: number): { readonly call: Call; readonly end: () => void } {
    const waiting: (() => void)[] = [];
    const nothing = (): void => undefined;
    const own: Call = {
      folder,
      env: { XDG_CACHE_HOME: caches, LOCALAPPDATA: caches },
      locale: 'en',
      columns: undefined,
      write: nothing,
      complain: nothing,
      now,
      later: (work) => void waiting.push(work),
      language: 'en',
      option: () => undefined,
      all: () => [],
      words: [],
    };
    return { call: own, end: () => waiting.forEach((work) => work()) };
  }

  async function reported(root: string, caches: string, now = NOW): Promise<CheckedProject> {
    const { call: own, end } = call(root, caches, now);
    const report = await reportOfTree(own, root);
    end();
    return report;
  }

  const plain = (report: CheckedProject): unknown => JSON.parse(JSON.stringify(report));
  const answerFile = (caches: string): string | undefined => {
    const name = readdirSync(path.join(caches, 'landfall')).find((one) => one.endsWith('-answer.pack'));
    return name && path.join(caches, 'landfall', name);
  };

  /** With the cache and without one it is the same; answers whether it is kept now. */
  async function check(root: string, caches: string, now = NOW): Promise<void> {
    assert.deepEqual(plain(await reported(root, caches, now)), plain(await reported(root, temporary({}), now)));
  }

  /** Whether the next check takes the kept answer: one with another name in it comes out as it is. */
  async function isUsed(root: string, caches: string, now = NOW): Promise<boolean> {
    const file = answerFile(caches);
    if (file === undefined) return false;
    const good = readFileSync(file);
    const end = good.length - 4;
    const [ground] = JSON.parse(good.toString('utf8', end - good.readUInt32LE(end), end)) as [string];
    const [name, record] = [...readPack(file, ground)][0] ?? assert.fail();
    const marked = Buffer.from(Buffer.from(record.bytes).toString('utf8').replace('"name":"', '"name":"kept '));
    assert.ok(writePack(file, ground, [[name, { ...record, bytes: marked }]]));
    const used = (await reported(root, caches, now)).name.startsWith('kept ');
    writeFileSync(file, good);
    return used;
  }

  it('comes out again while all is as it was, and is written once', async () => {
    const [root, caches] = [temporary(FILES), temporary({})];
    await check(root, caches);
    assert.equal(await isUsed(root, caches), true);
    const before = statSync(answerFile(caches) ?? '').mtimeMs;
    await check(root, caches);
    assert.equal(statSync(answerFile(caches) ?? '').mtimeMs, before);
    assert.equal(await isUsed(root, caches, NOW + DAY), false, 'another day');
  });

  it('is that of a new check after any change of the files', async () => {
    const [root, caches] = [temporary(FILES), temporary({})];
    const names = Object.keys(FILES);
    for (let seed = 0; seed < 30; seed++) {
      const pick = random(seed);
      const file = path.join(root, pick.pick(names.filter((name) => existsSync(path.join(root, name)))));
      if (pick.chance(0.1)) renameSync(file, path.join(root, `docs/${seed}.yaml`));
      else if (pick.chance(0.12)) rmSync(file);
      else if (pick.chance(0.14)) put(root, { [`docs/${seed}.txt`]: '' });
      else {
        const bytes = Buffer.from(readFileSync(file));
        if (bytes.length) bytes[pick.below(bytes.length)] = pick.below(256);
        writeFileSync(file, bytes);
      }
      await check(root, caches, NOW + pick.below(2) * DAY);
      if (seed % 5 < 4) continue;
      rmSync(path.join(root, 'docs'), { recursive: true, force: true });
      put(root, FILES);
      await check(root, caches);
    }
  }).timeout(120_000);

  it('follows HEAD and the tags where something rests on them', async () => {
    const { folder: root, git } = make(FILES);
    const caches = temporary({});
    const step = async (): Promise<void> => {
      await check(root, caches);
      assert.equal(await isUsed(root, caches), true);
    };
    await step();
    git('tag', '-a', '-m', 'one', 'baseline/one');
    assert.equal(await isUsed(root, caches), false, 'a tag that came');
    await step();
    git('tag', '-a', '-f', '-m', 'two', 'baseline/one');
    assert.equal(await isUsed(root, caches), false, 'a tag that was set anew');
    writeFileSync(path.join(root, 'fi.yaml'), FILES['fi.yaml'].replace('200', '300'));
    await step();
    git('commit', '-q', '-a', '-m', 'two');
    assert.equal(await isUsed(root, caches), false, 'a commit of the same files');
    await step();
    git('tag', '-d', 'baseline/one');
    await step();
    rmSync(path.join(root, '.git'), { recursive: true });
    await step();
  });

  it('is not kept of a shallow clone, whose past may still come', async () => {
    const { folder: origin, git } = make(FILES);
    git('commit', '-q', '--allow-empty', '-m', 'two');
    git('tag', '-a', '-m', 'one', 'baseline/one');
    const [place, caches] = [temporary({}), temporary({})];
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${origin}`, 'clone'], { cwd: place });
    await check(path.join(place, 'clone'), caches);
    assert.equal(answerFile(caches), undefined);
  });

  it('is not kept where it rests on the hour', async () => {
    const gate = (metric: string): string =>
      `kind: gates\nitems:\n  - id: G-1\n    title: G\n    phase: test\n    due: 2026-11-10\n    approvals: [{ person: li.wei, verdict: go, on: 2026-11-10 }]\n    criteria: [{ metric: ${metric}, at_most: 0, must: true }]\n`;
    const issues =
      'kind: issues\nitems:\n  - { id: I-1, title: Slow, type: issue, severity: critical, status: recorded, owner: li.wei, reported_at: 2026-11-15T10:00 }\n';
    for (const [metric, kept] of [
      ['issues.open-critical', true],
      ['issues.sla-resolution', false],
    ] as const) {
      const [root, caches] = [
        temporary({ ...FILES, 'issues.yaml': issues, 'gates.yaml': gate(metric) }),
        temporary({}),
      ];
      await check(root, caches);
      assert.equal(answerFile(caches) !== undefined, kept, metric);
    }
  });

  it('is not believed after any change of its bytes', async () => {
    const [root, caches] = [temporary(FILES), temporary({})];
    const wanted = plain(await reported(root, caches));
    const file = answerFile(caches) ?? assert.fail();
    const good = readFileSync(file);
    for (let seed = 0; seed < 25; seed++) {
      const pick = random(seed);
      const bytes = Buffer.from(good);
      const at = pick.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 + pick.below(255));
      writeFileSync(file, pick.chance(0.7) ? bytes : bytes.subarray(0, at));
      assert.deepEqual(plain(await reported(root, caches)), wanted);
      assert.deepEqual(readFileSync(file), good, 'it is mended');
    }
  }).timeout(60_000);
});
