// What can be folded in a register: entities, their groups and lists, runs of comments; in Markdown the front matter.
// By indentation alone, so that it also answers where the text is not YAML yet. Lines are counted from zero.
import type { Path } from '../model/id';
import type { Project } from '../project/project';

export interface Fold {
  readonly kind: 'block' | 'comment';
  readonly start: number;
  /** The last line that goes away. */
  readonly end: number;
}

export function folding(project: Project, path: Path): readonly Fold[] {
  const file = project.files.get(path);
  if (!file || file.form === '') return [];
  const lines = file.text.split('\n');
  if (!/\.md$/i.test(path)) return foldsOf(lines);
  const end = lines.findIndex((line, i) => i > 0 && /^---[ \t]*$/.test(line));
  return end > 0 ? [{ kind: 'block', start: 0, end }] : [];
}

function foldsOf(lines: readonly string[]): readonly Fold[] {
  const folds: Fold[] = [];
  const open: { readonly line: number; readonly depth: number }[] = [];
  let last = -1;
  let comment = -1;
  const close = (depth: number): void => {
    for (let top = open.at(-1); top && top.depth >= depth; top = open.at(-1)) {
      if (last > top.line) folds.push({ kind: 'block', start: top.line, end: last });
      open.pop();
    }
  };
  const endComment = (line: number): void => {
    if (comment >= 0 && line - comment > 1) folds.push({ kind: 'comment', start: comment, end: line - 1 });
    comment = -1;
  };
  lines.forEach((line, i) => {
    const first = /^[ \t]*(#|-(?=[ \t]|$)|\S)?/.exec(line);
    const sign = first?.[1];
    if (sign === '#') {
      if (comment < 0) comment = i;
      return;
    }
    endComment(i);
    if (sign === undefined) return;
    // A list may stand in the column of its key: its dashes are half a step deeper.
    const depth = 2 * ((first?.[0].length ?? 1) - 1) + (sign === '-' ? 1 : 0);
    close(depth);
    open.push({ line: i, depth });
    last = i;
  });
  endComment(lines.length);
  close(-1);
  return folds.sort((a, b) => a.start - b.start || b.end - a.end);
}
