// `landfall access` as a process: questions about who may do what, in both languages and three forms.
import assert from 'node:assert/strict';
import { temporaryFolders } from '../temporary';
import { landfall } from './landfall';

const files = {
  'landfall.yaml': 'landfall: 1\nname: Test\nstatus_date: 2026-06-01\n',
  'people.yaml':
    'kind: people\nitems:\n  - { id: li.wei, title: 李伟, org: fin }\n  - { id: ann, title: Ann, org: fin }\n',
  'orgs.yaml': 'kind: org-units\nitems:\n  - { id: fin, title: 财务部 }\n',
  'objects.yaml':
    'kind: permission-objects\nitems:\n  - { id: payment, title: 付款单, actions: [propose, approve], scopes: [own, company] }\n',
  'roles.yaml': `kind: roles
items:
  - id: clerk
    title: 应付会计
    grants: [{ object: payment, actions: [propose], scope: own }]
  - id: lead
    title: 应付主管
    inherits: [clerk]
    grants:
      - { object: payment, actions: [approve], when: below 500 }
`,
  'assignments.yaml': `kind: assignments
items:
  - { person: li.wei, roles: [lead], orgs: [fin], from: 2026-01-01 }
  - { person: ann, roles: [clerk] }
`,
  'rules.yaml': `kind: sod-rules
items:
  - { id: SOD-01, title: Propose and approve, conflict: ['payment:propose', 'payment:approve'], risk: high }
`,
};

const CHOOSE =
  'Say what would be: `--assign PERSON=ROLE`, `--grant ROLE=OBJECT:ACTION` or `--revoke ROLE=OBJECT:ACTION`, or else `--rev REV`.';

