// The Metrics view: families, each figure with its value and how it stands to the project's limit, and below it what it
// was at past revisions. The past is read when a figure is opened; while nobody looks nothing is computed.
import * as vscode from 'vscode';
import type { Checked } from '../core/check/check';
import { say } from '../core/messages/message';
import { noFilter } from '../core/metrics/filter';
import { reason } from '../core/render/git';
import { families, familyOf, type MetricView, metricReports, thresholdOf, valueNumber } from '../core/views/metrics';
import { sparkline } from '../core/views/trend';
import { views } from './contributions';
import type { Editor } from './editor';
import type { ProjectFolder } from './folder';
import { linkedCommands } from './markdown';
import { metricText } from './metric-text';
import { refreshing } from './refreshing';
import { inStretches } from './stretches';
import { type PastState, trends } from './trends';

/** Milliseconds between a check and the view that shows it. */
const CALM = 150;

interface Of {
  readonly folder: ProjectFolder;
  readonly checked: Checked;
}

type MetricItem =
  | (Of & { readonly kind: 'project' })
  | (Of & { readonly kind: 'family'; readonly family: string })
  | (Of & { readonly kind: 'metric'; readonly view: MetricView })
  | (Of & { readonly kind: 'state'; readonly view: MetricView; readonly state: PastState })
  | (Of & { readonly kind: 'note'; readonly text: string; readonly id: string });

const kept = new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
const missed = new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
const icons = { kept, missed, unknown: new vscode.ThemeIcon('question') } as const;

