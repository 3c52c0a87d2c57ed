// Undoing one change of a sample's story on its files. An undo that does not fit what the files say is refused: the
// files or the story were changed without the other.
import { cut } from '../core/syntax/cut';
import type { Change } from './sample-story';

class Misfit extends Error {}

/** Takes a change back from files that contain it. Answers with what does not fit, in which case the files are unusable. */
export function undo(files: Map<string, string>, change: Change): string | undefined {
  try {
    takeBack(files, change);
    return undefined;
  } catch (error) {
    if (error instanceof Misfit) return error.message;
    throw error;
  }
}

function takeBack(files: Map<string, string>, change: Change): void {
  switch (change.kind) {
    case 'created':
      for (const file of change.files) {
        textOf(files, file);
        files.delete(file);
      }
      return;
    case 'moved':
      files.set(change.from, textOf(files, change.to));
      files.delete(change.to);
      return;
    case 'added':
      for (const id of change.ids) files.set(change.file, without(textOf(files, change.file), id, change.file));
      return;
    case 'removed':
      files.set(change.file, withEntity(textOf(files, change.file), change.text, change.before, change.file));
      return;
    case 'edited':
      files.set(change.file, unedited(textOf(files, change.file), change));
  }
}

function textOf(files: ReadonlyMap<string, string>, file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new Misfit(`${file}: no such file at this point of the story`);
  return text;
}

type Edit = Extract<Change, { kind: 'edited' }>;

function unedited(text: string, edit: Edit): string {
  if (edit.ids.length === 0) return reverted(text, edit, 0, edit.file);
  let edited = text;
  for (const id of edit.ids) {
    const { start, end, column } = placeOf(edited, id, edit.file);
    const entity = reverted(edited.slice(start, end), edit, column, `${edit.file}, ${id}`);
    edited = edited.slice(0, start) + entity + edited.slice(end);
  }
  return edited;
}

// Whole lines are looked for with the line end before them, so that a part of a line never passes for one.
function reverted(text: string, { from, to, lines }: Edit, column: number, where: string): string {
  if (!lines) return replaceOnce(text, to, from, where);
  const block = (part: string): string => `\n${part.replace(/^(?=.)/gm, ' '.repeat(column))}\n`;
  return replaceOnce(`\n${text}`, block(to), from === '' ? '\n' : block(from), where).slice(1);
}

function replaceOnce(text: string, find: string, put: string, where: string): string {
  const at = text.indexOf(find);
  if (at < 0) throw new Misfit(`${where}: does not contain ${JSON.stringify(find)}`);
  if (text.includes(find, at + 1)) throw new Misfit(`${where}: contains ${JSON.stringify(find)} more than once`);
  return text.slice(0, at) + put + text.slice(at + find.length);
}

// The blank lines that stood before an entity at the end go with it.
function without(text: string, id: string, file: string): string {
  const { start, end } = placeOf(text, id, file);
  return `${(text.slice(0, start) + text.slice(end)).trimEnd()}\n`;
}

function withEntity(text: string, entity: string, before: string | undefined, file: string): string {
  const at = before === undefined ? text.length : placeOf(text, before, file).start;
  return `${text.slice(0, at)}${entity.trimEnd()}\n${text.slice(at)}`;
}

interface Place {
  readonly start: number;
  readonly end: number;
  /** Where the entity's fields begin in their lines. */
  readonly column: number;
}

/** The lines of the entity in a register: the comment above it and all up to the next one. */
function placeOf(text: string, id: string, file: string): Place {
  const found = cut(text);
  if (typeof found === 'string') throw new Misfit(`${file}: is not a register that can be cut at its items`);
  const named = found.slices.filter(({ start, end }) => nameOf(text.slice(start, end)) === id);
  if (named.length > 1) throw new Misfit(`${file}: there are two of ${id}`);
  if (!named[0]) throw new Misfit(`${file}: there is no ${id}`);
  return { ...named[0], column: found.column + '- '.length };
}

// An entity of a log-like kind may have no id: it goes by its first line, such as `test: TC-02`, and the line below.
function nameOf(entity: string): string | undefined {
  const [first = '', second = ''] = entity
    .slice(entity.search(/^ *- /m))
    .split('\n')
    .map((line) => line.replace(/^ *(- )?/, ''));
  const inFlow = /^\{ id: ([^,}]+)/.exec(first);
  if (inFlow) return inFlow[1];
  return first.startsWith('id: ') ? first.slice('id: '.length) : `${first}, ${second}`;
}
