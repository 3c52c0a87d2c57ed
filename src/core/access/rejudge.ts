// What was judged of people under rules of separation of duty, kept over edits: only those are judged again whose
// assignments differ, or whose roles give another answer to what some rule asks; and only the rules that are new are asked
// of everybody.
import { isSameList } from '../base/lists';
import type { DutyRule } from './duties';
import type { Assignment } from './facts';
import { judge, type PersonConflict } from './judge';
import type { AccessModel } from './model';
import { type Screen, screenFor } from './screen';

/** The conflicts of one person, and what they follow from. */
export interface Judged {
  readonly assignments: readonly Assignment[];
  readonly conflicts: readonly PersonConflict[];
}

/** Everybody's conflicts, with what they follow from. */
export interface Judgement {
  readonly screen: Screen;
  readonly orgs: AccessModel['orgs'];
  readonly people: ReadonlyMap<string, Judged>;
}

type Ask = (person: string, assignments: readonly Assignment[]) => Judged;

/** Judges people of a model, given what was judged before of another. */
export function rejudging(before: Judgement | undefined, model: AccessModel, screen: Screen): Ask {
  const place = new Map(screen.rules.map((rule, at) => [rule, at]));
  const afresh: Ask = (person, assignments) => ({
    assignments,
    conflicts: inOrder(judge(model, screen, person, assignments), place),
  });
  if (before?.orgs.shape !== model.orgs.shape) return afresh;
  const old = new Set(before.screen.rules);
  const stay = new Set(screen.rules.filter((rule) => old.has(rule)));
  const come = stay.size === screen.rules.length ? undefined : newRules(screen, stay);
  const differs = differing(before.screen, screen, stay);
  const same = stay.size === old.size && !come;
  return (person, assignments) => {
    const last = before.people.get(person);
    if (!last || !isSameList(last.assignments, assignments)) return afresh(person, assignments);
    if (assignments.some(({ roles }) => roles.some(differs))) return afresh(person, assignments);
    if (same) return last;
    const left = last.conflicts.filter(({ rule }) => stay.has(rule));
    const more = come ? judge(model, come, person, assignments) : [];
    return { assignments, conflicts: inOrder([...left, ...more], place) };
  };
}

const newRules = ({ design, rules }: Screen, stay: ReadonlySet<DutyRule>): Screen =>
  screenFor(
    design,
    rules.filter((rule) => !stay.has(rule)),
  );

/** Tells of an id that assignments write whether the role gives another answer than before to what rules ask. */
function differing(before: Screen, after: Screen, rules: ReadonlySet<DutyRule>): (id: string) => boolean {
  if (before.design === after.design) return () => false;
  const duties = [...rules].flatMap(({ functions }) => functions.flatMap((one) => one.duties));
  const columns = [...new Set(duties.flatMap((one) => (one.kind === 'permission' ? [one.permission] : [])))].map(
    (permission) => [before.design.column(permission), after.design.column(permission)] as const,
  );
  const changed = columns.filter(([old, now]) => old !== now);
  const roles = new Set(duties.flatMap((one) => (one.kind === 'role' ? [one.id] : [])));
  const compare = (id: string): boolean => {
    const [was, is] = [before.numberOf(id), after.numberOf(id)];
    if (was < 0 || is < 0) return was !== is;
    for (const [old, now] of was === is ? changed : columns) if (old[was] !== now[is]) return true;
    for (const wanted of roles) if (before.has(was, wanted) !== after.has(is, wanted)) return true;
    return false;
  };
  const known = new Map<string, boolean>();
  return (id) => {
    let found = known.get(id);
    if (found === undefined) known.set(id, (found = compare(id)));
    return found;
  };
}

/** In the order of the rules and of time, however they were come by. */
const inOrder = (all: readonly PersonConflict[], place: ReadonlyMap<DutyRule, number>): readonly PersonConflict[] =>
  all.length < 2
    ? all
    : [...all].sort(
        (a, b) =>
          (place.get(a.rule) ?? 0) - (place.get(b.rule) ?? 0) ||
          compareTexts(a.environment, b.environment) ||
          compareTexts(a.from ?? '', b.from ?? '') ||
          compareTexts(a.org ?? '', b.org ?? ''),
      );

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
