// Text as everything behind this file sees it: no byte order mark in front, `\n` as the only line end. What had to be
// changed for that and matters to a person is said.
import type { Problem } from '../model/finding';
import { say } from '../messages/message';
import { span } from '../base/span';
import type { Shared } from '../base/text';

const BOM = '\uFEFF';

/** Whether a text is as it is to be, nothing to be said of it, when one with which it shares so much is. */
export function isNormalStill(raw: string, shared: Shared): boolean {
  const between = raw.slice(shared.start, raw.length - shared.end);
  return !between.includes('\r') && !between.includes(BOM);
}

/**
 * The text without a leading byte order mark and with `\r\n` and lone `\r` as `\n`. A lone `\r` and a byte order mark
 * inside the text are problems, each said once at its first place; offsets are of the returned text.
 */
export function normalise(raw: string): { readonly text: string; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  let text = raw.startsWith(BOM) ? raw.slice(1) : raw;
  if (text.includes('\r')) {
    text = text.replaceAll('\r\n', '\n');
    const lone = text.indexOf('\r');
    if (lone >= 0) {
      problems.push({ code: 'LF011', span: span(lone, lone + 1), message: say('text.lone-cr') });
      text = text.replaceAll('\r', '\n');
    }
  }
  const mark = text.indexOf(BOM);
  if (mark >= 0) {
    const message = say('text.inner-bom');
    problems.push({ code: 'LF011', span: span(mark, mark + 1), message, fix: { kind: 'replace', with: '' } });
  }
  return { text, problems };
}
