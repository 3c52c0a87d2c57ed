// What a change touches downstream: of a change request what it covers, of an entry itself; then whoever refers to that,
// and so on. What an entry makes real (a parameter its requirement) is touched as well, with the tests that prove it.
import { accessOf } from '../access/model';
import { kindPlaying } from '../access/parts';
import { hasPassed } from '../access/training';
import { type Decimal, decimal, plus, zero } from '../base/decimal';
import type { Work } from '../base/work';
import type { Bilingual } from '../messages/message';
import { owedBy } from '../metrics/training';
import { currencyOf } from '../money/posting';
import { pointerParts } from '../model/id';
import { covering } from '../project/covers';
import type { Entity } from '../project/file-index';
import { backrefsOf, type Project } from '../project/project';
import { follow } from '../project/resolve';
import { droppedAs, isDone } from '../project/state';
import { amount, asOf, text } from '../project/values';
import type { World } from '../project/world';
import { projectCalendar } from '../schedule/calendar';
import { inWorkingDays, parseDuration } from '../schedule/duration';
import type { Site } from '../schema/sites';

export interface Touched {
  readonly entity: Entity;
  /** What it is touched by: an entry of the change, or one that is touched itself. */
  readonly by: Entity;
  /** The field that says so, of whichever of the two refers. */
  readonly field: Bilingual | string;
  readonly steps: number;
  /** It, or what it is touched by, only comes after in an order: it may move, but is no more work. */
  readonly later: boolean;
}

export interface Impact {
  readonly of: Entity;
  /** What is to be changed. */
  readonly changes: readonly Entity[];
  /** Nearest first; each once, so that circles end. */
  readonly touched: readonly Touched[];
  /** Roles among them, and those that touched tests and courses are for. */
  readonly roles: readonly Entity[];
  /** Who owes a course that is touched, and whether they had passed all of them. */
  readonly retrain: readonly {
    readonly person: Entity;
    readonly courses: readonly Entity[];
    readonly passed: boolean;
  }[];
  /** Effort of what is open among all that and does not only come later, in working days. */
  readonly effort: Decimal;
  /** Budget of what is open among all that. */
  readonly budget: Decimal;
  readonly currency: string;
  /** What the change request asks for itself. */
  readonly delay: string | undefined;
  readonly cost: Decimal | undefined;
}

const REQUESTS = 'change-requests';
/** Fields of every entry that say who and where, not what rests on what. */
const ASIDE: ReadonlySet<string> = new Set(['owner', 'articles']);

/** Whether an entry lets others change, so that its impact is theirs. */
export const isRequest = ({ kind }: Entity): boolean => kind.name === REQUESTS;

export function* impactOf(world: World, entity: Entity): Work<Impact> {
  const { project } = world;
  const changes = isRequest(entity) ? yield* covered(project, entity) : [entity];
  const touched = yield* touchedBy(project, changes);
  const all = [...changes, ...touched.map((one) => one.entity)];
  const courses = all.filter(({ kind }) => kind.name === 'courses');
  const owed = courses.length ? owedBy(world, courses) : new Map<Entity, readonly Entity[]>();
  yield;
  const more = [...changes, ...touched.filter(({ later }) => !later).map((one) => one.entity)];
  const open = more.filter((one) => !isDone(one) && droppedAs(one) === undefined);
  const calendar = projectCalendar(project);
  const days = (one: Entity): Decimal => {
    const effort = parseDuration(text(one.value.effort) ?? '');
    return decimal((effort && inWorkingDays(effort, calendar)) ?? 0) ?? zero;
  };
  return {
    of: entity,
    changes,
    touched,
    roles: rolesOf(project, all),
    retrain: [...owed].map(([person, mine]) => ({
      person,
      courses: mine,
      passed: mine.every((course) => hasPassed(project, course, person, asOf(world)) === 'yes'),
    })),
    effort: open.map(days).reduce(plus, zero),
    budget: open.map((one) => amount(one.value.budget) ?? zero).reduce(plus, zero),
    currency: currencyOf(project),
    delay: text(entity.value.delay),
    cost: isRequest(entity) ? amount(entity.value.cost) : undefined,
  };
}

function* covered(project: Project, request: Entity): Work<readonly Entity[]> {
  const covers = covering(request.value.covers, project.kinds);
  const found: Entity[] = [];
  for (const kind of project.kinds.all) {
    for (const one of project.table(kind.name)) if (!one.derived && one !== request && covers(one)) found.push(one);
    yield;
  }
  return found;
}

