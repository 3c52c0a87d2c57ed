// LF3, control: risks that nobody answers for, signs that have come true, service levels that are over, change requests
// that let too much change or too late, meetings that did not take place.
import { dayText } from '../base/days';
import { along, kept, keptAlone } from '../base/kept';
import { nfc } from '../base/text';
import { type Message, say } from '../messages/message';
import { metrics } from '../metrics';
import { figuresOfRules } from '../metrics/figures';
import { instantOf } from '../metrics/issues';
import { plain } from '../metrics/metric';
import { isHigh } from '../metrics/risks';
import { comeTrue, triggerOf } from '../metrics/trigger';
import type { Entity } from '../project/file-index';
import { backrefsOf, formerIds, lookUp, manifestOf, type Project } from '../project/project';
import { droppedAs, isDone } from '../project/state';
import { asOf, day, is, list, text } from '../project/values';
import type { World } from '../project/world';
import { calendarTables, projectCalendar } from '../schedule/calendar';
import { addDuration, parseDuration } from '../schedule/duration';
import { slaStanding } from '../schedule/sla-clock';
import { type EntityRule, type ProjectRule, said, type SaidOf, tableRule } from './rule';

const manifest = (project: Project): readonly Entity[] => project.table(manifestEntity(project)?.kind.name ?? '');
const manifestEntity = (project: Project): Entity | undefined => manifestOf(project)?.slices[0]?.entities[0];
const isOpenRisk = (risk: Entity): boolean => is(risk, 'status', 'open', 'monitoring');
// What is rated out of range is not known to be high.
const isRated = ({ value }: Entity): boolean => [value.probability, value.impact].every((one) => LEVELS.includes(one));
const LEVELS: readonly unknown[] = [1, 2, 3, 4, 5];

const unprepared = tableRule(
  'LF301',
  (project) => [project.table('risks'), project.table('actions'), manifest(project)],
  function* ({ project }) {
    for (const risk of project.table('risks')) {
      if (!isOpenRisk(risk) || !isRated(risk) || !isHigh(project, risk) || text(risk.value.contingency)) continue;
      const hasAction = backrefsOf(project, risk).some(({ from }) => from.kind.name === 'actions');
      if (!hasAction)
        yield said(project, risk, '', say('risk.unprepared'), { kind: 'add-fields', fields: ['contingency'] });
    }
  },
);

const unanswered = tableRule(
  'LF302',
  (project) => [project.table('risks'), manifest(project)],
  function* ({ project }) {
    for (const risk of project.table('risks'))
      if (isOpenRisk(risk) && isRated(risk) && isHigh(project, risk) && risk.value.response === undefined)
        yield said(project, risk, '', say('risk.unanswered'), { kind: 'add-fields', fields: ['response'] });
  },
);

/** The ids, former ones too, of those of whom it is known when they leave. */
const leavers = keptAlone(
  (people: readonly Entity[]): ReadonlySet<string> =>
    new Set(people.filter(({ value }) => value.active_to !== undefined).flatMap((one) => [one.id, ...formerIds(one)])),
);

const ownerLeft: EntityRule = {
  scope: 'entity',
  code: 'LF303',
  of: ({ shape }) => shape.fields.has('owner'),
  concerns: (entity, { project }) =>
    leavers(project.table('people')).has(nfc(text(entity.value.owner) ?? '')) &&
    !isDone(entity) &&
    droppedAs(entity) === undefined,
  *check(entity, world) {
    const site = entity.sites.find(({ pointer }) => pointer === '/owner');
    const person = site && lookUp(world.project, site.ref.to[0] ?? '', site.text);
    const left = person && day(person, 'active_to');
    if (!site || left === undefined || left >= asOf(world)) return;
    const message = say('owner.left', { name: person?.title ?? site.text, day: dayText(left) });
    yield { span: { start: site.start, end: site.end }, message };
  },
};

const triggersOf = keptAlone((risks: readonly Entity[]) =>
  risks.flatMap((risk) => {
    const trigger = triggerOf(risk, metrics);
    return trigger ? [{ risk, trigger }] : [];
  }),
);

