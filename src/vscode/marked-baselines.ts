// Which baseline the marks beside the text compare with. Unless somebody chose one, the newest that is what was approved
// holds for each entity.
import * as vscode from 'vscode';
import type { ProjectFolder } from './folder';

const CHOSEN = 'landfall.baselineMarks';

export interface MarkedBaselines extends vscode.Disposable {
  /** The id of the baseline that was chosen for a project. */
  readonly of: (folder: ProjectFolder) => string | undefined;
  readonly choose: (folder: ProjectFolder, id: string | undefined) => Promise<void>;
  readonly onDidChoose: vscode.Event<void>;
}

export function markedBaselines({ workspaceState }: vscode.ExtensionContext): MarkedBaselines {
  const chosen = new vscode.EventEmitter<void>();
  const all = () => workspaceState.get<Readonly<Record<string, string>>>(CHOSEN) ?? {};
  return {
    of: ({ root }) => all()[root],
    choose: async ({ root }, id) => {
      const { [root]: _, ...others } = all();
      await workspaceState.update(CHOSEN, id === undefined ? others : { ...others, [root]: id });
      chosen.fire();
    },
    onDidChoose: chosen.event,
    dispose: () => chosen.dispose(),
  };
}
