// The Project view: adapts the core's tree of each project to the editor's tree, follows the cursor, and reveals.
import path from 'node:path';
import * as vscode from 'vscode';
import { say } from '../core/messages/message';
import { entityAt } from '../core/project/at';
import type { Entity } from '../core/project/file-index';
import { type Plan, planning } from '../core/schedule/plan';
import { forecastIn } from '../core/views/forecast';
import { type GroupBy, groupings } from '../core/views/groups';
import { type ProjectTree, projectTree, type TreeNode } from '../core/views/project-tree';
import { total, troubles } from '../core/views/trouble';
import { cardText } from './cards';
import { views } from './contributions';
import { rowUri } from './decorations';
import type { Editor } from './editor';
import type { ProjectFolder } from './folder';
import { locationOf, offsetIn } from './places';
import { inStretches } from './stretches';
import { onSetting, setting } from './settings';

/** Milliseconds between a change and the tree that shows it. */
const CALM = 150;
const CHOSEN = 'landfall.tree.groupBy';

/** A row: a node of a project's tree, or the project itself where there are several. */
export interface ProjectItem {
  readonly folder: ProjectFolder;
  readonly node: TreeNode | undefined;
}

export interface ProjectView extends vscode.Disposable {
  readonly filter: () => string;
  readonly setFilter: (text: string) => Promise<void>;
  readonly groupBy: () => GroupBy;
  readonly setGroupBy: (by: GroupBy) => Promise<void>;
  /** Answers with false when the filter hides the entity. */
  readonly reveal: (folder: ProjectFolder, entity: Entity, focus: boolean) => Promise<boolean>;
}

