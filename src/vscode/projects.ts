// The projects of the workspace: every folder with a manifest, in every workspace folder, projects inside projects too.
// It feeds each with what happens to its files and to the documents that the editor holds.
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { Draft } from '../core/base/draft';
import type { Checked } from '../core/check/check';
import { type Path, path as pathOf } from '../core/model/id';
import { MANIFEST } from '../core/project/matcher';
import { projectsBelow } from '../node/discover';
import { below, patientDisk } from '../node/disk';
import { builtInKinds } from '../node/kinds';
import { openFolder, type ProjectFolder } from './folder';
import type { Glimpse } from './session';
import { setting } from './settings';
import { draftAfter } from './typed';

export interface Projects {
  readonly all: () => readonly ProjectFolder[];
  /** The project that owns a file, with the file's place in it: of nested projects the inner one. */
  readonly owner: (uri: vscode.Uri) => Owned | undefined;
  /** The project of the active editor, else the first. */
  readonly active: () => ProjectFolder | undefined;
  /** A project came, went or was checked. */
  readonly onChange: (listener: () => void) => vscode.Disposable;
  readonly onDidCheck: vscode.Event<{ readonly folder: ProjectFolder; readonly checked: Checked }>;
  /** What the files in view say by themselves, before a project's first check. */
  readonly onDidGlimpse: vscode.Event<{ readonly folder: ProjectFolder; readonly glimpse: Glimpse }>;
  readonly onDidOpen: vscode.Event<ProjectFolder>;
  readonly onDidClose: vscode.Event<ProjectFolder>;
  /** Looks for projects and begins to watch. */
  readonly begin: () => Opening;
  /** Everybody listens who wants to hear of checks. */
  readonly listened: () => void;
  /** Looks for manifests again. */
  readonly discover: () => Promise<void>;
  /** The document's present text in its project; undefined when the document belongs to none. */
  readonly current: (document: vscode.TextDocument) => Promise<Owned | undefined>;
  readonly dispose: () => void;
}

interface Opening {
  /** What is wrong in files in view is told, as far as they say it by themselves. */
  readonly looked: Promise<void>;
  /** Each project was read once. */
  readonly read: Promise<void>;
}

export interface Owned {
  readonly folder: ProjectFolder;
  readonly path: Path;
}

