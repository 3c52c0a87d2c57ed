// Files that are deleted or changed on the disk while somebody asks about them: there is an answer, old or new, and never
// an error; soon after it is the new one.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../driver';
import { closeAll, cursorBehind, fileUri, open, run } from '../workbench';

const FILE = 'gone.yaml';
const risk = (id: string): string =>
  `kind: risks\nitems:\n  - id: ${id}\n    title: Gone\n    category: data\n    probability: 1\n    impact: 1\n    owner: li.wei\n    status: open\n`;

/** Every question that the editor asks about a place. */
async function ask(uri: vscode.Uri, position: vscode.Position): Promise<void> {
  const whole = new vscode.Range(0, 0, 20, 0);
  await Promise.all([
    run('vscode.executeCompletionItemProvider', uri, position),
    run('vscode.executeHoverProvider', uri, position),
    run('vscode.executeDefinitionProvider', uri, position),
    run('vscode.executeImplementationProvider', uri, position),
    run('vscode.executeReferenceProvider', uri, position),
    run('vscode.executeDocumentHighlights', uri, position),
    run('vscode.executeDocumentSymbolProvider', uri),
    run('vscode.executeFoldingRangeProvider', uri),
    run('vscode.executeSelectionRangeProvider', uri, [position]),
    run('vscode.executeLinkProvider', uri),
    run('vscode.executeCodeLensProvider', uri, 10),
    run('vscode.executeInlayHintProvider', uri, whole),
    run('vscode.executeCodeActionProvider', uri, whole),
    run('vscode.prepareCallHierarchy', uri, position),
    run('vscode.executeWorkspaceSymbolProvider', 'Gone'),
  ]);
}

const referring = async (): Promise<readonly string[]> => {
  const people = await open('people.yaml');
  const position = cursorBehind(people, '- id: li', -1);
  const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', people.document.uri, position);
  return found.map(({ uri, range }) => `${path.basename(uri.fsPath)}:${range.start.line + 1}`);
};

describe('a file that is not what it was', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  beforeEach(async () => {
    writeFileSync(fileUri(FILE).fsPath, risk('R-800'));
    await until('the reference', async () => (await referring()).includes(`${FILE}:8`));
  });
  afterEach(async () => {
    await closeAll();
    rmSync(fileUri(FILE).fsPath, { force: true });
  });

  it('is answered for while it is deleted, and then no more', async () => {
    const editor = await open(FILE);
    const position = cursorBehind(editor, 'owner: li', -1);
    rmSync(fileUri(FILE).fsPath);
    await ask(editor.document.uri, position);
    await until('the project without it', async () => !(await referring()).some((place) => place.startsWith(FILE)));
    await ask(editor.document.uri, position);
    const symbols = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'R-800');
    assert.deepEqual(symbols, []);
  });

  it('is answered for while it is changed, and then as it is', async () => {
    const people = await open('people.yaml');
    writeFileSync(fileUri(FILE).fsPath, `# One more line.\n${risk('R-801')}`);
    await ask(people.document.uri, cursorBehind(people, '- id: li', -1));
    await until('the new place', async () => (await referring()).includes(`${FILE}:9`));
    const symbols = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'R-80');
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['R-801 Gone'],
    );
  });

  it('goes with the file although its document was changed from the disk and stays', async () => {
    const { document } = await open(FILE);
    writeFileSync(fileUri(FILE).fsPath, `# One more line.\n${risk('R-801')}`);
    await until('the text of the disk', () => document.getText().includes('R-801'));
    await until('the new place', async () => (await referring()).includes(`${FILE}:9`));
    rmSync(fileUri(FILE).fsPath);
    await until('the project without it', async () => !(await referring()).some((place) => place.startsWith(FILE)));
  });
});
