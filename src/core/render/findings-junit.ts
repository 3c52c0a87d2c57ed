// Findings as a JUnit report, which every CI server shows: a suite a file, a test case a finding. Findings below the
// limit that fails the check are passed cases with the finding as their output, so that report and exit code agree.
import { type Language, say, tell } from '../messages/message';
import type { Severity } from '../model/finding';
import { atLeast, type CheckReport, type ReportedFinding } from '../views/report';
import { placeText } from './findings-text';
import { attribute, content } from './xml';

/** `failOn` is the least severity that counts as a failure. */
export function findingsJunit(report: CheckReport, language: Language, failOn: Severity | 'never'): string {
  const fails = (finding: ReportedFinding): boolean => failOn !== 'never' && atLeast(finding.severity, failOn);
  const suites = report.projects.flatMap((project) => {
    const byFile = new Map<string, ReportedFinding[]>(project.files.map((file) => [file, []]));
    for (const finding of project.findings) {
      const list = byFile.get(finding.path);
      if (list) list.push(finding);
      else byFile.set(finding.path, [finding]);
    }
    return [...byFile].map(([file, findings]) => suite(file, findings));
  });
  const sum = (figure: 'tests' | 'failures') => suites.reduce((total, one) => total + one[figure], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="landfall check" tests="${sum('tests')}" failures="${sum('failures')}">`,
    ...suites.flatMap((one) => one.lines),
    '</testsuites>',
    '',
  ].join('\n');

  function suite(file: string, findings: readonly ReportedFinding[]) {
    const tests = Math.max(1, findings.length);
    const failures = findings.filter(fails).length;
    const clean = `    <testcase name="${attribute(tell(say('check.junit-clean'), language))}" classname="${attribute(file)}" time="0"/>`;
    return {
      tests,
      failures,
      lines: [
        `  <testsuite name="${attribute(file)}" tests="${tests}" failures="${failures}" errors="0" skipped="0" time="0">`,
        ...(findings.length ? findings.flatMap((finding) => testCase(file, finding)) : [clean]),
        '  </testsuite>',
      ],
    };
  }

  function testCase(file: string, finding: ReportedFinding): readonly string[] {
    const message = tell(finding.message, language);
    const severity = tell(say(`severity.${finding.severity}`), language);
    const text = `${placeText(finding.path, finding.start)} ${severity} ${finding.code} ${message}`;
    const inner = fails(finding)
      ? `<failure message="${attribute(message)}" type="${finding.code}">${content(text)}</failure>`
      : `<system-out>${content(text)}</system-out>`;
    const name = `${finding.code} ${finding.start.line + 1}:${finding.start.column + 1} ${message}`;
    return [
      `    <testcase name="${attribute(name)}" classname="${attribute(file)}" time="0">`,
      `      ${inner}`,
      '    </testcase>',
    ];
  }
}
