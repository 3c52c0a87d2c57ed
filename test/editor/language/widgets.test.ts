// What a person sees while typing: the list of suggestions with its details, the hover with its links, in three themes.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { again, ui, until } from '../driver';
import { closeAll, cursorBehind, open, replace, root, run, untilCodes } from '../workbench';

// Of its own: what other tests leave behind in theirs does not matter here.
const risks = 'typed.yaml';
const text = `kind: risks
items:
  - id: R-901
    title: 接口延期
    category: data
    probability: 3
    impact: 3
    owner: li.wei
    status: open
  - id: R-902
    title: Nobody is trained
    category: people
    probability: 2
    impact: 3
    owner: ann.lee
    status: open
`;
const ROWS = '.suggest-widget.visible .monaco-list-row';
const HOVER = '.monaco-hover:not(.hidden) .hover-contents';

/** The rows of suggestions behind a text, as they are read on the page. */
async function suggested(editor: vscode.TextEditor, behind: string, row: RegExp): Promise<readonly string[]> {
  let seen: readonly string[] = [];
  await again(
    `a suggestion ${row}`,
    async () => {
      await run('workbench.action.focusActiveEditorGroup');
      await ui.press('Escape');
      cursorBehind(editor, behind);
      await run('editor.action.triggerSuggest');
    },
    async () => {
      seen = (await ui.texts(ROWS)).map((text) => text.replaceAll(/\s+/g, ' ').trim());
      return seen.some((text) => row.test(text));
    },
  );
  return seen;
}

/** The text of the hover over the last sign of a text. */
async function hovered(editor: vscode.TextEditor, behind: string, wanted: RegExp): Promise<string> {
  let said = '';
  await again(
    `a hover that says ${wanted}`,
    async () => {
      await run('workbench.action.focusActiveEditorGroup');
      cursorBehind(editor, behind, -1);
      await run('editor.action.showHover');
    },
    async () => {
      said = (await ui.texts(HOVER)).join('\n');
      return wanted.test(said);
    },
  );
  return said;
}

const theme = (name: string): Thenable<void> =>
  vscode.workspace.getConfiguration('workbench').update('colorTheme', name, vscode.ConfigurationTarget.Global);

describe('what is seen while typing', () => {
  before(async () => {
    await until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive);
    writeFileSync(path.join(root(), risks), text);
    writeFileSync(
      path.join(root(), 'requirements.yaml'),
      'kind: requirements\nitems:\n  - id: REQ-1\n    title: Close the month in two days\n    priority: must\n    status: draft\n',
    );
    writeFileSync(
      path.join(root(), 'parameters.yaml'),
      'kind: configuration\nitems:\n  - id: fi.close\n    title: Period control\n    type: boolean\n    value: true\n    requirement: REQ-1\n',
    );
    await run('landfall.checkProject');
    await untilCodes(risks);
  });
  afterEach(async () => {
    await closeAll();
    await theme('Default Dark Modern');
  });

  it('lists people by id and name, narrows by Chinese, and writes the id', async () => {
    const editor = await open(risks);
    await replace(editor, 'owner: ann.lee', 'owner: ');
    const all = await suggested(editor, 'people\n    probability: 2\n    impact: 3\n    owner: ', /ann\.lee/);
    assert.match(all.join('\n'), /li\.wei.*李伟/);
    await again(
      'the narrowed list',
      async () => {
        await ui.type('李');
      },
      async () => {
        const rows = await ui.texts(ROWS);
        return rows.length === 1 && /li\.wei/.test(rows[0] ?? '');
      },
    );
    await ui.press('Enter');
    await until('the id', () =>
      /impact: 3\n {4}owner: li\.wei\n/.test(editor.document.getText().split('R-902')[1] ?? ''),
    );
  });

  it('says what a field is owed, what a value is called, and which days are meant', async () => {
    const editor = await open(risks);
    await replace(editor, '    owner: li.wei\n    status: open\n', '    owner: li.wei\n    \n');
    const fields = await suggested(editor, '    owner: li.wei\n    ', /status/);
    assert.match(fields[0] ?? '', /status.*Status · required/);
    await replace(editor, '    owner: li.wei\n    \n', '    owner: li.wei\n    status: \n');
    assert.match((await suggested(editor, '    status: ', /monitoring/)).join('\n'), /open.*Open[\s\S]*occurred/);
    await replace(editor, '    status: \n', '    status: open\n    review_by: \n');
    const days = await suggested(editor, '    review_by: ', /Today, /);
    assert.match(days.join('\n'), /^\d{4}-\d\d-\d\d Today, \w{3}\n\d{4}-\d\d-\d\d Next working day, \w{3}$/m);
  });

  for (const [name, label] of [
    ['Default Dark Modern', 'dark'],
    ['Default Light Modern', 'light'],
    ['Default High Contrast', 'contrast'],
  ] as const) {
    it(`shows the card beside a suggestion and in a hover: ${label}`, async () => {
      await theme(name);
      const editor = await open(risks);
      await replace(editor, 'owner: ann.lee', 'owner: ');
      await suggested(editor, 'people\n    probability: 2\n    impact: 3\n    owner: ', /ann\.lee/);
      const details = '.suggest-details-container';
      await again(
        'the details',
        () => Promise.resolve(run('toggleSuggestionDetails')),
        async () => /Person/.test((await ui.texts(details)).join()),
      );
      await ui.screenshot(`language-completion-${label}`);
      await run('toggleSuggestionDetails');
      await ui.press('Escape');
      const card = await hovered(editor, 'owner: li.wei', /Referred to by/);
      assert.match(card, /李伟[\s\S]*Person[\s\S]*Referred to by .*Risks \(\d\)[\s\S]*R-901 接口延期/);
      await ui.screenshot(`language-hover-${label}`);
    });
  }

  it('leads from the card to who refers to it', async () => {
    const editor = await open('requirements.yaml');
    const card = await hovered(editor, 'id: REQ-1', /fi\.close/);
    assert.match(card, /Close the month in two days[\s\S]*Referred to by 1: Configuration \(1\)/);
    await again(
      'the parameter',
      () => ui.click(`${HOVER} a:has-text("fi.close")`),
      async () => vscode.window.activeTextEditor?.document.uri.fsPath.endsWith('parameters.yaml') ?? false,
    );
  });

  it('goes to what makes a requirement real', async () => {
    const editor = await open('requirements.yaml');
    cursorBehind(editor, 'Close the');
    await run('editor.action.goToImplementation');
    await until('the parameter', () => vscode.window.activeTextEditor?.document.uri.fsPath.endsWith('parameters.yaml'));
  });
});
