// Gates in a terminal, as data and as Markdown, and a decision seen again.
import type { Replay } from '../gates/replay';
import { type Argument, type Language, type Message, say, tell, tellArgument } from '../messages/message';
import { keyOf, type Project } from '../project/project';
import { type Blocker, type CriterionView, criterionView, gateSummary, type GateView } from '../views/gates';
import { placer } from '../views/listing';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { harmless } from './width';

/** What is to be mended that is listed for one criterion; data has all of it. */
const LISTED = 12;

const SIGNS = { met: '✓', unmet: '✗', na: '?' } as const;

export function gateText(view: GateView, project: Project, language: Language, ink: Ink): string {
  const said = (argument: Argument): string => harmless(tellArgument(argument, language));
  const about = [
    ...(view.due === undefined ? [] : [say('gate.due', { day: view.due })]),
    ...(view.isNext ? [say('gate.next')] : []),
  ];
  const placeOf = placer(project);
  const lines = [
    [ink.bold(harmless(`${view.gate.id} ${view.gate.title}`.trimEnd())), ...about.map(said)].join(' · '),
    (view.state.open ? ink.error : ink.added)(gateSummary(view).map(said).join(' · ')),
  ];
  for (const one of view.criteria) {
    lines.push('', headLine(one, language, ink), `    ${[said(one.found), ...wanted(one).map(said)].join(' · ')}`);
    for (const blocker of one.blockers(LISTED)) {
      const place = placeOf(blocker.entity);
      lines.push(`    → ${said(blockerText(blocker))} ${ink.dim(harmless(`${place.path}:${place.line + 1}`))}`);
    }
    const more = one.blocked - LISTED;
    if (more > 0) lines.push(`    ${ink.dim(said(say('gate.more', { count: more })))}`);
  }
  return `${lines.join('\n')}\n`;
}

function headLine(one: CriterionView, language: Language, ink: Ink): string {
  const paint = one.verdict === 'met' ? ink.added : one.state.criterion.must ? ink.error : ink.warning;
  const how = tellArgument(mustOf(one), language);
  return `${paint(SIGNS[one.verdict])} ${harmless(tellArgument(one.name, language))} ${ink.dim(`[${how}]`)}`;
}

const wanted = (one: CriterionView): readonly Message[] =>
  one.wanted === undefined ? [] : [say('gate.wants', { limits: one.wanted })];

const mustOf = ({ state }: CriterionView): Message => (state.criterion.must ? say('gate.must') : say('gate.should'));

const blockerText = ({ entity, owner }: Blocker): Argument => {
  const named = `${keyOf(entity)} ${entity.title}`.trimEnd();
  return owner ? say('gate.owner', { entity: named, owner: owner.name }) : named;
};

/** All gates, a line each. */
export function gateList(views: readonly GateView[], language: Language, ink: Ink): string {
  const lines = views.map((one) => {
    const sign = one.state.open ? ink.error(SIGNS.unmet) : ink.added(SIGNS.met);
    const about = gateSummary(one).map((each) => harmless(tell(each, language)));
    return `${sign} ${harmless(`${one.gate.id} ${one.gate.title}`.trimEnd())} · ${about.join(' · ')}`;
  });
  return `${[ink.bold(tell(say('gate.others'), language)), ...lines].join('\n')}\n`;
}

export function gateMarkdown(view: GateView, language: Language): string {
  const said = (argument: Argument): string => escaped(tellArgument(argument, language));
  const heads = [
    '',
    ...(['head-criterion', 'head-state', 'head-found', 'head-fix'] as const).map((id) => said(say(`gate.${id}`))),
  ];
  const rows = view.criteria.map((one) => {
    const blockers = one.blockers(LISTED).map((each) => said(blockerText(each)));
    const more = one.blocked - LISTED;
    if (more > 0) blockers.push(said(say('gate.more', { count: more })));
    const found = [one.found, ...wanted(one)].map(said).join(' · ');
    const state = `${said(say(`gate.${one.verdict}`))} (${said(mustOf(one))})`;
    return `| ${SIGNS[one.verdict]} | ${said(one.name)} | ${state} | ${found} | ${blockers.join('<br>')} |`;
  });
  const title = `${escaped(view.gate.id)} ${escaped(view.gate.title)}`.trimEnd();
  const table = [`| ${heads.join(' | ')} |`.replace('|  |', '| |'), '|---|---|---|---|---|', ...rows];
  return `## ${title}\n\n${gateSummary(view).map(said).join(' · ')}\n\n${table.join('\n')}\n`;
}

