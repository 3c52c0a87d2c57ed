// What package.json names and the code must know: the ids of commands, views and settings, and the settings' defaults.
// A test holds the two equal.
import type { GroupBy } from '../core/views/groups';
import type { FindingsBy } from '../core/views/findings-tree';

export const views = {
  project: 'landfall.project',
  findings: 'landfall.findings',
  readiness: 'landfall.readiness',
  metrics: 'landfall.metrics',
  review: 'landfall.review',
  baselines: 'landfall.baselines',
  history: 'landfall.history',
  impact: 'landfall.impact',
} as const;

/** Pages of our own, by what the editor calls them. */
export const panelTypes = { matrix: 'landfall.matrix', gantt: 'landfall.gantt' } as const;

export const commandIds = [
  'landfall.newProject',
  'landfall.openSample',
  'landfall.showProject',
  'landfall.showFindings',
  'landfall.checkProject',
  'landfall.openEntity',
  'landfall.setBaseline',
  'landfall.compareBaseline',
  'landfall.restoreFromBaseline',
  'landfall.chooseBaseline',
  'landfall.copyReference',
  'landfall.explainRule',
  'landfall.explainMetric',
  'landfall.showReadiness',
  'landfall.showMetrics',
  'landfall.openFormat',
  'landfall.filter',
  'landfall.clearFilter',
  'landfall.groupBy',
  'landfall.groupFindings',
  'landfall.reveal',
  'landfall.setField',
  'landfall.sortRegister',
  'landfall.moveEntity',
  'landfall.reviewChanges',
  'landfall.stopReview',
  'landfall.openChange',
  'landfall.showHistory',
  'landfall.filterHistory',
  'landfall.clearHistoryFilter',
  'landfall.refreshHistory',
  'landfall.stopHistory',
  'landfall.moreHistory',
  'landfall.openHistoryChange',
  'landfall.openCommit',
  'landfall.showImpact',
  'landfall.showMatrix',
  'landfall.showGantt',
  'landfall.whyDate',
  'landfall.showLog',
] as const;
export type CommandId = (typeof commandIds)[number];

/** Settings below `landfall.`, with what they are when nobody set them. */
export interface Settings {
  readonly 'tree.groupBy': GroupBy;
  readonly 'tree.followCursor': boolean;
  readonly 'findings.groupBy': FindingsBy;
  readonly codeLens: boolean;
  readonly historyLens: boolean;
  readonly 'inlayHints.titles': boolean;
  readonly 'inlayHints.owners': boolean;
  readonly 'inlayHints.weekdays': boolean;
  readonly 'inlayHints.schedule': boolean;
  readonly 'inlayHints.figures': boolean;
  readonly 'inlayHints.scores': boolean;
  readonly baselineMarks: boolean;
  readonly 'check.delay': number;
  readonly quickReader: boolean;
  readonly 'check.yieldToYamlExtension': boolean;
}
export const defaults: Settings = {
  'tree.groupBy': 'none',
  'tree.followCursor': true,
  'findings.groupBy': 'file',
  codeLens: true,
  historyLens: true,
  'inlayHints.titles': true,
  'inlayHints.owners': true,
  'inlayHints.weekdays': true,
  'inlayHints.schedule': true,
  'inlayHints.figures': true,
  'inlayHints.scores': true,
  baselineMarks: true,
  'check.delay': 20,
  quickReader: true,
  'check.yieldToYamlExtension': true,
};