const triggered: ProjectRule = {
  scope: 'project',
  code: 'LF305',
  // The figures themselves say whether anything that they rest on has changed.
  reads: (world) => {
    const { project, asOf: on } = world;
    const risks = project.table('risks');
    const figures = figuresOfRules(project.kinds);
    const asked = triggersOf(risks).map(({ trigger }) => trigger);
    return [risks, on, ...asked.map(({ metric, filter }) => metric && figures.of(world, metric, filter))];
  },
  *check(world) {
    const { project } = world;
    for (const { risk, trigger } of triggersOf(project.table('risks'))) {
      const { asked, metric } = trigger;
      const value = comeTrue(trigger, (one, filter) => figuresOfRules(project.kinds).of(world, one, filter));
      if (!metric) yield said(project, risk, '/trigger', say('risk.trigger-unknown', { given: asked }));
      else if (value)
        yield said(project, risk, '/trigger', say('risk.triggered', { metric: metric.name, value: plain(value) }));
      yield;
    }
  },
};

const MINUTE = 60_000;
const toMinute = (instant: number): number => Math.floor(instant / MINUTE) * MINUTE;

const late = tableRule(
  'LF308',
  (project) => [project.table('issues'), project.table('slas'), ...calendarTables(project)],
  function* (world) {
    const { project } = world;
    const slas = project.table('slas');
    if (!slas.length) return;
    // To the minute, so that what was told of an issue holds while others are typed.
    const told = breachesBy(slas, toMinute(instantOf(world)), ...calendarTables(project));
    yield* yield* told(project.table('issues'), project);
  },
);

/** What is told of issues; other service levels, calendars or another moment begin anew. */
const breachesBy = kept((_slas: readonly Entity[], now: number, ..._calendars: readonly unknown[]) =>
  along((issue: Entity, project: Project): readonly SaidOf[] =>
    [...breaches(project, issue, now)].map((message) => said(project, issue, '/sla', message)),
  ),
);

function* breaches(project: Project, issue: Entity, now: number): Generator<Message> {
  if (issue.value.sla === undefined || is(issue, 'status', 'verified', 'closed')) return;
  for (const target of ['response', 'resolution'] as const) {
    const stands = slaStanding(project, issue, target, now);
    if (stands.kind !== 'counted' || stands.state !== 'breached') continue;
    // Answered late is the past; what is open can still be mended.
    if (target === 'response' && issue.value.responded_at !== undefined) continue;
    const about = { used: Math.round(stands.used / 60), allowed: Math.round(stands.allowed / 60) };
    yield target === 'response' ? say('sla.no-response', about) : say('sla.no-resolution', about);
  }
}

const request = (
  code: EntityRule['code'],
  check: (request: Entity, world: World) => SaidOf | undefined,
): EntityRule => ({
  scope: 'entity',
  code,
  of: ({ name }) => name === 'change-requests',
  *check(entity, world) {
    const found = check(entity, world);
    if (found) yield found;
  },
});

const expired = request('LF312', (entity, world) => {
  const end = day(entity, 'expires');
  if (!is(entity, 'status', 'approved') || end === undefined || end >= asOf(world)) return undefined;
  return said(world.project, entity, '/expires', say('request.expired', { day: dayText(end) }));
});

/** Kinds and globs that let everything of a kind change. */
const isBlanket = (covered: string, { kinds }: Project): boolean =>
  /^[*?/]+$/.test(covered) || /^[^/]+\/\*+$/.test(covered) || kinds.kind(covered) !== undefined;

const blanket = request('LF313', (entity, { project }) => {
  const at = list(entity.value.covers).findIndex((one) => typeof one === 'string' && isBlanket(one, project));
  if (at < 0 || is(entity, 'status', 'rejected', 'withdrawn')) return undefined;
  const covered = text(list(entity.value.covers)[at]) ?? '';
  return said(project, entity, `/covers/${at}`, say('request.blanket', { covered }));
});

const unmet = tableRule(
  'LF316',
  (project) => [project.table('communications'), project.table('meetings'), ...calendarTables(project)],
  function* (world) {
    const { project } = world;
    const calendar = projectCalendar(project);
    for (const series of project.table('communications')) {
      const every = parseDuration(text(series.value.every) ?? '');
      if (!every) continue;
      const days = project
        .table('meetings')
        .filter((one) => one.value.of === series.id)
        .flatMap((one) => day(one, 'date') ?? [])
        .filter((one) => one <= asOf(world));
      // A series without any minutes keeps them elsewhere.
      const last = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      const due = Number.isFinite(last) ? addDuration(calendar, last, every) : undefined;
      if (due === undefined || due >= asOf(world)) continue;
      yield said(project, series, '/every', say('meeting.missing', { last: dayText(last), due: dayText(due) }));
    }
  },
);

export const controlRules = [unprepared, unanswered, ownerLeft, triggered, late, expired, blanket, unmet] as const;
