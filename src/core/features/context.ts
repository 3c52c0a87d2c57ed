// What features look at first: the cursor in its file, and the shape of what may stand there.
import type { Path } from '../model/id';
import { sliceAt } from '../project/at';
import { type FileIndex, ordinalOf } from '../project/file-index';
import type { Project } from '../project/project';
import type { RegisterForm } from '../schema/kinds';
import { type Shape, shapeAt } from '../schema/shape';
import { type Cursor, cursorAt } from '../syntax/cursor';

export interface Context {
  readonly file: FileIndex;
  /** Undefined where the file does not say yet what it is. */
  readonly form: RegisterForm | undefined;
  readonly cursor: Cursor;
  /** Of the mapping at a key, of the value at a value; undefined where nothing is known. */
  readonly shape: Shape | undefined;
  /** In the Markdown below a front matter. */
  readonly prose: boolean;
}

/** The context of an offset; undefined for a file that is not of the project. */
export function contextAt(project: Project, path: Path, offset: number): Context | undefined {
  const file = project.files.get(path);
  if (!file) return undefined;
  const document = /\.md$/i.test(path);
  const form = project.kinds.form(file.form) ?? (document ? begunForm(project, file.text) : undefined);
  const cursor = cursorIn(file, form, offset);
  const top = document ? form?.item : form?.shape;
  const prose = document && offset > frontMatterEnd(file.text);
  return { file, form, cursor, shape: top && shapeAt(top, cursor.path), prose };
}

// In a long register the way up from the cursor ends at the item that it stands in: where that begins is known.
function cursorIn(file: FileIndex, form: RegisterForm | undefined, offset: number): Cursor {
  const { slice, start = 0 } = sliceAt(file, offset) ?? {};
  if (slice && start > 0 && form?.kind && form.kind.entity.from !== 'document') {
    const cursor = cursorAt(file.text, offset, start);
    const [item, ...path] = cursor.path;
    // Else the cursor is behind the item, where the next may begin or a key of the file.
    if (item === '0') return { ...cursor, path: ['items', String(ordinalOf(file, slice)), ...path] };
  }
  return cursorAt(file.text, offset);
}

// A front matter that is not closed yet makes no article yet, but it is going to be one.
function begunForm({ kinds }: Project, text: string): RegisterForm | undefined {
  const article = kinds.all.find(({ entity }) => entity.from === 'document');
  return article && frontMatterEnd(text) === text.length ? kinds.form(article.home) : undefined;
}

/** Where the front matter of a Markdown file ends; -1 when it has none. */
function frontMatterEnd(text: string): number {
  if (!/^---[ \t]*\n/.test(text)) return -1;
  const end = text.indexOf('\n---', 3);
  return end < 0 ? text.length : end;
}
