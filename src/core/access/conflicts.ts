// Who breaks which rule of separation of duty, where and when: across assignments, through inheritance, inside one
// role. Parts of a conflict count only where environment, organisation, scope and dates overlap.
import { shiftDay } from '../base/days';
import type { Work } from '../base/work';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import type { Design } from './design';
import { bestAnswer, type DutyFunction, type DutyRule, holds, mayReach, rulesOf } from './duties';
import { type Assignment, inForce, type Period, type Role } from './facts';
import { type Point, pointsOf, reachAt } from './effective';
import { type AccessModel, accessOf } from './model';
import { tablePlaying } from './parts';
import type { Answer } from './reach';

export interface HeldFunction {
  readonly of: DutyFunction;
  readonly answer: 'yes' | 'unknown';
}

interface Broken {
  readonly rule: DutyRule;
  /** The functions held together: more than the rule allows. */
  readonly held: readonly HeldFunction[];
  /** Unknown where conditions or doubtful dates decide. */
  readonly answer: 'yes' | 'unknown';
}

/** A rule that one role breaks by itself, and no role that it inherits does. */
export interface RoleConflict extends Broken {
  readonly role: Role;
}

/** A rule that a person breaks, in one environment, at an organisation and those below it, for a time. */
export interface PersonConflict extends Broken, Period {
  readonly person: string;
  readonly environment: string;
  /** Undefined is everywhere. */
  readonly org: string | undefined;
  /** What is in force there when it begins, and what is at some time while it lasts. */
  readonly assignments: readonly Assignment[];
  readonly during: readonly Assignment[];
}

export interface Conflicts {
  readonly model: AccessModel;
  readonly table: readonly Entity[];
  readonly rules: readonly DutyRule[];
  readonly roles: readonly RoleConflict[];
  /** In the order of the assignments. */
  readonly people: readonly PersonConflict[];
}

/** Every conflict of a project, past and future ones among them. */
export const conflictsOf = (project: Project): Work<Conflicts> =>
  conflictsIn(accessOf(project), tablePlaying(project, 'constraint'));

/** The same of a model that is only supposed. The next question costs what differs from the last one. */
export function* conflictsIn(model: AccessModel, ruleTable: readonly Entity[]): Work<Conflicts> {
  const screen = screenOf(model.design, ruleTable);
  const before = kept.get(screen);
  const known = before?.orgs === model.orgs ? before.people : new Map<string, Judged>();
  const people = new Map<string, Judged>();
  const all: PersonConflict[] = [];
  let count = 0;
  for (const [person, assignments] of model.assigned) {
    const last = known.get(person);
    const judged = last && sameList(last.assignments, assignments) ? last : judge(model, screen, person, assignments);
    people.set(person, judged);
    for (const one of judged.conflicts) all.push(one);
    if (++count % 256 === 0) yield;
  }
  kept.set(screen, { orgs: model.orgs, people });
  return { model, table: ruleTable, rules: screen.rules, roles: screen.roles, people: all };
}

/** The conflicts of one person alone. */
export const conflictsOfPerson = (
  model: AccessModel,
  table: readonly Entity[],
  person: string,
): readonly PersonConflict[] =>
  judge(model, screenOf(model.design, table), person, model.assigned.get(person) ?? []).conflicts;

interface Judged {
  readonly assignments: readonly Assignment[];
  readonly conflicts: readonly PersonConflict[];
}

const kept = new WeakMap<
  Screen,
  { readonly orgs: AccessModel['orgs']; readonly people: ReadonlyMap<string, Judged> }
>();

const sameList = (a: readonly Assignment[], b: readonly Assignment[]): boolean =>
  a === b || (a.length === b.length && a.every((one, at) => one === b[at]));

/** The rules against a design, with what a quick first look needs. */
interface Screen {
  readonly rules: readonly DutyRule[];
  readonly roles: readonly RoleConflict[];
  /** The rules that roles together may break if nothing is denied to them. */
  readonly suspects: (roles: readonly Role[]) => readonly DutyRule[];
  readonly has: (held: Role, wanted: Role) => boolean;
}

