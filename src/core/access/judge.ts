// What one person's assignments come to under rules of separation of duty: in each environment, at each place, for how
// long. Parts of a conflict count only where environment, organisation, scope and dates overlap.
import { shiftDay } from '../base/days';
import { bestAnswer, type DutyFunction, type DutyRule, holds } from './duties';
import { type Point, pointsOf } from './effective';
import { type Assignment, inForce, type Period, type Role } from './facts';
import type { AccessModel } from './model';
import { type Answer, doubted, join, NOTHING } from './reach';
import type { Screen } from './screen';

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

/** Whether a rule is broken, given which functions are held. */
export function judgeRule(rule: DutyRule, ask: (of: DutyFunction) => Answer): Broken | undefined {
  const held = rule.functions.flatMap((of): readonly HeldFunction[] => {
    const answer = ask(of);
    return answer === 'no' ? [] : [{ of, answer }];
  });
  if (held.length <= rule.limit) return undefined;
  const certain = held.filter(({ answer }) => answer === 'yes').length > rule.limit;
  return { rule, held, answer: certain ? 'yes' : 'unknown' };
}

/** Every conflict among the assignments of a person with the rules of a screen. */
export function judge(
  model: Pick<AccessModel, 'orgs'>,
  screen: Screen,
  person: string,
  all: readonly Assignment[],
): readonly PersonConflict[] {
  const conflicts: PersonConflict[] = [];
  const environments = new Set(all.map((one) => one.environment));
  for (const environment of environments) {
    const mine = environments.size === 1 ? all : all.filter((one) => one.environment === environment);
    const suspects = screen.suspects(new Set(mine.flatMap(screen.numbers)));
    if (suspects.length)
      for (const one of inTime(model, screen, suspects, mine)) conflicts.push({ ...one, person, environment });
  }
  return conflicts;
}

type Timed = Omit<PersonConflict, 'person' | 'environment'>;

/** Conflicts among assignments of one person and environment, each with the longest time it lasts without a gap. */
function inTime(
  model: Pick<AccessModel, 'orgs'>,
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
      const key = `${suspects.indexOf(one.rule)}\n${one.org ?? ''}`;
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
  model: Pick<AccessModel, 'orgs'>,
  screen: Screen,
  suspects: readonly DutyRule[],
  active: readonly Assignment[],
): readonly Omit<Timed, 'from' | 'to' | 'during'>[] {
  if (!active.length) return [];
  const points = pointsOf(model, active);
  return suspects.flatMap((rule) => {
    const broken = points.flatMap((point) => {
      const one = judgeRule(rule, (of) => holdsAt(screen, of, point));
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

const holdsAt = ({ design, numbers, has }: Screen, of: DutyFunction, { assignments }: Point): Answer =>
  holds(
    of,
    (permission) => {
      const column = design.column(permission);
      let reach = NOTHING;
      for (const one of assignments)
        for (const at of numbers(one)) {
          const own = column[at] ?? NOTHING;
          reach = join(reach, one.doubtful ? doubted(own) : own);
        }
      return reach;
    },
    (wanted) =>
      bestAnswer(
        assignments.map((one): Answer => {
          if (!numbers(one).some((at) => has(at, wanted))) return 'no';
          return one.doubtful ? 'unknown' : 'yes';
        }),
      ),
  );
