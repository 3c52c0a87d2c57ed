// The permission matrix in Chinese, in a light theme.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, run } from '../workbench';

describe('the permission matrix in Chinese', () => {
  after(closeAll);

  it('says everything in Chinese, and cuts nothing', async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.showMatrix');
    await until('the matrix', async () => /^3\d 行 × 1\d\d 项权限/.test(await ui.webviewText('.sum')));
    assert.match(await ui.webviewText('.legend'), /● 允许（直接授予）/);
    const cut = `JSON.stringify([...document.querySelectorAll('.group .name, .label span, .legend li, .filters label > span')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline' || one.getBoundingClientRect().width > one.parentElement.getBoundingClientRect().width + 1 && one.closest('.head'))
      .map((one) => one.textContent))`;
    assert.equal(JSON.parse(JSON.parse(await ui.webviewValue(cut)) as string).join(), '');
    await ui.webviewClick('.cell.allow >> nth=3');
    await until('the derivation', async () => (await ui.webviewText('.strip')).includes('授予'));
    await ui.screenshot('matrix-chinese');
    await ui.webviewFill('#filter-by', 'person');
    await until('people', async () => /人员/.test(await ui.webviewText('.corner')));
    await ui.screenshot('matrix-chinese-people');
  });
});
