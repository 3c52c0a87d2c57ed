// Findings for a person at a terminal or in a log: `path:line:column severity CODE message`, by file; with the line of
// the file and a caret below it where there is room for that.
import type { Position } from '../base/span';
import { type Language, say, tell } from '../messages/message';
import { allFindings, type CheckReport, type ReportedFinding, tallyOf } from '../views/report';
import { summary } from './counts';
import type { Ink } from './ink';
import { clipped, harmless, widthOf } from './width';

export interface Terminal {
  readonly ink: Ink;
  /** Columns, where a person looks on; undefined for a pipe or a file, which get no source lines. */
  readonly columns: number | undefined;
}

export function findingsText(report: CheckReport, language: Language, terminal: Terminal): string {
  const lines: string[] = [];
  let last: string | undefined;
  for (const finding of allFindings(report)) {
    if (terminal.columns !== undefined && last !== undefined && last !== finding.path) lines.push('');
    last = finding.path;
    // One text at once: the pieces of all of them would wait for each other.
    lines.push(block(finding, language, terminal).join('\n'));
  }
  if (lines.length) lines.push('');
  const tally = tallyOf(report);
  lines.push(terminal.ink.bold(tell(summary(tally), language)));
  if (tally.suppressed)
    lines.push(terminal.ink.dim(tell(say('check.suppressed', { count: tally.suppressed }), language)));
  return `${lines.join('\n')}\n`;
}

/** As people and editors count: from one. */
export const placeText = (path: string, at: Position): string => `${path}:${at.line + 1}:${at.column + 1}`;

function block(finding: ReportedFinding, language: Language, { ink, columns }: Terminal): readonly string[] {
  const severity = ink[finding.severity](tell(say(`severity.${finding.severity}`), language));
  const place = ink.bold(harmless(placeText(finding.path, finding.start)));
  const lines = [`${place} ${severity} ${ink.dim(finding.code)} ${harmless(tell(finding.message, language))}`];
  if (columns !== undefined) lines.push(...frame(finding, ink, columns));
  for (const { path, start, message } of finding.related) {
    lines.push(`    ${ink.dim(harmless(placeText(path, start)))} ${harmless(tell(message, language))}`);
  }
  return lines;
}

// A long line is shown from a little before the mark.
const BEFORE = 24;

function frame({ source, start, end, severity }: ReportedFinding, ink: Ink, columns: number): readonly string[] {
  const number = String(start.line + 1);
  const room = columns - number.length - 6;
  if (source.trim() === '' || room < 20) return [];
  const cut = widthOf(harmless(source)) > room && start.column > BEFORE ? start.column - BEFORE : 0;
  const before = harmless(source.slice(cut, start.column));
  const to = end.line === start.line ? end.column : source.length;
  const marked = widthOf(harmless(source.slice(start.column, to)));
  const indent = widthOf(before) + (cut ? 1 : 0);
  const caret = '^'.repeat(Math.max(1, Math.min(marked, room - indent)));
  const text = `${cut ? '…' : ''}${harmless(source.slice(cut))}`;
  const edge = ink.dim(' | ');
  return [
    `  ${ink.dim(number)}${edge}${clipped(text, room)}`,
    `  ${' '.repeat(number.length)}${edge}${' '.repeat(indent)}${ink[severity](caret)}`,
  ];
}