/** A promise like that of `check --format json`: nothing but additions without another version. */
export function gateJson(view: GateView, project: Project, language: Language) {
  const { gate, state } = view;
  const placeOf = placer(project);
  return {
    id: gate.id,
    title: gate.title,
    due: view.due ?? null,
    decision: view.decision ?? null,
    decidedAt: view.decidedAt ?? null,
    next: view.isNext,
    passable: state.open === 0,
    open: state.open,
    musts: view.musts,
    progress: state.progress,
    criteria: view.criteria.map((one) => ({
      ...criterionJson(one, language),
      blockers: one.blockers().map(({ entity, owner }) => {
        const { path, line } = placeOf(entity);
        return {
          kind: entity.kind.name,
          id: entity.id,
          title: entity.title,
          owner: owner ?? null,
          path,
          line: line + 1,
        };
      }),
    })),
  };
}

const criterionJson = (one: CriterionView, language: Language) => ({
  name: tellArgument(one.name, language),
  ...askedJson(one),
  must: one.state.criterion.must,
  weight: one.state.criterion.weight,
  state: one.verdict === 'na' ? 'n/a' : one.verdict,
  found: tellArgument(one.found, language),
  wanted: one.wanted === undefined ? null : tellArgument(one.wanted, language),
  silenced: one.state.silenced,
});

function askedJson({ state: { criterion } }: CriterionView): Readonly<Record<string, string>> {
  const { asked } = criterion;
  switch (asked.kind) {
    case 'metric':
      return { metric: asked.text };
    case 'rule':
      return { rule: asked.code };
    case 'evidence':
      return { evidence: asked.id };
    case 'words':
      return { text: asked.text };
    case 'unclear':
      return {};
  }
}

export interface Decided {
  readonly replay: Replay;
  readonly revision: string;
  readonly before: Project;
  readonly now: Project;
  /** The days that figures referred to. */
  readonly days: readonly [string, string];
}

interface ReplayRow {
  readonly view: CriterionView;
  readonly before: CriterionView;
  readonly asked: boolean;
}

const rowsOf = ({ replay, before, now }: Decided): readonly ReplayRow[] =>
  replay.criteria.map((one) => ({
    view: criterionView(now, one.now),
    before: criterionView(before, one.before),
    asked: one.asked,
  }));

export function replayText(decided: Decided, language: Language, ink: Ink): string {
  const { replay, revision, days } = decided;
  const said = (argument: Argument): string => harmless(tellArgument(argument, language));
  const { gate } = replay.gate;
  const lines = [
    ink.bold(harmless(`${gate.id} ${gate.title}`.trimEnd())),
    said(say('gate.replay', { revision, before: days[0], now: days[1] })),
  ];
  for (const { view, before, asked } of rowsOf(decided)) {
    const was = [say(`gate.${before.verdict}`), before.found, ...(asked ? [] : [say('gate.not-asked')])];
    lines.push('', headLine(view, language, ink));
    lines.push(`    ${said(say(`gate.${view.verdict}`))} · ${said(view.found)}`);
    lines.push(`    ${ink.dim(said(say('gate.then', { revision, state: was.map(said).join(' · ') })))}`);
  }
  if (replay.gone.length) {
    lines.push('', said(say('gate.gone')));
    for (const one of replay.gone) lines.push(`  ${said(criterionView(decided.before, one).name)}`);
  }
  return `${lines.join('\n')}\n`;
}

export const replayJson = (decided: Decided, language: Language) => ({
  id: decided.replay.gate.gate.id,
  revision: decided.revision,
  on: { before: decided.days[0], now: decided.days[1] },
  criteria: rowsOf(decided).map(({ view, before, asked }) => ({
    ...criterionJson(view, language),
    before: { ...criterionJson(before, language), asked },
  })),
  gone: decided.replay.gone.map((one) => criterionJson(criterionView(decided.before, one), language)),
});

export function replayMarkdown(decided: Decided, language: Language): string {
  const said = (argument: Argument): string => escaped(tellArgument(argument, language));
  const { gate } = decided.replay.gate;
  const rows = rowsOf(decided).map(({ view, before, asked }) => {
    const was = [SIGNS[before.verdict], said(before.found), ...(asked ? [] : [said(say('gate.not-asked'))])].join(' ');
    return `| ${said(view.name)} | ${was} | ${SIGNS[view.verdict]} ${said(view.found)} |`;
  });
  const heads = [
    said(say('gate.head-criterion')),
    escaped(`${decided.revision}, ${decided.days[0]}`),
    escaped(decided.days[1]),
  ];
  const title = `${escaped(gate.id)} ${escaped(gate.title)}`.trimEnd();
  return `## ${title}\n\n${[`| ${heads.join(' | ')} |`, '|---|---|---|', ...rows].join('\n')}\n`;
}