const screens = new WeakMap<Design, { readonly table: unknown; readonly screen: Screen }>();

function screenOf(design: Design, table: readonly Entity[]): Screen {
  let found = screens.get(design);
  if (found?.table !== table)
    screens.set(design, (found = { table, screen: makeScreen(design, rulesOf(table, design)) }));
  return found.screen;
}

function makeScreen(design: Design, rules: readonly DutyRule[]): Screen {
  const functions = rules.flatMap((rule, at) => rule.functions.map((one) => ({ one, rule: at })));
  const words = Math.ceil(functions.length / 32);
  const bits = new Uint32Array(design.roles.length * words);
  const seniors = new Map<Role, Uint8Array>();
  for (const [at, { one }] of functions.entries()) {
    const [word, bit] = [at >> 5, 1 << (at & 31)];
    for (const duty of one.duties) {
      if (duty.kind === 'role') {
        let column = seniors.get(duty.role);
        if (!column) seniors.set(duty.role, (column = design.seniors(duty.role)));
        for (let role = 0; role < column.length; role++)
          if (column[role]) bits[role * words + word] = (bits[role * words + word] ?? 0) | bit;
      } else {
        const column = design.column(duty.permission);
        for (let role = 0; role < column.length; role++)
          if (mayReach(column[role] ?? 0, duty.level))
            bits[role * words + word] = (bits[role * words + word] ?? 0) | bit;
      }
    }
  }
  const counts = new Uint16Array(rules.length);
  const suspects = (roles: readonly Role[]): readonly DutyRule[] => {
    const found: DutyRule[] = [];
    const touched: number[] = [];
    const at = roles.map((role) => design.numberOf(role) * words);
    for (let word = 0; word < words; word++) {
      let set = 0;
      for (const offset of at) set |= bits[offset + word] ?? 0;
      for (; set !== 0; set &= set - 1) {
        const rule = functions[word * 32 + (31 - Math.clz32(set & -set))]?.rule ?? 0;
        if (!counts[rule]) touched.push(rule);
        counts[rule] = (counts[rule] ?? 0) + 1;
      }
    }
    for (const rule of touched) {
      const one = rules[rule];
      if (one && (counts[rule] ?? 0) > one.limit) found.push(one);
      counts[rule] = 0;
    }
    return found;
  };
  const has = (held: Role, wanted: Role): boolean => seniors.get(wanted)?.[design.numberOf(held)] === 1;
  return { rules, roles: roleConflicts(design, suspects, has), suspects, has };
}

function roleConflicts(design: Design, suspects: Screen['suspects'], has: Screen['has']): readonly RoleConflict[] {
  const found = new Map<Role, readonly RoleConflict[]>();
  for (const role of design.roles) {
    const at = design.numberOf(role);
    const broken = suspects([role]).flatMap((rule): readonly RoleConflict[] => {
      const one = judgeRule(rule, (of) =>
        holds(
          of,
          (permission) => design.column(permission)[at] ?? 0,
          (wanted) => (has(role, wanted) ? 'yes' : 'no'),
        ),
      );
      return one ? [{ ...one, role }] : [];
    });
    if (broken.length) found.set(role, broken);
  }
  // What a junior breaks its seniors inherit; those of a circle are each other's juniors, and each is told.
  const isNew = ({ role, rule }: RoleConflict): boolean =>
    !design
      .juniors(role)
      .some((junior) => !design.alike(junior, role) && found.get(junior)?.some((one) => one.rule === rule));
  return [...found.values()].flat().filter(isNew);
}

function judgeRule(rule: DutyRule, ask: (of: DutyFunction) => Answer): Broken | undefined {
  const held = rule.functions.flatMap((of): readonly HeldFunction[] => {
    const answer = ask(of);
    return answer === 'no' ? [] : [{ of, answer }];
  });
  if (held.length <= rule.limit) return undefined;
  const certain = held.filter(({ answer }) => answer === 'yes').length > rule.limit;
  return { rule, held, answer: certain ? 'yes' : 'unknown' };
}

