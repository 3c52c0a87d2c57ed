// What can be folded in a register: entities, their groups and lists, runs of comments; in Markdown the front matter.
// By indentation alone, so that it also answers where the text is not YAML yet. Lines are counted from zero.
import type { Work } from '../base/work';
import type { Path } from '../model/id';
import type { Project } from '../project/project';

export interface Fold {
  readonly kind: 'block' | 'comment';
  readonly start: number;
  /** The last line that goes away. */
  readonly end: number;
}

/** Lines between two pauses. */
const LINES = 256;

export function* folding(project: Project, path: Path): Work<readonly Fold[]> {
  const file = project.files.get(path);
  if (!file || file.form === '') return [];
  if (!/\.md$/i.test(path)) return yield* foldsOf(file.text);
  const end = file.text.split('\n').findIndex((line, i) => i > 0 && /^---[ \t]*$/.test(line));
  return end > 0 ? [{ kind: 'block', start: 0, end }] : [];
}

function* foldsOf(text: string): Work<readonly Fold[]> {
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
  const look = (line: number, start: number, end: number): void => {
    const first = afterBlanks(text, start);
    if (first < end && text[first] === '#') {
      if (comment < 0) comment = line;
      return;
    }
    endComment(line);
    if (first >= end) return;
    // A list may stand in the column of its key: its dashes are half a step deeper.
    const depth = 2 * (first - start) + (isDash(text, first, end) ? 1 : 0);
    close(depth);
    open.push({ line, depth });
    last = line;
  };
  let line = 0;
  for (let at = 0; at <= text.length; line++) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop;
    look(line, at, end);
    at = end + 1;
    if (line % LINES === 0) yield;
  }
  endComment(line);
  close(-1);
  return folds.sort((a, b) => a.start - b.start || b.end - a.end);
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

const isDash = (text: string, at: number, end: number): boolean =>
  text[at] === '-' && (at + 1 === end || text[at + 1] === ' ' || text[at + 1] === '\t');
