// A new baseline: its entry in the register, and what has to be so before it may be set.
import { fail, ok, type Result } from '../base/result';
import type { Work } from '../base/work';
import { type Message, say } from '../messages/message';
import { isEntityId, type Path, path as pathOf } from '../model/id';
import { covering } from '../project/covers';
import { nextId } from '../project/next-id';
import { type Project, withId } from '../project/project';
import { appendItem, type TextEdit } from '../syntax/edit';
import { plainOrQuoted } from '../syntax/quote';
import { compareProjects, subjectOf } from './diff';
import { BASELINES } from './drift';

export interface NewBaseline {
  readonly id: string;
  readonly title: string;
  readonly type: string | undefined;
  readonly tag: string;
  /** The full name of the commit. */
  readonly commit: string;
  readonly date: string;
  readonly scope: readonly string[];
}

/** The id of the next baseline, and the tag that goes with it. */
export function nextBaseline(project: Project): { readonly id: string; readonly tag: string } {
  const kind = project.kinds.kind(BASELINES);
  const id = (kind && nextId(project, kind)) || 'BL-001';
  return { id, tag: `baseline/${id.toLowerCase()}` };
}

/** What of a scope differs from the commit that is to be fixed: a baseline of it would not be what people see. */
export function* unsettled(scope: readonly string[], committed: Project, present: Project): Work<readonly string[]> {
  const covers = covering(scope, present.kinds);
  return (yield* compareProjects(committed, present)).flatMap((change) => {
    const both = change.how === 'changed' ? [change.before, change.after] : [subjectOf(change)];
    return both.some(covers) ? [subjectOf(change).id as string] : [];
  });
}

/** Where the entry goes: edits of the register of baselines, or a new file where there is none. */
export type Entry =
  | { readonly kind: 'edits'; readonly path: Path; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'file'; readonly path: Path; readonly text: string };

export function entryOf(project: Project, baseline: NewBaseline): Result<Entry, Message> {
  if (!isEntityId(baseline.id)) return fail(say('baseline.bad-id', { id: baseline.id }));
  if (withId(project, baseline.id).some((one) => one.kind.name === BASELINES))
    return fail(say('baseline.taken', { id: baseline.id }));
  const lines = linesOf(baseline);
  const [file] = [...project.files.values()]
    .filter((one) => one.form === BASELINES)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (!file) {
    const items = lines.map((line, at) => `${at ? '    ' : '  - '}${line}\n`).join('');
    return ok({ kind: 'file', path: pathOf('baselines.yaml'), text: `kind: ${BASELINES}\nitems:\n${items}` });
  }
  const edited = appendItem(file.open(), lines);
  return edited.ok ? ok({ kind: 'edits', path: file.path, edits: edited.value }) : edited;
}

// A commit of digits alone would be a number.
function linesOf({ id, title, type, tag, commit, date, scope }: NewBaseline): readonly string[] {
  const quoted = (text: string): string => plainOrQuoted(text, 'block');
  return [
    `id: ${quoted(id)}`,
    `title: ${quoted(title)}`,
    ...(type ? [`type: ${quoted(type)}`] : []),
    `tag: ${quoted(tag)}`,
    `commit: "${commit}"`,
    `date: ${date}`,
    `scope: [${scope.map((one) => plainOrQuoted(one, 'flow')).join(', ')}]`,
  ];
}
