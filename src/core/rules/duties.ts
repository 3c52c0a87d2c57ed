// LF40, separation of duties: who breaks a rule now or will, exceptions that do not hold, rules that only the system can
// keep and that nothing proves, rules that cannot be meant.
import { type Conflicts, conflictsOf } from '../access/conflicts';
import type { DutyRule, Waiver } from '../access/duties';
import { inForce as isInForce } from '../access/facts';
import type { PersonConflict } from '../access/judge';
import { proofOf, proofTables } from '../access/enforcement';
import { isGlob } from '../access/objects';
import { type AnyConflict, explain, isOfRole, type Way, waysTo } from '../access/evidence';
import { type AccessModel, accessOf } from '../access/model';
import { accessTables, fieldPlaying, kindPlaying } from '../access/parts';
import { type Standing, standingOf } from '../access/standing';
import { faultsOf, idleWaivers, isByRole, waiversFor, waiverTables } from '../access/waivers';
import { type Argument, say } from '../messages/message';
import type { Fix } from '../model/finding';
import type { Entity } from '../project/file-index';
import { keyOf, type Project } from '../project/project';
import { valueSpan } from '../project/value-span';
import type { World } from '../project/world';
import { type SaidOf, tableRule } from './rule';

const tables = (project: Project): readonly (readonly Entity[])[] => [
  ...accessTables(project),
  ...waiverTables(project),
];

const inForce = tableRule('LF401', tables, (world) => personal(world, 'now'));
const toCome = tableRule('LF403', tables, (world) => personal(world, 'upcoming'));

