// The status bar: errors and warnings of the project one is in. A click shows them.
import * as vscode from 'vscode';
import { say } from '../core/messages/message';
import { total } from '../core/views/trouble';
import type { Contribution } from './editor';

export const status: Contribution = ({ projects, tell }) => {
  const item = vscode.window.createStatusBarItem('landfall.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Landfall';
  item.command = 'landfall.showFindings';

  function refresh(): void {
    const folder = projects.active();
    if (!folder) return item.hide();
    const checked = folder.session.checked();
    const name = folder.session.project().settings.name;
    const { errors, warnings } = total(checked);
    item.text = !checked
      ? '$(compass) $(loading~spin)'
      : errors || warnings
        ? `$(compass) $(error) ${errors} $(warning) ${warnings}`
        : '$(compass) $(pass)';
    item.tooltip = checked
      ? tell(say('status.tooltip', { name, errors, warnings }))
      : tell(say('status.loading', { name }));
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  }

  refresh();
  return vscode.Disposable.from(item, projects.onChange(refresh), vscode.window.onDidChangeActiveTextEditor(refresh));
};
