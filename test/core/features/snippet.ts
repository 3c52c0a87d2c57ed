// What an editor makes of a text in snippet syntax when it is accepted and nobody fills anything in.
import { filledIn } from '../../../src/core/features/fixes/fill-in';
import type { Span } from '../../../src/core/base/span';

/** Later lines are indented like the line on which the snippet begins. */
export function applySnippet(text: string, { start, end }: Span, snippet: string): string {
  const indent = /^ */.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0] ?? '';
  return text.slice(0, start) + filledIn(snippet.replaceAll('\n', `\n${indent}`)) + text.slice(end);
}
