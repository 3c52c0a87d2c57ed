// Drift beside the text: bars at what is not as its baseline fixed it, and the story behind each on hover.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { again, ui, until } from '../driver';
import { closeAll, cursorBehind, onlyView, open, replace, run, untilRow } from '../workbench';

const fi = 'config/fi.yaml';
const themes = [
  ['vs', 'Default Light Modern'],
  ['vs-dark', 'Default Dark Modern'],
  ['hc-black', 'Default High Contrast'],
  ['hc-light', 'Default High Contrast Light'],
] as const;

async function hoverAt(editor: vscode.TextEditor, position: vscode.Position): Promise<string> {
  const found = await run<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, position);
  return found.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value)).join('\n');
}

describe('drift beside the text', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    await run('landfall.baselines.focus');
    await onlyView('Baselines');
    await untilRow('Baselines', /^BL-02 ?verified/);
  });
  after(closeAll);
  const bars = () => ui.count('.view-overlays [class*="ced-"][class*="TextEditorDecorationType"]');

  it('marks what changed, and tells its story', async () => {
    const editor = await open(fi);
    const position = cursorBehind(editor, '- id: fi.ap.payment-approval-limit');
    const value = editor.document.positionAt(editor.document.getText().indexOf('value: 300000') + 2);
    assert.ok(value.line > position.line);
    await until('the bars', async () => (await bars()) > 0);
    // The first hover does not wait for the history; then it is who changed it, not who let it.
    const story =
      /\*\*Value\*\*: was `200000` until \[CR\\-004 [^\]]+\]\([^)]+\) \(王芳, 11 November 2026\)\. Baseline: \[BL\\-02 /;
    await until('the story', async () => story.test(await hoverAt(editor, value)));
    editor.selection = new vscode.Selection(value, value);
    await again(
      'the hover',
      async () => run('editor.action.showHover'),
      async () => (await ui.count('.monaco-hover:visible:has-text("was 200000 until")')) > 0,
    );
    await ui.screenshot('baselines-drift');
  });

  it('says what nobody approved', async () => {
    // The id stands twice; of the two the second is not that of the baseline.
    const other = await open('config/scm.yaml');
    const at = cursorBehind(other, 'id: fi.ap.match-price-tolerance', -3);
    assert.match(await hoverAt(other, at), /New since baseline \[BL\\-02 .*No approved change request lets it in\./);
    const editor = await open(fi);
    const size = cursorBehind(editor, 'id: fi.bank.batch-size\n');
    const text = editor.document.getText();
    const value = editor.document.positionAt(text.indexOf('value:', editor.document.offsetAt(size)) + 2);
    assert.match(await hoverAt(editor, value), /\*\*Value\*\*: was `100` at baseline .*No approved change request/);
  });

  it('follows what is typed, and can be switched off', async () => {
    const editor = await open(fi);
    const at = cursorBehind(editor, '- id: fi.posting.tolerance');
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop);
    await replace(editor, 'value: 200\n', 'value: 250\n');
    const value = editor.document.positionAt(editor.document.getText().indexOf('value: 250') + 2);
    await until('the mark', async () =>
      /was `200` at baseline .*No approved change request/.test(await hoverAt(editor, value)),
    );
    await ui.screenshot('baselines-drift-typed');
    const settings = vscode.workspace.getConfiguration('landfall');
    await settings.update('baselineMarks', false, vscode.ConfigurationTarget.Global);
    await until('no bars', async () => (await bars()) === 0);
    assert.equal(await hoverAt(editor, value).then((text) => text.includes('baseline')), false);
    await settings.update('baselineMarks', undefined, vscode.ConfigurationTarget.Global);
    await until('the bars again', async () => (await bars()) > 0);
  });

  it('compares with the baseline that is chosen', async () => {
    await open(fi);
    await until('the bars', async () => (await bars()) > 0);
    const choose = async (label: string): Promise<void> => {
      const entry = `.quick-input-widget:visible .monaco-list-row:has-text("${label}") >> nth=0`;
      await again(
        `${label} to be offered`,
        async () => void run('landfall.chooseBaseline'),
        async () => (await ui.count(entry)) > 0,
      );
      await ui.screenshot('baselines-choose');
      await ui.click(entry);
    };
    // It covers no configuration.
    await choose('BL-01');
    await until('no bars', async () => (await bars()) === 0);
    await choose('The newest');
    await until('the bars again', async () => (await bars()) > 0);
  });

  it('is to be seen in every theme', async () => {
    const editor = await open(fi);
    const at = cursorBehind(editor, 'id: fi.bank.batch-size');
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
    const workbench = vscode.workspace.getConfiguration('workbench');
    for (const [name, theme] of themes) {
      await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      await until(theme, async () => (await ui.count(`.monaco-workbench.${name}`)) > 0);
      await until('the bars', async () => (await bars()) > 0);
      await ui.screenshot(`baselines-${name}`);
    }
    await workbench.update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
  });
});
