// `landfall access what-if` and `hygiene` as a process: what would change, and what has built up.
import assert from 'node:assert/strict';
import { temporaryFolders } from '../temporary';
import { accessFiles } from './access-files';
import { landfall } from './landfall';

describe('landfall access, of changes', () => {
  const folder = temporaryFolders();
  const ask = (...args: readonly string[]) => landfall(['access', ...args], { cwd: folder(accessFiles) });

  it('tells what would be', async () => {
    const { code, out } = await ask('what-if', '--assign', 'ann=lead', '--lang', 'en');
    assert.equal(code, 1);
    assert.equal(
      out,
      [
        'New conflict SOD-01 "Propose and approve": Ann (ann), prod, everywhere, from 2026-06-01',
        'Ann (ann) gains payment:approve (scope: perhaps company) in prod, everywhere',
        '',
      ].join('\n'),
    );
    const same = await ask('what-if', '--assign', 'ann=clerk', '--format', 'json');
    assert.deepEqual(
      [same.code, JSON.parse(same.out)],
      [0, { version: 1, on: '2026-06-01', permissions: [], brought: [], ended: [] }],
    );
  });

  it('tells what would be if a role were granted something, or granted it no more', async () => {
    const granted = await ask('what-if', '--grant', 'clerk=payment:approve@own', '--lang', 'en');
    assert.deepEqual(
      [granted.code, granted.out],
      [
        1,
        [
          'New conflict SOD-01 "Propose and approve": 应付会计 (clerk), role by itself',
          'New conflict SOD-01 "Propose and approve": Ann (ann), prod, everywhere',
          'No more conflict SOD-01 "Propose and approve": 应付主管 (lead), role by itself',
          'Ann (ann) gains payment:approve (scope: own) in prod, everywhere',
          '李伟 (li.wei) now has payment:approve (scope: own, perhaps company) in prod, 财务部',
          '',
        ].join('\n'),
      ],
    );
    const revoked = await ask('what-if', '--revoke', 'lead=payment:approve', '--lang', 'zh-cn');
    assert.deepEqual(
      [revoked.code, revoked.out],
      [
        0,
        [
          '冲突消除 SOD-01“Propose and approve”：应付主管 (lead)，角色自身',
          '冲突消除 SOD-01“Propose and approve”：李伟 (li.wei)，prod、财务部、自 2026-01-01',
          '李伟 (li.wei) 失去 payment:approve（范围：可能到 company），prod 环境，财务部',
          '',
        ].join('\n'),
      ],
    );
    const several = await ask(
      ...['what-if', '--revoke', 'lead=payment:approve', '--grant', 'clerk=payment:propose@company,payment:propose'],
      ...['--assign', 'ann=lead', '--assign', 'li.wei=clerk', '--format', 'json'],
    );
    const found = JSON.parse(several.out) as Record<'permissions' | 'brought' | 'ended', readonly object[]>;
    assert.deepEqual(
      [several.code, found.permissions.length, found.brought.length, found.ended.length],
      [0, 3, 0, 2],
      several.out,
    );
  });

  it('tells what has built up in roles and assignments', async () => {
    const cwd = folder({
      ...accessFiles,
      'roles.yaml': `kind: roles
items:
  - { id: clerk, title: 应付会计, grants: [{ object: payment, actions: [propose] }] }
  - { id: clerk-2, title: 应付会计（旧）, grants: [{ object: payment, actions: [propose] }] }
  - { id: lead, title: 主管, grants: [{ object: "*", actions: [approve] }, { object: paymnt, actions: [approve] }] }
`,
      'assignments.yaml': `kind: assignments
items:
  - { person: li.wei, roles: [lead], orgs: [fin], approved_by: ann }
  - { person: ann, roles: [clerk], to: 2026-02-01 }
  - { person: gone, roles: [clerk] }
`,
    });
    const told = await landfall(['access', 'hygiene', '--lang', 'zh-cn'], { cwd });
    assert.deepEqual(
      [told.code, told.out],
      [
        0,
        [
          '未使用：没有人因此得到权限（1）',
          '  roles.yaml:4:11 LF420 没有人拥有角色 clerk-2。',
          '',
          '重复或几乎重复（1）',
          '  roles.yaml:4:11 LF415 角色 clerk-2 与 clerk 的权限完全相同。',
          '',
          '悬空或已到期（3）',
          '  assignments.yaml:4:40 LF425 Ann 的授权（clerk）已于 2026-02-01 到期，请删除或续期。',
          '  assignments.yaml:5:15 LF101 没有编号为“gone”的人员。',
          '  roles.yaml:5:84 LF101 没有编号为“paymnt”的权限对象。是不是 payment？',
          '',
          '超员、缺前置角色或未经批准（1）',
          '  assignments.yaml:5:7 LF423 gone 的这条授权没有批准人。',
          '',
        ].join('\n'),
      ],
    );
    const { out } = await landfall(['access', 'hygiene', '--format', 'json'], { cwd });
    const { version, on, topics } = JSON.parse(out) as {
      readonly version: number;
      readonly on: string;
      readonly topics: readonly { readonly topic: string; readonly findings: readonly { readonly code: string }[] }[];
    };
    assert.deepEqual([version, on], [1, '2026-06-01']);
    assert.deepEqual(
      topics.map(({ topic, findings }) => [topic, ...findings.map(({ code }) => code)].join(' ')),
      ['unused LF420', 'alike LF415', 'orphaned LF425 LF101 LF101', 'given LF423'],
    );
    assert.match(
      (await landfall(['access', 'hygiene', '--format', 'markdown', '--lang', 'en'], { cwd })).out,
      /^\*\*Unused: nobody has anything by it \(1\)\*\*\n\n- LF420 Nobody holds the role clerk-2\. \(roles\.yaml:4:11\)/,
    );
  });
});
