// Findings as a GitLab Code Quality report: a merge request then shows what it brought and what it mended.
import { type Language, tell } from '../messages/message';
import { allFindings, type CheckReport } from '../views/report';
import { fingerprints } from './fingerprint';

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } as const;

export function findingsGitlab(report: CheckReport, language: Language): string {
  const findings = allFindings(report);
  const prints = fingerprints(findings);
  const issues = findings.map((finding, i) => ({
    description: tell(finding.message, language),
    check_name: finding.code,
    fingerprint: prints[i],
    severity: SEVERITY[finding.severity],
    location: { path: finding.path, lines: { begin: finding.start.line + 1, end: finding.end.line + 1 } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
