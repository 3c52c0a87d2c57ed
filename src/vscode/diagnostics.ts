// Findings as the editor's problems: each file's list when it has changed, the graver ones first, no more than the
// editor takes.
import * as vscode from 'vscode';
import type { Checked } from '../core/check/check';
import type { Finding, Severity } from '../core/model/finding';
import type { Path } from '../core/model/id';
import type { Project } from '../core/project/project';
import type { Beginning } from './editor';
import type { ProjectFolder } from './folder';
import { rangeIn, uriOf } from './places';
import { ruleLink } from './rule-pages';
import { onSetting, setting } from './settings';

/** Problems a file: the editor silently drops what is much beyond. */
const LIMIT = 1000;
/** Files whose problems are published between two pauses. */
const BATCH = 50;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Broken YAML and duplicate keys: the YAML extension by Red Hat reports them too. */
const SHARED: ReadonlySet<string> = new Set(['LF001', 'LF004']);

export function diagnostics(editor: Beginning): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('landfall');
  const published = new Map<ProjectFolder, Map<Path, readonly Finding[]>>();
  let yielding = yieldsToYaml();

  async function publish(folder: ProjectFolder, checked: Checked): Promise<void> {
    const before = published.get(folder) ?? new Map<Path, readonly Finding[]>();
    published.set(folder, before);
    for (const path of [...before.keys()]) {
      if (checked.findings.has(path)) continue;
      before.delete(path);
      remove(uriOf(folder, path), folder);
    }
    const due = [...checked.findings].filter(([path, findings]) => before.get(path) !== findings);
    const open = new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()));
    const inView = ([path]: (typeof due)[number]): number => (open.has(uriOf(folder, path).toString()) ? 0 : 1);
    due.sort((a, b) => inView(a) - inView(b));
    for (let at = 0; at < due.length; at++) {
      if (at % BATCH === BATCH - 1) await new Promise((resolve) => setImmediate(resolve));
      // A newer check, or the end of the project, overtook this one.
      if (folder.session.checked() !== checked || published.get(folder) !== before) return;
      const [path, findings] = due[at] as (typeof due)[number];
      show(folder, checked.world.project, path, findings);
    }
  }

  function show(folder: ProjectFolder, project: Project, path: Path, findings: readonly Finding[]): void {
    published.get(folder)?.set(path, findings);
    const made = shown(findings, path, yielding).map((one) => diagnostic(one, folder, project, editor));
    collection.set(uriOf(folder, path), made);
  }

  // The file may belong to another project meanwhile, which then shows its own.
  function remove(uri: vscode.Uri, folder: ProjectFolder): void {
    collection.delete(uri);
    const now = editor.projects.owner(uri);
    const checked = now?.folder.session.checked();
    if (!now || now.folder === folder || !checked) return;
    published.get(now.folder)?.delete(now.path);
    void publish(now.folder, checked);
  }

  function publishAll(): void {
    yielding = yieldsToYaml();
    for (const folder of editor.projects.all()) {
      const checked = folder.session.checked();
      if (!checked) continue;
      published.delete(folder);
      void publish(folder, checked);
    }
  }

  const reconsider = (): void => {
    if (yieldsToYaml() !== yielding) publishAll();
  };

  return vscode.Disposable.from(
    collection,
    editor.projects.onDidCheck(({ folder, checked }) => {
      reconsider();
      void publish(folder, checked);
    }),
    editor.projects.onDidGlimpse(({ folder, glimpse }) => {
      if (published.has(folder)) return;
      published.set(folder, new Map());
      for (const [path, findings] of glimpse.findings) show(folder, glimpse.project, path, findings);
    }),
    editor.projects.onDidClose((folder) => {
      for (const path of published.get(folder)?.keys() ?? []) collection.delete(uriOf(folder, path));
      published.delete(folder);
    }),
    // No event tells that another extension has started: it does so with a document or by a command.
    vscode.extensions.onDidChange(reconsider),
    vscode.window.onDidChangeVisibleTextEditors(() => setTimeout(reconsider, 1000)),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('yaml.validate') && reconsider()),
    onSetting(['check.yieldToYamlExtension'], reconsider),
  );
}

function yieldsToYaml(): boolean {
  if (!setting('check.yieldToYamlExtension')) return false;
  const active = vscode.extensions.getExtension('redhat.vscode-yaml')?.isActive ?? false;
  return active && vscode.workspace.getConfiguration('yaml').get('validate', true);
}

function shown(findings: readonly Finding[], path: Path, yielding: boolean): readonly Finding[] {
  const kept = yielding && /\.ya?ml$/i.test(path) ? findings.filter(({ code }) => !SHARED.has(code)) : findings;
  if (kept.length <= LIMIT) return kept;
  return [...kept].sort((a, b) => severities[a.severity] - severities[b.severity]).slice(0, LIMIT);
}

function diagnostic(
  finding: Finding,
  folder: ProjectFolder,
  { files }: Project,
  { tell }: Beginning,
): vscode.Diagnostic {
  const file = files.get(finding.path);
  const range = file ? rangeIn(file, finding.span) : new vscode.Range(0, 0, 0, 0);
  const made = new vscode.Diagnostic(range, tell(finding.message), severities[finding.severity]);
  made.source = 'Landfall';
  made.code = { value: finding.code, target: ruleLink(finding.code) };
  made.relatedInformation = (finding.related ?? []).flatMap(({ path, span, message }) => {
    const other = files.get(path);
    if (!other) return [];
    return [
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(uriOf(folder, path), rangeIn(other, span)),
        tell(message),
      ),
    ];
  });
  // What a fix would remove is shown faded.
  if (finding.fix?.kind === 'remove') made.tags = [vscode.DiagnosticTag.Unnecessary];
  return made;
}
