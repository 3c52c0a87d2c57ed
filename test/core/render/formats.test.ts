// Reports that other programs read, held to the schemas of those programs: SARIF by the schema that its makers ship,
// JUnit by one written here after what CI servers accept (there is no official one), through libxml2.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import sarif from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { say } from '../../../src/core/messages/message';
import { findingsGitlab } from '../../../src/core/render/findings-gitlab';
import { findingsJunit } from '../../../src/core/render/findings-junit';
import { findingsMarkdown } from '../../../src/core/render/findings-markdown';
import { findingsSarif, uriOf } from '../../../src/core/render/findings-sarif';
import type { CheckReport, ReportedFinding } from '../../../src/core/views/report';

const nasty = 'a|b <c> & "d" \'e\' `f` [g](h) @i \u0000\u001b[2J\u202e \ud800 ]]> é 中';

const finding = (more: Partial<ReportedFinding> = {}): ReportedFinding => ({
  code: 'LF101',
  severity: 'error',
  path: '登记册/a b#c%.yaml',
  start: { line: 4, column: 11 },
  end: { line: 4, column: 16 },
  message: say('ref.missing', { kind: nasty, id: nasty }),
  entity: 'risks/R-1',
  related: [{ path: nasty, start: { line: 0, column: 0 }, message: say('duplicate.here') }],
  source: '    owner: li.we',
  ...more,
});

const report = (findings: readonly ReportedFinding[]): CheckReport => ({
  projects: [{ name: nasty, folder: '.', files: ['clean.yaml', nasty], entities: 3, findings, suppressed: 0 }],
});

const reports = {
  empty: report([]),
  nasty: report([finding(), finding(), finding({ code: 'LF007', severity: 'info', entity: undefined, related: [] })]),
};
const context = { version: '1.2.3', page: () => `# ${nasty}`, defaultSeverity: () => 'error' as const };

describe('SARIF', () => {
  const { $schema: _draft4, id: _id, ...schema } = sarif as Readonly<Record<string, unknown>>;
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const valid = ajv.compile(schema);

  for (const [name, given] of Object.entries(reports)) {
    it(`is valid for a report that is ${name}`, () => {
      const log: unknown = JSON.parse(findingsSarif(given, 'zh-cn', context));
      assert.ok(valid(log), JSON.stringify(valid.errors, null, 2));
    });
  }

  it('would not be valid with anything else in it', () => {
    const log = JSON.parse(findingsSarif(reports.nasty, 'en', context)) as { runs: [{ results: [{ level: string }] }] };
    log.runs[0].results[0].level = 'grave';
    assert.equal(valid(log), false);
  });

  it('writes paths as relative URIs', () => {
    assert.equal(uriOf('登记册/a b#c%.yaml'), '%E7%99%BB%E8%AE%B0%E5%86%8C/a%20b%23c%25.yaml');
    assert.equal(uriOf('../x.yaml'), '../x.yaml');
  });
});

describe('JUnit', () => {
  const xsd = readFileSync('test/core/render/fixtures/junit.xsd', 'utf8');
  const errorsOf = async (xml: string) =>
    (await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [xsd] })).errors.map(
      (one) => one.message,
    );

  for (const [name, given] of Object.entries(reports)) {
    it(`is valid for a report that is ${name}`, async () => {
      assert.deepEqual(await errorsOf(findingsJunit(given, 'en', 'warning')), []);
    });
  }

  it('would not be valid with anything else in it', async () => {
    const xml = findingsJunit(reports.nasty, 'en', 'error');
    assert.notDeepEqual(await errorsOf(xml.replace('<failure ', '<failed ').replace('</failure>', '</failed>')), []);
    assert.notDeepEqual(await errorsOf(xml.replace('tests="', 'tests="x')), []);
  });

  it('counts as failures what fails the check, and nothing else', () => {
    const failures = (limit: 'error' | 'info' | 'never') =>
      /failures="(\d+)"/.exec(findingsJunit(reports.nasty, 'en', limit))?.[1];
    assert.deepEqual([failures('error'), failures('info'), failures('never')], ['2', '3', '0']);
  });
});

describe('GitLab code quality', () => {
  interface Issue {
    readonly fingerprint: string;
    readonly severity: string;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  }
  const issues = (findings: readonly ReportedFinding[]) =>
    JSON.parse(findingsGitlab(report(findings), 'en')) as readonly Issue[];

  it('has the fields that GitLab asks for', () => {
    const [issue] = issues([finding()]);
    assert.deepEqual(Object.keys(issue ?? {}).sort(), [
      'check_name',
      'description',
      'fingerprint',
      'location',
      'severity',
    ]);
    assert.equal(issue?.severity, 'major');
    assert.deepEqual(issue?.location, { path: '登记册/a b#c%.yaml', lines: { begin: 5, end: 5 } });
  });

  it('knows a finding again on another line and in another language, and tells equal ones apart', () => {
    const prints = (findings: readonly ReportedFinding[]) => issues(findings).map((one) => one.fingerprint);
    const moved = finding({ start: { line: 40, column: 2 }, end: { line: 40, column: 3 } });
    assert.deepEqual(prints([finding(), finding()]), prints([moved, moved]));
    assert.equal(new Set(prints([finding(), finding(), finding({ entity: 'risks/R-2' })])).size, 3);
  });
});

describe('Markdown', () => {
  it('lets no text become a link, HTML, a mention or another cell', () => {
    const [, , , , , , row = ''] = findingsMarkdown(report([finding()]), 'en').split('\n');
    const outsideCode = row.replace(/`[^`]*`/g, '');
    assert.doesNotMatch(outsideCode, /(?<!\\)[<[\]]|@/);
    assert.equal(row.match(/(?<!\\)\|/g)?.length, 5);
  });
});
