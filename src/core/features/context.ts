// What features look at first: the cursor in its file, and the shape of what may stand there.
import type { Path } from '../model/id';
import type { FileIndex } from '../project/file-index';
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
  const cursor = cursorAt(file.text, offset);
  const top = document ? form?.item : form?.shape;
  const prose = document && offset > frontMatterEnd(file.text);
  return { file, form, cursor, shape: top && shapeAt(top, cursor.path), prose };
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
