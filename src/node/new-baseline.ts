// Setting a baseline, planned before anything is done: what has to be so, the tag, and the entry in the register.
import type { Work } from '../core/base/work';
import { fail, ok, type Result } from '../core/base/result';
import { type Entry, entryOf, nextBaseline, unsettled } from '../core/compare/new-baseline';
import { type Message, say } from '../core/messages/message';
import type { Oid } from '../core/model/commit';
import type { Project } from '../core/project/project';
import type { World } from '../core/project/world';
import { isTagName, type NewTag, tagCommand } from './git/tag';

export interface AskedBaseline {
  readonly title: string;
  readonly scope: readonly string[];
  readonly type: string | undefined;
  /** The next free one unless given. */
  readonly id?: string | undefined;
  readonly tag?: string | undefined;
}

/** What the baseline is to be set on. */
export interface Ground {
  readonly world: World;
  /** What HEAD names, and the project there. */
  readonly commit: Oid;
  readonly committed: Project;
  /** The names of all tags. */
  readonly tags: readonly string[];
}

export interface PlannedBaseline {
  readonly id: string;
  readonly entry: Entry;
  readonly tag: NewTag;
  /** What git is going to be told, as a line for a shell. */
  readonly command: string;
}

/** The plan, or why there can be no such baseline. */
export function* planBaseline(
  asked: AskedBaseline,
  { world, commit, committed, tags }: Ground,
): Work<Result<PlannedBaseline, Message>> {
  const next = nextBaseline(world.project);
  const { title, scope, type, id = next.id } = asked;
  const tag = asked.tag ?? (id === next.id ? next.tag : `baseline/${id.toLowerCase()}`);
  if (!isTagName(tag)) return fail(say('baseline.bad-tag', { tag }));
  if (tags.includes(tag)) return fail(say('baseline.tag-taken', { tag }));
  const open = yield* unsettled(scope, committed, world.project);
  if (open.length) return fail(say('baseline.unsettled', { ids: open.slice(0, 10) }));
  const entry = entryOf(world.project, { id, title, type, tag, commit, date: world.asOf, scope });
  if (!entry.ok) return entry;
  const newTag = { name: tag, commit, message: title };
  const command = `git ${tagCommand(newTag).map(shellWord).join(' ')}`;
  return ok({ id, entry: entry.value, tag: newTag, command });
}

const shellWord = (word: string): string =>
  /^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
