// What keeps a panel's page in step with its project: worked out when the page is ready, a while after something was typed,
// and when it comes into sight again; a later run drops an earlier one. A project that is closed closes the page.
import * as vscode from 'vscode';
import type { ProjectFolder } from './folder';
import type { PanelPage } from './panel';
import type { Projects } from './projects';

/** Milliseconds of quiet before what was typed is in the page. */
const CALM = 300;

interface Following extends vscode.Disposable {
  /** The project, while it is open. */
  readonly folder: () => ProjectFolder | undefined;
  /** The page can be told something. */
  readonly ready: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly shown: () => void;
}

export function following(
  projects: Projects,
  page: Pick<PanelPage<never>, 'isVisible' | 'close'>,
  root: string,
  tell: (folder: ProjectFolder, dropped: () => boolean) => Promise<void>,
): Following {
  let ready = false;
  let stale = false;
  let runs = 0;
  let timer: NodeJS.Timeout | undefined;

  const folder = (): ProjectFolder | undefined => projects.all().find((one) => one.root === root);

  async function refresh(): Promise<void> {
    const open = folder();
    const own = ++runs;
    if (!ready || !open) return;
    stale = !page.isVisible();
    if (!stale) await tell(open, () => own !== runs);
  }

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), CALM);
  }

  const listeners = vscode.Disposable.from(
    projects.onDidCheck(({ folder: checked }) => (checked.root === root ? soon() : undefined)),
    projects.onDidClose((closed) => (closed.root === root ? page.close() : undefined)),
  );
  return {
    folder,
    ready: () => {
      ready = true;
      return refresh();
    },
    refresh,
    shown: () => {
      if (stale) void refresh();
    },
    dispose: () => {
      runs++;
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}
