// Findings as SARIF 2.1.0 (OASIS), which code-scanning platforms read. Paths are relative URIs.
import { type Language, type MessageId, tell } from '../messages/message';
import type { RuleCode } from '../model/id';
import type { Severity } from '../model/finding';
import { allFindings, type CheckReport, type ReportedFinding } from '../views/report';
import { fingerprints } from './fingerprint';
import { wellFormed } from './well-formed';

/** What a SARIF log says of the rules and of the tool itself. */
export interface SarifContext {
  readonly version: string;
  /** The rule's page in Markdown, if there is one. */
  readonly page: (code: RuleCode) => string | undefined;
  readonly defaultSeverity: (code: RuleCode) => Severity;
}

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

export function findingsSarif(report: CheckReport, language: Language, context: SarifContext): string {
  const findings = allFindings(report);
  const codes = [...new Set(findings.map((one) => one.code))].sort();
  const prints = fingerprints(findings);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Landfall',
            version: context.version,
            semanticVersion: context.version,
            language: language === 'en' ? 'en' : 'zh-CN',
            rules: codes.map((code) => rule(code, language, context)),
          },
        },
        language: language === 'en' ? 'en' : 'zh-CN',
        columnKind: 'utf16CodeUnits',
        results: findings.map((one, i) => result(one, codes.indexOf(one.code), prints[i] ?? '', language)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: RuleCode, language: Language, { page, defaultSeverity }: SarifContext) {
  const title = tell({ id: code as MessageId, args: {} }, language);
  const text = page(code);
  return {
    id: code,
    shortDescription: { text: title },
    ...(text === undefined ? {} : { help: { text, markdown: text } }),
    defaultConfiguration: { level: LEVEL[defaultSeverity(code)] },
  };
}

function result(finding: ReportedFinding, ruleIndex: number, print: string, language: Language) {
  const { code, severity, path, start, end, message, entity, related } = finding;
  const region = {
    startLine: start.line + 1,
    startColumn: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
  return {
    ruleId: code,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: tell(message, language) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(path) }, region },
        ...(entity === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: entity }] }),
      },
    ],
    ...(related.length
      ? {
          relatedLocations: related.map((one) => ({
            physicalLocation: {
              artifactLocation: { uri: uriOf(one.path) },
              region: { startLine: one.start.line + 1, startColumn: one.start.column + 1 },
            },
            message: { text: tell(one.message, language) },
          })),
        }
      : {}),
    partialFingerprints: { 'landfall/v1': print },
  };
}

/** A path as a relative URI reference (RFC 3986): what is not plain is percent-encoded, the slashes stay. */
export const uriOf = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(wellFormed(part)))
    .join('/');
