// Restore from Baseline…: an entity, or one of its fields, as a baseline fixed it: one change that one undo takes back.
import * as vscode from 'vscode';
import { type Former, restorable, restore } from '../../core/compare/restore';
import { say } from '../../core/messages/message';
import type { Entity } from '../../core/project/file-index';
import { lookUp } from '../../core/project/project';
import { member } from '../../core/schema/json';
import { comparedField } from '../../core/views/comparison';
import { fixedBy } from '../../core/views/baselines';
import { formerOf, stateFor } from '../../core/views/drift-marks';
import type { BaselineItem } from '../baselines-view';
import { noState } from '../chosen-baseline';
import { chosenEntity, type Command, type Surroundings } from '../command';
import { presently } from '../presently';
import { entryEdit } from '../edits';
import type { Editor } from '../editor';
import type { ProjectFolder } from '../folder';
import { locationOf, show } from '../places';

type Way = readonly string[];

interface Wanted {
  readonly folder: ProjectFolder;
  readonly baseline: Entity;
  readonly was: Former;
  /** Undefined where it is gone. */
  readonly now: Entity | undefined;
  /** The field that was chosen already. */
  readonly way: Way | undefined;
}

export const restoreFromBaseline: Command = async (at, args) => {
  const { tell, language } = at.editor;
  const wanted = ofRow(args[0] as BaselineItem | undefined) ?? (await atCursor(at, args));
  if (!wanted) return;
  const { folder, baseline, was, now } = wanted;
  const choice = await whichField(wanted, at.editor);
  if (!choice) return;
  // What was typed meanwhile counts.
  const project = await folder.session.indexed();
  const present = now && presently(project, now);
  const made = restore(was, project, present, choice.way);
  if (!made.ok) return void vscode.window.showErrorMessage(tell(made.error));
  const change = entryEdit(folder, project, made.value);
  if (!change || !(await vscode.workspace.applyEdit(change))) return;
  const { id, kind } = present ?? was.entity;
  const after = lookUp(await folder.session.indexed(), kind.name, id);
  const location = after && locationOf(folder, after);
  if (location) await show(location);
  const field =
    choice.way &&
    comparedField({ way: choice.way, before: undefined, after: undefined }, kind, was.project, project, language).name;
  const done = field
    ? say('restore.done-field', { field, id, baseline: baseline.id })
    : say('restore.done', { id, baseline: baseline.id });
  void vscode.window.showInformationMessage(tell(done));
};

function ofRow(item: BaselineItem | undefined): Wanted | undefined {
  if (item?.kind !== 'drifted' && item?.kind !== 'drifted-field') return undefined;
  const { folder, world, of } = item;
  const { baseline, change } = of;
  const state = fixedBy(baseline, world);
  if (!state || change.how === 'added') return undefined;
  const now = change.how === 'changed' ? change.after : undefined;
  const way = item.kind === 'drifted-field' ? item.field.change.way : undefined;
  return { folder, baseline, was: { entity: change.before, project: state }, now, way };
}

/** The entity at the cursor, or that a link names; says why where no baseline has it. */
async function atCursor(at: Surroundings, args: readonly unknown[]): Promise<Wanted | undefined> {
  const { tell, marked } = at.editor;
  const chosen = await chosenEntity(at, args);
  if (!chosen) return undefined;
  const { folder } = chosen;
  const { world } = await folder.session.settled();
  const now = presently(world.project, chosen.entity);
  const fixed = now && stateFor(world, marked.of(folder))(now);
  if (!now || !fixed) return refuse(noState(world));
  const entity = formerOf(now, world.project, fixed.state);
  if (!entity) return refuse(say('restore.new', { id: now.id, baseline: fixed.baseline.id }));
  return { folder, baseline: fixed.baseline, was: { entity, project: fixed.state }, now, way: undefined };

  function refuse(why: Parameters<typeof tell>[0]): undefined {
    void vscode.window.showInformationMessage(tell(why));
  }
}

/** All of it, or one of the fields that differ; what is gone comes back whole. */
async function whichField(
  { folder, baseline, was, now, way }: Wanted,
  { tell, language }: Editor,
): Promise<{ readonly way: Way | undefined } | undefined> {
  if (way || !now) return { way };
  const project = await folder.session.indexed();
  const ways = restorable(was, { entity: now, project });
  if (!ways.length) {
    void vscode.window.showInformationMessage(tell(say('restore.same', { id: now.id })));
    return undefined;
  }
  const nothing = tell(say('compare.nothing'));
  const fields = ways.map((one) => {
    const change = { way: one, before: valueAt(was.entity, one), after: valueAt(now, one) };
    const { name, before, after } = comparedField(change, now.kind, was.project, project, language);
    return { label: name, description: `${after ?? nothing} → ${before ?? nothing}`, way: one };
  });
  const items = [{ label: tell(say('restore.whole')), description: '', way: undefined }, ...fields];
  const placeHolder = tell(say('restore.which', { id: now.id, baseline: baseline.id }));
  return vscode.window.showQuickPick<{ label: string; description: string; way: Way | undefined }>(items, {
    placeHolder,
  });
}

const valueAt = ({ value }: Entity, way: Way) =>
  way.reduce<ReturnType<typeof member>>((at, step) => member(at, step), value);
