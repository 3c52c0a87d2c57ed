// What the editor loads first, and all of it that is loaded before activation is over: commands that wait for the rest,
// and the preview's links. The rest follows when there is a project, or when somebody asks.
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from './vscode/contributions';
import type { Host } from './vscode/host-types';
import { type Markdown, withLinks } from './vscode/markdown-links';

const MANIFEST = 'landfall.yaml';
const MANIFESTS = `**/${MANIFEST}`;

export interface Exports {
  /** Called by the editor's Markdown preview. */
  readonly extendMarkdownIt: (md: Markdown) => Markdown;
}

const complain = (error: unknown): void => void vscode.window.showErrorMessage(String(error));

// Most open the project itself, which is seen at once; a search for one further down takes its time.
const isProjectOpen = (): boolean =>
  (vscode.workspace.workspaceFolders ?? []).some(
    ({ uri }) => uri.scheme === 'file' && existsSync(path.join(uri.fsPath, MANIFEST)),
  );

export function activate(context: vscode.ExtensionContext): Exports {
  let starting: Promise<Host> | undefined;
  let host: Host | undefined;

  function start(): Promise<Host> {
    starting ??= import('./vscode/host').then(async (loaded) => (host = await loaded.start(context)));
    return starting;
  }

  for (const id of commandIds) {
    const run = async (...args: readonly unknown[]): Promise<void> => (await start()).run(id, args);
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  }
  const watcher = vscode.workspace.createFileSystemWatcher(MANIFESTS, false, true, true);
  context.subscriptions.push(
    watcher,
    watcher.onDidCreate(() => void start()),
  );
  // Not before activation is over. The preview of any Markdown file activates us as well, where there may be no project.
  setImmediate(() => {
    if (isProjectOpen()) return void start().catch(complain);
    vscode.workspace
      .findFiles(MANIFESTS, null, 1)
      .then(([found]) => (found ? start() : undefined))
      .then(undefined, complain);
  });
  return { extendMarkdownIt: (md) => withLinks(md, (document, id) => host?.linkTarget(document, id)) };
}
