// Set Baseline…: title, scope and type are asked for, the very command is shown, and with a yes git sets the tag and the
// register gets the entry.
import * as vscode from 'vscode';
import { BASELINES } from '../../core/compare/drift';
import { say } from '../../core/messages/message';
import { known } from '../../core/project/known';
import { lookUp } from '../../core/project/project';
import type { Project } from '../../core/project/project';
import { reason } from '../../core/render/git';
import { written } from '../../core/schema/json';
import { choiceName } from '../../core/views/label';
import { coveredBy, scopeChoices, typedScope } from '../../core/views/scope-choices';
import { setTag } from '../../node/git/tag';
import { type AskedBaseline, type Ground, planBaseline } from '../../node/new-baseline';
import { chosenProject, type Command } from '../command';
import { confirmed } from '../confirm';
import { entryEdit } from '../edits';
import type { Editor } from '../editor';
import type { ProjectFolder } from '../folder';
import { locationOf, show, uriOf } from '../places';
import { inStretches } from '../stretches';

type Committed = Omit<Ground, 'world'>;

export const setBaseline: Command = async (at) => {
  const { editor } = at;
  const { tell } = editor;
  const folder = await chosenProject(at);
  const ground = folder && (await committedOf(folder, editor));
  if (!folder || !ground) return;
  const asked = await ask(folder.session.project(), editor);
  if (!asked) return;
  const planned = await plan(folder, asked, ground);
  if (!planned.ok) return refuse(planned.error);
  const { id, tag, command, entry } = planned.value;
  const question = tell(say('baselines.confirm', { id, title: asked.title }));
  const detail = tell(say('baselines.confirm-detail', { command, file: entry.path }));
  if (!(await confirmed(editor, question, detail, tell(say('baselines.create'))))) return;
  // What was typed meanwhile counts; the command is the one that was shown.
  const again = await plan(folder, { ...asked, id, tag: tag.name }, ground);
  if (!again.ok) return refuse(again.error);
  const set = await setTag(folder.root, tag, process.env);
  if (set.kind === 'unavailable') return refuse(say('baseline.no-tag-set', { tag: tag.name, why: reason(set) }));
  if (!(await writeEntry(folder, again.value.entry)))
    return refuse(say('baseline.not-written', { tag: tag.name, file: entry.path }));
  const made = lookUp(await folder.session.indexed(), BASELINES, id);
  const location = made && locationOf(folder, made);
  if (location) await show(location);
  const done = say('baseline.set', { id, title: asked.title, tag: tag.name, file: entry.path });
  void vscode.window.showInformationMessage(tell(done));

  function refuse(why: Parameters<typeof tell>[0]): void {
    void vscode.window.showErrorMessage(tell(say('baselines.cannot', { why })));
  }
};

async function plan(folder: ProjectFolder, asked: AskedBaseline, committed: Committed) {
  const { world } = await folder.session.settled();
  const planned = await inStretches(planBaseline(asked, { ...committed, world }), () => false);
  return planned as NonNullable<typeof planned>;
}

/** What can be fixed: the last commit. Says why where there is none. */
async function committedOf(folder: ProjectFolder, { pasts, tell }: Editor): Promise<Committed | undefined> {
  const options = { location: vscode.ProgressLocation.Window, title: tell(say('review.reading', { name: 'HEAD' })) };
  const found = await vscode.window.withProgress(options, () =>
    pasts.ask(folder, async ({ repository, revisions }) => {
      const commit = await repository.resolve('HEAD');
      if (commit.kind === 'unavailable') return known(undefined);
      const [tags, world] = [await repository.tags(), await revisions.atCommit(commit.value)];
      if (tags.kind === 'unavailable') return tags;
      if (world.kind === 'unavailable') return world;
      const names = tags.value.map(({ name }) => name);
      return known({ commit: commit.value, committed: world.value.project, tags: names });
    }),
  );
  if (found.kind === 'known' && found.value) return found.value;
  const why = found.kind === 'known' ? say('baseline.nothing-committed') : reason(found);
  void vscode.window.showErrorMessage(tell(say('baselines.cannot', { why })));
  return undefined;
}

async function ask(project: Project, editor: Editor): Promise<AskedBaseline | undefined> {
  const { tell } = editor;
  const title = (
    await vscode.window.showInputBox({ prompt: tell(say('baselines.title')), ignoreFocusOut: true })
  )?.trim();
  const scope = title ? await askScope(project, editor) : undefined;
  if (!title || !scope) return undefined;
  const type = await askType(project, editor);
  return type && { title, scope, type: type.value };
}

async function askScope(project: Project, { tell, language }: Editor): Promise<readonly string[] | undefined> {
  const choices = scopeChoices(project, language).map(({ scope, register, count }) => ({
    label: scope,
    description: [register, tell(say('baselines.scope-count', { count }))].filter(Boolean).join(' · '),
    scope: scope as string | undefined,
  }));
  const more = { label: tell(say('baselines.scope-more')), description: '', scope: undefined };
  const picked = await vscode.window.showQuickPick<(typeof choices)[number]>([more, ...choices], {
    placeHolder: tell(say('baselines.scope')),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (!picked?.length) return undefined;
  const scope = picked.flatMap((one) => one.scope ?? []);
  if (picked.every((one) => one.scope !== undefined)) return scope;
  const typed = await vscode.window.showInputBox({
    prompt: tell(say('baselines.scope-typed')),
    ignoreFocusOut: true,
    validateInput: (text) => {
      const empty = typedScope(text).find((one) => !coveredBy([one], project));
      return empty === undefined ? undefined : tell(say('baselines.scope-empty', { scope: empty }));
    },
  });
  const all = [...scope, ...typedScope(typed ?? '')];
  return typed === undefined || !all.length ? undefined : all;
}

/** One of the types that the register knows. */
async function askType(
  project: Project,
  { tell, language }: Editor,
): Promise<{ readonly value: string | undefined } | undefined> {
  const choices = project.kinds.kind(BASELINES)?.shape.fields.get('type')?.choices ?? [];
  const items = [
    ...choices.map((one) => ({
      label: choiceName(one, language),
      description: written(one.value),
      value: written(one.value),
    })),
    { label: tell(say('baselines.no-type')), description: '', value: undefined },
  ];
  const options = { placeHolder: tell(say('baselines.type')), ignoreFocusOut: true };
  return vscode.window.showQuickPick<{ label: string; description: string; value: string | undefined }>(items, options);
}

/** A register that had nothing unsaved is saved: the tag is set, and the entry belongs to it. */
async function writeEntry(folder: ProjectFolder, entry: Parameters<typeof entryEdit>[2]): Promise<boolean> {
  const uri = uriOf(folder, entry.path);
  const before = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.isDirty;
  const change = entryEdit(folder, await folder.session.indexed(), entry);
  if (!change || !(await vscode.workspace.applyEdit(change))) return false;
  if (!before) await (await vscode.workspace.openTextDocument(uri)).save();
  folder.changed(uri.fsPath);
  await folder.read();
  return true;
}
