// Filter the History…: one register, one entity, one author, or since when; each from what the history has.
import * as vscode from 'vscode';
import { say } from '../../core/messages/message';
import { BASELINES } from '../../core/compare/drift';
import { reason } from '../../core/render/git';
import { written } from '../../core/schema/json';
import { titleOfKind } from '../../core/views/groups';
import { chosenProject, type Command, type Surroundings } from '../command';
import type { ProjectFolder } from '../folder';
import type { Told } from '../histories';
import type { HistoryFilter } from '../history-view';

type Part = (at: Surroundings, folder: ProjectFolder, told: Told) => Promise<HistoryFilter | undefined>;

export const filterHistory: Command = async (at, [given]) => {
  const { editor, history } = at;
  const { tell, histories } = editor;
  const folder = history.filter().entity?.folder ?? (await chosenProject(at));
  if (!folder) return;
  if (!histories.told(folder)) await history.setFilter({});
  const told = histories.told(folder);
  // Why there is none stands in the view.
  if (!told) return;
  const parts: readonly { readonly id: string; readonly label: string; readonly part: Part }[] = [
    { id: 'kind', label: tell(say('history.by-kind')), part: byKind },
    { id: 'entity', label: tell(say('history.by-entity')), part: byEntity },
    { id: 'author', label: tell(say('history.by-author')), part: byAuthor },
    { id: 'since', label: tell(say('history.by-since')), part: bySince },
    { id: 'all', label: tell(say('history.all')), part: () => Promise.resolve({}) },
  ];
  const chosen =
    parts.find(({ id }) => id === given) ??
    (await vscode.window.showQuickPick(parts, { placeHolder: tell(say('history.what')) }));
  const found = await chosen?.part(at, folder, told);
  if (!found) return;
  // One entity is a question of its own; the others go together.
  const { entity, ...rest } = history.filter();
  await history.setFilter(chosen?.id === 'all' || found.entity || entity ? found : { ...rest, ...found });
};

const byKind: Part = async ({ editor: { language, tell } }, _, { standing, project }) => {
  const counts = counted(standing.events.map(({ kind }) => kind));
  const items = project.kinds.all.flatMap((kind) => {
    const count = counts.get(kind.name);
    if (!count) return [];
    return [{ name: kind.name, label: titleOfKind(kind, language), description: changes(tell, count) }];
  });
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: tell(say('history.by-kind')) });
  return chosen && { kind: { name: chosen.name, title: chosen.label } };
};

const byEntity: Part = async ({ editor: { language, tell } }, folder, { standing, project }) => {
  // What was removed is there as well; of one that got another id the last.
  const former = new Set(standing.events.flatMap(({ kind, formerly }) => (formerly ? [`${kind}/${formerly}`] : [])));
  const items = [...standing.named].flatMap(([key, [last, ...more]]) => {
    const kind = last && project.kinds.kind(last.kind);
    if (!last || !kind || former.has(key)) return [];
    const label = [last.id, last.title === last.id ? '' : last.title].filter(Boolean).join(' ');
    const description = [titleOfKind(kind, language), changes(tell, more.length + 1)].join(' · ');
    return [{ label, description, event: last }];
  });
  const options = { placeHolder: tell(say('history.by-entity')), matchOnDescription: true };
  const chosen = await vscode.window.showQuickPick(items, options);
  return chosen && { entity: { folder, kind: chosen.event.kind, id: chosen.event.id } };
};

const byAuthor: Part = async ({ editor: { tell } }, _, { standing }) => {
  const authors = standing.events.flatMap(({ commit }) => standing.commit(commit)?.author.name ?? []);
  const items = [...counted(authors)]
    .sort(([, a], [, b]) => b - a)
    .map(([label, count]) => ({ label, description: changes(tell, count) }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: tell(say('history.by-author')) });
  return chosen && { author: chosen.label };
};

const bySince: Part = async ({ editor: { tell, pasts } }, folder, { project }) => {
  const items: (vscode.QuickPickItem & { readonly revision?: string })[] = project
    .table(BASELINES)
    .map(({ id, title, value }) => ({ label: id, description: title, revision: `refs/tags/${written(value.tag)}` }));
  items.push({ label: tell(say('history.other-since')) });
  const options = { placeHolder: tell(say('history.by-since')), matchOnDescription: true };
  const chosen = await vscode.window.showQuickPick(items, options);
  if (!chosen) return undefined;
  const name =
    chosen.revision === undefined
      ? await vscode.window.showInputBox({ prompt: tell(say('history.type-since')) })
      : chosen.label;
  if (!name) return undefined;
  // A day begins where the person is.
  const day = /^\d{4}-\d\d-\d\d$/.test(name) ? Date.parse(`${name}T00:00:00`) : Number.NaN;
  if (!Number.isNaN(day)) return { since: { name, from: { since: day } } };
  const after = await pasts.ask(folder, ({ repository }) => repository.resolve(chosen.revision ?? name));
  if (after.kind === 'known') return { since: { name, from: { after: after.value } } };
  void vscode.window.showErrorMessage(tell(say('history.no-state', { name, why: reason(after) })));
  return undefined;
};

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, 1 + (counts.get(name) ?? 0));
  return counts;
}

const changes = (tell: Surroundings['editor']['tell'], count: number): string =>
  tell(say(count === 1 ? 'history.change' : 'history.changes', { count }));
