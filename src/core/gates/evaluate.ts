// Whether a gate may be passed: each criterion held against the project, with what to mend where it is unmet. What is
// not known is unmet: a gate opens on proof alone.
import { compare, decimal } from '../base/decimal';
import { dayNumber } from '../base/days';
import { keptAlone } from '../base/kept';
import { type Message, say } from '../messages/message';
import type { Finding, Severity } from '../model/finding';
import type { Figures } from '../metrics/figures';
import { type Figure, takes } from '../metrics/metric';
import type { Entity } from '../project/file-index';
import { lookUp, targetOf } from '../project/project';
import { isDone } from '../project/state';
import type { World } from '../project/world';
import { catalog } from '../rules/catalog';
import { type Criterion, criteriaOf, type Limits } from './criterion';

/** What a check found, open and silenced, for criteria that are rules. */
export interface Found {
  readonly findings: readonly (readonly Finding[])[];
  readonly silenced: readonly Finding[];
}

export interface CriterionState {
  readonly criterion: Criterion;
  readonly met: boolean;
  /** The figure of a metric, where it could be asked for. */
  readonly figure: Figure | undefined;
  /** Why nothing is known of it; undefined where it is met or simply unmet. */
  readonly why: Message | undefined;
  /** What is to be mended, the worst first. */
  readonly blockers: readonly Entity[];
  /** Findings of a rule that count against it. */
  readonly findings: readonly Finding[];
  /** Findings of a rule that somebody silenced, with a reason: they do not count, but they are told. */
  readonly silenced: number;
}

export interface GateState {
  readonly gate: Entity;
  readonly criteria: readonly CriterionState[];
  /** How many musts are unmet: with none the gate may be passed. */
  readonly open: number;
  /** The weight of what is met in the weight of all, in percent. */
  readonly progress: number;
}

export type Asking = Found & { readonly world: World; readonly figures: Figures };

export function gateState(asking: Asking, gate: Entity): GateState {
  const criteria = criteriaOf(gate).map((one) => criterionState(asking, gate, one));
  const weight = (list: readonly CriterionState[]): number =>
    list.reduce((sum, { criterion }) => sum + criterion.weight, 0);
  const all = weight(criteria);
  return {
    gate,
    criteria,
    open: criteria.filter(({ criterion, met }) => criterion.must && !met).length,
    progress: all ? Math.floor((weight(criteria.filter(({ met }) => met)) / all) * 100) : 0,
  };
}

export function criterionState(asking: Asking, gate: Entity, criterion: Criterion): CriterionState {
  const { world } = asking;
  const { asked } = criterion;
  switch (asked.kind) {
    case 'metric':
      return ofMetric(asking, gate, criterion);
    case 'rule':
      return ofRule(asking, criterion);
    case 'evidence': {
      const entity = deliverable(world, gate, criterion, asked.id);
      if (!entity) return notKnown(criterion, say('gate.no-evidence', { id: asked.id }), [gate]);
      return plain(criterion, isDone(entity), [entity]);
    }
    case 'words': {
      // What is confirmed for a later day is not known yet.
      const late = asked.met && (dayNumber(asked.on ?? '') ?? 0) > (dayNumber(world.asOf) ?? 0);
      return late
        ? notKnown(criterion, say('gate.not-yet', { day: asked.on ?? '' }), [gate])
        : plain(criterion, asked.met, [gate]);
    }
    case 'unclear':
      return notKnown(criterion, say('gate.unclear'), [gate]);
  }
}

const NOTHING = { figure: undefined, why: undefined, blockers: [], findings: [], silenced: 0 } as const;

const plain = (criterion: Criterion, met: boolean, blockers: readonly Entity[]): CriterionState => ({
  ...NOTHING,
  criterion,
  met,
  blockers: met ? [] : blockers,
});

const notKnown = (criterion: Criterion, why: Message, blockers: readonly Entity[]): CriterionState => ({
  ...plain(criterion, false, blockers),
  why,
});

function deliverable({ project }: World, gate: Entity, { pointer }: Criterion, text: string): Entity | undefined {
  const site = gate.sites.find((one) => one.pointer === `${pointer}/evidence`);
  const { kind, id } = targetOf(project.kinds, text);
  for (const to of kind ? [kind.name] : (site?.ref.to ?? [])) {
    const found = lookUp(project, to, id);
    if (found) return found;
  }
  return undefined;
}

function ofMetric({ world, figures }: Asking, gate: Entity, criterion: Criterion): CriterionState {
  const { asked } = criterion;
  if (asked.kind !== 'metric') return notKnown(criterion, say('gate.unclear'), [gate]);
  const { metric, filter, limits, text } = asked;
  if (!metric || !filter) return notKnown(criterion, say('gate.no-metric', { metric: text }), [gate]);
  if (!takes(metric, filter)) return notKnown(criterion, say('gate.no-filter', { metric: text }), [gate]);
  const figure = figures.of(world, metric, filter);
  const { known, low } = held(figure, limits);
  if (!known) return notKnown(criterion, say('gate.no-limit'), [gate]);
  if (figure.kind === 'n/a') return { ...notKnown(criterion, figure.why, figure.inputs), figure };
  const met = low === undefined;
  const { inputs, lacking = [] } = figure;
  if (met) return { ...plain(criterion, true, []), figure };
  return { ...plain(criterion, false, low ? (lacking.length ? lacking : inputs) : without(inputs, lacking)), figure };
}

function without(inputs: readonly Entity[], lacking: readonly Entity[]): readonly Entity[] {
  if (!lacking.length) return inputs;
  const kept = new Set(lacking);
  return inputs.filter((one) => !kept.has(one));
}

/** Whether there is a limit, and whether the figure misses it: by being too low (true) or too high (false). */
function held(figure: Figure, { least, most, exactly }: Limits): { known: boolean; low: boolean | undefined } {
  const bounds = [
    [least ?? exactly, -1],
    [most ?? exactly, 1],
  ] as const;
  let low: boolean | undefined;
  for (const [limit, side] of bounds) {
    const at = limit === undefined ? undefined : decimal(limit);
    if (figure.kind === 'known' && at && Math.sign(compare(figure.value, at)) === side) low = side < 0;
  }
  return { known: (least ?? most ?? exactly) !== undefined, low };
}

const severities = new Map<string, Severity>(catalog.map(({ code, severity }) => [code, severity]));

/** A file's findings by code, kept as long as the file keeps the very same list. */
const byCode = keptAlone((list: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const found = new Map<string, Finding[]>();
  for (const one of list) {
    const same = found.get(one.code);
    if (same) same.push(one);
    else found.set(one.code, [one]);
  }
  return found;
});

function ofRule({ world, findings, silenced }: Asking, criterion: Criterion): CriterionState {
  const code = criterion.asked.kind === 'rule' ? criterion.asked.code : '';
  if (!severities.has(code)) return notKnown(criterion, say('gate.no-rule', { rule: code }), []);
  if (world.settings.rules.get(code) === 'off') return notKnown(criterion, say('gate.rule-off', { rule: code }), []);
  const open = findings.flatMap((list) => byCode(list).get(code) ?? []);
  return {
    ...plain(criterion, !open.length, []),
    findings: open,
    silenced: silenced.filter((one) => one.code === code).length,
  };
}
