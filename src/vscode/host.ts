// What loads after the extension has been activated: it opens the projects and puts every part of the extension to work.
import { setImmediate as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { languageOf, tell } from '../core/messages/message';
import { quickReader } from '../core/syntax/quick';
import { quickReaderWanted } from '../node/quick-reader';
import { baselinesView } from './baselines-view';
import { commands } from './commands';
import { completions } from './completing';
import { decorations } from './decorations';
import { diagnostics } from './diagnostics';
import { drift } from './drift';
import type { Editor } from './editor';
import { entityTexts } from './entity-texts';
import { findingsView } from './findings-view';
import { formatPages } from './format-pages';
import { ganttPanel } from './gantt-panel';
import { gateStatus } from './gate-status';
import { hierarchy } from './hierarchy';
import type { Host } from './host-types';
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
import { openProjects } from './projects';
import { quickFixes } from './quick-fixes';
import { readinessView } from './readiness-view';
import { renaming } from './renaming';
import { reviewView } from './review-view';
import { rulePages } from './rule-pages';
import { setting } from './settings';
import { status } from './status';
import { trace } from './trace';

export async function start(context: vscode.ExtensionContext): Promise<Host> {
  // Loading this took a while, and each of the next steps does: the editor gets a word in between.
  await pause();
  quickReader.on = setting('quickReader') && quickReaderWanted(process.env);
  const language = languageOf(vscode.env.language);
  const log = vscode.window.createOutputChannel('Landfall', { log: true });
  const projects = await openProjects(log);
  await pause();
  const marked = markedBaselines(context);
  const texts = entityTexts();
  const past = pasts(projects, log);
  const told = histories({ context, projects, pasts: past, language, log });
  const editor: Editor = {
    context,
    language,
    log,
    projects,
    pasts: past,
    texts,
    histories: told,
    marked,
    tell: (message) => tell(message, language),
  };
  // The disk is asked while the views are made: whoever has a register open waits for its findings, not for a tree.
  const reading = projects.begin();
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
    diagnostics,
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
  context.subscriptions.push(
    log,
    projects,
    texts,
    past,
    told,
    project,
    findings,
    review,
    history,
    impact,
    matrix,
    gantt,
    ...parts,
  );
  context.subscriptions.push(marked, baselines);
  // Previews that were drawn before the projects were read show their links as plain text.
  const first = projects.onDidCheck(() => {
    first.dispose();
    void vscode.commands.executeCommand('markdown.preview.refresh');
  });
  context.subscriptions.push(first);
  await reading;
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
