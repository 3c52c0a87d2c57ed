// Where a cursor stands in a half-typed register: under which keys, at a key or at a value, and what is typed there. It
// reads lines and their indentation only, so it answers also where the text is not YAML yet.
import { type Span, span } from '../base/span';
import { flowAt } from './cursor-flow';
import { type Line, lineAt } from './cursor-line';

export interface Cursor {
  /** `text` is the inside of a block of prose, `none` a comment. */
  readonly at: 'key' | 'value' | 'text' | 'none';
  /** Keys and list positions from the top: of the mapping at a key, of the value itself at a value. */
  readonly path: readonly string[];
  /** What stands at the cursor and would be replaced. */
  readonly typed: Span;
  /** Keys that the mapping has besides. */
  readonly siblings: readonly string[];
  /** Behind a dash: what is typed may be an element of the list as well as the first key of one. */
  readonly element: boolean;
  /** The column at which keys of the mapping begin. */
  readonly column: number;
  /** Inside brackets or braces. */
  readonly flow: boolean;
}

/** The place of an offset; the text has `\n` line ends. Lines before the one that begins at `floor` are not read. */
export function cursorAt(text: string, offset: number, floor = 0): Cursor {
  const line = lineAt(text, offset);
  const column = offset - line.start;
  const home = line.content ?? column;
  const here = { typed: span(offset, offset), siblings: [], element: false, column: home, flow: false };
  if (line.comment !== undefined && column > line.comment) return { at: 'none', path: [], ...here };
  const dashes = line.dashes.filter((dash) => dash < home);
  const above = climb(text, line, home, dashes, floor);
  if (above.prose) return { at: 'text', path: above.path, ...here };

  const { key } = line;
  const inValue = key !== undefined && column > key.colon;
  const path = inValue ? [...above.path, key.name] : above.path;
  const from = line.start + (inValue ? key.value : home);
  const last = Math.max(line.start + line.last, offset);
  if (offset > from && /[[{]/.test(text[from] ?? '')) {
    const flow = flowAt(text, from, offset, last);
    return flow ? { ...here, ...flow, flow: true, path: [...path, ...flow.path] } : { at: 'none', path, ...here };
  }
  if (inValue) {
    if (/[|>]/.test(text[from] ?? '')) return { at: 'none', path, ...here };
    return {
      ...here,
      at: 'value',
      path,
      typed: unquoted(text, Math.min(from, offset), last, offset),
      siblings: above.siblings,
    };
  }
  const end = key ? line.start + key.end : last;
  const siblings = [...above.siblings, ...keysBelow(text, line, home)];
  return {
    at: 'key',
    path,
    typed: span(Math.min(from, offset), end),
    siblings,
    element: dashes.length > 0,
    column: home,
    flow: false,
  };
}

// What stands between quotes is the value.
function unquoted(text: string, start: number, end: number, offset: number): Span {
  const quote = text[start];
  if (offset <= start || (quote !== '"' && quote !== "'")) return span(start, end);
  return span(start + 1, end - 1 >= offset && text[end - 1] === quote ? end - 1 : end);
}

interface Above {
  readonly path: readonly string[];
  readonly siblings: readonly string[];
  /** The line is inside a block of prose. */
  readonly prose: boolean;
}

/** The way up from a mapping whose keys stand at `column`, on a line with these dashes before it. */
function climb(text: string, from: Line, column: number, dashes: readonly number[], floor: number): Above {
  const path: string[] = [];
  const siblings: string[] = [];
  let index = 0;
  // What is looked for: the parent of a mapping whose keys stand here, or of a list whose dashes do.
  let list = false;
  let at = column;
  let own = true;
  const enterList = (dash: number) => {
    list = true;
    at = dash;
    index = 0;
    own = false;
  };
  const leaveList = () => {
    path.unshift(String(index));
    list = false;
  };
  for (const dash of [...dashes].reverse()) {
    if (list) leaveList();
    enterList(dash);
  }
  for (let line = lineBefore(text, from, floor); line; line = lineBefore(text, line, floor)) {
    if (at === 0 && !list && !own) break;
    if (line.content === undefined && !line.dashes.length) continue;
    const { key } = line;
    if (key && (list ? key.column <= at : key.column < at)) {
      if (list) leaveList();
      if (path.length === 0 && /^[|>][-+0-9]*$/.test(text.slice(line.start + key.value, line.start + line.last))) {
        const above = climb(text, line, key.column, line.dashes, floor);
        return { path: [...above.path, key.name], siblings: [], prose: true };
      }
      path.unshift(key.name);
      at = key.column;
      own = false;
    } else if (key && !list && key.column === at && own) siblings.push(key.name);
    for (const dash of [...line.dashes].reverse()) {
      if (list && dash === at) index++;
      else if (dash < at) {
        if (list) leaveList();
        enterList(dash);
      }
    }
  }
  if (list) leaveList();
  return { path, siblings, prose: false };
}

/** The keys of the same mapping on the lines below. */
function keysBelow(text: string, from: Line, column: number): readonly string[] {
  const keys: string[] = [];
  for (let at = from.end + 1; at <= text.length; ) {
    const line = lineAt(text, at);
    at = line.end + 1;
    const first = line.dashes[0] ?? line.content;
    if (first === undefined) continue;
    if (first < column || (first === column && line.dashes.length)) break;
    if (line.key?.column === column) keys.push(line.key.name);
  }
  return keys;
}

const lineBefore = (text: string, line: Line, floor: number): Line | undefined =>
  line.start > floor ? lineAt(text, line.start - 1) : undefined;
