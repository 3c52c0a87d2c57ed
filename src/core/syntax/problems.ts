// What yaml says against a text, in a consultant's words: the likely cause at the place where it is to be mended, one
// problem a line, since a parser that lost its way complains on.
import type { YAMLError } from 'yaml';
import { lineStarts, positionAt, type Span, span } from '../base/span';
import { type Message, say } from '../messages/message';
import type { Fix, Problem } from '../model/finding';
import type { RuleCode } from '../model/id';
import type { Composed } from './compose';
import { DEPTH_LIMIT } from './survey';
import { misreadColon, wideIndent } from './width';

/** More problems than these in one text help nobody; a text of nothing but commas would have thousands. */
const MOST = 100;

/** Problems of the composition itself, with offsets of the text that was composed. */
export function explain(text: string, composed: Composed): readonly Problem[] {
  const { errors, warnings, unclosed, tooDeep, second } = composed;
  const problems: Problem[] = [];
  for (const place of unclosed.slice(0, MOST)) problems.push(unclosedQuote(text, place));
  // What follows the end that yaml believes to have found is a consequence, not a cause.
  const causes = errors.filter(({ message }, k) => k === 0 || !message.includes('token in YAML stream'));
  for (const error of firstOfEachLine(text, causes, ({ pos }) => pos[0]))
    problems.push(explainError(text, error, composed));
  const tags = warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED');
  for (const warning of tags.slice(0, MOST)) problems.push(tag(text, warning));
  for (const place of tooDeep.slice(0, MOST))
    problems.push(problem('LF012', place, say('limit.depth', { limit: DEPTH_LIMIT })));
  if (second !== undefined) problems.push(secondDocument(text, second));
  return firstOfEachLine(text, problems, ({ span: { start } }) => start);
}

export const secondDocument = (text: string, at: number): Problem =>
  problem('LF010', line(text, at), say('form.documents'));

function explainError(text: string, error: YAMLError, { unclosed }: Composed): Problem {
  const [start, end] = error.pos;
  const at = span(Math.min(start, text.length), Math.min(Math.max(end, start + 1), text.length));
  if (error.message.startsWith('Missing closing') && unclosed.length) return unclosedQuote(text, unclosed[0] as Span);
  if (error.code === 'TAG_RESOLVE_FAILED') return tag(text, error);
  const wide = wideIndent(text, at.start);
  if (wide) return wide;
  const mended = EXPLAIN[error.code]?.(text, at, error.message);
  return mended ?? broken(firstLine(text, at), say('yaml.error', { detail: error.message.replace(/[.:\s]+$/, '') }));
}

type Explainer = (text: string, at: Span, message: string) => Problem | undefined;

const EXPLAIN: Readonly<Partial<Record<YAMLError['code'], Explainer>>> = {
  TAB_AS_INDENT: tabs,
  MISSING_CHAR: (text, at, message) => {
    if (message.startsWith('Implicit map keys')) return noColon(text, at);
    if (message.startsWith('Sequence item')) return broken(firstLine(text, lineOf(text, at.start)), say('yaml.indent'));
    if (message.startsWith('Comments')) {
      const fix: Fix = { kind: 'replace', with: ` ${text.slice(at.start, at.end)}` };
      return broken(at, say('yaml.comment'), fix);
    }
    if (message.startsWith('Missing , ')) return broken(at, say('yaml.comma'));
    return undefined;
  },
  MULTILINE_IMPLICIT_KEY: noColon,
  BLOCK_AS_IMPLICIT_KEY: (text, at, message) => {
    if (!message.startsWith('Nested'))
      return broken(firstLine(text, lineOf(text, at.end)), say('yaml.list-in-mapping'));
    return nested(text, at);
  },
  BAD_SCALAR_START: (text, at) => {
    const rest = scalarOfLine(text, at.start);
    const fix: Fix = { kind: 'replace', with: `'${text.slice(rest.start, rest.end).replaceAll("'", "''")}'` };
    return broken(rest, say('yaml.reserved', { character: text.slice(at.start, at.start + 1) }), fix);
  },
  BAD_DQ_ESCAPE: (text, at) => broken(at, say('yaml.escape', { text: text.slice(at.start, at.start + 2) })),
  BAD_INDENT: (text, at, message) => {
    if (message.startsWith('Flow')) return unclosedBracket(text, at, message);
    if (tabAt(text, at.start)) return tabs(text, at);
    return broken(firstLine(text, lineOf(text, at.start)), say('yaml.indent'));
  },
  UNEXPECTED_TOKEN: (text, at, message) => {
    if (tabAt(text, at.start)) return tabs(text, at);
    if (message.startsWith('Unexpected block-seq-ind')) return broken(at, say('yaml.list-on-key-line'));
    if (message.startsWith('Block scalar header'))
      return broken(scalarOfLine(text, at.start), say('yaml.block-header'));
    if (/at node end$|token in YAML stream/.test(message)) {
      const rest = scalarOfLine(text, at.start);
      return broken(rest, say('yaml.after-value', { text: shorten(text.slice(rest.start, rest.end)) }));
    }
    return undefined;
  },
};

