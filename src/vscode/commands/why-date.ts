// Why This Date: what drives the dates of a task, as a list that leads to where each thing is written.
import * as vscode from 'vscode';
import { say } from '../../core/messages/message';
import { planning } from '../../core/schedule/plan';
import { type WhyLine, nameOf, whyDate as whyLines } from '../../core/views/why-date';
import { chosenEntity, type Command } from '../command';
import { rangeIn, show, uriOf } from '../places';
import { presently } from '../presently';
import { inStretches } from '../stretches';

interface LinePick extends vscode.QuickPickItem {
  readonly line: WhyLine;
}

export const whyDate: Command = async (at, args) => {
  const { tell, language } = at.editor;
  const chosen = await chosenEntity(at, args);
  if (!chosen) return;
  const { folder } = chosen;
  const { world } = await folder.session.settled();
  const plan = await inStretches(planning(world), () => false);
  const task = presently(world.project, chosen.entity);
  const planned = task && plan?.of(task);
  if (!task || !plan || !planned) {
    void vscode.window.showInformationMessage(tell(say('move.not-planned', { id: chosen.entity.id })));
    return;
  }
  const items = whyLines(world, plan, planned, language).map(
    (line): LinePick => ({
      label: `${line.depth ? '$(arrow-small-right) ' : ''}${line.text}`,
      line,
    }),
  );
  const options = { title: nameOf(task), placeHolder: tell(say('why.open')), matchOnDescription: true };
  const place = (await vscode.window.showQuickPick(items, options))?.line.place;
  const file = place && folder.session.project().files.get(place.path);
  if (file) await show(new vscode.Location(uriOf(folder, place.path), rangeIn(file, place.span)));
};
