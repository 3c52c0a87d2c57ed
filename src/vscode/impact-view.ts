// The Impact view: what a change request or an entry touches downstream, as a tree below what is to be changed, with what
// it comes to on top. It follows what is typed; before anybody asks it is not there.
import * as vscode from 'vscode';
import { pick, say } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import { isDone } from '../core/project/state';
import { impactSummary } from '../core/render/impact';
import { branches, type Impact, impactOf, type Touched } from '../core/views/impact';
import { labelOf } from '../core/views/label';
import { cardText } from './cards';
import { presently } from './presently';
import { views } from './contributions';
import type { Editor } from './editor';
import type { ProjectFolder } from './folder';
import { locationOf } from './places';
import { inStretches } from './stretches';

/** Milliseconds between a check and the view that shows it. */
const CALM = 150;
const SHOWN = 'landfall.impactShown';

type ImpactItem =
  | { readonly kind: 'summary'; readonly text: string; readonly at: number }
  | {
      readonly kind: 'entity';
      readonly folder: ProjectFolder;
      readonly entity: Entity;
      readonly by: Touched | undefined;
    };

export interface ImpactView extends vscode.Disposable {
  readonly show: (folder: ProjectFolder, entity: Entity) => Promise<void>;
}

export function impactView(editor: Editor): ImpactView {
  const { projects, language, tell } = editor;
  const changed = new vscode.EventEmitter<void>();
  let of: { readonly folder: ProjectFolder; readonly entity: Entity } | undefined;
  let impact: Impact | undefined;
  let below: ReturnType<typeof branches> = new Map();
  let asked = 0;
  let timer: NodeJS.Timeout | undefined;

  const provider: vscode.TreeDataProvider<ImpactItem> = {
    onDidChangeTreeData: changed.event,
    getChildren: (item) => {
      if (!impact || !of) return [];
      const { folder } = of;
      if (item?.kind === 'summary') return [];
      if (item)
        return (below.get(item.entity) ?? []).map((by) => ({ kind: 'entity', folder, entity: by.entity, by }) as const);
      return [
        ...impactSummary(impact).map((one, at) => ({ kind: 'summary', text: tell(one), at }) as const),
        ...impact.changes.map((entity) => ({ kind: 'entity', folder, entity, by: undefined }) as const),
      ];
    },
    getTreeItem: (item) => (item.kind === 'summary' ? summaryRow(item) : entityRow(item)),
    resolveTreeItem: (row, item) => {
      if (item.kind === 'entity')
        row.tooltip = new vscode.MarkdownString(cardText(item.folder.session.project(), item.entity, editor));
      return row;
    },
  };
  const view = vscode.window.createTreeView(views.impact, { treeDataProvider: provider, showCollapseAll: true });

  function summaryRow({ text, at }: ImpactItem & { readonly kind: 'summary' }): vscode.TreeItem {
    const row = new vscode.TreeItem(text);
    row.id = `summary ${at}`;
    row.tooltip = text;
    row.iconPath = new vscode.ThemeIcon('info');
    return row;
  }

  function entityRow({ folder, entity, by }: ImpactItem & { readonly kind: 'entity' }): vscode.TreeItem {
    const { None, Expanded } = vscode.TreeItemCollapsibleState;
    const project = folder.session.project();
    const row = new vscode.TreeItem(labelOf(entity, project, language), below.has(entity) ? Expanded : None);
    row.id = `${folder.root}\n${entity.kind.name}/${entity.id}\n${entity.path}`;
    const field = by && (typeof by.field === 'string' ? by.field : pick(by.field, language));
    const done = isDone(entity) ? tell(say('impact.done')) : undefined;
    row.description = [pick(entity.kind.one, language), field, done].filter(Boolean).join(' · ');
    row.iconPath = new vscode.ThemeIcon(entity.kind.entity.icon ?? 'circle-outline');
    row.contextValue = 'entity';
    const location = locationOf(folder, entity, project);
    if (location)
      row.command = {
        command: 'vscode.open',
        title: tell(say('tree.open')),
        arguments: [location.uri, { selection: location.range }],
      };
    return row;
  }

  async function refresh(): Promise<void> {
    const turn = ++asked;
    if (!of) return;
    const world = of.folder.session.checked()?.world;
    const entity = world && presently(world.project, of.entity);
    // What is gone has no impact any more.
    const found = entity && (await inStretches(impactOf(world, entity), () => turn !== asked));
    if (turn !== asked) return;
    impact = found;
    below = found ? branches(found) : new Map();
    view.description = found ? `${found.of.id} ${found.of.title}`.trimEnd() : '';
    view.message = found ? '' : tell(say('impact.gone'));
    changed.fire();
  }

  const listeners = vscode.Disposable.from(
    view,
    changed,
    projects.onChange(() => {
      clearTimeout(timer);
      if (of) timer = setTimeout(() => void refresh(), CALM);
    }),
  );
  return {
    show: async (folder, entity) => {
      of = { folder, entity };
      await vscode.commands.executeCommand('setContext', SHOWN, true);
      await refresh();
      await vscode.commands.executeCommand(`${views.impact}.focus`);
    },
    dispose: () => {
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}
