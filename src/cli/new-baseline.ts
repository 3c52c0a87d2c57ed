// Setting a baseline: shown first, done when somebody says yes: the tag, and the entry in the register.
import { finish } from '../core/base/work';
import { entryOf, nextBaseline, unsettled } from '../core/compare/new-baseline';
import { say, tell } from '../core/messages/message';
import { rewriteFiles } from '../node/rewrite';
import { isTagName, setTag, tagCommand } from '../node/git/tag';
import { writeNew } from '../node/write';
import { type Call, type Exit, WrongCall } from './call';
import { reason, type States } from './states';

export async function createBaseline(call: Call, states: States, root: string): Promise<Exit> {
  const { world, commit } = await states.here();
  if (!commit) throw new WrongCall(say('baseline.nothing-committed'));
  const next = nextBaseline(world.project);
  const id = call.words[1] ?? next.id;
  const tag = call.option('tag') ?? (id === next.id ? next.tag : `baseline/${id.toLowerCase()}`);
  const title = call.option('title');
  const scope = (call.option('scope') ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  if (title === undefined || !scope.length) throw new WrongCall(say('baseline.needs'));
  if (!isTagName(tag)) throw new WrongCall(say('baseline.bad-tag', { tag }));
  if ((await states.tags()).includes(tag)) throw new WrongCall(say('baseline.tag-taken', { tag }));
  const committed = await states.atCommit('HEAD', commit);
  const open = finish(unsettled(scope, committed.world.project, world.project));
  if (open.length) throw new WrongCall(say('baseline.unsettled', { ids: open.slice(0, 10) }));
  const made = { id, title, type: call.option('type'), tag, commit, date: world.asOf, scope };
  const entry = entryOf(world.project, made);
  if (!entry.ok) throw new WrongCall(entry.error);
  const newTag = { name: tag, commit, message: title };
  const command = `git ${tagCommand(newTag).map(shellWord).join(' ')}`;
  if (call.option('yes') === undefined) {
    call.write(`${tell(say('baseline.plan', { id, title, file: entry.value.path, command }), call.language)}\n`);
    return 0;
  }
  const { value } = entry;
  const set = await setTag(root, newTag, call.env);
  if (set.kind === 'unavailable') throw new WrongCall(say('baseline.no-tag-set', { tag, why: reason(set) }));
  const written =
    value.kind === 'file'
      ? writeNew(root, new Map([[value.path, value.text]]))
      : rewriteFiles(root, new Map([[value.path, value.edits]]), world.project.files);
  if (!written.ok) throw new WrongCall(say('baseline.not-written', { file: value.path, tag }));
  call.write(`${tell(say('baseline.set', { id, title, tag, file: value.path }), call.language)}\n`);
  return 0;
}

const shellWord = (word: string): string =>
  /^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
