// What a change means for access, in the Review view of an editor that speaks Chinese.
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, findings, onlyView, open, replace, run, untilRow } from '../workbench';

describe('中文界面中的权限变化', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  after(async () => {
    await run('landfall.stopReview');
    await closeAll();
  });

  it('tells who gains what, and which conflict comes', async () => {
    const editor = await open('access/assignments.yaml');
    await replace(editor, 'roles: [gl-lead]\n    orgs: [hengyue]', 'roles: [gl-lead, cashier]\n    orgs: [hengyue]');
    await until('the finding', () =>
      findings('access/assignments.yaml').some((one) =>
        one.startsWith('4:22 LF403 李伟 自 2026-12-05 起将违反 SOD-06'),
      ),
    );
    await run('landfall.reviewChanges', 'HEAD');
    await run('landfall.review.focus');
    await onlyView('评审');
    await untilRow('评审', /^权限变化：\d+/);
    await ui.click('.pane:has(.pane-header[aria-label*="评审"]) .monaco-list-row:has-text("权限变化")');
    await run('list.expand');
    await untilRow('评审', /^李伟 · SOD-06 ?授权与业务操作分离、prod/);
    await untilRow('评审', /^李伟 · payment:release ?company、prod/);
    await ui.screenshot('chinese-review-access');
  });
});
