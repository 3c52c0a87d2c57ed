// Readiness and metrics in the editor: gates with what keeps them closed, the status bar, figures with their past and their
// arithmetic, all following what is typed.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { again, ui, until } from '../driver';
import { closeAll, cursorBehind, onlyView, open, replace, rows, run, untilRow } from '../workbench';

const row = (view: string, text: string): string =>
  `.pane:has(.pane-header[aria-label*="${view}"]) .monaco-list-row:has-text("${text}") >> nth=0`;

async function expand(view: string, text: string, child: RegExp): Promise<void> {
  await again(
    `${text} to open`,
    async () => {
      await ui.click(row(view, text));
      await run(`landfall.${view.toLowerCase()}.focus`);
      await run('list.expand');
    },
    async () => (await rows(view)).some((one) => child.test(one)),
  );
}
const gates = '上线/阶段评审.yaml';
const selected = () => {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
};

describe('readiness', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.showReadiness');
    await onlyView('Readiness');
  });
  after(closeAll);

  it('lists gates in their order, the next one open', async () => {
    await untilRow('Readiness', /^G-01 ?decided: Go · \d+ % met/);
    await untilRow('Readiness', /^G-03 ?stays closed: \d of \d musts unmet · \d+ % met · .* · due /);
    await untilRow('Readiness', /^Critical issues open ?\d · wanted: exactly 0 · W\d · must/);
  });

  it('opens a criterion, and what is to be mended', async () => {
    await expand('Readiness', 'Training coverage', /^(?!people)[a-z]+\.[a-z]+/);
    await ui.screenshot('readiness-view');
    await ui.click(row('Readiness', 'Training coverage'));
    await until('the criterion', () => /training\.coverage/.test(selected()));
  });

  it('follows what is typed, in the status bar too', async () => {
    const status = '.statusbar-item:has-text("G-0")';
    await until('the next gate', async () => /G-0\d/.test(await ui.text(status)));
    const before = await ui.text(status);
    const editor = await open(gates);
    await replace(editor, 'equals: 0, must: true, weight: 2', 'equals: 1, must: true, weight: 2');
    await until('one less', async () => (await ui.text(status)) !== before);
    await run('undo');
    await until('the same again', async () => (await ui.text(status)) === before);
  });

  it('shows figures by family, explains them, and reads what they were', async () => {
    await run('landfall.showMetrics');
    await onlyView('Metrics');
    await untilRow('Metrics', /^Scope/);
    await untilRow('Metrics', /^Requirements confirmed ?75\.6 %/);
    await expand('Metrics', 'Requirements confirmed', /^20\d\d-\d\d-\d\d ?\d+\.\d %|^20\d\d-\d\d-\d\d ?n\/a/);
    await untilRow('Metrics', /^Requirements confirmed ?75\.6 % · [▁▂▃▄▅▆▇█ ]+/);
    await ui.screenshot('metrics-view');
    await ui.click(row('Metrics', 'Requirements confirmed'));
    await until('the page', async () => /Arithmetic/.test(await ui.webviewText('body').catch(() => '')));
    assert.match(await ui.webviewText('body'), /scope\.confirmed[^]*\d+ ÷ \d+/);
    await ui.screenshot('metric-page');
    await ui.webviewClick('a:has-text("requirements/REQ-019")');
    await until('where the requirement stands', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.lineAt(editor.selection.active.line).text.includes('REQ-019');
    });
  });

  it('shows behind entries what they stand at, behind metrics their values, and tells of it in hovers', async () => {
    const lines = async (): Promise<string> => (await ui.texts('.view-line')).join('\n').replaceAll('\u00a0', ' ');
    await open(gates);
    await until('the value', async () => /training\.coverage\{wave=W1\}" *= \d+\.\d %/.test(await lines()));
    const editor = await open('control/issues.yaml');
    cursorBehind(editor, 'id: I-009', -1);
    await until('the time left', async () => /I-009 *Resolution: 1\.3 h left, by 11-17 09:50/.test(await lines()));
    assert.doesNotMatch(await lines(), /I-009.*Response/);
    await again(
      'the hover',
      async () => run('editor.action.showHover'),
      async () => (await ui.count('.monaco-hover:visible:has-text("Response: 0.3 of 4 h")')) > 0,
    );
    await ui.screenshot('readiness-standing');
    await vscode.workspace.getConfiguration('landfall').update('inlayHints.figures', false);
    await until('nothing', async () => !(await lines()).includes('h left'));
    await vscode.workspace.getConfiguration('landfall').update('inlayHints.figures', undefined);
    const courses = await open('培训/课程.yaml');
    cursorBehind(courses, 'id: CRS-02', -1);
    await until('who has passed', async () => /CRS-02 *\d+ of \d+ have passed/.test(await lines()));
  });
});
