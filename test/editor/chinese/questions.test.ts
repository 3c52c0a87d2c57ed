// References, rename, trace, outline, lenses and hints where the editor speaks Chinese; in high contrast as well.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ui, until } from '../driver';
import { closeAll, cursorBehind, open, run } from '../workbench';

const risks = 'control/risks.yaml';
const theme = (name: string | undefined): Thenable<void> =>
  vscode.workspace.getConfiguration().update('workbench.colorTheme', name, vscode.ConfigurationTarget.Global);

describe('中文界面中的导航', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  afterEach(closeAll);

  it('names what an entity is in the trace, and the lens above it', async () => {
    const editor = await open(risks);
    const { uri } = editor.document;
    const [item] = await until('the trace', async () => {
      const found = await run<vscode.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        uri,
        cursorBehind(editor, 'id: R-002', -1),
      );
      return found.length ? found : undefined;
    });
    assert.equal(item?.detail, '关键用户投入不足 · 风险');
    await until('a lens', async () => (await ui.texts('.codelens-decoration')).some((text) => /\d+ 处引用/.test(text)));
  });

  it('says in Chinese why an id cannot be taken', async () => {
    const editor = await open(risks);
    await assert.rejects(
      async () =>
        run(
          'vscode.executeDocumentRenameProvider',
          editor.document.uri,
          cursorBehind(editor, 'id: R-002', -1),
          'R-001',
        ),
      /风险 R-001 已存在：/,
    );
  });

  it('shows the computed dates of tasks, what is critical and how much time there is', async () => {
    await open('计划/第一批-财务.yaml');
    const lines = async (): Promise<string> => (await ui.texts('.view-line')).join('\n').replaceAll('\u00a0', ' ');
    await until('the dates', async () => /T-311\s*✓ \d{4}-\d{2}-\d{2} → \d{4}-\d{2}-\d{2}/.test(await lines()));
    await until('the float', async () =>
      /T-300\s*⚑ 2026-08-31 → \d{4}-\d{2}-\d{2} · 时差 -?\d+ 天/.test(await lines()),
    );
    await ui.screenshot('chinese-schedule-hints');
  });

  it('keeps the first line of the entity in view', async () => {
    const editor = await open(risks);
    const at = cursorBehind(editor, 'id: R-002');
    editor.revealRange(new vscode.Range(at.line + 11, 0, at.line + 11, 0), vscode.TextEditorRevealType.AtTop);
    await until('the line that sticks', async () =>
      (await ui.texts('.sticky-widget')).some((line) => line.includes('R-002')),
    );
    await ui.screenshot('chinese-sticky');
  });

  for (const [name, file] of [
    ['Default Dark Modern', 'dark'],
    ['Default High Contrast', 'contrast'],
  ] as const) {
    it(`can be read in the theme ${name}`, async () => {
      await theme(name);
      const editor = await open(risks);
      cursorBehind(editor, 'status: ');
      await run('editor.action.triggerSuggest');
      await until('the suggestion', async () => (await ui.count('.suggest-widget.visible .monaco-list-row')) > 1);
      await ui.screenshot(`chinese-suggest-${file}`);
      await ui.press('Escape');
      cursorBehind(editor, 'owner: ', 1);
      await run('editor.action.showHover');
      await until('the card', async () => (await ui.count('.monaco-hover:not(.hidden) .hover-contents')) > 0);
      await ui.screenshot(`chinese-hover-${file}`);
      await ui.press('Escape');
      await run('editor.action.referenceSearch.trigger');
      await until('the peek', async () => (await ui.count('.reference-zone-widget .monaco-list-row')) > 0);
      await ui.screenshot(`chinese-references-${file}`);
      await ui.press('Escape');
    });
  }
  after(() => theme('Default Light Modern'));
});
