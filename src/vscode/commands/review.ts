// Review Changes Against…: the state to compare with is the point at which the main branch was left, unless somebody
// chooses a branch, a baseline or a commit.
import * as vscode from 'vscode';
import { BASELINES } from '../../core/compare/drift';
import { say } from '../../core/messages/message';
import type { Oid } from '../../core/model/commit';
import type { Entity } from '../../core/project/file-index';
import { type Known, known, type Unavailable } from '../../core/project/known';
import { lookUp } from '../../core/project/project';
import { reason } from '../../core/render/git';
import { written } from '../../core/schema/json';
import { chosenProject, type Command, type Surroundings } from '../command';
import type { BaselineItem } from '../baselines-view';
import type { ProjectFolder } from '../folder';
import type { Task } from '../past';
import type { ReviewItem } from '../review-view';

interface Base {
  readonly label: string;
  readonly description?: string;
  /** The revision that git is asked for; undefined where a person types one. */
  readonly revision: string | undefined;
  /** Compared is where the way here left it. */
  readonly fork: boolean;
}

/** A revision, or a baseline of a project, may be given. */
export const reviewChanges: Command = async (at, [given, of]) => {
  const { editor, review } = at;
  const { tell } = editor;
  const folder = editor.projects.all().find((one) => one === of) ?? (await chosenProject(at));
  if (!folder) return;
  const base = typeof given === 'string' ? baseNamed(given, folder) : await chooseBase(at, folder);
  if (!base) return;
  const revision = base.revision ?? (await vscode.window.showInputBox({ prompt: tell(say('review.type-commit')) }));
  if (!revision) return;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: tell(say('review.reading', { name: base.label })),
    cancellable: true,
  };
  await vscode.window.withProgress(options, async (_, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      const world = await editor.pasts.ask(folder, (task) => worldOf(task, revision, base.fork), abort.signal);
      if (world.kind === 'known') await review.against(folder, base.label, world.value);
      else void vscode.window.showErrorMessage(tell(say('review.cannot', { name: base.label, why: reason(world) })));
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    }
  });
};

const baseOf = ({ id, value }: Entity): Base => ({
  label: id,
  revision: `refs/tags/${written(value.tag)}`,
  fork: false,
});

function baseNamed(given: string, folder: ProjectFolder): Base {
  const baseline = lookUp(folder.session.project(), BASELINES, given);
  return baseline ? baseOf(baseline) : { label: given, revision: given, fork: true };
}

async function worldOf({ repository, worldAt }: Task, revision: string, fork: boolean) {
  const named = await repository.resolve(revision);
  if (named.kind === 'unavailable') return named;
  const head = fork ? await repository.resolve('HEAD') : named;
  if (head.kind === 'unavailable') return head;
  const base: Known<Oid> = head === named ? named : await repository.mergeBase(named.value, head.value);
  return base.kind === 'known' ? worldAt(base.value) : base;
}

async function chooseBase({ editor }: Surroundings, folder: ProjectFolder): Promise<Base | undefined> {
  const { tell, pasts } = editor;
  const found = await pasts.ask(folder, async ({ repository }) => {
    const [main, branches, head] = [
      await repository.mainBranch(),
      await repository.branches(),
      await repository.head(),
    ];
    return known({ main, branches: branches.kind === 'known' ? branches.value : [], head });
  });
  if (found.kind === 'unavailable') {
    refuse(found);
    return undefined;
  }
  const { main, branches, head } = found.value;
  const items: (Base & vscode.QuickPickItem)[] = [];
  if (main.kind === 'known')
    items.push({
      label: main.value.name,
      description: tell(say('review.since-main')),
      revision: main.value.name,
      fork: true,
    });
  items.push({ label: 'HEAD', description: tell(say('review.since-commit')), revision: 'HEAD', fork: false });
  for (const baseline of folder.session.project().table(BASELINES))
    items.push({ ...baseOf(baseline), description: baseline.title });
  for (const { name } of branches)
    if (name !== head && !(main.kind === 'known' && name === main.value.name))
      items.push({ label: name, description: tell(say('review.branch')), revision: name, fork: true });
  items.push({ label: tell(say('review.other-commit')), revision: undefined, fork: false });
  return vscode.window.showQuickPick(items, { placeHolder: tell(say('review.against')), matchOnDescription: true });

  function refuse(why: Unavailable): void {
    void vscode.window.showInformationMessage(tell(say('review.cannot', { name: 'git', why: reason(why) })));
  }
}

export const stopReview: Command = async ({ review }) => review.stop();

export const openChange: Command = async ({ review, baselines }, [given]) => {
  const item = given as ReviewItem | BaselineItem | undefined;
  if (item?.kind === 'entity') await review.openDiff(item);
  if (item?.kind === 'drifted') await baselines.openDiff(item);
};