export async function openProjects(log: vscode.LogOutputChannel): Promise<Projects> {
  const kinds = await builtInKinds();
  const folders = new Map<string, { readonly folder: ProjectFolder; readonly stop: () => void }>();
  const onDidCheck = new vscode.EventEmitter<{ folder: ProjectFolder; checked: Checked }>();
  const onDidGlimpse = new vscode.EventEmitter<{ folder: ProjectFolder; glimpse: Glimpse }>();
  const onDidOpen = new vscode.EventEmitter<ProjectFolder>();
  const onDidClose = new vscode.EventEmitter<ProjectFolder>();
  const failed = (error: unknown): void => log.error(error instanceof Error ? error : String(error));
  let searching: Promise<void> = Promise.resolve();
  let latest: ProjectFolder | undefined;

  let listened = (): void => undefined;
  const listening = new Promise<void>((resolve) => (listened = resolve));
  let look = (): void => undefined;
  const looked = new Promise<void>((resolve) => (look = resolve));

  const options = {
    checker: async () => (await import('../core/check/checker')).checker(),
    listening,
    delay: () => setting('check.delay'),
    failed,
    trusted: () => vscode.workspace.isTrusted,
    log: (line: string) => log.info(line),
  };

  async function search(): Promise<void> {
    const workspace = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
    // Most open the project itself, which is begun with at once: those further down take a walk to find.
    const isFirst = !folders.size;
    const atOnce = isFirst ? workspace.filter(({ uri }) => existsSync(path.join(uri.fsPath, MANIFEST))) : [];
    const first = atOnce.map(({ uri }) => open(uri.fsPath));
    const begun = first.map((folder) => folder.reload());
    void Promise.all(first.map((folder) => folder.looked)).then(look);
    const found = await Promise.all(workspace.map(({ uri }) => projectsBelow(patientDisk, uri.fsPath)));
    const roots = new Set(found.flat());
    let closed = false;
    for (const [root, { folder, stop }] of folders) {
      if (roots.has(root)) continue;
      closed = true;
      folders.delete(root);
      stop();
      folder.close();
      onDidClose.fire(folder);
    }
    const opened = [...roots].filter((root) => !folders.has(root)).map(open);
    const told = vscode.commands.executeCommand('setContext', 'landfall.hasProject', folders.size > 0);
    // A project inside another one takes its files from it, and leaves them to it; one that was just begun with sees that itself.
    const others = opened.length || closed ? [...folders.values()].map(({ folder }) => folder) : [];
    await Promise.all([told, ...begun, ...(isFirst ? opened : others).map((folder) => folder.reload())]);
  }

  function open(root: string): ProjectFolder {
    const folder = openFolder(root, kinds, { ...options, inView: () => inView(folder) });
    const stops = [
      folder.session.onDidCheck((checked) => onDidCheck.fire({ folder, checked })),
      folder.session.onDidGlimpse((glimpse) => onDidGlimpse.fire({ folder, glimpse })),
    ];
    const stop = (): void => stops.forEach((one) => one());
    folders.set(root, { folder, stop });
    for (const document of vscode.workspace.textDocuments)
      if (document.isDirty) hold(document, () => Draft.of(document.getText()));
    onDidOpen.fire(folder);
    return folder;
  }

  function inView(folder: ProjectFolder): readonly Path[] {
    const owned = vscode.window.visibleTextEditors.map(({ document }) => owner(document.uri));
    return owned.flatMap((one) => (one?.folder === folder ? one.path : []));
  }

  const discover = (): Promise<void> => (searching = searching.then(search).catch(failed));

  function owner(uri: vscode.Uri): Owned | undefined {
    if (uri.scheme !== 'file') return undefined;
    let best: Owned | undefined;
    for (const { folder } of folders.values()) {
      if (best && folder.root.length < best.folder.root.length) continue;
      const at = below(folder.root, uri.fsPath);
      if (at) best = { folder, path: pathOf(at) };
    }
    return best;
  }

  // A clean document is what the disk holds, read with the disk's encoding.
  function hold({ uri }: vscode.TextDocument, draftOf: () => Draft): void {
    const owned = owner(uri);
    if (owned) owned.folder.hold(owned.path, draftOf());
  }

  function touched(uri: vscode.Uri): void {
    const isManifest = path.basename(uri.fsPath) === MANIFEST;
    if (isManifest) void discover();
    owner(uri)?.folder.changed(uri.fsPath);
  }

  // A folder that comes or goes may hold a manifest.
  function came(uri: vscode.Uri): void {
    if (path.extname(uri.fsPath) === '') void discover();
    touched(uri);
  }

  function went(uri: vscode.Uri): void {
    for (const root of folders.keys())
      if (root === uri.fsPath || below(uri.fsPath, root) !== undefined) void discover();
    // What was clean in the editor was the disk's, and goes with it: its document may stay for a long time.
    const owned = owner(uri);
    const document = vscode.workspace.textDocuments.find((one) => one.uri.fsPath === uri.fsPath);
    if (!document?.isDirty) owned?.folder.hold(owned.path, undefined);
    touched(uri);
  }

  let watchers: readonly vscode.Disposable[] = [];
  function watch(): void {
    for (const one of watchers) one.dispose();
    watchers = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'));
      return [watcher, watcher.onDidCreate(came), watcher.onDidChange(touched), watcher.onDidDelete(went)];
    });
  }

  function noteActive(editor: vscode.TextEditor | undefined): void {
    latest = (editor && owner(editor.document.uri)?.folder) ?? latest;
  }

  const listeners = [
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.contentChanges.length && event.document.uri.scheme === 'file')
        hold(event.document, () => draftAfter(event));
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const owned = owner(document.uri);
      owned?.folder.hold(owned.path, undefined);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      watch();
      void discover();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      for (const { folder } of folders.values()) void folder.reload();
    }),
    vscode.window.onDidChangeActiveTextEditor(noteActive),
  ];
  let opening: Promise<void> = Promise.resolve();

  return {
    all: () => [...folders.values()].map(({ folder }) => folder).sort((a, b) => (a.root < b.root ? -1 : 1)),
    owner,
    active: () => {
      noteActive(vscode.window.activeTextEditor);
      const first = folders.values().next().value?.folder;
      return latest && folders.has(latest.root) ? latest : first;
    },
    onChange: (listener) =>
      vscode.Disposable.from(...[onDidCheck, onDidOpen, onDidClose].map(({ event }) => event(() => listener()))),
    onDidCheck: onDidCheck.event,
    onDidGlimpse: onDidGlimpse.event,
    onDidOpen: onDidOpen.event,
    onDidClose: onDidClose.event,
    begin: () => {
      watch();
      opening = discover();
      // A search that fails looks at nothing.
      return { looked: Promise.race([looked, opening]), read: opening };
    },
    listened,
    discover,
    current: async (document) => {
      await opening;
      const owned = owner(document.uri);
      if (!owned) return undefined;
      await owned.folder.session.indexed();
      return owned;
    },
    dispose: () => {
      for (const one of [...watchers, ...listeners, onDidCheck, onDidGlimpse, onDidOpen, onDidClose]) one.dispose();
      for (const { folder, stop } of folders.values()) {
        stop();
        folder.close();
      }
    },
  };
}
