// `landfall access` as a process: questions about who may do what, in both languages and three forms.
import assert from 'node:assert/strict';
import { temporaryFolders } from '../temporary';
import { accessFiles } from './access-files';
import { landfall } from './landfall';

const CHOOSE =
  'Say what would be: `--assign PERSON=ROLE`, `--grant ROLE=OBJECT:ACTION` or `--revoke ROLE=OBJECT:ACTION`, or else `--rev REV`.';

describe('landfall access', () => {
  const folder = temporaryFolders();
  const ask = (...args: readonly string[]) => landfall(['access', ...args], { cwd: folder(accessFiles) });

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
      cwd: folder({ ...accessFiles, 'calendars.yaml': 'kind: calendars\nitems:\n  - { id: fin, title: 财务日历 }\n' }),
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
