// Characters that look like YAML's own but are not: the full-width colon and spaces that are no space to YAML. Where
// they make a line read otherwise than it looks, the probable intention is said and offered.
import { type Span, span } from '../base/span';
import { say } from '../messages/message';
import type { Problem } from '../model/finding';
import type { Node, Scalar } from './tree';

// No-break space, zero-width characters, word joiner, ideographic space, full-width colon, byte order mark.
const LOOKALIKE = /[\u00a0\u200b-\u200d\u2060\u3000\uff1a\ufeff]/;
const INVISIBLE = '[\\u00a0\\u200b-\\u200d\\u2060\\u3000\\ufeff]';
const FIELD = new RegExp(
  `(?:- +)*([A-Za-z_][A-Za-z0-9_]*)((${INVISIBLE}*：${INVISIBLE}*|:${INVISIBLE}+) *|:(?=[^\\s:/\\\\]))`,
  'y',
);
const EDGES = new RegExp(`^${INVISIBLE}+|${INVISIBLE}+$`, 'g');

/** Whether a text has any such character, so that the search is worth while. */
export const hasLookalike = (text: string): boolean => LOOKALIKE.test(text);

/** The problem of a line such as `owner：li.wei` or `owner:li.wei` that begins at the offset. */
export function misreadColon(text: string, offset: number): Problem | undefined {
  FIELD.lastIndex = offset;
  const found = FIELD.exec(text);
  const [all = '', field = '', colon = '', wide] = found ?? [];
  if (!found) return undefined;
  const end = offset + all.length;
  const place = span(end - colon.length, end);
  const fix = { kind: 'replace', with: ': ' } as const;
  if (wide === undefined) return { code: 'LF001', span: place, message: say('yaml.colon-space', { field }), fix };
  const message = colon.includes('：') ? say('width.colon', { field }) : say('width.after-colon', { field });
  return { code: 'LF009', span: place, message, fix };
}

/** The problem of a line that is indented with spaces that are none. */
export function wideIndent(text: string, offset: number): Problem | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[^\S\n]*/.exec(text.slice(start, start + 100))?.[0] ?? '';
  const first = indent.search(LOOKALIKE);
  return first < 0 ? undefined : spaces(text, start + first, start + indent.length);
}

/** Problems of scalars that YAML reads without complaint, though they hardly mean what they look like. */
export function lookalikes(text: string, root: Node): readonly Problem[] {
  const problems: Problem[] = [];
  const nodes: Node[] = [root];
  const own = (node: Scalar): boolean => node.style === 'plain' && !text.startsWith('*', node.start);
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.kind === 'sequence') nodes.push(...node.items);
    if (node.kind === 'scalar' && own(node)) problems.push(...edges(text, node));
    if (node.kind !== 'mapping') continue;
    for (const { key, value } of node.pairs) {
      if (own(key)) problems.push(...edges(text, key));
      // `inherent:` and below it only `probability：4` is a text to YAML.
      const below = value.kind === 'scalar' && own(value) && startsLine(text, value.start);
      const misread = below ? misreadColon(text, value.start) : undefined;
      if (misread?.code === 'LF009') problems.push(misread);
      else nodes.push(value);
    }
  }
  return problems.sort((a, b) => a.span.start - b.span.start);
}

function* edges(text: string, node: Span): Generator<Problem> {
  for (const found of text.slice(node.start, node.end).matchAll(EDGES)) {
    const start = node.start + found.index;
    yield spaces(text, start, start + found[0].length);
  }
}

function spaces(text: string, start: number, end: number): Problem {
  const found = text.slice(start, end);
  // At the start of a line it was meant as indentation: an ideographic space is two columns wide.
  const instead = startsLine(text, start) ? found.replaceAll('\u3000', '  ').replaceAll('\u00a0', ' ') : '';
  const fix = { kind: 'replace', with: instead.replace(/[^ ]/g, '') } as const;
  return { code: 'LF009', span: span(start, end), message: say('width.space'), fix };
}

const startsLine = (text: string, offset: number): boolean =>
  /^[ ]*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
