// What a check found, as a person or a pipeline reads it: findings in the order of files and lines, with lines and
// columns instead of offsets, and the sums.
import { keptLately } from '../base/kept';
import { type Position, positionAt } from '../base/span';
import { detached } from '../base/text';
import type { Checked } from '../check/check';
import type { Message } from '../messages/message';
import { RANK, type Finding, type Severity } from '../model/finding';
import type { Path, RuleCode } from '../model/id';
import { linesOf } from '../project/file-index';
import type { Project } from '../project/project';

export interface ReportedFinding {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** Relative to where the check was asked for. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  readonly message: Message;
  /** As `kind/id`. */
  readonly entity: string | undefined;
  readonly related: readonly { readonly path: string; readonly start: Position; readonly message: Message }[];
  /** The line of the file on which it starts. */
  readonly source: string;
}

export interface CheckedProject {
  readonly name: string;
  /** Its folder, relative to where the check was asked for; `.` is that place itself. */
  readonly folder: string;
  /** The files that were checked. */
  readonly files: readonly string[];
  readonly entities: number;
  readonly findings: readonly ReportedFinding[];
  /** How many findings suppressions silenced. */
  readonly suppressed: number;
}

export interface CheckReport {
  readonly projects: readonly CheckedProject[];
}

export interface Tally extends Readonly<Record<Severity, number>> {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly entities: number;
  readonly suppressed: number;
}

/** The report of one project, with paths below its folder. */
export function reportOf({ world, findings, silenced }: Checked): CheckedProject {
  const { project } = world;
  const ours = [...project.files.values()].filter((file) => file.form !== '');
  const place = positionsIn(project);
  const reported = (one: Finding): ReportedFinding => {
    const start = place(one.path, one.span.start);
    const text = project.files.get(one.path)?.text ?? '';
    const from = one.span.start - start.column;
    const to = text.indexOf('\n', from);
    return {
      code: one.code,
      severity: one.severity,
      path: one.path,
      start,
      end: place(one.path, one.span.end),
      message: one.message,
      entity: one.entity,
      related: (one.related ?? []).map(({ path, span, message }) => ({
        path,
        start: place(path, span.start),
        message,
      })),
      source: detached(text.slice(from, to < 0 ? undefined : to)),
    };
  };
  return {
    name: world.settings.name,
    folder: '.',
    files: ours.map((file) => file.path).sort(),
    entities: ours.reduce(
      (sum, file) => sum + file.slices.reduce((count, slice) => count + slice.entities.length, 0),
      0,
    ),
    findings: [...findings.keys()].sort().flatMap((path) => (findings.get(path) ?? []).map(reported)),
    suppressed: silenced.length,
  };
}

/** The same report of a project that lies in `folder`, seen from where the check was asked for. */
export function seenFrom(report: CheckedProject, folder: string): CheckedProject {
  const name = report.name || folder;
  if (folder === '.') return { ...report, name };
  const shown = <T extends { readonly path: string }>(one: T): T => ({ ...one, path: `${folder}/${one.path}` });
  return {
    ...report,
    name,
    folder,
    files: report.files.map((path) => `${folder}/${path}`),
    findings: report.findings.map((one) => ({ ...shown(one), related: one.related.map(shown) })),
  };
}

/** Files whose lines are kept while places are asked for, which is file by file. */
const AT_HAND = 8;

/** Where offsets of a project's files are; to be asked for many. */
export function positionsIn(project: Project): (path: Path, offset: number) => Position {
  const startsOf = keptLately(AT_HAND, linesOf);
  return (path, offset) => {
    const file = project.files.get(path);
    return file ? positionAt(startsOf(file), offset) : { line: 0, column: 0 };
  };
}

export const allFindings = (report: CheckReport): readonly ReportedFinding[] =>
  report.projects.flatMap((one) => one.findings);

export function tallyOf(report: CheckReport): Tally {
  const findings = allFindings(report);
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
  const sum = (figure: (project: CheckedProject) => number) =>
    report.projects.reduce((total, one) => total + figure(one), 0);
  return {
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    files: sum((one) => one.files.length),
    filesWithFindings: new Set(findings.map((one) => one.path)).size,
    entities: sum((one) => one.entities),
    suppressed: sum((one) => one.suppressed),
  };
}

/** Whether a finding of one severity is at least as grave as another. */
export const atLeast = (severity: Severity, limit: Severity): boolean => RANK[severity] <= RANK[limit];
