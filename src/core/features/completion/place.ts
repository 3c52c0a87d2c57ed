// Where something is to be written: the cursor with what is typed there, what the entity around it says already, and
// how a text must be written to stand there.
import { sliceAt } from '../../project/at';
import type { Known } from '../../project/known';
import type { Entity } from '../../project/file-index';
import type { Project } from '../../project/project';
import type { Path } from '../../model/id';
import { type Json, member } from '../../schema/json';
import { escapeSnippet } from '../../schema/snippet';
import { plainOrQuoted } from '../../syntax/quote';
import type { Context } from '../context';

/** What lies around the project. */
export interface Around {
  /** The moment at the project's place, such as `2026-11-16T09:30+08:00`. */
  readonly now: string;
  /** Every file below the project's folder. */
  readonly files: Known<ReadonlySet<Path>>;
}

export interface Place {
  readonly project: Project;
  readonly context: Context;
  readonly around: Around;
  readonly offset: number;
  /** What stands before the cursor and will be replaced. */
  readonly typed: string;
  /** The entity that is written in; of one inside another the outer. */
  readonly entity: Entity | undefined;
}

export function placeOf(project: Project, context: Context, offset: number, around: Around): Place {
  const { file, cursor } = context;
  const { slice, start = 0 } = sliceAt(file, offset) ?? {};
  const entity = slice?.entities.findLast((one) => one.pointer === '' && start + one.mark.start <= offset);
  const typed = file.text.slice(cursor.typed.start, offset);
  return { project, context, around, offset, typed, entity: entity ?? slice?.entities[0] };
}

/** What the entity has at the keys and positions of a cursor's path; undefined where the text does not say. */
export function valueAt({ entity }: Place, path: readonly string[]): Json | undefined {
  let value: Json | undefined = entity?.value;
  for (const part of path[0] === 'items' ? path.slice(2) : path)
    value = Array.isArray(value) ? (value[Number(part)] as Json | undefined) : member(value, part);
  return value;
}

/** A text as it must be written at the place, in snippet syntax: in quotes where it needs them and has none. */
export function written({ context: { file, cursor } }: Place, text: string): string {
  const before = file.text[cursor.typed.start - 1];
  if (before === '"') return escapeSnippet(JSON.stringify(text).slice(1, -1));
  if (before === "'") return escapeSnippet(text.replaceAll("'", "''"));
  return escapeSnippet(plainOrQuoted(text, cursor.flow ? 'flow' : 'block'));
}

/** The blank that must come first: right behind the colon of a key, or behind a dash. */
export function gapAt({ context: { file, cursor } }: Place): string {
  const { start } = cursor.typed;
  const before = file.text[start - 1];
  if (before === ':' && cursor.at === 'value') return ' ';
  if (before !== '-' || !cursor.element) return '';
  const line = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
  return /^[ ]*(?:- +)*-$/.test(line) ? ' ' : '';
}
