// A cursor inside `[a, b]` or `{ key: value }` on one line.
import { type Span, span } from '../base/span';

export interface FlowCursor {
  readonly at: 'key' | 'value';
  /** Below the value in which the brackets stand. */
  readonly path: readonly string[];
  readonly typed: Span;
  readonly siblings: readonly string[];
}

interface Level {
  readonly list: boolean;
  index: number;
  key: string | undefined;
  readonly keys: string[];
}

/** The place of the offset in the flow collection that begins at `from`; undefined behind its end. */
export function flowAt(text: string, from: number, offset: number, end: number): FlowCursor | undefined {
  const levels: Level[] = [];
  let token = from;
  for (let at = from; at < offset; at++) {
    const sign = text[at] ?? '';
    const top = levels.at(-1);
    if ((sign === '"' || sign === "'") && text.slice(token, at).trim() === '') {
      const close = text.indexOf(sign, at + 1);
      if (close < 0 || close >= offset) break;
      at = close;
    } else if (sign === '[' || sign === '{') {
      levels.push({ list: sign === '[', index: 0, key: undefined, keys: [] });
      token = at + 1;
    } else if (sign === ']' || sign === '}') {
      levels.pop();
      if (!levels.length) return undefined;
      token = at + 1;
    } else if (sign === ',' && top) {
      top.index++;
      top.key = undefined;
      token = at + 1;
    } else if (sign === ':' && top && !top.list && top.key === undefined && /[\s,}]/.test(text[at + 1] ?? ' ')) {
      top.key = text
        .slice(token, at)
        .trim()
        .replace(/^["']|["']$/g, '');
      top.keys.push(top.key);
      token = at + 1;
    }
  }
  const top = levels.at(-1);
  if (!top) return undefined;
  const path = levels.flatMap((level) =>
    level.list ? [String(level.index)] : level.key === undefined ? [] : [level.key],
  );
  return {
    at: top.list || top.key !== undefined ? 'value' : 'key',
    path,
    typed: wordAt(text, token, offset, end),
    siblings: top.keys,
  };
}

// From the first sign behind the separator to the next one.
function wordAt(text: string, token: number, offset: number, end: number): Span {
  let start = token;
  while (start < offset && text[start] === ' ') start++;
  if (text[start] === '"' || text[start] === "'") start = Math.min(start + 1, offset);
  let stop = offset;
  while (stop < end && !/[,:[\]{}"'\s]/.test(text[stop] ?? '')) stop++;
  return span(start, stop);
}
