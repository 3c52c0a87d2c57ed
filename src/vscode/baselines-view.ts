// The Baselines view: each baseline with what has become of it, below it what it covers and has drifted, with what lets
// it change, and the fields. It follows what is typed and where the repository moves; while nobody looks it does nothing.
import * as vscode from 'vscode';
import { subjectOf } from '../core/compare/diff';
import { BASELINES } from '../core/compare/drift';
import { say } from '../core/messages/message';
import { keyOf } from '../core/project/project';
import type { World } from '../core/project/world';
import { reason, shortReason } from '../core/render/git';
import {
  type BaselineReport,
  type BaselineState,
  baselineStates,
  type Drifted,
  fixedBy,
} from '../core/views/baselines';
import { type ComparedField, comparedField } from '../core/views/comparison';
import { labelOf } from '../core/views/label';
import { cardText } from './cards';
import { changeIcons } from './change-icons';
import { views } from './contributions';
import type { Editor } from './editor';
import { fieldRow } from './field-row';
import type { ProjectFolder } from './folder';
import { locationOf } from './places';
import { refreshing } from './refreshing';
import { inStretches } from './stretches';

/** Milliseconds between a check and the view that shows it. */
const CALM = 150;

interface Of {
  readonly folder: ProjectFolder;
  readonly world: World;
}

export type BaselineItem =
  | (Of & { readonly kind: 'baseline'; readonly report: BaselineReport })
  | DriftedItem
  | (Of & { readonly kind: 'drifted-field'; readonly of: Drifted; readonly field: ComparedField });
type DriftedItem = Of & { readonly kind: 'drifted'; readonly of: Drifted };

export interface BaselinesView extends vscode.Disposable {
  /** Shows what an entity was at the baseline beside what it is. */
  readonly openDiff: (item: DriftedItem) => Promise<void>;
}

const warning = new vscode.ThemeColor('problemsWarningIcon.foreground');
const wrong = new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
const icons: Readonly<Record<BaselineState, vscode.ThemeIcon>> = {
  verified: new vscode.ThemeIcon('verified', new vscode.ThemeColor('testing.iconPassed')),
  missing: wrong,
  moved: wrong,
  stray: wrong,
  unknown: new vscode.ThemeIcon('question'),
};
const drifted = new vscode.ThemeIcon('verified', warning);
const unapproved = new vscode.ThemeIcon('warning', warning);

