// Gates as a person looks at them: each criterion by its name, what is wanted and what was found, and who has to mend
// what before it is met.
import type { Checked } from '../check/check';
import { decimal } from '../base/decimal';
import { each, type Work } from '../base/work';
import { decidedAt, gatesInOrder, nextGate, type Verdict, verdictOf } from '../gates/decided';
import { type Asking, type CriterionState, type GateState, gateState } from '../gates/evaluate';
import { type Asked, GATES, type Limits } from '../gates/criterion';
import { type Argument, type Bilingual, type Message, say } from '../messages/message';
import { valueText } from '../metrics/shown';
import type { Entity } from '../project/file-index';
import { lookUp, type Project, targetOf } from '../project/project';
import { written } from '../schema/json';
import { isRule } from './findings-tree';

export interface Blocker {
  readonly entity: Entity;
  /** Whoever has to mend it: the name, else the id. */
  readonly owner: { readonly id: string; readonly name: string } | undefined;
}

export interface CriterionView {
  readonly state: CriterionState;
  readonly name: Argument;
  /** `n/a` is unmet, too: what is not known proves nothing. */
  readonly verdict: 'met' | 'unmet' | 'na';
  /** The limits, where there are any. */
  readonly wanted: Argument | undefined;
  readonly found: Argument;
  /** How many entries are to be mended. */
  readonly blocked: number;
  /** The first of them, with whoever has to mend it; there may be thousands. */
  readonly blockers: (limit?: number) => readonly Blocker[];
}

export interface GateView {
  readonly gate: Entity;
  readonly state: GateState;
  readonly due: string | undefined;
  readonly decision: Verdict | undefined;
  readonly decidedAt: string | undefined;
  /** How many criteria are musts. */
  readonly musts: number;
  readonly isNext: boolean;
  readonly criteria: readonly CriterionView[];
}

export const askingOf = ({ world, findings, silenced, figures }: Checked): Asking => ({
  world,
  findings: [...findings.values()],
  silenced,
  figures,
});

export const gateViews = (asking: Asking): readonly GateView[] =>
  gatesInOrder(asking.world.project).map((gate) => gateView(asking, gate));

/** The same as work that can be paused. */
export function* gateReports(checked: Checked): Work<readonly GateView[]> {
  const asking = askingOf(checked);
  return yield* each(gatesInOrder(checked.world.project), (gate) => gateView(asking, gate));
}

/** The gate that is decided next; undefined when there is none. */
export function* nextGateReport(checked: Checked): Work<GateView | undefined> {
  const gate = nextGate(checked.world.project);
  yield;
  return gate && gateView(askingOf(checked), gate);
}

export function gateView(asking: Asking, gate: Entity): GateView {
  const { project } = asking.world;
  const state = gateState(asking, gate);
  const due = gate.value.due;
  return {
    gate,
    state,
    due: typeof due === 'string' ? due : undefined,
    decision: verdictOf(gate),
    decidedAt: decidedAt(gate),
    musts: state.criteria.filter(({ criterion }) => criterion.must).length,
    isNext: nextGate(project) === gate,
    criteria: state.criteria.map((one) => criterionView(project, one)),
  };
}

export function criterionView(project: Project, state: CriterionState): CriterionView {
  const { asked } = state.criterion;
  const blocking = blockersOf(project, state);
  return {
    state,
    name: nameOf(project, state),
    verdict: state.met ? 'met' : state.why ? 'na' : 'unmet',
    wanted: asked.kind === 'metric' && asked.metric ? wantedOf(asked.limits, project, asked.metric.unit) : undefined,
    found: state.why && !state.figure ? state.why : foundOf(project, state),
    blocked: blocking.length,
    blockers: (limit) => blocking.slice(0, limit).map((entity) => ({ entity, owner: ownerOf(project, entity, asked) })),
  };
}

// What the findings of a rule are about is looked up when somebody looks.
function blockersOf(project: Project, { blockers, findings }: CriterionState): readonly Entity[] {
  const found = findings.flatMap(({ entity = '' }) => {
    const { kind, id } = targetOf(project.kinds, entity);
    return (kind && lookUp(project, kind.name, id)) ?? [];
  });
  return found.length ? [...new Set(found)] : blockers;
}