/** Conflicts of people, each told once for its rule, environment and organisation; those of a role are told there. */
function* personal({ project, asOf }: World, when: Standing['when']): Generator<SaidOf | undefined | void> {
  const conflicts = yield* conflictsOf(project);
  const told = new Set<string>();
  const due = conflicts.people.filter(
    (one) => one.rule.enforcement === 'static' && (when === 'now' || (one.from ?? '') > asOf),
  );
  for (const conflict of [...due].sort((a, b) => compare(a.from ?? '', b.from ?? ''))) {
    const { person, environment, org, rule } = conflict;
    const key = JSON.stringify([rule.id, person, environment, org]);
    if (told.has(key)) continue;
    const standing = standingOf(project, conflicts, conflict, asOf);
    if (!standing.open || standing.when !== when) continue;
    if (conflicts.roles.some((one) => one.rule === rule && isByRole(conflicts.model, conflict, one.role))) continue;
    told.add(key);
    const found = sayOf(project, conflicts, conflict, when);
    if (found) yield found;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** At the role that comes last, of the assignment that does: where the conflict was made. */
function sayOf(project: Project, conflicts: Conflicts, conflict: PersonConflict, when: string): SaidOf | undefined {
  const { person, environment, org, from, rule, answer } = conflict;
  const { model } = conflicts;
  const ways = explain(conflicts, conflict);
  const ordered = [...ways].sort((a, b) => compare(startOf(a), startOf(b)) || roleAt(project, a) - roleAt(project, b));
  const last = ordered.at(-1);
  const entity = last?.assignment?.entity;
  if (!last || !entity) return undefined;
  const about = {
    person: model.user(person)?.entity.title ?? person,
    rule: rule.id,
    title: rule.entity.title,
    functions: ways.map(functionOf),
    environment,
    org: org === undefined ? say('access.everywhere') : model.orgs.titleOf(org),
  };
  const message =
    when === 'upcoming'
      ? say('duty.upcoming', { ...about, from: from ?? '' })
      : say(answer === 'yes' ? 'duty.conflict' : 'duty.perhaps', about);
  return {
    entity,
    span: valueSpan(project, entity, rolePointer(project, last)),
    message,
    others: ordered.slice(0, -1).flatMap((way) => placeOf(project, way)),
    fix: mends(conflicts, conflict, waive(project, rule, { user: person })),
  };
}

const startOf = ({ assignment }: Way): string => assignment?.from ?? '';
const functionOf = ({ duty }: Way): Argument => (duty.kind === 'role' ? duty.id : duty.permission.name);

/** The place of the role among those of the assignment. */
const roleAt = (project: Project, { assignment, roles }: Way): number =>
  assignment?.roles.findIndex((id) => accessOf(project).design.role(id) === roles[0]) ?? -1;

/** Where an assignment names the role. */
function rolePointer(project: Project, way: Way): string {
  const shape = kindPlaying(project.kinds, 'assignment')?.shape;
  const field = shape && fieldPlaying(shape, 'roles');
  const at = roleAt(project, way);
  return field !== undefined && at >= 0 ? `/${field}/${at}` : '';
}

/** Where a way begins that another finding is about: its grant, or where the role was assigned. */
function placeOf(project: Project, way: Way): NonNullable<SaidOf['others']> {
  const { assignment, grant, roles } = way;
  const message = say('duty.by', { function: functionOf(way), role: roles[0]?.id ?? '' });
  const entity = assignment?.entity ?? grant?.role.entity;
  if (!entity) return [];
  const pointer = assignment ? rolePointer(project, way) : (grant?.pointer ?? '');
  return [{ entity, span: valueSpan(project, entity, pointer), message }];
}

/** Narrowing a grant, where that alone ends the conflict; else, or beside it, an exception. */
function mends(conflicts: Conflicts, conflict: AnyConflict, exception: Fix): Fix {
  const narrower = conflict.held.length > conflict.rule.limit + 1 ? [] : narrowings(conflicts, conflict);
  return narrower.length ? { kind: 'either', of: [...narrower, exception] } : exception;
}

/** A function asked for from a scope on ends with the grant that reaches so far, if no other way leads to it. */
function narrowings(conflicts: Conflicts, conflict: AnyConflict): readonly Fix[] {
  const ways = waysTo(conflicts, conflict, isOfRole(conflict) ? [] : conflict.during);
  return conflict.held.flatMap((_, held): readonly Fix[] => {
    const [way, ...others] = ways.filter((one) => one.held === held);
    if (!way?.grant || others.some((one) => one.grant !== way.grant || one.duty !== way.duty)) return [];
    if (way.duty.kind !== 'permission' || isGlob(way.grant.object)) return [];
    const scope = way.duty.permission.object.scopes[way.duty.level - 2];
    const { entity } = way.grant.role;
    const field = scopeField(entity, way.grant.pointer);
    if (scope === undefined || field === undefined) return [];
    return [{ kind: 'set', to: keyOf(entity), pointer: way.grant.pointer, field, with: scope }];
  });
}

/** What the scope of a grant is called in its register. */
const scopeField = ({ kind: { shape } }: Entity, pointer: string): string | undefined => {
  const grant = shape.fields.get(pointer.split('/')[1] ?? '')?.items;
  return grant && fieldPlaying(grant, 'scope');
};

/** An exception to be filled in. */
function waive(project: Project, rule: DutyRule, who: { readonly user: string } | { readonly role: string }): Fix {
  const shape = kindPlaying(project.kinds, 'constraint')?.shape;
  const list = (shape && fieldPlaying(shape, 'waivers')) ?? '';
  const one = shape?.fields.get(list)?.items;
  const [part, id] = 'user' in who ? (['user', who.user] as const) : (['role', who.role] as const);
  const owed = [...(one?.required ?? []), (one && fieldPlaying(one, 'approver')) ?? ''].filter(Boolean);
  const fields = [[(one && fieldPlaying(one, part)) ?? '', id], ...owed.map((field) => [field, ''])];
  return { kind: 'append', to: keyOf(rule.entity), list, fields: Object.fromEntries(fields) as Record<string, string> };
}

const byRole = tableRule('LF402', tables, function* ({ project, asOf }) {
  const conflicts = yield* conflictsOf(project);
  for (const conflict of conflicts.roles) {
    const { rule, role, answer } = conflict;
    if (rule.enforcement !== 'static' || !standingOf(project, conflicts, conflict, asOf).open) continue;
    const ways = explain(conflicts, conflict);
    const about = {
      role: role.id,
      rule: rule.id,
      title: rule.entity.title,
      functions: ways.map(functionOf),
      count: holders(conflicts, conflict),
    };
    yield {
      entity: role.entity,
      span: role.entity.mark,
      message: say(answer === 'yes' ? 'duty.role' : 'duty.role-perhaps', about),
      others: ways.flatMap((way) => placeOf(project, way)),
      fix: mends(conflicts, conflict, waive(project, rule, { role: role.id })),
    };
  }
});

const holders = ({ model, people }: Conflicts, { rule, role }: Conflicts['roles'][number]): number =>
  new Set(people.filter((one) => one.rule === rule && isByRole(model, one, role)).map((one) => one.person)).size;

const voidWaiver = tableRule('LF404', tables, function* ({ project, asOf }) {
  const conflicts = yield* conflictsOf(project);
  const all: readonly AnyConflict[] = [...conflicts.roles, ...conflicts.people];
  const neededBy = (one: (conflict: AnyConflict) => boolean): ReadonlySet<unknown> =>
    new Set(all.filter(one).flatMap((conflict) => waiversFor(conflicts, conflict)));
  // What ran out when it was no longer needed did its work; what is not needed yet is not overdue.
  const needed = {
    expired: neededBy((one) => isOfRole(one) || one.to === undefined || one.to >= asOf),
    lapsed: neededBy((one) => isOfRole(one) || isInForce(one, asOf)),
  };
  for (const rule of conflicts.rules) {
    for (const waiver of rule.waivers) {
      const entity = rule.entity;
      const { at, pointer } = waiver;
      for (const fault of faultsOf(project, conflicts.model, waiver, asOf)) {
        if ((fault === 'expired' || fault === 'lapsed') && !needed[fault].has(waiver)) continue;
        const places = {
          expired: at.expires,
          unapproved: pointer,
          'self-approved': at.approver,
          lapsed: at.last,
          'request-dropped': at.request,
          'for-nobody': pointer,
        } as const;
        yield {
          entity,
          span: valueSpan(project, entity, places[fault]),
          message: say('duty.void', {
            rule: rule.id,
            who: waiver.person ?? waiver.role ?? '–',
            why: say(`access.fault-${fault}`),
          }),
        };
      }
    }
  }
});

const idleWaiver = tableRule('LF405', tables, function* ({ project }) {
  const conflicts = yield* conflictsOf(project);
  for (const rule of conflicts.rules) {
    for (const one of idleWaivers(conflicts, rule)) {
      const { pointer, person, role } = one;
      const who = person ?? role;
      // Nobody of that name: another rule says so.
      if (who === undefined || !isKnown(conflicts.model, one)) continue;
      const span = valueSpan(project, rule.entity, pointer);
      const message = say('duty.idle-waiver', { who, rule: rule.id });
      yield { entity: rule.entity, span, message, fix: { kind: 'drop', pointer } };
    }
  }
});

const isKnown = ({ user, design }: AccessModel, { person, role }: Waiver): boolean =>
  person === undefined ? role !== undefined && design.role(role) !== undefined : user(person) !== undefined;

const unproven = tableRule(
  'LF406',
  (project) => [...tables(project), ...proofTables(project)],
  function* ({ project, asOf }) {
    const conflicts = yield* conflictsOf(project);
    for (const rule of conflicts.rules) {
      if (rule.enforcement === 'static') continue;
      const proof = proofOf(project, rule, conflicts.model.usual);
      if (proof.kind === 'enforced') continue;
      const count = new Set(
        conflicts.people
          .filter((one) => one.rule === rule && standingOf(project, conflicts, one, asOf).open)
          .map((one) => one.person),
      ).size;
      // As long as nobody holds them together there is nothing to keep.
      if (!count) continue;
      const why = say(`access.why-${proof.why}`);
      yield {
        entity: rule.entity,
        span: valueSpan(project, rule.entity, rule.at.control),
        message: say('duty.unproven', { rule: rule.id, why, count }),
      };
    }
  },
);

const odd = tableRule('LF407', tables, function* ({ project }) {
  const { rules } = yield* conflictsOf(project);
  for (const rule of rules) {
    const { entity, functions, limit, at } = rule;
    if (rule.written > functions.length)
      yield { entity, span: valueSpan(project, entity, at.functions), message: say('duty.twice', { rule: rule.id }) };
    // Fewer than two its kind says are too few.
    else if (rule.written > 1 && functions.length <= limit) {
      const message = say('duty.never', { rule: rule.id, count: functions.length, limit });
      yield { entity, span: valueSpan(project, entity, limit > 1 ? at.limit : at.functions), message };
    }
    for (const [place, one] of functions.entries()) {
      const other = functions
        .slice(0, place)
        .find(({ duties }) => duties.some((a) => one.duties.some((b) => same(a, b))));
      if (!other) continue;
      const message = say('duty.overlap', { rule: rule.id, a: other.names.join(' | '), b: one.names.join(' | ') });
      yield { entity, span: valueSpan(project, entity, one.pointer), message };
    }
  }
});

type Duty = DutyRule['functions'][number]['duties'][number];
const same = (a: Duty, b: Duty): boolean =>
  a.kind === 'role' ? b.kind === 'role' && a.id === b.id : b.kind === 'permission' && a.permission === b.permission;

export const dutyRules = [inForce, byRole, toCome, voidWaiver, idleWaiver, unproven, odd] as const;