// A line that is not `field: value`. Of a key over several lines it is the first that lacks its colon.
function noColon(text: string, at: Span): Problem {
  const place = firstLine(text, at);
  const misread = misreadColon(text, place.start);
  if (misread) return misread;
  if (text.startsWith('- ', place.start) || place.end === place.start + 1) {
    if (text[place.start] === '-') return broken(place, say('yaml.list-in-mapping'));
  }
  return broken(place, say('yaml.colon', { text: shorten(text.slice(place.start, place.end)) }));
}

function nested(text: string, at: Span): Problem {
  const rest = scalarOfLine(text, at.start);
  const value = text.slice(rest.start, rest.end);
  if (!/:(?:\s|$)/.test(value)) {
    const next = text.indexOf('\n', at.start) + 1;
    return broken(firstLine(text, lineOf(text, next || at.start)), say('yaml.deeper'));
  }
  const fix: Fix = { kind: 'replace', with: `'${value.replaceAll("'", "''")}'` };
  return broken(rest, say('yaml.colon-in-value'), fix);
}

function tabs(text: string, at: Span): Problem {
  let start = text.lastIndexOf('\n', at.start - 1) + 1;
  while (text[start] === ' ') start++;
  let end = start;
  while (text[end] === '\t' || text[end] === ' ') end++;
  if (end === start) return broken(at, say('yaml.tab'));
  return broken(span(start, end), say('yaml.tab'), {
    kind: 'replace',
    with: text.slice(start, end).replaceAll('\t', '  '),
  });
}

const tabAt = (text: string, offset: number): boolean =>
  /^ *\t/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1));

function unclosedQuote(text: string, place: Span): Problem {
  const quote = text[place.start] ?? '"';
  return broken(firstLine(text, place), say('yaml.quote', { quote }));
}

function unclosedBracket(text: string, at: Span, message: string): Problem {
  const end = message.includes('map') ? '}' : ']';
  const open = text.lastIndexOf(end === '}' ? '{' : '[', at.start - 1);
  return broken(open < 0 ? at : span(open, open + 1), say('yaml.bracket', { bracket: end }));
}

function tag(text: string, { pos, message }: YAMLError): Problem {
  const place = span(pos[0], Math.min(pos[1], text.length));
  const name = text.slice(place.start, place.end) || message;
  // yaml's own tags fail on values that they do not fit, such as `!!int x`.
  return problem('LF005', place, say('tag.custom', { tag: shorten(name) }));
}

const broken = (place: Span, message: Message, fix?: Fix): Problem => problem('LF001', place, message, fix);

function problem(code: RuleCode, place: Span, message: Message, fix?: Fix): Problem {
  return fix ? { code, span: place, message, fix } : { code, span: place, message };
}

function firstOfEachLine<T>(text: string, things: readonly T[], offset: (thing: T) => number): readonly T[] {
  if (things.length < 2) return things;
  const starts = lineStarts(text);
  const firsts = new Map<number, T>();
  for (const thing of [...things].sort((a, b) => offset(a) - offset(b))) {
    const { line } = positionAt(starts, offset(thing));
    if (firsts.size < MOST && !firsts.has(line)) firsts.set(line, thing);
  }
  return [...firsts.values()];
}

/** From an offset to the end of its line, without a comment and white space behind. */
function scalarOfLine(text: string, start: number): Span {
  const rest = line(text, start);
  const content = text.slice(start, rest.end).replace(/\s+#.*$|\s+$/, '');
  return span(start, Math.min(start + Math.max(content.length, 1), text.length));
}

function line(text: string, start: number): Span {
  const end = text.indexOf('\n', start);
  return span(start, end < 0 ? text.length : end);
}

/** The content of the line that holds the offset. */
function lineOf(text: string, offset: number): Span {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (text[start] === ' ' || text[start] === '\t') start++;
  return line(text, start);
}

/** The part of a stretch that is on its first line. */
function firstLine(text: string, at: Span): Span {
  const { end } = line(text, at.start);
  return span(at.start, Math.max(Math.min(at.end, end), at.start));
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