/** Reached from below: only what proves it is touched any further. */
interface Edge {
  readonly entity: Entity;
  readonly steps: number;
  readonly isAbove: boolean;
  readonly later: boolean;
}

function* touchedBy(project: Project, changes: readonly Entity[]): Work<readonly Touched[]> {
  const seen = new Set<Entity>(changes);
  const found: Touched[] = [];
  const queue: Edge[] = changes.map((entity) => ({ entity, steps: 0, isAbove: false, later: false }));
  for (let at = 0; at < queue.length; at++) {
    const edge = queue[at];
    if (!edge) break;
    const { entity: by, steps } = edge;
    for (const next of stepsFrom(project, edge)) {
      if (seen.has(next.entity)) continue;
      seen.add(next.entity);
      const later = edge.later || next.later;
      found.push({ entity: next.entity, by, field: next.field, steps: steps + 1, later });
      queue.push({ entity: next.entity, steps: steps + 1, isAbove: next.isAbove, later });
    }
    if (at % 32 === 31) yield;
  }
  return found;
}

interface Next {
  readonly entity: Entity;
  readonly field: Bilingual | string;
  readonly isAbove: boolean;
  readonly later: boolean;
}

function* stepsFrom(project: Project, { entity, steps, isAbove }: Edge): Generator<Next> {
  for (const { from, site } of backrefsOf(project, entity))
    if (from !== entity && (isAbove ? proves(from, site) : restsOn(from, site, steps === 0)))
      yield { entity: from, field: fieldOf(from, site), isAbove: false, later: site.ref.acyclic };
  if (isAbove) return;
  // Grants name objects by patterns, too.
  if (entity.kind === kindPlaying(project.kinds, 'object')) yield* grantedIn(project, entity);
  if (steps > 0) return;
  for (const site of entity.sites) {
    const to = site.ref.realises === 'named' ? follow(project, site) : undefined;
    if (to && to !== entity) yield { entity: to, field: fieldOf(entity, site), isAbove: true, later: false };
  }
}

function* grantedIn(project: Project, object: Entity): Generator<Next> {
  const { design } = accessOf(project);
  for (const role of design.roles) {
    const grant = role.grants.find((one) => design.matching(one.object).some((each) => each.entity === object));
    if (grant) yield { entity: role.entity, field: role.entity.kind.one, isAbove: false, later: false };
  }
}

// Links lead everywhere; only those to what is changed itself count. What has happened is not touched any more.
function restsOn(from: Entity, { ref, pointer }: Site, isFirst: boolean): boolean {
  const [field = ''] = pointerParts(pointer);
  if (ref.prose || ref.historical || ASIDE.has(field) || (field === 'links' && !isFirst)) return false;
  const isPast = from.derived && (from.kind.entity.done === undefined || isDone(from));
  return !isPast && droppedAs(from) === undefined;
}

const proves = (from: Entity, { pointer }: Site): boolean =>
  from.kind.shape.fields.get(pointerParts(pointer)[0] ?? '')?.proves === true;

const fieldOf = (from: Entity, { pointer }: Site): Bilingual | string => {
  const [field = ''] = pointerParts(pointer);
  return from.kind.shape.fields.get(field)?.title ?? field;
};

function rolesOf(project: Project, all: readonly Entity[]): readonly Entity[] {
  const kind = kindPlaying(project.kinds, 'role');
  const named = all
    .filter((one) => one.kind !== kind)
    .flatMap((one) =>
      one.sites.flatMap((site) => (kind && site.ref.to.includes(kind.name) ? (follow(project, site) ?? []) : [])),
    );
  return [...new Set([...all, ...named])].filter((one) => one.kind === kind);
}

/** The tree of what is touched, below what it is touched by. */
export function branches({ touched }: Impact): ReadonlyMap<Entity, readonly Touched[]> {
  const found = new Map<Entity, Touched[]>();
  for (const one of touched) found.set(one.by, [...(found.get(one.by) ?? []), one]);
  return found;
}

/** How many of which kind are touched, most first. */
export function counts({ touched }: Impact): readonly { readonly kind: Entity['kind']; readonly count: number }[] {
  const found = new Map<Entity['kind'], number>();
  for (const { entity } of touched) found.set(entity.kind, 1 + (found.get(entity.kind) ?? 0));
  return [...found].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}
