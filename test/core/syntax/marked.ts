// Fixtures of this folder: a register as text, in which `#  ^^^ LF001 message` under a line says what is found there.
// The marks are taken out before the text is read, for a comment between two lines can change what YAML makes of them.
import assert from 'node:assert/strict';
import { lineStarts, positionAt } from '../../../src/core/base/span';
import { tell } from '../../../src/core/messages/message';
import type { Problem } from '../../../src/core/model/finding';
import { openRegister, type Register, readItem } from '../../../src/core/syntax/register';

const MARK = /^ *#? *(\^+) (LF\d{3}) (.*)$/;

/** Checks that exactly the marked problems are found, and gives the register for more questions. */
export function check(fixture: string): Register {
  const wanted: string[] = [];
  const lines: string[] = [];
  for (const line of fixture.replace(/^\n/, '').split('\n')) {
    const mark = MARK.exec(line);
    if (!mark) {
      lines.push(line);
      continue;
    }
    const column = line.indexOf('^');
    wanted.push(`${lines.length}:${column}-${column + (mark[1] ?? '').length} ${mark[2]} ${mark[3]}`);
  }
  const register = openRegister(lines.join('\n'));
  assert.deepEqual(
    problemsOf(register).map((one) => described(register, one)),
    wanted,
  );
  return register;
}

/** All problems with places in the file, in the order of their places. */
export function problemsOf(register: Register): readonly Problem[] {
  const ofItems = register.slices.flatMap(({ start }, index) =>
    readItem(register, index).problems.map((one) => ({
      ...one,
      span: { start: one.span.start + start, end: one.span.end + start },
    })),
  );
  return [...register.problems, ...ofItems].sort((a, b) => a.span.start - b.span.start);
}

function described({ text }: Register, { code, span, message }: Problem): string {
  const { line, column } = positionAt(lineStarts(text), span.start);
  return `${line + 1}:${column}-${column + span.end - span.start} ${code} ${tell(message, 'en')}`;
}

/** The text after the first offered fix of every problem. */
export function mended(register: Register): string {
  let { text } = register;
  for (const { span, fix } of [...problemsOf(register)].reverse()) {
    if (fix?.kind === 'replace') text = text.slice(0, span.start) + fix.with + text.slice(span.end);
  }
  return text;
}
