// From what was said to the findings of a file: placed in its text, with the project's severities, without what a
// reasoned suppression silences, and with what is wrong about the suppressions themselves.
import { shift, type Span } from '../base/span';
import { type Message, say } from '../messages/message';
import { type Finding, type Problem, RANK, type Related, type Severity } from '../model/finding';
import type { RuleCode } from '../model/id';
import { type Entity, type FileIndex, type SliceIndex, startOf, type Suppression } from '../project/file-index';
import { keyOf, type Project } from '../project/project';
import type { Settings } from '../project/settings';
import type { World } from '../project/world';
import { catalog } from '../rules/catalog';
import type { Said } from '../rules/rule';

export interface Coded extends Said {
  readonly code: RuleCode;
}

export interface Sayings {
  readonly said: (entity: Entity) => readonly Coded[];
  readonly inFile: readonly Coded[];
}

const defaults = new Map<string, Severity>(catalog.map((rule) => [rule.code, rule.severity]));

export function fileFindings(
  file: FileIndex,
  world: Pick<World, 'project' | 'settings'>,
  sayings: Sayings,
): { readonly findings: readonly Finding[]; readonly silenced: readonly Finding[] } {
  const out: Finding[] = [];
  const silenced: Finding[] = [];
  const put = (one: Coded | Problem, by: number, entity: Entity | undefined, silence: Silence) => {
    const severity = severityOf(one.code, world.settings);
    if (severity === 'off') return;
    const list = silence.covers(one.code) ? silenced : out;
    list.push(finding(one, by, file, world.project, severity, entity));
  };
  const top = silencer(file.suppressions, world.settings);
  for (const problem of file.problems) put(problem, 0, undefined, top);
  for (const one of sayings.inFile) put(one, 0, undefined, top);
  for (const problem of top.faults()) put(problem, 0, undefined, NO_SILENCE);
  for (let i = 0; i < file.slices.length; i++) {
    const slice = file.slices[i] as SliceIndex;
    const start = file.starts[i] ?? 0;
    const silence = slice.suppressions.length ? silencer(slice.suppressions, world.settings) : NO_SILENCE;
    for (const problem of slice.problems) put(problem, start, slice.entities[0], silence);
    for (const entity of slice.entities) for (const one of sayings.said(entity)) put(one, start, entity, silence);
    for (const problem of silence.faults()) put(problem, start, slice.entities[0], NO_SILENCE);
  }
  return {
    findings: out.sort((a, b) => a.span.start - b.span.start || RANK[a.severity] - RANK[b.severity]),
    silenced,
  };
}

/** What stands in a file itself, whatever other files hold: the first that can be told of it while they are still read.
 *  Suppressions that silence nothing yet are passed over. */
export const ownFindings = (file: FileIndex, project: Project): readonly Finding[] =>
  fileFindings(file, { project, settings: project.settings }, { said: () => [], inFile: [] }).findings.filter(
    ({ code }) => code !== 'LF031',
  );

function severityOf(code: RuleCode, settings: Settings): Severity | 'off' {
  return settings.rules.get(code) ?? defaults.get(code) ?? 'error';
}

function finding(
  one: Coded | Problem,
  by: number,
  file: FileIndex,
  project: Project,
  severity: Severity,
  entity: Entity | undefined,
): Finding {
  const others = 'others' in one && one.others ? one.others.flatMap((other) => related(project, other)) : [];
  return {
    code: one.code,
    severity,
    path: file.path,
    span: shift(one.span, by),
    message: one.message,
    ...(entity ? { entity: keyOf(entity) } : {}),
    ...(others.length ? { related: others } : {}),
    ...(one.fix ? { fix: one.fix } : {}),
  };
}

function related(
  project: Project,
  other: { readonly entity: Entity; readonly span: Span; readonly message: Message },
): readonly Related[] {
  const file = project.files.get(other.entity.path);
  return file
    ? [{ path: file.path, span: shift(other.span, startOf(file, other.entity.slice)), message: other.message }]
    : [];
}

interface Silence {
  readonly covers: (code: RuleCode) => boolean;
  /** What is wrong with the suppressions, once everything they could cover was asked. */
  readonly faults: () => readonly Problem[];
}

const NO_SILENCE: Silence = { covers: () => false, faults: () => [] };

function silencer(suppressions: readonly Suppression[], settings: Settings): Silence {
  const used = new Set<string>();
  const valid = suppressions.filter((one) => one.reason !== '');
  return {
    covers: (code) => {
      const found = valid.some((one) => one.codes.includes(code)) && code !== 'LF030' && code !== 'LF031';
      if (found) used.add(code);
      return found;
    },
    faults: () => suppressions.flatMap((one) => faultsOf(one, used, settings)),
  };
}

function faultsOf(
  { codes, reason, span }: Suppression,
  used: ReadonlySet<string>,
  settings: Settings,
): readonly Problem[] {
  if (!codes.length) return [{ code: 'LF031', span, message: say('suppress.no-code') }];
  if (reason === '') return [{ code: 'LF030', span, message: say('suppress.no-reason', { code: codes[0] ?? '' }) }];
  return codes.flatMap((code): Problem | readonly Problem[] => {
    if (!defaults.has(code)) return { code: 'LF031', span, message: say('suppress.unknown', { code }) };
    if (used.has(code) || severityOf(code, settings) === 'off') return [];
    return { code: 'LF031', span, message: say('suppress.unused', { code }), fix: { kind: 'remove' } };
  });
}

/** Whether the same is said, about the entity alone: other entities that belong to it may have moved. */
export const sameSaid = (a: readonly Coded[], b: readonly Coded[]): boolean =>
  a === b || (a.length === b.length && a.every((one, i) => !one.others && told(one) === told(b[i])));

const told = (one: Coded | undefined): string => JSON.stringify([one?.code, one?.span, one?.message, one?.fix]);

/** Whether two lists say the same at the same places. */
export function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((one, i) => {
    const other = b[i];
    if (one.span.start !== other?.span.start || one.span.end !== other.span.end) return false;
    // What nobody asked again says it with the very same message.
    const same = one.message === other.message && one.severity === other.severity && !one.related && !other.related;
    return same || JSON.stringify(one) === JSON.stringify(other);
  });
}