function judge(model: AccessModel, screen: Screen, person: string, all: readonly Assignment[]): Judged {
  const conflicts: PersonConflict[] = [];
  for (const environment of new Set(all.map((one) => one.environment))) {
    const mine = all.filter((one) => one.environment === environment);
    const suspects = screen.suspects(rolesIn(model, mine));
    if (suspects.length)
      for (const one of inTime(model, screen, suspects, mine)) conflicts.push({ ...one, person, environment });
  }
  return { assignments: all, conflicts };
}

const rolesIn = ({ design }: AccessModel, assignments: readonly Assignment[]): readonly Role[] => [
  ...new Set(assignments.flatMap((one) => one.roles.flatMap((id) => design.role(id) ?? []))),
];

type Timed = Omit<PersonConflict, 'person' | 'environment'>;

/** Conflicts among assignments of one person and environment, each with the longest time it lasts without a gap. */
function inTime(
  model: AccessModel,
  screen: Screen,
  suspects: readonly DutyRule[],
  mine: readonly Assignment[],
): readonly Timed[] {
  // The days on which something begins to be otherwise; '' is before all days.
  const turns = ['', ...mine.flatMap(({ from, to }) => [from ?? '', to === undefined ? '' : shiftDay(to, 1)])];
  const starts = [...new Set(turns)].sort();
  const done: Timed[] = [];
  let open = new Map<string, Timed>();
  for (const [at, start] of starts.entries()) {
    const next = starts[at + 1];
    const to = next === undefined ? undefined : shiftDay(next, -1);
    const active = mine.filter((one) => one.doubtful || (start === '' ? one.from === undefined : inForce(one, start)));
    const now = new Map<string, Timed>();
    for (const one of inPlace(model, screen, suspects, active)) {
      const key = `${one.rule.id}\n${one.org ?? ''}`;
      const before = open.get(key);
      const same = before && sameBreach(before, one) ? before : undefined;
      const during = [...new Set([...(same?.during ?? []), ...one.assignments])];
      now.set(key, { ...(same ?? one), during, from: same ? same.from : start || undefined, to });
      if (same) open.delete(key);
    }
    done.push(...open.values());
    open = now;
  }
  done.push(...open.values());
  return done;
}

const sameBreach = (a: Broken, b: Broken): boolean =>
  a.held.length === b.held.length &&
  a.held.every(({ of, answer }, at) => of === b.held[at]?.of && answer === b.held[at]?.answer);

/** Conflicts among assignments that are in force at one time. */
function inPlace(
  model: AccessModel,
  screen: Screen,
  suspects: readonly DutyRule[],
  active: readonly Assignment[],
): readonly Omit<Timed, 'from' | 'to' | 'during'>[] {
  if (!active.length) return [];
  const points = pointsOf(model, active);
  return suspects.flatMap((rule) => {
    const broken = points.flatMap((point) => {
      const one = judgeRule(rule, (of) => holdsAt(model, screen, of, point));
      return one ? [{ ...one, org: point.org, assignments: point.assignments }] : [];
    });
    // What holds above holds here; only a doubt above leaves a certainty here worth telling.
    return broken.filter(
      (one) =>
        !broken.some(
          (above) =>
            above !== one &&
            (above.answer === 'yes' || one.answer === 'unknown') &&
            (above.org === undefined || (one.org !== undefined && model.orgs.within(one.org, above.org))),
        ),
    );
  });
}

const holdsAt = (model: AccessModel, screen: Screen, of: DutyFunction, { assignments }: Point): Answer => {
  const { design } = model;
  return holds(
    of,
    (permission) => {
      const column = design.column(permission);
      return reachAt(assignments, (id) => {
        const role = design.role(id);
        return role ? (column[design.numberOf(role)] ?? 0) : 0;
      });
    },
    (wanted) =>
      bestAnswer(
        assignments.flatMap(({ roles, doubtful }) =>
          roles.map((id): Answer => {
            const role = design.role(id);
            return role && screen.has(role, wanted) ? (doubtful ? 'unknown' : 'yes') : 'no';
          }),
        ),
      ),
  );
};
