// What keeps a view up to date as long as somebody sees it: a while after a project changed, and when it comes into sight.
// A later run drops an earlier one.
import * as vscode from 'vscode';
import type { Projects } from './projects';

interface Refreshing extends vscode.Disposable {
  readonly soon: () => void;
}

export function refreshing(
  view: Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>,
  projects: Projects,
  calm: number,
  refresh: (dropped: () => boolean) => Promise<void>,
): Refreshing {
  let timer: NodeJS.Timeout | undefined;
  let runs = 0;

  function run(): void {
    const own = ++runs;
    void refresh(() => own !== runs);
  }

  function soon(): void {
    clearTimeout(timer);
    if (view.visible) timer = setTimeout(run, calm);
  }

  const listeners = vscode.Disposable.from(projects.onChange(soon), view.onDidChangeVisibility(soon));
  soon();
  return {
    soon,
    dispose: () => {
      clearTimeout(timer);
      runs++;
      listeners.dispose();
    },
  };
}
