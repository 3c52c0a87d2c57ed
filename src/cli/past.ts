// The history of the project that a call is about, for the commands that tell it.
import { finish } from '../core/base/work';
import { pendingEvents } from '../core/history/pending';
import { type Standing, standingAt } from '../core/history/trail';
import { say, tell } from '../core/messages/message';
import { emptyProject } from '../core/project/update';
import type { Project } from '../core/project/project';
import { reason } from '../core/render/git';
import { historyTeller } from '../core/views/history';
import { type Call, type Exit, WrongCall } from './call';
import { theRoot } from './folders';
import { trailNamed } from './naming';
import { openStates, type States } from './states';

export interface Told {
  readonly project: Project;
  readonly standing: Standing;
  readonly states: States;
  readonly teller: ReturnType<typeof historyTeller>;
}

/** Does something with the history, and ends git behind it; with that of one entry where `only` its own is asked for. */
export async function withHistory(call: Call, use: (told: Told) => Exit | Promise<Exit>, only?: string): Promise<Exit> {
  const root = await theRoot(call);
  const states = await openStates(call, root);
  try {
    const { commit: tip, world } = await states.here();
    const { project } = world;
    const history = tip && (await states.history(tip, only === undefined ? undefined : trailNamed(project, only)));
    if (history?.kind === 'unavailable') throw new WrongCall(say('cli.no-git', { why: reason(history) }));
    const head = tip ? (await states.atCommit('HEAD', tip)).world.project : emptyProject(project.kinds);
    const standing = standingAt(
      history?.value ?? { commits: [], events: [], unreadable: [] },
      tip,
      finish(pendingEvents(head, project)),
    );
    return await use({ project, standing, states, teller: historyTeller(standing, project, call.language) });
  } finally {
    await states.close();
  }
}

/** Says beside the answer what of the past is not in the clone. */
export function admitCut(call: Call, { standing }: Told): void {
  if (standing.cut) call.complain(`${tell(say('history.cut'), call.language)}\n`);
}
