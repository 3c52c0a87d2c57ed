// Findings for other programs. The shape is a promise: fields may be added, and nothing else changes without another
// `version`. Lines and columns count from one, columns in UTF-16 units, and an end lies behind its last character.
import { type Language, tell } from '../messages/message';
import type { Severity } from '../model/finding';
import { allFindings, type CheckReport, type ReportedFinding, tallyOf } from '../views/report';

export interface FindingsJson {
  readonly version: 1;
  /** The projects that were checked; usually one. Paths are relative to the folder in which the check was asked for. */
  readonly projects: readonly { readonly name: string; readonly path: string }[];
  readonly findings: readonly FindingJson[];
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    /** Findings that a `landfall-disable` comment silenced. */
    readonly suppressed: number;
    readonly files: number;
    readonly entities: number;
  };
}

export interface FindingJson {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** In the language asked for. */
  readonly message: string;
  /** What it is about, as `kind/id`; null where it is about no entry. */
  readonly entity: string | null;
  readonly related: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

export function findingsJson(report: CheckReport, language: Language): string {
  const { error, warning, info, suppressed, files, entities } = tallyOf(report);
  const json: FindingsJson = {
    version: 1,
    projects: report.projects.map(({ name, folder }) => ({ name, path: folder })),
    findings: allFindings(report).map((finding) => findingJson(finding, language)),
    summary: { errors: error, warnings: warning, infos: info, suppressed, files, entities },
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

export const findingJson = (
  { code, severity, path, start, end, message, entity, related }: ReportedFinding,
  language: Language,
): FindingJson => ({
  code,
  severity,
  path,
  line: start.line + 1,
  column: start.column + 1,
  endLine: end.line + 1,
  endColumn: end.column + 1,
  message: tell(message, language),
  entity: entity ?? null,
  related: related.map((one) => ({
    path: one.path,
    line: one.start.line + 1,
    column: one.start.column + 1,
    message: tell(one.message, language),
  })),
});