export function baselinesView(editor: Editor): BaselinesView {
  const { projects, language, tell, texts } = editor;
  const changed = new vscode.EventEmitter<void>();
  let items: readonly BaselineItem[] = [];

  const provider: vscode.TreeDataProvider<BaselineItem> = {
    onDidChangeTreeData: changed.event,
    getChildren: (item) => (item ? childrenOf(item) : [...items]),
    getTreeItem: (item) => rowOf(item),
    resolveTreeItem: (row, item) => {
      if (item.kind !== 'baseline') return row;
      const text = cardText(item.world.project, item.report.entity, editor);
      row.tooltip = new vscode.MarkdownString(`${text}\n\n${stateText(item.report)}`);
      return row;
    },
  };
  const view = vscode.window.createTreeView(views.baselines, { treeDataProvider: provider, showCollapseAll: true });

  function childrenOf(item: BaselineItem): BaselineItem[] {
    const { folder, world } = item;
    if (item.kind === 'baseline') {
      // What nobody approved is what somebody has to look at.
      const open = (one: Drifted): number => (one.requests.length ? 1 : 0);
      const all = item.report.drift.toSorted((a, b) => open(a) - open(b));
      return all.map((of) => ({ kind: 'drifted', folder, world, of }));
    }
    if (item.kind === 'drifted-field' || item.of.change.how !== 'changed') return [];
    const { change, baseline } = item.of;
    const state = fixedBy(baseline, world) ?? world.project;
    return change.fields.map((one) => {
      const field = comparedField(one, change.after.kind, state, world.project, language);
      return { kind: 'drifted-field', folder, world, of: item.of, field };
    });
  }

  const stateText = ({ state, why, drift, uncovered }: BaselineReport, because = reason): string => {
    if (state === 'unknown' && why) return tell(say('baselines.unchecked', { why: because(why) }));
    const sums = uncovered
      ? say('baselines.sums', { drift: drift.length, uncovered })
      : drift.length
        ? say('baselines.approved', { drift: drift.length })
        : why
          ? say('baselines.unchecked', { why: because(why) })
          : say('baselines.unchanged');
    const about = state === 'missing' ? [] : [tell(sums)];
    return [tell(say(`baseline.state-${state}`)), ...about].join(' · ');
  };

  function rowOf(item: BaselineItem): vscode.TreeItem {
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const { root } = item.folder;
    switch (item.kind) {
      case 'baseline': {
        const { entity, state, drift, uncovered } = item.report;
        // Titles are long and the side bar is narrow: what has become of it comes first.
        const row = new vscode.TreeItem(entity.id, drift.length ? Collapsed : None);
        row.id = `${root}\n${keyOf(entity)}`;
        row.iconPath = state === 'verified' && uncovered ? drifted : icons[state];
        const ofProject = projects.all().length > 1 ? [item.world.settings.name] : [];
        row.description = [stateText(item.report, shortReason), entity.title, ...ofProject].filter(Boolean).join(' · ');
        row.contextValue = fixedBy(entity, item.world) ? 'baseline' : 'baseline-unknown';
        const place = locationOf(item.folder, entity, item.world.project);
        const to = place && [place.uri, { selection: place.range, preserveFocus: true }];
        if (to) row.command = { command: 'vscode.open', title: tell(say('tree.open')), arguments: to };
        return row;
      }
      case 'drifted': {
        const { baseline, change, requests } = item.of;
        const entity = subjectOf(change);
        const state = change.how === 'removed' ? fixedBy(baseline, item.world) : item.world.project;
        const label = labelOf(entity, state ?? item.world.project, language);
        const row = new vscode.TreeItem(entity.id, change.how === 'changed' && change.fields.length ? Collapsed : None);
        row.id = `${root}\n${keyOf(baseline)}\n${keyOf(entity)} ${change.how}`;
        row.iconPath = requests.length ? changeIcons[change.how] : unapproved;
        const renamed =
          change.how === 'changed' && change.renamed ? [tell(say('compare.renamed', { id: change.before.id }))] : [];
        const how = change.how === 'changed' ? [] : [tell(say(`compare.${change.how}`))];
        const by = requests.length
          ? say('baselines.by', { requests: requests.map(({ id }) => id) })
          : say('baselines.not-approved');
        row.description = [tell(by), ...how, ...renamed, entity.title].filter(Boolean).join(' · ');
        const named = requests.map(({ id, title }) => `${id} ${title}`).join('\n');
        row.tooltip = [label, tell(say(`compare.${change.how}`)), named || tell(by)].join('\n');
        row.contextValue = change.how === 'added' ? 'drifted-new' : 'drifted';
        row.command = { command: 'landfall.openChange', title: tell(say('review.open')), arguments: [item] };
        return row;
      }
      case 'drifted-field': {
        const key = [root, keyOf(item.of.baseline), keyOf(subjectOf(item.of.change))].join('\n');
        const row = fieldRow(tell, { kind: 'field', of: item.field, key });
        row.contextValue = 'drifted-field';
        return row;
      }
    }
  }

  async function refresh(dropped: () => boolean): Promise<void> {
    const next: BaselineItem[] = [];
    let unknown: string | undefined;
    for (const folder of projects.all()) {
      const world = folder.session.checked()?.world;
      if (!world?.project.table(BASELINES).length) continue;
      const reports = await inStretches(baselineStates(world), dropped);
      if (!reports || dropped()) return;
      next.push(...reports.map((report) => ({ kind: 'baseline' as const, folder, world, report })));
      if (world.past.kind === 'unavailable' && world.past.why !== 'loading') unknown = tell(reason(world.past));
    }
    items = next;
    view.message = unknown ?? '';
    void vscode.commands.executeCommand('setContext', 'landfall.hasBaselines', items.length > 0);
    changed.fire();
  }

  const kept = refreshing(view, projects, CALM, refresh);
  return {
    openDiff: async ({ of: { baseline, change }, world }) => {
      const state = fixedBy(baseline, world);
      if (!state) return;
      const now = tell(say('review.working-tree'));
      await texts.diff(
        change.how === 'added' ? undefined : { entity: change.before, project: state, state: baseline.id },
        change.how === 'removed' ? undefined : { entity: change.after, project: world.project, state: now },
        `${labelOf(subjectOf(change), change.how === 'removed' ? state : world.project, language)} (${baseline.id} → ${now})`,
      );
    },
    dispose: () => vscode.Disposable.from(kept, view, changed).dispose(),
  };
}