describe('landfall access', () => {
  const folder = temporaryFolders();
  const ask = (...args: readonly string[]) => landfall(['access', ...args], { cwd: folder(files) });

  it('tells who can, how far and by what', async () => {
    const { code, out } = await ask('who-can', 'payment:propose', '--lang', 'en');
    assert.equal(code, 0);
    assert.equal(
      out,
      [
        'payment:propose in prod on 2026-06-01',
        '',
        'Person         Answer  Scope  Organisations  By',
        '李伟 (li.wei)  yes     own    财务部         assignments.yaml:3 → lead → clerk → payment:[propose]@own (roles.yaml:5)',
        'Ann (ann)      yes     own    everywhere     assignments.yaml:4 → clerk → payment:[propose]@own (roles.yaml:5)',
        '',
      ].join('\n'),
    );
    assert.equal(
      (await ask('who-can', 'payment:propose@company')).out,
      'Nobody can: payment:propose@company in prod on 2026-06-01.\n',
    );
    assert.match((await ask('who-can', 'payment:approve', '--on', '2025-12-31', '--lang', 'zh-cn')).out, /^没有人可以/);
    assert.match((await ask('who-can', 'payment:propose', '--org', 'fin')).out, /Ann/);
    const { code: plain, out: asked } = await landfall(['access', 'who-can', 'payment:propose', '--org', 'fin'], {
      cwd: folder({ ...files, 'calendars.yaml': 'kind: calendars\nitems:\n  - { id: fin, title: 财务日历 }\n' }),
    });
    assert.equal(plain, 0, 'a calendar of that name cannot be meant');
    assert.match(asked, /Ann/);
  });

  it('tells it to programs with the lines it rests on', async () => {
    const { out } = await ask('who-can', 'payment:approve', '--format', 'json');
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      permission: 'payment:approve',
      question: { environment: 'prod', org: null, on: '2026-06-01' },
      holders: [
        {
          person: { id: 'li.wei', name: '李伟' },
          answer: 'unknown',
          scope: null,
          perhaps: 'company',
          except: null,
          orgs: [{ id: 'fin', name: '财务部' }],
          ways: [
            {
              assignment: {
                id: 'li.wei@2026-01-01',
                orgs: [{ id: 'fin', name: '财务部' }],
                from: '2026-01-01',
                to: null,
                path: 'assignments.yaml',
                line: 3,
              },
              roles: [{ id: 'lead', name: '应付主管' }],
              grant: {
                effect: 'grant',
                object: 'payment',
                actions: ['approve'],
                scope: null,
                when: 'below 500',
                path: 'roles.yaml',
                line: 10,
              },
            },
          ],
        },
      ],
    });
  });

  it('tells what somebody or a role may do, and why', async () => {
    assert.match((await ask('of', 'li.wei')).out, /付款单 \(payment\) +propose +yes +own +财务部 +clerk\n/);
    assert.match(
      (await ask('of', 'lead', '--format', 'markdown')).out,
      /\| 付款单 \(payment\) \| approve \| perhaps \|/,
    );
    assert.equal(
      (await ask('why', 'li.wei', 'payment:approve')).out,
      [
        '李伟 (li.wei): payment:approve in prod on 2026-06-01: perhaps company',
        '  granted by',
        '    assignments.yaml:3 → lead → payment:[approve] (roles.yaml:10)  if: below 500',
        '',
      ].join('\n'),
    );
    assert.match((await ask('why', 'ann', 'payment:approve')).out, /: no\n {2}Nothing grants it\.\n$/);
  });

  it('tells conflicts with what makes and ends them', async () => {
    const { code, out } = await ask('conflicts', '--lang', 'zh-cn');
    assert.equal(code, 1);
    assert.equal(
      out,
      [
        '未处理的冲突：2',
        '  SOD-01 Propose and approve：应付主管 (lead)  角色自身 · 视条件而定',
        '    payment:approve：lead → payment:[approve] (roles.yaml:10)  条件：below 500',
        '    payment:propose：lead → clerk → payment:[propose]@own (roles.yaml:5)',
        '    解决办法：',
        '      从角色 lead 去掉 payment:approve（roles.yaml:10） – 1 人共失去 1 项权限',
        '      从角色 clerk 去掉 payment:propose（roles.yaml:5） – 2 人共失去 2 项权限',
        '  SOD-01 Propose and approve：李伟 (li.wei)  prod · 财务部 · 自 2026-01-01 · 视条件而定',
        '    payment:approve：assignments.yaml:3 → lead → payment:[approve] (roles.yaml:10)  条件：below 500',
        '    payment:propose：assignments.yaml:3 → lead → clerk → payment:[propose]@own (roles.yaml:5)',
        '    解决办法：',
        '      从角色 lead 去掉 payment:approve（roles.yaml:10） – 1 人共失去 1 项权限',
        '      收回 li.wei@2026-01-01 的角色 lead（assignments.yaml:3） – 1 人共失去 2 项权限',
        '      从角色 clerk 去掉 payment:propose（roles.yaml:5） – 2 人共失去 2 项权限',
        '',
      ].join('\n'),
    );
    const found = JSON.parse((await ask('conflicts', '--format', 'json')).out) as { counts: object };
    assert.deepEqual(found.counts, { open: 2, upcoming: 0, answered: 0, past: 0 });
  });

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
      ...files,
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

  it('says what is wrong with a question', async () => {
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [
        ['who-cna', 'x'],
        'There is no question `who-cna`. Ask one of: who-can, of, why, what-if, conflicts, hygiene, matrix.',
      ],
      [['who-can'], '`landfall access who-can` needs OBJECT:ACTION[@SCOPE].'],
      [['who-can', 'payment'], '`payment` is no permission. Write `object:action` or `object:action@scope`.'],
      [['who-can', 'paymnt:approve'], 'There is no permission object `paymnt`. Did you mean `payment`?'],
      [['who-can', 'payment:pay'], 'The object `payment` has no action `pay`; it has propose, approve.'],
      [['who-can', 'payment:approve@all'], 'The object `payment` has no scope `all`; it has own, company.'],
      [['of', 'SOD-01'], '`SOD-01` is neither a person nor a role.'],
      [['what-if'], CHOOSE],
      [['what-if', '--rev', 'HEAD', '--grant', 'clerk=payment:approve'], CHOOSE],
      [
        ['what-if', '--grant', 'clerk'],
        '`clerk` grants nothing. Write `ROLE=object:action` or `ROLE=object:action@scope`, more permissions behind commas.',
      ],
      [['what-if', '--grant', 'ann=payment:approve'], '`ann` is no role.'],
      [
        ['what-if', '--revoke', 'lead=payment:propose'],
        'The role `lead` has no grant of its own for `payment:propose`, so there is nothing to revoke.',
      ],
      [['what-if', '--assign', 'ann'], '`ann` assigns nothing. Write `PERSON=ROLE`, more roles behind commas.'],
      [['of', 'ann', '--on', 'today'], '`today` is no day such as 2026-12-05.'],
    ];
    for (const [args, said] of wrong) {
      const { code, err } = await ask(...args);
      assert.deepEqual([code, err], [2, `${said}\n`]);
    }
  });
});
