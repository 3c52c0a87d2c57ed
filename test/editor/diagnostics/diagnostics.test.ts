// Findings follow the text: on every keystroke, on the disk, across files, and when a branch is switched.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../driver';
import { closeAll, codeOf, fileUri, findings, open, replace, root, run, untilCodes } from '../workbench';

const people = 'people.yaml';
const risks = '管控/风险.yaml';
const onDisk = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root(), file)), { recursive: true });
  writeFileSync(path.join(root(), file), text);
};
const git = (...args: readonly string[]): void =>
  void execFileSync('git', ['-c', 'user.name=Li Wei', '-c', 'user.email=li.wei@example.com', ...args], { cwd: root() });
const risk = (id: string, owner: string): string =>
  `  - id: ${id}\n    title: Something\n    probability: 1\n    impact: 1\n    status: open\n    owner: ${owner}\n`;

describe('findings in the editor', () => {
  before(() => until('the activation', () => vscode.extensions.getExtension('landfall.landfall')?.isActive));
  afterEach(closeAll);

  it('has none in a clean project', async () => {
    await run('landfall.checkProject');
    await untilCodes(risks);
    await untilCodes(people);
  });

  it('finds what is typed, and takes it back', async () => {
    const editor = await open(risks);
    await replace(editor, 'owner: li.wei', 'owner: li.we');
    await untilCodes(risks, 'LF101');
    const [found] = vscode.languages.getDiagnostics(fileUri(risks));
    assert.equal(editor.document.getText(found?.range), 'li.we');
    assert.match(found?.message ?? '', /li\.wei/);
    assert.equal(found?.severity, vscode.DiagnosticSeverity.Error);
    await replace(editor, 'owner: li.we\n', 'owner: li.wei\n');
    await untilCodes(risks);
  });

  it('names the page of its rule with a finding', async () => {
    const editor = await open(risks);
    await replace(editor, 'probability: 3', 'probability: 9');
    await untilCodes(risks, 'LF024');
    const [found] = vscode.languages.getDiagnostics(fileUri(risks));
    assert.equal(codeOf(found?.code), 'LF024');
    assert.ok(typeof found?.code === 'object' && found.code.target.path === '/LF024.md');
  });

  it('finds in one file what an unsaved change of another breaks', async () => {
    const editor = await open(people);
    await replace(editor, 'id: ann.lee', 'id: ann.leigh');
    await untilCodes(risks, 'LF101');
    await closeAll();
    await untilCodes(risks);
  });

  it('shows both places of a duplicate', async () => {
    onDisk('more.yaml', `kind: risks\nitems:\n${risk('R-001', 'li.wei')}`);
    await untilCodes('more.yaml', 'LF007');
    const [found] = vscode.languages.getDiagnostics(fileUri('more.yaml'));
    assert.equal(found?.relatedInformation?.[0]?.location.uri.fsPath, fileUri(risks).fsPath);
    rmSync(path.join(root(), 'more.yaml'));
    await untilCodes('more.yaml');
    await untilCodes(risks);
  });

  it('follows files on the disk: new, changed, in a new folder, gone', async () => {
    onDisk('new/more.yaml', `kind: risks\nitems:\n${risk('R-100', 'nobody')}`);
    await untilCodes('new/more.yaml', 'LF101');
    onDisk('new/more.yaml', `kind: risks\nitems:\n${risk('R-100', 'li.wei')}`);
    await untilCodes('new/more.yaml');
    onDisk('new/more.yaml', `kind: risks\nitems:\n${risk('R-100', 'nobody')}${risk('R-101', 'nobody')}`);
    await untilCodes('new/more.yaml', 'LF101', 'LF101');
    rmSync(path.join(root(), 'new'), { recursive: true });
    await untilCodes('new/more.yaml');
  });

  it('reads again what the manifest includes', async () => {
    onDisk('attic/more.yaml', `kind: risks\nitems:\n${risk('R-200', 'nobody')}`);
    await untilCodes('attic/more.yaml', 'LF101');
    onDisk('landfall.yaml', 'landfall: 1\nname: Tiny\nexclude: [attic/**]\n');
    await untilCodes('attic/more.yaml');
    onDisk('landfall.yaml', 'landfall: 1\nname: Tiny\nrules: { LF101: warning }\n');
    await untilCodes('attic/more.yaml', 'LF101');
    const [found] = vscode.languages.getDiagnostics(fileUri('attic/more.yaml'));
    assert.equal(found?.severity, vscode.DiagnosticSeverity.Warning);
    rmSync(path.join(root(), 'attic'), { recursive: true });
    onDisk('landfall.yaml', 'landfall: 1\nname: Tiny\n');
    await untilCodes('attic/more.yaml');
  });

  it('takes in a switch of branch as a whole', async () => {
    git('checkout', '--quiet', '-b', 'wave-2');
    for (let at = 0; at < 150; at++)
      onDisk(`wave2/r${at}.yaml`, `kind: risks\nitems:\n${risk(`R-${1000 + at}`, 'new.one')}`);
    onDisk(people, 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n  - id: new.one\n    title: New One\n');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Plan wave 2');
    await untilCodes(risks, 'LF101');
    git('checkout', '--quiet', 'main');
    await untilCodes(risks);
    git('checkout', '--quiet', 'wave-2');
    await untilCodes(risks, 'LF101');
    await untilCodes('wave2/r149.yaml');
    git('checkout', '--quiet', 'main');
    await untilCodes(risks);
    await untilCodes('wave2/r0.yaml');
  });

  it('keeps its hands off other YAML', async () => {
    onDisk('docker-compose.yaml', 'services:\n  web: [\n');
    onDisk('k8s.yaml', 'apiVersion: v1\nkind: Service\nitems: []\n');
    await open('docker-compose.yaml');
    await open('k8s.yaml');
    onDisk('probe.yaml', `kind: risks\nitems:\n${risk('R-300', 'nobody')}`);
    await untilCodes('probe.yaml', 'LF101');
    assert.deepEqual([findings('docker-compose.yaml'), findings('k8s.yaml')], [[], []]);
    for (const file of ['docker-compose.yaml', 'k8s.yaml', 'probe.yaml']) rmSync(path.join(root(), file));
  });
});
