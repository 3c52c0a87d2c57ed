// `landfall access matrix` as a process: formats, filters, both languages, refusals.
import assert from 'node:assert/strict';
import path from 'node:path';
import { temporaryFolders } from '../temporary';
import { landfall } from './landfall';

const erp = path.resolve('media/samples/erp');
const matrix = (...args: readonly string[]) => landfall(['access', 'matrix', ...args], { cwd: erp });

describe('landfall access matrix', () => {
  const folder = temporaryFolders();

  it('prints a CSV of words in either language', async () => {
    const { code, out } = await matrix('--role', 'ap-', '--object', 'payment', '--lang', 'zh-cn');
    assert.equal(code, 0);
    assert.match(out, /^\ufeff编号,角色,冲突,payment:propose,payment:approve,payment:release,payment:view\r\n/);
    assert.match(out, /\r\nap-clerk,应付会计,,允许（直接授予） · 范围 company/);
    assert.match(
      (await matrix('--object', 'payment', '--lang', 'en')).out,
      /ap-approver,付款审批,,denied · scope company/,
    );
  });

  it('draws people in Markdown, HTML and SVG', async () => {
    const asked = ['--by', 'person', '--module', 'fi-ap', '--lang', 'en', '--on', '2026-12-10', '--format'];
    assert.match((await matrix(...asked, 'markdown')).out, /^# People × permissions\n[^]*\| wang\.fang 王芳 \|/);
    assert.match((await matrix(...asked, 'html')).out, /^<!DOCTYPE html>[^]*王芳[^]*<\/html>\n$/);
    assert.match((await matrix(...asked, 'svg')).out, /^<svg [^]*王芳[^]*<\/svg>\n$/);
  });

  it('asks about the day that every other question is about', async () => {
    const people = ['--by', 'person', '--env', 'uat', '--lang', 'en'];
    const usual = await matrix(...people);
    assert.match(usual.out, /svc\.interface/);
    assert.equal(usual.out, (await matrix(...people, '--on', '2026-11-16')).out);
    assert.doesNotMatch((await matrix(...people, '--on', '2026-12-10')).out, /svc\.interface/);
    // In production the first wave is not live on the status date.
    assert.match((await matrix('--by', 'person', '--lang', 'en')).err, /^Nothing fits/);
    assert.match((await matrix('--by', 'person', '--lang', 'en', '--on', 'any')).out, /li\.wei/);
  });

  it('refuses what it does not know, and what is too large', async () => {
    const wrong = async (...args: readonly string[]) => {
      const { code, out, err } = await matrix(...args, '--lang', 'en');
      assert.deepEqual([code, out], [2, '']);
      return err;
    };
    assert.equal(await wrong('--object', 'paymnt'), 'No entry has the id `paymnt`. Did you mean `payment`?\n');
    assert.equal(await wrong('--on', 'tomorrow'), '`tomorrow` is no day such as 2026-12-05.\n');
    assert.match(await wrong('--role', 'nobody at all'), /^Nothing fits/);
    const roles = Array.from({ length: 300 }, (_, at) => `  - { id: r${at}, title: R }\n`).join('');
    const actions = Array.from({ length: 200 }, (_, at) => `a${at}`).join(', ');
    const cwd = folder({
      'landfall.yaml': 'landfall: 1\nname: Large\n',
      'roles.yaml': `kind: roles\nitems:\n${roles}`,
      'objects.yaml': `kind: permission-objects\nitems:\n  - { id: o, title: O, actions: [${actions}] }\n`,
    });
    const { code, err } = await landfall(['access', 'matrix', '--lang', 'en'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /^The matrix has 60000 cells .* Filter by module/);
  });
});
