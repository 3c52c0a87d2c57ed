// Findings as a Markdown table, for a comment on a merge request or a page of a wiki.
import { type Language, say, tell } from '../messages/message';
import { allFindings, type CheckReport, tallyOf } from '../views/report';
import { summary } from './counts';
import { placeText } from './findings-text';
import { escaped } from './markdown-text';

export function findingsMarkdown(report: CheckReport, language: Language): string {
  const title = report.projects.map((one) => escaped(one.name)).join(', ');
  const lines = [`## ${title}`, '', escaped(tell(summary(tallyOf(report)), language))];
  const findings = allFindings(report);
  if (findings.length) {
    const head = (['check.severity', 'check.code', 'check.place', 'check.message'] as const).map((id) =>
      tell(say(id), language),
    );
    lines.push('', row(head), row(head.map(() => '---')));
    for (const { severity, code, path, start, message } of findings) {
      lines.push(
        row([
          tell(say(`severity.${severity}`), language),
          code,
          escaped(placeText(path, start)),
          escaped(tell(message, language)),
        ]),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