export function metricsView(editor: Editor): vscode.Disposable {
  const { projects, pasts, tell } = editor;
  const changed = new vscode.EventEmitter<MetricItem | undefined>();
  const past = trends(pasts);
  const figures = new Map<ProjectFolder, Of & { readonly views: readonly MetricView[] }>();
  const reading = new Map<ProjectFolder, Promise<string | undefined>>();
  const stop = new AbortController();

  const provider: vscode.TreeDataProvider<MetricItem> = {
    onDidChangeTreeData: changed.event,
    getChildren: (item) => childrenOf(item),
    getTreeItem: (item) => rowOf(item),
    resolveTreeItem: (row, item) => {
      if (item.kind !== 'metric') return row;
      row.tooltip = new vscode.MarkdownString(metricText(item.view.metric, noFilter, item.checked, editor));
      row.tooltip.isTrusted = { enabledCommands: linkedCommands };
      return row;
    },
  };
  const view = vscode.window.createTreeView(views.metrics, { treeDataProvider: provider, showCollapseAll: true });

  async function childrenOf(item: MetricItem | undefined): Promise<MetricItem[]> {
    if (!item) {
      const all = [...figures.values()];
      const [only] = all;
      if (all.length === 1 && only) return familiesOf(only);
      return all.map(({ folder, checked }) => ({ kind: 'project', folder, checked }));
    }
    const { folder, checked } = item;
    switch (item.kind) {
      case 'project':
        return familiesOf(item);
      case 'family': {
        const found = figures.get(folder)?.views.filter(({ metric }) => familyOf(metric) === item.family) ?? [];
        return found.map((one) => ({ kind: 'metric', folder, checked, view: one }));
      }
      case 'metric': {
        const failed = await readPast(folder);
        const states = past.of(folder) ?? [];
        if (!states.length)
          return [{ kind: 'note', folder, checked, text: failed ?? tell(say('metric.no-past')), id: item.view.key }];
        return states
          .map((state): MetricItem => ({ kind: 'state', folder, checked, view: item.view, state }))
          .reverse();
      }
      default:
        return [];
    }
  }

  const familiesOf = ({ folder, checked }: Of): MetricItem[] =>
    families.map((family) => ({ kind: 'family', folder, checked, family }));

  /** Why the past cannot be told; undefined when it was read. Whoever asks meanwhile waits for the same. */
  function readPast(folder: ProjectFolder): Promise<string | undefined> {
    if (past.of(folder)) return Promise.resolve(undefined);
    let task = reading.get(folder);
    if (!task) {
      task = Promise.resolve(
        vscode.window.withProgress({ location: { viewId: views.metrics } }, async () => {
          const told = (done: number, all: number): void => {
            view.message = tell(say('metric.reading-past', { done, all }));
          };
          const found = await past.read(folder, told, stop.signal);
          view.message = '';
          // The lines of bars stand beside every figure.
          if (found.kind === 'known') setTimeout(() => changed.fire(undefined), 0);
          return found.kind === 'known' ? undefined : tell(reason(found));
        }),
      ).finally(() => reading.delete(folder));
      reading.set(folder, task);
    }
    return task;
  }

  function rowOf(item: MetricItem): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const { folder, checked } = item;
    switch (item.kind) {
      case 'project': {
        const row = new vscode.TreeItem(checked.world.settings.name || folder.root, Expanded);
        row.id = folder.root;
        return row;
      }
      case 'family': {
        const row = new vscode.TreeItem(tell(say(`metric-family.${item.family as 'scope'}`)), Expanded);
        row.id = `${folder.root}\n${item.family}`;
        row.contextValue = 'family';
        return row;
      }
      case 'metric': {
        const { view: one } = item;
        const row = new vscode.TreeItem(tell(one.metric.name), Collapsed);
        row.id = `${folder.root}\n${one.key}`;
        const limit = thresholdOf(one, checked.world.project);
        row.iconPath = limit ? icons[limit.state] : new vscode.ThemeIcon('dash');
        const states = past.of(folder) ?? [];
        const line = sparkline([
          ...states.map(({ points }) => points.get(one.metric.id)?.value),
          valueNumber(one) ?? undefined,
        ]);
        const wanted = limit ? [tell(say('gate.wants', { limits: limit.limit }))] : [];
        row.description = [tell(one.shown), line, ...wanted].filter(Boolean).join(' · ');
        row.contextValue = 'metric';
        row.command = { command: 'landfall.explainMetric', title: tell(say('metric.explain')), arguments: [one.key] };
        return row;
      }
      case 'state': {
        const { commit, points } = item.state;
        const at = points.get(item.view.metric.id);
        const row = new vscode.TreeItem(day(commit.committer), None);
        row.id = `${folder.root}\n${item.view.key}\n${commit.oid}`;
        const [subject = ''] = commit.message.split('\n');
        row.description = [at ? tell(at.shown) : '', subject].filter(Boolean).join(' · ');
        row.tooltip = `${row.description}\n${commit.oid.slice(0, 10)}`;
        row.iconPath = new vscode.ThemeIcon('git-commit');
        return row;
      }
      case 'note': {
        const row = new vscode.TreeItem(item.text, None);
        row.id = `${folder.root}\n${item.id}\n!`;
        return row;
      }
    }
  }

  async function refresh(dropped: () => boolean): Promise<void> {
    const next = new Map<ProjectFolder, Of & { readonly views: readonly MetricView[] }>();
    for (const folder of projects.all()) {
      const checked = folder.session.checked();
      if (!checked) continue;
      const found = await inStretches(metricReports(checked.world, checked.figures), dropped);
      if (!found || dropped()) return;
      next.set(folder, { folder, checked, views: found });
    }
    figures.clear();
    for (const [folder, one] of next) figures.set(folder, one);
    changed.fire(undefined);
  }

  const kept = refreshing(view, projects, CALM, refresh);
  const moved = pasts.onDidMove((folder) => {
    past.forget(folder);
    kept.soon();
  });
  return vscode.Disposable.from(kept, moved, view, changed, { dispose: () => stop.abort() });
}

const day = ({ at, offset }: PastState['commit']['committer']): string =>
  new Date(at + offset * 60_000).toISOString().slice(0, 10);
