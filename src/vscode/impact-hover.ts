// What a hover says of a change request's impact: what it comes to, with the way to the tree.
import type { CancellationToken } from 'vscode';
import { say } from '../core/messages/message';
import type { Entity } from '../core/project/file-index';
import { keyOf } from '../core/project/project';
import { impactSummary } from '../core/render/impact';
import { impactOf } from '../core/views/impact';
import type { Speaker } from './cards';
import { presently } from './presently';
import type { ProjectFolder } from './folder';
import { commandLink, escaped } from './markdown';
import { answering } from './stretches';

/** Undefined before the first check, and when nobody waits for it any more. */
export async function impactText(
  folder: ProjectFolder,
  request: Entity,
  { tell }: Speaker,
  token: CancellationToken,
): Promise<string | undefined> {
  const world = folder.session.checked()?.world;
  const entity = world && presently(world.project, request);
  const impact = entity && (await answering(token, impactOf(world, entity)));
  if (!impact) return undefined;
  const lines = impactSummary(impact).map((one) => `- ${escaped(tell(one))}`);
  return [...lines, `- ${commandLink(tell(say('impact.hover')), 'landfall.showImpact', keyOf(request))}`].join('\n');
}
