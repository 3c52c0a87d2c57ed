// The Findings view: adapts the core's tree of findings to the editor's tree.
import * as vscode from 'vscode';
import { say } from '../core/messages/message';
import type { Severity } from '../core/model/finding';
import { type FindingsBy, type FindingsNode, type FindingsTree, findingsTree } from '../core/views/findings-tree';
import { total } from '../core/views/trouble';
import { views } from './contributions';
import type { Editor } from './editor';
import type { ProjectFolder } from './folder';
import { rangeIn, uriOf } from './places';
import { onSetting, setting } from './settings';

const CALM = 150;
/** Findings up to which the groups are open from the start. */
const FEW = 100;
const CHOSEN = 'landfall.findings.groupBy';

export interface FindingItem {
  readonly folder: ProjectFolder;
  readonly node: FindingsNode;
}

export interface FindingsView extends vscode.Disposable {
  readonly groupBy: () => FindingsBy;
  readonly setGroupBy: (by: FindingsBy | undefined) => Promise<void>;
}

const icons: Readonly<Record<Severity, vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  info: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
};
const groupIcons = { rule: new vscode.ThemeIcon('law'), owner: new vscode.ThemeIcon('person') } as const;

export function findingsView({ projects, language, tell, context }: Editor): FindingsView {
  const changed = new vscode.EventEmitter<void>();
  const trees = new Map<ProjectFolder, FindingsTree>();
  let timer: NodeJS.Timeout | undefined;

  const groupBy = (): FindingsBy => context.workspaceState.get<FindingsBy>(CHOSEN) ?? setting('findings.groupBy');

  function treeOf(folder: ProjectFolder): FindingsTree {
    let tree = trees.get(folder);
    if (!tree) trees.set(folder, (tree = findingsTree(folder.session.checked(), groupBy(), language)));
    return tree;
  }

  const several = (): boolean => projects.all().length > 1;

  const provider: vscode.TreeDataProvider<FindingItem> = {
    onDidChangeTreeData: changed.event,
    getChildren: (item) => {
      if (item)
        return treeOf(item.folder)
          .children(item.node)
          .map((node) => ({ folder: item.folder, node }));
      return projects.all().flatMap((folder) => treeOf(folder).roots.map((node) => ({ folder, node })));
    },
    getTreeItem: ({ folder, node }) => rowOf(folder, node),
  };
  const view = vscode.window.createTreeView(views.findings, { treeDataProvider: provider, showCollapseAll: true });

  const hasFindings = (folder: ProjectFolder): boolean => (folder.session.checked()?.findings.size ?? 0) > 0;

  function rowOf(folder: ProjectFolder, node: FindingsNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const open = node.kind === 'group' && treeOf(folder).count <= FEW;
    const row = new vscode.TreeItem(node.label, node.finding ? None : open ? Expanded : Collapsed);
    row.id = `${folder.root}\n${node.id}`;
    const ofProject = several() && node.kind === 'group' ? [folder.session.project().settings.name] : [];
    row.description = [node.detail, ...ofProject].filter(Boolean).join(' · ');
    row.contextValue = node.finding ? 'finding' : 'findings';
    const by = groupBy();
    row.iconPath = node.finding ? icons[node.severity] : by === 'file' ? vscode.ThemeIcon.File : groupIcons[by];
    if (by === 'file' && !node.finding) row.resourceUri = uriOf(folder, node.findings[0]?.path ?? (node.key as never));
    if (!node.finding) return row;
    const { path, span } = node.finding;
    const file = folder.session.project().files.get(path);
    row.tooltip = node.label;
    row.command = {
      command: 'vscode.open',
      title: tell(say('tree.open')),
      arguments: [uriOf(folder, path), file ? { selection: rangeIn(file, span) } : {}],
    };
    return row;
  }

  function refresh(): void {
    trees.clear();
    let errors = 0;
    for (const folder of projects.all()) errors += total(folder.session.checked()).errors;
    view.badge = errors ? { value: errors, tooltip: tell(say('findings.errors', { count: errors })) } : undefined;
    const done = projects.all().length > 0 && projects.all().every((folder) => folder.session.checked());
    view.message = done && !projects.all().some(hasFindings) ? tell(say('findings.none')) : '';
    view.description = tell(say(`findings-by.${groupBy()}`));
    changed.fire();
  }

  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(refresh, CALM);
  }

  async function setGroupBy(by: FindingsBy | undefined): Promise<void> {
    await context.workspaceState.update(CHOSEN, by);
    refresh();
  }

  const listeners = vscode.Disposable.from(
    view,
    changed,
    projects.onChange(refreshSoon),
    onSetting(['findings.groupBy'], () => void setGroupBy(undefined)),
  );
  refresh();
  return {
    groupBy,
    setGroupBy,
    dispose: () => {
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}
