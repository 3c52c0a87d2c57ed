// The Readiness view: gates in the order in which they come up, their criteria, and below those that are unmet what is to
// be mended and by whom. It follows what is typed; while nobody looks it does nothing.
import * as vscode from 'vscode';
import { GATES } from '../core/gates/criterion';
import { tellArgument, say } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import { keyOf } from '../core/project/project';
import { valueSpan } from '../core/project/value-span';
import type { World } from '../core/project/world';
import { startOf } from '../core/project/file-index';
import { shift } from '../core/base/span';
import { type Blocker, type CriterionView, gateReports, gateSummary, type GateView } from '../core/views/gates';
import { views } from './contributions';
import type { Editor } from './editor';
import type { ProjectFolder } from './folder';
import { metricText } from './metric-text';
import { linkedCommands } from './markdown';
import { locationOf, rangeIn, uriOf } from './places';
import { refreshing } from './refreshing';
import { inStretches } from './stretches';

/** Milliseconds between a check and the view that shows it. */
const CALM = 150;
/** Entries to mend that are shown at once below a criterion. */
const PAGE = 100;

interface Of {
  readonly folder: ProjectFolder;
  readonly world: World;
  readonly view: GateView;
}
interface OfCriterion extends Of {
  readonly criterion: CriterionView;
  readonly at: number;
}

type ReadinessItem =
  | (Of & { readonly kind: 'gate' })
  | (OfCriterion & { readonly kind: 'criterion' })
  | (OfCriterion & { readonly kind: 'blocker'; readonly blocker: Blocker })
  | (OfCriterion & { readonly kind: 'more'; readonly count: number });

const coloured = (icon: string, colour: string): vscode.ThemeIcon =>
  new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
const passed = coloured('pass', 'testing.iconPassed');
const closed = coloured('error', 'problemsErrorIcon.foreground');
const lacking = coloured('warning', 'problemsWarningIcon.foreground');
const doubtful = coloured('question', 'problemsWarningIcon.foreground');

