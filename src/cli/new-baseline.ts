// Setting a baseline: shown first, done when somebody says yes: the tag, and the entry in the register.
import { finish } from '../core/base/work';
import { say, tell } from '../core/messages/message';
import { reason } from '../core/render/git';
import { setTag } from '../node/git/tag';
import { planBaseline } from '../node/new-baseline';
import { rewriteFiles } from '../node/rewrite';
import { writeNew } from '../node/write';
import { type Call, type Exit, WrongCall } from './call';
import type { States } from './states';

export async function createBaseline(call: Call, states: States, root: string): Promise<Exit> {
  const { world, commit } = await states.here();
  if (!commit) throw new WrongCall(say('baseline.nothing-committed'));
  const title = call.option('title');
  const scope = (call.option('scope') ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  if (title === undefined || !scope.length) throw new WrongCall(say('baseline.needs'));
  const asked = { id: call.words[1], title, scope, type: call.option('type'), tag: call.option('tag') };
  const { world: committed } = await states.atCommit('HEAD', commit);
  const ground = { world, commit, committed: committed.project, tags: await states.tags() };
  const planned = finish(planBaseline(asked, ground));
  if (!planned.ok) throw new WrongCall(planned.error);
  const { id, entry, tag, command } = planned.value;
  if (call.option('yes') === undefined) {
    call.write(`${tell(say('baseline.plan', { id, title, file: entry.path, command }), call.language)}\n`);
    return 0;
  }
  const set = await setTag(root, tag, call.env);
  if (set.kind === 'unavailable') throw new WrongCall(say('baseline.no-tag-set', { tag: tag.name, why: reason(set) }));
  const written =
    entry.kind === 'file'
      ? writeNew(root, new Map([[entry.path, entry.text]]))
      : rewriteFiles(root, new Map([[entry.path, entry.edits]]), world.project.files);
  if (!written.ok) throw new WrongCall(say('baseline.not-written', { file: entry.path, tag: tag.name }));
  call.write(`${tell(say('baseline.set', { id, title, tag: tag.name, file: entry.path }), call.language)}\n`);
  return 0;
}
