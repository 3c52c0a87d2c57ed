// `landfall report gantt` as a process: both formats and languages, the baseline from git, what it refuses.
import assert from 'node:assert/strict';
import path from 'node:path';
import { temporaryFolders } from '../temporary';
import { landfall } from './landfall';

const erp = path.resolve('media/samples/erp');
const report = (...args: readonly string[]) => landfall(['report', ...args], { cwd: erp });

describe('landfall report', () => {
  const folder = temporaryFolders();

  it('draws the plan as a picture and as a page, in either language', async () => {
    const picture = await report('gantt', '--lang', 'zh-cn');
    assert.equal(picture.code, 0);
    assert.match(picture.out, /^<svg [^]*甘特图：恒岳机械 ERP 实施项目[^]*T-3133 合并报表抵销扩展[^]*<\/svg>\n$/);
    const page = await report('gantt', '--format', 'html', '--lang', 'en', '--zoom', 'quarter', '--group', 'wave');
    assert.match(
      page.out,
      /^<!DOCTYPE html>[^]*Status date: 2026-11-16[^]*>Q4<[^]*第一批：财务[^]*As a table[^]*<\/html>\n$/,
    );
  });

  it('refuses what it does not know, and a plan without tasks', async () => {
    const wrong = async (...args: readonly string[]) => {
      const { code, out, err } = await report(...args, '--lang', 'en');
      assert.deepEqual([code, out], [2, '']);
      return err;
    };
    assert.equal(await wrong('gant'), 'There is no report `gant`. Did you mean `gantt`?\n');
    assert.equal(await wrong('constructor'), 'There is no report `constructor`. There are: gantt.\n');
    assert.match(await wrong('gantt', '--zoom', 'hour'), /day, week, month, quarter/);
    const cwd = folder({ 'landfall.yaml': 'landfall: 1\nname: T\n' });
    const { code, err } = await landfall(['report', 'gantt', '--lang', 'en'], { cwd });
    assert.deepEqual([code, err.slice(0, 25)], [2, 'There is no task yet: wri']);
  });
});