export function readinessView(editor: Editor): vscode.Disposable {
  const { projects, language, tell } = editor;
  const changed = new vscode.EventEmitter<void>();
  let items: readonly ReadinessItem[] = [];

  const provider: vscode.TreeDataProvider<ReadinessItem> = {
    onDidChangeTreeData: changed.event,
    getChildren: (item) => (item ? childrenOf(item) : [...items]),
    getTreeItem: (item) => rowOf(item),
    resolveTreeItem: (row, item) => {
      const asked = item.kind === 'criterion' ? item.criterion.state.criterion.asked : undefined;
      if (asked?.kind !== 'metric' || !asked.metric || !asked.filter) return row;
      const text = metricText(asked.metric, asked.filter, item.folder.session.checked(), editor);
      row.tooltip = new vscode.MarkdownString(text);
      row.tooltip.isTrusted = { enabledCommands: linkedCommands };
      return row;
    },
  };
  const view = vscode.window.createTreeView(views.readiness, { treeDataProvider: provider, showCollapseAll: true });

  function childrenOf(item: ReadinessItem): ReadinessItem[] {
    const { folder, world, view: of } = item;
    if (item.kind === 'gate')
      return of.criteria.map((criterion, at) => ({ kind: 'criterion', folder, world, view: of, criterion, at }));
    if (item.kind !== 'criterion') return [];
    const { blockers, blocked } = item.criterion;
    const shown = blockers(PAGE).map((blocker): ReadinessItem => ({ ...item, kind: 'blocker', blocker }));
    const count = blocked - shown.length;
    return count > 0 ? [...shown, { ...item, kind: 'more', count }] : shown;
  }

  function rowOf(item: ReadinessItem): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const { folder, world, view: of } = item;
    const id = `${folder.root}\n${keyOf(of.gate)}`;
    switch (item.kind) {
      case 'gate': {
        // Titles are long and the side bar is narrow: whether it may be passed comes first.
        const row = new vscode.TreeItem(of.gate.id, of.isNext ? Expanded : Collapsed);
        row.id = id;
        row.iconPath =
          of.decision === 'go' ? coloured('verified', 'testing.iconPassed') : of.state.open ? closed : passed;
        const due = of.due === undefined || of.decision ? [] : [tell(say('gate.due', { day: of.due }))];
        const ofProject = projects.all().length > 1 ? [world.settings.name] : [];
        row.description = [...gateSummary(of).map(tell), of.gate.title, ...due, ...ofProject]
          .filter(Boolean)
          .join(' · ');
        row.tooltip = `${of.gate.id} ${row.description}`;
        row.contextValue = 'gate';
        return opening(row, placeOf(item, of.gate));
      }
      case 'criterion': {
        const { criterion } = item;
        const { asked } = criterion.state.criterion;
        const isFigure = asked.kind === 'metric' && asked.metric;
        const label = isFigure ? tell(isFigure.name) : tellArgument(criterion.name, language);
        const row = new vscode.TreeItem(label, criterion.blocked ? Collapsed : None);
        row.id = `${id}\n${item.at}`;
        const isMust = criterion.state.criterion.must;
        row.iconPath =
          criterion.verdict === 'met' ? passed : isMust ? closed : criterion.verdict === 'na' ? doubtful : lacking;
        const wanted = criterion.wanted === undefined ? [] : [tell(say('gate.wants', { limits: criterion.wanted }))];
        const how = tell(isMust ? say('gate.must') : say('gate.should'));
        const filter = isFigure && asked.filter ? [...asked.filter.values()] : [];
        row.description = [tellArgument(criterion.found, language), ...wanted, ...filter, how].join(' · ');
        row.contextValue = 'criterion';
        return opening(row, placeOf(item, of.gate, criterion.state.criterion.pointer));
      }
      case 'blocker': {
        const { entity, owner } = item.blocker;
        const row = new vscode.TreeItem(entity.id, None);
        row.id = `${id}\n${item.at}\n${keyOf(entity)}`;
        row.iconPath = new vscode.ThemeIcon(entity.kind.entity.icon ?? 'circle-outline');
        row.description = [entity.title === entity.id ? '' : entity.title, owner?.name].filter(Boolean).join(' · ');
        row.tooltip = `${keyOf(entity)} ${entity.title}`.trimEnd();
        row.contextValue = 'blocker';
        return opening(row, placeOf(item, entity));
      }
      case 'more': {
        const row = new vscode.TreeItem(tell(say('gate.more', { count: item.count })), None);
        row.id = `${id}\n${item.at}\n…`;
        return row;
      }
    }
  }

  function opening(row: vscode.TreeItem, place: vscode.Location | undefined): vscode.TreeItem {
    const to = place && [place.uri, { selection: place.range, preserveFocus: true }];
    if (to) row.command = { command: 'vscode.open', title: tell(say('tree.open')), arguments: to };
    return row;
  }

  function placeOf({ folder, world }: Of, entity: Entity, pointer?: string): vscode.Location | undefined {
    const file = world.project.files.get(entity.path);
    if (!file || pointer === undefined) return locationOf(folder, entity, world.project);
    const span = shift(valueSpan(world.project, entity, pointer), startOf(file, entity.slice));
    return new vscode.Location(uriOf(folder, entity.path), rangeIn(file, span));
  }

  async function refresh(dropped: () => boolean): Promise<void> {
    const next: ReadinessItem[] = [];
    for (const folder of projects.all()) {
      const checked = folder.session.checked();
      if (!checked?.world.project.table(GATES).length) continue;
      const reports = await inStretches(gateReports(checked), dropped);
      if (!reports || dropped()) return;
      next.push(...reports.map((of) => ({ kind: 'gate' as const, folder, world: checked.world, view: of })));
    }
    items = next;
    void vscode.commands.executeCommand('setContext', 'landfall.hasGates', items.length > 0);
    changed.fire();
  }

  const kept = refreshing(view, projects, CALM, refresh);
  return vscode.Disposable.from(kept, view, changed);
}