function nameOf(project: Project, { criterion }: CriterionState): Argument {
  const { asked } = criterion;
  switch (asked.kind) {
    case 'metric':
      return asked.metric ? say('gate.asks-metric', { name: asked.metric.name, metric: asked.text }) : asked.text;
    case 'rule': {
      if (!isRule(asked.code)) return asked.code;
      return say('gate.asks-rule', { rule: asked.code, title: { id: asked.code, args: {} } });
    }
    case 'evidence':
      return say('gate.asks-evidence', {
        deliverable: `${asked.id} ${evidence(project, asked.id)?.title ?? ''}`.trimEnd(),
      });
    case 'words':
      return asked.text;
    case 'unclear':
      return say('gate.unnamed', { at: Number(criterion.pointer.split('/').at(-1)) + 1 });
  }
}

function foundOf(
  project: Project,
  { criterion: { asked }, figure, blockers, findings, silenced, met }: CriterionState,
): Argument {
  switch (asked.kind) {
    case 'metric':
      if (figure?.kind !== 'known' || !asked.metric)
        return figure?.kind === 'n/a' ? say('metric.why', { why: figure.why }) : say('metric.na');
      return valueText(figure.value, asked.metric.unit, project);
    case 'rule':
      return silenced
        ? say('gate.findings-silenced', { count: findings.length, silenced })
        : say('gate.findings', { count: findings.length });
    case 'evidence':
      return stateLabel(blockers[0] ?? evidence(project, asked.id));
    case 'words': {
      if (!met) return say('gate.unconfirmed');
      if (asked.by === undefined) return say('gate.confirmed');
      const who = nameOfPerson(project, asked.by);
      return asked.on === undefined
        ? say('gate.confirmed-by', { who })
        : say('gate.confirmed-on', { who, day: asked.on });
    }
    case 'unclear':
      return say('gate.unclear');
  }
}

function wantedOf(
  { least, most, exactly }: Limits,
  project: Project,
  unit: Parameters<typeof valueText>[1],
): Argument | undefined {
  const text = (limit: number): Argument => {
    const value = decimal(limit);
    return value ? valueText(value, unit, project) : String(limit);
  };
  const limits = [
    ...(exactly === undefined ? [] : [say('gate.exactly', { limit: text(exactly) })]),
    ...(least === undefined ? [] : [say('gate.at-least', { limit: text(least) })]),
    ...(most === undefined ? [] : [say('gate.at-most', { limit: text(most) })]),
  ];
  return limits.length ? limits : undefined;
}

function evidence(project: Project, text: string): Entity | undefined {
  const { kind, id } = targetOf(project.kinds, text);
  return lookUp(project, kind?.name ?? 'deliverables', id);
}

// What the field says by which its kind tells what is done.
function stateLabel(entity: Entity | undefined): Argument {
  const [field] = Object.keys(entity?.kind.entity.done ?? {});
  if (!entity || field === undefined) return '';
  const value = entity.value[field];
  const label: Bilingual | undefined = entity.kind.shape.fields
    .get(field)
    ?.choices?.find((one) => one.value === value)?.label;
  return label ?? (value === undefined ? say('gate.unconfirmed') : written(value));
}

// Whoever owns it; of words whoever confirms them; of what has no owner, such as a run of a test, the first person that
// it names.
function ownerOf(project: Project, { kind, value, sites }: Entity, asked: Asked): Blocker['owner'] {
  const isGate = kind.name === GATES;
  const confirms = isGate && asked.kind === 'words' ? asked.by : undefined;
  const own = typeof value.owner === 'string' && value.owner !== '' ? value.owner : undefined;
  const named = isGate ? undefined : sites.find(({ ref }) => ref.to.includes(PEOPLE) && !ref.prose)?.text;
  const id = confirms ?? own ?? named;
  return id === undefined ? undefined : { id, name: nameOfPerson(project, id) };
}

const PEOPLE = 'people';
const nameOfPerson = (project: Project, id: string): string => lookUp(project, PEOPLE, id)?.title || id;

/** What is said of a gate as a whole: whether it may be passed, and how far it is. */
export const gateSummary = ({ state, musts, decision, gate }: GateView): readonly Message[] => [
  ...(decision ? [say('gate.verdict', { verdict: verdictLabel(gate, decision) })] : []),
  ...(state.open ? [say('gate.closed', { open: state.open, musts })] : decision ? [] : [say('gate.ready')]),
  say('gate.progress', { percent: state.progress }),
];

function verdictLabel({ kind }: GateView['gate'], decision: string): Argument {
  const verdict = kind.shape.fields.get('approvals')?.items?.fields.get('verdict');
  return verdict?.choices?.find(({ value }) => value === decision)?.label ?? decision;
}
