// All of the extension but what the findings of an open register need, which stands in host.ts and loads before this.
import * as vscode from 'vscode';
import { baselinesView } from './baselines-view';
import { commands } from './commands';
import { completions } from './completing';
import { decorations } from './decorations';
import { drift } from './drift';
import type { Beginning, Editor } from './editor';
import { entityTexts } from './entity-texts';
import { findingsView } from './findings-view';
import { formatPages } from './format-pages';
import { ganttPanel } from './gantt-panel';
import { gateStatus } from './gate-status';
import { hierarchy } from './hierarchy';
import { impactView } from './impact-view';
import { inlayHints } from './hints';
import { histories } from './histories';
import { historyDiffs } from './history-diffs';
import { historyView } from './history-view';
import { hovers } from './hovers';
import { languageFeatures } from './language';
import { codeLens } from './lens';
import { linkTarget } from './link-target';
import { markedBaselines } from './marked-baselines';
import { matrixPanel } from './matrix-panel';
import { metricPages } from './metric-pages';
import { metricsView } from './metrics-view';
import { navigation } from './navigation';
import { outlines } from './outline';
import { pasts } from './past';
import { pasting } from './paste';
import { projectView } from './project-view';
import { quickFixes } from './quick-fixes';
import { readinessView } from './readiness-view';
import { renaming } from './renaming';
import { reviewView } from './review-view';
import { rulePages } from './rule-pages';
import { status } from './status';
import { trace } from './trace';
import type { Host } from './host-types';

/** Puts every part to work. Projects are open by then and may be read, but none is checked before. */
export function startParts(beginning: Beginning): Host {
  const { context, language, log, projects } = beginning;
  const marked = markedBaselines(context);
  const texts = entityTexts();
  const past = pasts(projects, log);
  const told = histories({ context, projects, pasts: past, language, log });
  const editor: Editor = { ...beginning, pasts: past, texts, histories: told, marked };
  const project = projectView(editor);
  const baselines = baselinesView(editor);
  const findings = findingsView(editor);
  const review = reviewView(editor);
  const history = historyView(editor);
  const diffs = historyDiffs(editor);
  const impact = impactView(editor);
  const matrix = matrixPanel(editor);
  const gantt = ganttPanel(editor);
  const parts = [
    decorations,
    rulePages,
    formatPages,
    metricPages,
    completions,
    hovers,
    languageFeatures,
    navigation,
    renaming,
    pasting,
    outlines,
    trace,
    hierarchy,
    quickFixes,
    codeLens,
    inlayHints,
    drift,
    status,
    gateStatus,
    readinessView,
    metricsView,
  ].map((part) => part(editor));
  context.subscriptions.push(texts, past, told, project, findings, review, history, impact, matrix, gantt, ...parts);
  context.subscriptions.push(marked, baselines);
  // Previews that were drawn before the projects were read show their links as plain text.
  const first = projects.onDidCheck(() => {
    first.dispose();
    void vscode.commands.executeCommand('markdown.preview.refresh');
  });
  context.subscriptions.push(first);
  const surroundings = { editor, project, baselines, findings, review, history, diffs, impact, matrix, gantt };
  return {
    run: async (id, args) => {
      try {
        await commands[id](surroundings, args);
      } catch (error) {
        log.error(error instanceof Error ? error : String(error));
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    },
    linkTarget: (document, id) => linkTarget(editor, document, id),
  };
}
