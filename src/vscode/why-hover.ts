// What a hover says of a task's dates: the forecast, what drives it, its float, with the way to all of it.
import type { CancellationToken } from 'vscode';
import { say } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import { keyOf } from '../core/project/project';
import { planning } from '../core/schedule/plan';
import { whyDate } from '../core/views/why-date';
import type { Speaker } from './cards';
import type { ProjectFolder } from './folder';
import { commandLink, escaped } from './markdown';
import { presently } from './presently';
import { answering } from './stretches';

/** Steps of the driving path that a hover has room for. */
const STEPS = 3;

/** Undefined before the first check, and when nobody waits for it any more. */
export async function whyText(
  folder: ProjectFolder,
  task: Entity,
  { tell, language }: Speaker,
  token: CancellationToken,
): Promise<string | undefined> {
  const world = folder.session.checked()?.world;
  const plan = world && (await answering(token, planning(world)));
  const entity = world && presently(world.project, task);
  const planned = entity && plan?.of(entity);
  if (!plan || !planned) return undefined;
  const lines = whyDate(world, plan, planned, language);
  const [first] = lines;
  const path = lines.filter(({ depth }) => depth > 0).slice(0, STEPS);
  const rest = lines.slice(1).filter(({ depth, place }) => depth === 0 && place);
  const shown = [first, ...path, rest.at(-1)].filter((line) => line !== undefined);
  return [
    ...shown.map(({ text, depth }) => `${depth ? '  ' : ''}- ${escaped(text)}`),
    `- ${commandLink(tell(say('why.lens')), 'landfall.whyDate', keyOf(task))}`,
  ].join('\n');
}
