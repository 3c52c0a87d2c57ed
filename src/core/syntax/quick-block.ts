// Texts below `|` and `>`, for the quick reader. What it takes, and why that is safe (sections of YAML 1.2.2):
//
// * No indication but `-` (8.1.1): the indentation is that of the first line, which must be deeper than the collection and
//   not come after a blank one. A line that is less deep, but deeper than the collection, is an error or a comment: it passes.
// * A line with nothing but blanks passes, because it may be text; so does a text whose last line has no line end.
// * Below `|` the lines are what they are. Below `>` all stand at one column, so that folding (8.1.3) is a matter of blank
//   lines alone: none between two lines is a blank, n of them are n line ends.
// * Its blank lines at the end go (8.1.1.2), with `-` the last line end too: there is always a line with content before them.
import type { Scalar } from './tree';

const NEWLINE = 10;
const SPACE = 32;
const DASH = 45;
const LITERAL = 124;

export interface BlockText {
  readonly node: Scalar;
  /** The start of the line behind it. */
  readonly end: number;
}

/** The text whose sign stands at an offset, in a collection at a column; undefined is "pass". */
export function blockText(text: string, start: number, column: number): BlockText | undefined {
  const literal = text.charCodeAt(start) === LITERAL;
  const strip = text.charCodeAt(start + 1) === DASH;
  const first = start + (strip ? 2 : 1);
  if (text.charCodeAt(first) !== NEWLINE) return undefined;
  const lines: string[] = [];
  let indent = -1;
  let end = first + 1;
  for (let at = end; at < text.length; ) {
    let content = at;
    while (text.charCodeAt(content) === SPACE) content++;
    let next = text.indexOf('\n', content);
    if (next < 0) next = text.length;
    const depth = content - at;
    if (content === next) {
      // A blank line with blanks in it may be text, or not.
      if (depth || next === text.length) return undefined;
      lines.push('');
    } else {
      if (indent < 0) {
        if (depth <= column || lines.length) break;
        indent = depth;
      } else if (depth < indent) {
        if (depth > column) return undefined;
        break;
      } else if (depth > indent && !literal) return undefined;
      lines.push(text.slice(at + indent, next));
      end = Math.min(next + 1, text.length);
      // Without a line end behind it, what is clipped is another matter.
      if (next === text.length) return undefined;
    }
    at = next + 1;
  }
  if (indent < 0) return undefined;
  while (lines.at(-1) === '') lines.pop();
  const body = literal ? lines.join('\n') : folded(lines);
  const value = strip ? body : `${body}\n`;
  const style = literal ? 'literal' : 'folded';
  return { node: { kind: 'scalar', style, start, end, text: value, value }, end };
}

function folded(lines: readonly string[]): string {
  let value = '';
  let blank = 0;
  for (const line of lines) {
    if (line === '') {
      blank++;
      continue;
    }
    value += value === '' ? line : `${blank ? '\n'.repeat(blank) : ' '}${line}`;
    blank = 0;
  }
  return value;
}
