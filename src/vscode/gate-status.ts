// The status bar beside the findings: the gate that is decided next, and how many of its musts are unmet. A click shows
// them all.
import * as vscode from 'vscode';
import type { Checked } from '../core/check/check';
import { say, tellArgument } from '../core/messages/message';
import { gateSummary, type GateView, nextGateReport } from '../core/views/gates';
import type { Contribution } from './editor';
import { inStretches } from './stretches';

/** Unmet criteria that the tooltip names. */
const NAMED = 8;

export const gateStatus: Contribution = ({ projects, language, tell }) => {
  const item = vscode.window.createStatusBarItem('landfall.gate', vscode.StatusBarAlignment.Left, 9);
  item.name = tell(say('gate.status'));
  item.command = 'landfall.showReadiness';
  let shown: Checked | undefined;
  let runs = 0;

  async function refresh(): Promise<void> {
    const checked = projects.active()?.session.checked();
    if (!checked) return item.hide();
    if (checked === shown) return item.show();
    const run = ++runs;
    const work = nextGateReport(checked);
    const view = work && (await inStretches(work, () => run !== runs));
    if (run !== runs) return;
    shown = checked;
    if (view) show(view);
    else item.hide();
  }

  function show(view: GateView): void {
    const { gate, state } = view;
    item.text = state.open ? `$(law) ${gate.id} $(circle-slash) ${state.open}` : `$(law) ${gate.id} $(pass)`;
    const due = view.due === undefined ? [] : [tell(say('gate.due', { day: view.due }))];
    const open = view.criteria.filter(({ verdict }) => verdict !== 'met');
    item.tooltip = [
      `${gate.id} ${gate.title}`.trimEnd(),
      [...due, ...gateSummary(view).map(tell)].join(' · '),
      ...open
        .slice(0, NAMED)
        .map((one) => `✗ ${tellArgument(one.name, language)}: ${tellArgument(one.found, language)}`),
      ...(open.length > NAMED ? [tell(say('gate.more', { count: open.length - NAMED }))] : []),
    ].join('\n');
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  }

  void refresh();
  return vscode.Disposable.from(
    item,
    { dispose: () => void runs++ },
    projects.onChange(() => void refresh()),
    vscode.window.onDidChangeActiveTextEditor(() => void refresh()),
  );
};
