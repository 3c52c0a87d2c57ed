// The views as a person sees them, on the ERP sample: rows on the page, grouping, filter, reveal, findings, status bar.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, onlyView, open, rows, run, untilRow } from '../workbench';

const risks = 'control/risks.yaml';

describe('the views', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await vscode.workspace
      .getConfiguration('workbench')
      .update('colorTheme', 'Default Dark Modern', vscode.ConfigurationTarget.Global);
    await run('landfall.showProject');
    await untilRow('Project', /^Foundation/);
  });
  after(closeAll);

  it('shows groups, kinds with their numbers, and entities', async () => {
    await run('landfall.filter', 'R-00');
    await untilRow('Project', /^Risks\d+/);
    const row = await untilRow('Project', /^R-001 /);
    assert.match(row, /· /, 'the detail of the schema stands behind the label');
    await ui.screenshot('views-filter');
    await run('landfall.clearFilter');
    await until('the whole tree', async () => (await rows('Project')).some((one) => one.startsWith('Foundation')));
  });

  it('says so when nothing matches', async () => {
    await run('landfall.filter', 'no such thing');
    await until('the message', async () =>
      (await ui.text('.pane:has(.pane-header[aria-label*="Project"])')).includes('Nothing matches'),
    );
    await run('landfall.clearFilter');
  });

  it('reveals the entity at the cursor, and follows the cursor from there', async () => {
    const editor = await open(risks);
    cursorBehind(editor, '- id: R-003');
    await run('landfall.reveal');
    await untilRow('Project', /^R-003 /);
    await until(
      'its row to be selected',
      async () => (await ui.count('.monaco-list-row.selected:has-text("R-003")')) > 0,
    );
    await vscode.window.showTextDocument(editor.document);
    cursorBehind(editor, '- id: R-005');
    await until(
      'the selection to follow',
      async () => (await ui.count('.monaco-list-row.selected:has-text("R-005")')) > 0,
    );
    await ui.screenshot('views-project');
  });

  it('opens the place of an entity by a click', async () => {
    await closeAll();
    await run('landfall.filter', 'R-003');
    await untilRow('Project', /^R-003 /);
    await ui.click('.monaco-list-row:has-text("R-003")');
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.getText(editor.selection), 'R-003');
    await run('landfall.clearFilter');
  });

  it('groups by status, owner and phase where a kind has it', async () => {
    const editor = await open(risks);
    const groupOf = async (by: string, row: RegExp): Promise<void> => {
      await run('landfall.groupBy', by);
      cursorBehind(editor, '- id: R-003');
      await run('landfall.reveal');
      await untilRow('Project', /^R-003 /);
      await untilRow('Project', row);
    };
    await groupOf('status', /^Open\d+/);
    await ui.screenshot('views-status');
    await groupOf('owner', /^何建明\d+/);
    await run('landfall.groupBy', 'none');
  });

  it('shows articles in their folders', async () => {
    const editor = await open('知识库/运维/备份与恢复.md');
    cursorBehind(editor, 'title:');
    await run('landfall.reveal');
    await untilRow('Project', /^运维\d+/);
    await untilRow('Project', /^备份与恢复/);
    await ui.screenshot('views-articles');
  });

  it('lists findings by file, rule and owner', async () => {
    await run('landfall.showFindings');
    await onlyView('Findings');
    await untilRow('Findings', /LF101/);
    await run('landfall.groupFindings', 'rule');
    await untilRow('Findings', /^LF007 Duplicate id/);
    await run('workbench.actions.treeView.landfall.findings.collapseAll');
    await untilRow('Findings', /^LF101 Unknown id/);
    await ui.screenshot('views-findings-rule');
    await run('landfall.groupFindings', 'owner');
    await run('workbench.actions.treeView.landfall.findings.collapseAll');
    await untilRow('Findings', /^\p{Script=Han}{2,3}\d+/u);
    await run('landfall.groupFindings', 'file');
  });

  it('opens the place of a finding by a click', async () => {
    await closeAll();
    await untilRow('Findings', /LF101/);
    await ui.click('.pane:has(.pane-header[aria-label*="Findings"]) .monaco-list-row:has-text("LF101") >> nth=0');
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    const found = vscode.languages
      .getDiagnostics(editor.document.uri)
      .some(({ range }) => range.isEqual(editor.selection));
    assert.ok(found, 'the finding is selected');
    await ui.screenshot('views-findings');
  });

  it('counts errors and warnings in the status bar', async () => {
    const text = await ui.text('[id="landfall.landfall.landfall.status"]');
    assert.match(text, /^\s*\d+\s+\d+\s*$/);
  });

  it('is readable in a light theme', async () => {
    await vscode.workspace
      .getConfiguration('workbench')
      .update('colorTheme', 'Default Light Modern', vscode.ConfigurationTarget.Global);
    await open(risks);
    await run('landfall.showProject');
    await ui.screenshot('views-light');
  });

  it('has a walkthrough of five steps', async () => {
    await run('workbench.action.openWalkthrough', 'landfall.landfall#start', false);
    await until('the steps', async () => (await ui.count('.getting-started-step')) >= 5);
    await ui.screenshot('views-walkthrough');
  });
});