export function projectView(editor: Editor): ProjectView {
  const { projects, language, tell, context } = editor;
  const changed = new vscode.EventEmitter<void>();
  const trees = new Map<ProjectFolder, ProjectTree>();
  const items = new WeakMap<TreeNode, ProjectItem>();
  const tops = new WeakMap<ProjectFolder, ProjectItem>();
  const plans = new WeakMap<ProjectFolder, Plan>();
  let filter = '';
  let timer: NodeJS.Timeout | undefined;
  let following: NodeJS.Timeout | undefined;

  const groupBy = (): GroupBy => context.workspaceState.get<GroupBy>(CHOSEN) ?? setting('tree.groupBy');

  function treeOf(folder: ProjectFolder): ProjectTree {
    let tree = trees.get(folder);
    if (!tree) {
      const checked = folder.session.checked();
      const project = checked?.world.project ?? folder.session.project();
      const plan = plans.get(folder);
      const computed = plan && ((entity: Entity, field: string) => forecastIn(plan, entity, field));
      tree = projectTree(project, troubles(checked), { language, groupBy: groupBy(), filter, computed });
      trees.set(folder, tree);
    }
    return tree;
  }

  function itemOf(folder: ProjectFolder, node: TreeNode): ProjectItem {
    let item = items.get(node);
    if (!item) items.set(node, (item = { folder, node }));
    return item;
  }

  function topOf(folder: ProjectFolder): ProjectItem {
    let item = tops.get(folder);
    if (!item) tops.set(folder, (item = { folder, node: undefined }));
    return item;
  }

  const several = (): boolean => projects.all().length > 1;

  function children(item: ProjectItem | undefined): readonly ProjectItem[] {
    if (!item) return several() && !filter ? projects.all().map(topOf) : projects.all().flatMap(rootsOf);
    const { folder, node } = item;
    return node
      ? treeOf(folder)
          .children(node)
          .map((child) => itemOf(folder, child))
      : rootsOf(folder);
  }

  // Until the first check there is nothing true to show.
  const rootsOf = (folder: ProjectFolder): readonly ProjectItem[] =>
    folder.session.checked() ? treeOf(folder).roots.map((node) => itemOf(folder, node)) : [];

  const provider: vscode.TreeDataProvider<ProjectItem> = {
    onDidChangeTreeData: changed.event,
    getChildren: (item) => [...children(item)],
    getParent: ({ folder, node }) => {
      if (node?.parent) return itemOf(folder, node.parent);
      return node && several() && !filter ? topOf(folder) : undefined;
    },
    getTreeItem: ({ folder, node }) => (node ? rowOf(folder, node) : topRow(folder)),
    resolveTreeItem: (row, { folder, node }) => {
      if (node?.entity)
        row.tooltip = new vscode.MarkdownString(cardText(folder.session.project(), node.entity, editor));
      return row;
    },
  };
  const view = vscode.window.createTreeView(views.project, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
  });

  function topRow(folder: ProjectFolder): vscode.TreeItem {
    const row = new vscode.TreeItem(
      folder.session.project().settings.name || folder.root,
      vscode.TreeItemCollapsibleState.Expanded,
    );
    row.id = folder.root;
    row.iconPath = new vscode.ThemeIcon('home');
    row.description = path.basename(folder.root);
    row.resourceUri = rowUri(folder.root, total(folder.session.checked()), false);
    return row;
  }

  function rowOf(folder: ProjectFolder, node: TreeNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    // Never two levels that are open from the start: the editor then mixes up whose children are whose.
    const open = filter ? node.kind === 'kind' : node.kind === 'group' && !several();
    const row = new vscode.TreeItem(node.label, treeOf(folder).isLeaf(node) ? None : open ? Expanded : Collapsed);
    // The rows of a filtered tree are others than those that the person opened.
    row.id = `${folder.root}\n${filter}\n${node.id}`;
    const ofProject = filter && several() && !node.parent ? ` · ${folder.session.project().settings.name}` : '';
    row.description = `${node.detail}${ofProject}`;
    const faded = node.state !== 'plain';
    row.resourceUri = rowUri(`${folder.root}/${node.id}`, node.trouble, faded);
    if (node.icon)
      row.iconPath = new vscode.ThemeIcon(
        node.state === 'done' ? 'check' : node.state === 'dropped' ? 'close' : node.icon,
      );
    row.contextValue = node.kind;
    if (node.entity) {
      const location = locationOf(folder, node.entity);
      const title = tell(say('tree.open'));
      if (location)
        row.command = { command: 'vscode.open', title, arguments: [location.uri, { selection: location.range }] };
    }
    return row;
  }

  function refresh(): void {
    trees.clear();
    view.description = groupBy() === 'none' ? '' : tell(say(`group-by.${groupBy()}`));
    const nothing =
      filter !== '' && projects.all().every((folder) => folder.session.checked() && !treeOf(folder).roots.length);
    view.message = nothing
      ? tell(say('tree.no-match', { filter }))
      : filter
        ? tell(say('tree.filtered', { filter }))
        : '';
    changed.fire();
  }

  // The rows come at once; what is computed for them follows.
  async function planned(folder: ProjectFolder): Promise<void> {
    const world = folder.session.checked()?.world;
    const plan = world && (await inStretches(planning(world), () => folder.session.checked()?.world !== world));
    if (!plan || plans.get(folder) === plan) return;
    plans.set(folder, plan);
    refreshSoon();
  }

  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(refresh, CALM);
  }

  async function reveal(folder: ProjectFolder, entity: Entity, focus: boolean): Promise<boolean> {
    const node = treeOf(folder).nodeOf(entity);
    if (!node) return false;
    await view.reveal(itemOf(folder, node), { select: true, focus, expand: false });
    return true;
  }

  function follow(): void {
    clearTimeout(following);
    if (!view.visible || !setting('tree.followCursor')) return;
    following = setTimeout(() => {
      const at = vscode.window.activeTextEditor;
      const owned = at && projects.owner(at.document.uri);
      const project = owned?.folder.session.checked()?.world.project;
      const file = owned && project?.files.get(owned.path);
      const entity = file && entityAt(file, offsetIn(file, at.selection.active));
      if (owned && entity && !isSelected(entity)) void reveal(owned.folder, entity, false);
    }, CALM);
  }

  const isSelected = (entity: Entity): boolean => view.selection.some(({ node }) => node?.entity === entity);

  const listeners = vscode.Disposable.from(
    view,
    changed,
    projects.onDidClose((folder) => trees.delete(folder)),
    projects.onChange(refreshSoon),
    projects.onDidCheck(({ folder }) => void planned(folder)),
    vscode.window.onDidChangeTextEditorSelection(follow),
    vscode.window.onDidChangeActiveTextEditor(follow),
    onSetting(['tree.groupBy'], () => void setGroupBy(undefined)),
  );

  async function setGroupBy(by: GroupBy | undefined): Promise<void> {
    await context.workspaceState.update(CHOSEN, by);
    refresh();
  }

  refresh();
  return {
    filter: () => filter,
    setFilter: async (text) => {
      filter = text.trim();
      await vscode.commands.executeCommand('setContext', 'landfall.filtered', filter !== '');
      refresh();
    },
    groupBy: () => (groupings.includes(groupBy()) ? groupBy() : 'none'),
    setGroupBy,
    reveal,
    dispose: () => {
      clearTimeout(timer);
      clearTimeout(following);
      listeners.dispose();
    },
  };
}
