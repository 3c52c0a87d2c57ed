// Explain Metric: the arithmetic of a figure, asked from a row, a hover or by name. And what shows the views of figures.
import * as vscode from 'vscode';
import { say } from '../../core/messages/message';
import { metrics } from '../../core/metrics';
import type { Command } from '../command';
import { views } from '../contributions';
import { showMetricPage } from '../metric-pages';

export const explainMetric: Command = async ({ editor: { tell } }, [given]) => {
  const items = () => metrics.map(({ id, name }) => ({ label: id, description: tell(name) }));
  const options = { placeHolder: tell(say('command.which-metric')), matchOnDescription: true };
  const key = typeof given === 'string' ? given : (await vscode.window.showQuickPick(items(), options))?.label;
  if (key !== undefined) await showMetricPage(key);
};

export const showReadiness: Command = async () => {
  await vscode.commands.executeCommand(`${views.readiness}.focus`);
};

export const showMetrics: Command = async () => {
  await vscode.commands.executeCommand(`${views.metrics}.focus`);
};
