// LF82, gates: criteria that cannot be held against anything, gates that are late or missing, words nobody stands for.
// LF820, what was let through and would not be today, needs what all other rules find, and is asked after them.
import { dayNumber } from '../base/days';
import { type Message, say } from '../messages/message';
import { takes } from '../metrics/metric';
import { filterTargets, filterText, strangerIn } from '../metrics/filter';
import type { Fix } from '../model/finding';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { isDone } from '../project/state';
import { valueSpan } from '../project/value-span';
import type { World } from '../project/world';
import { type EntityRule, type ProjectRule, type Said, type SaidOf, tableRule } from '../rules/rule';
import { type Asked, type Criterion, criteriaOf, GATES } from './criterion';
import { verdictOf } from './decided';
import { type Asking, gateState } from './evaluate';

const WAVES = 'waves';

const unclear: ProjectRule = {
  scope: 'project',
  code: 'LF821',
  reads: ({ project, settings }) => [
    project.kinds,
    settings,
    project.table(GATES),
    ...Object.values(filterTargets).map(({ kind }) => project.table(kind)),
  ],
  *check({ project, settings }) {
    for (const gate of project.table(GATES)) {
      for (const { asked, pointer } of criteriaOf(gate)) {
        const fault = faultOf(asked, project, (code) => settings.rules.get(code) === 'off');
        if (fault) yield { ...fault, entity: gate, span: valueSpan(project, gate, `${pointer}${fault.at}`) };
      }
    }
  },
};

interface Fault {
  /** Below the criterion. */
  readonly at: string;
  readonly message: Message;
  readonly fix?: Fix;
}

function faultOf(asked: Asked, project: Project, isOff: (code: string) => boolean): Fault | undefined {
  if (asked.kind === 'unclear') {
    const { given } = asked;
    return { at: '', message: given.length ? say('gate.several', { given }) : say('gate.nothing') };
  }
  if (asked.kind === 'rule') {
    if (OWN.has(asked.code)) return { at: '/rule', message: say('gate.own-rule', { rule: asked.code }) };
    if (isOff(asked.code)) return { at: '/rule', message: say('gate.rule-off', { rule: asked.code }) };
  }
  // What is no metric at all, LF109 says.
  if (asked.kind !== 'metric' || !asked.metric || !asked.filter) return undefined;
  const { metric, filter, limits, text } = asked;
  if (!takes(metric, filter)) {
    const filters = metric.filters.length ? metric.filters : say('cli.filter-none');
    return { at: '/metric', message: say('cli.filter-not-taken', { metric: metric.id, filters }) };
  }
  const stranger = strangerIn(project, filter);
  if (stranger) {
    const { name, near, message } = stranger;
    if (near === undefined) return { at: '/metric', message };
    const fixed = `${metric.id}${filterText(new Map([...filter, [name, near]]))}`;
    return { at: '/metric', message, fix: { kind: 'replace', with: fixed } };
  }
  const bounds = [limits.least, limits.most, limits.exactly].filter((one) => one !== undefined);
  if (!bounds.length) return { at: '', message: say('gate.needs-limit', { metric: text }) };
  const impossible = metric.unit === 'percent' && bounds.some((one) => one < 0 || one > 100);
  return impossible ? { at: '', message: say('gate.bad-percent', { metric: text }) } : undefined;
}

const unsigned: EntityRule = {
  scope: 'entity',
  code: 'LF824',
  of: ({ name }) => name === GATES,
  *check(gate, { project }) {
    for (const { asked, pointer } of criteriaOf(gate)) {
      if (asked.kind !== 'words' || !asked.met || asked.by !== undefined) continue;
      yield { span: valueSpan(project, gate, `${pointer}/met`), message: say('gate.unsigned', { text: asked.text }) };
    }
  },
};

const late = tableRule(
  'LF822',
  (project) => [project.table(GATES)],
  function* ({ project, asOf }) {
    for (const gate of project.table(GATES)) {
      const due = typeof gate.value.due === 'string' ? gate.value.due : '';
      if (isDone(gate) || verdictOf(gate) || (dayNumber(due) ?? Number.POSITIVE_INFINITY) >= (dayNumber(asOf) ?? 0))
        continue;
      yield { entity: gate, span: valueSpan(project, gate, '/due'), message: say('gate.late', { due }) };
    }
  },
);

const missing: ProjectRule = tableRule(
  'LF823',
  (project) => [project.table(GATES), project.table(WAVES)],
  function* ({ project }) {
    // A project that keeps no gates keeps them elsewhere.
    if (!project.table(GATES).length) return;
    const guarded = new Set(project.table(GATES).map(({ value }) => value.wave));
    for (const wave of project.table(WAVES)) {
      const isLive = wave.value.actual !== undefined;
      if (isLive || guarded.has(wave.id) || wave.value.go_live === undefined) continue;
      yield { entity: wave, span: wave.mark, message: say('gate.missing', { wave: wave.title || wave.id }) };
    }
  },
);

export const gateRules = [unclear, unsigned, late, missing] as const;

/** The rule that is asked once all others have been. */
export const LET_THROUGH = 'LF820';

/** Gates that were passed and have a must that is unmet now. */
export function* letThrough(asking: Asking): Generator<SaidOf | undefined> {
  const { project } = asking.world;
  for (const gate of project.table(GATES)) {
    const verdict = verdictOf(gate);
    if (verdict !== 'go' && (verdict || !isDone(gate))) continue;
    const unmet = gateState(asking, gate).criteria.filter(({ criterion, met }) => criterion.must && !met);
    yield undefined;
    if (!unmet.length) continue;
    yield {
      entity: gate,
      span: spanOf(asking.world, gate),
      message: messageFor(unmet.map(({ criterion }) => criterion)),
    };
  }
}

const spanOf = ({ project }: World, gate: Entity): Said['span'] =>
  valueSpan(project, gate, gate.value.decided_at === undefined ? '/approvals' : '/decided_at');

const messageFor = (unmet: readonly Criterion[]): Message => say('gate.let-through', { criteria: unmet.map(nameOf) });

function nameOf({ asked }: Criterion): string {
  switch (asked.kind) {
    case 'metric':
    case 'words':
      return asked.text;
    case 'rule':
      return asked.code;
    case 'evidence':
      return asked.id;
    case 'unclear':
      return '?';
  }
}

/** Rules about gates may not be criteria of gates: they would answer for themselves. */
const OWN: ReadonlySet<string> = new Set([...gateRules.map(({ code }) => code), LET_THROUGH]);
