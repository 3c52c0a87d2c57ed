// Who breaks which rule of separation of duty, where and when: across assignments, through inheritance, inside one
// role. Parts of a conflict count only where environment, organisation, scope and dates overlap.
import type { Work } from '../base/work';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { type DutyRule, holds } from './duties';
import type { Role } from './facts';
import { judge, judgeRule, type PersonConflict, type RoleConflict } from './judge';
import { type AccessModel, accessOf } from './model';
import { tablePlaying } from './parts';
import { type Judged, type Judgement, rejudging } from './rejudge';
import { type Screen, screenOf } from './screen';

export interface Conflicts {
  readonly model: AccessModel;
  readonly table: readonly Entity[];
  readonly rules: readonly DutyRule[];
  readonly roles: readonly RoleConflict[];
  /** In the order of the assignments. */
  readonly people: readonly PersonConflict[];
}

/** Every conflict of a project, past and future ones among them. */
export function* conflictsOf(project: Project): Work<Conflicts> {
  let found = answers.get(project);
  if (!found) {
    const model = accessOf(project);
    yield;
    answers.set(project, (found = yield* conflictsIn(model, tablePlaying(project, 'constraint'))));
  }
  return found;
}

// Several rules ask for it, one after the other.
const answers = new WeakMap<Project, Conflicts>();

/** The same of a model that is only supposed. The next question costs what differs from the last one. */
export function* conflictsIn(model: AccessModel, ruleTable: readonly Entity[]): Work<Conflicts> {
  const screen = screenOf(model.design, ruleTable);
  yield;
  const again = rejudging(kept.get(ruleTable) ?? kept.get(model.assigned), model, screen);
  yield;
  const people = new Map<string, Judged>();
  const all: PersonConflict[] = [];
  let count = 0;
  for (const [person, assignments] of model.assigned) {
    const judged = again(person, assignments);
    people.set(person, judged);
    for (const one of judged.conflicts) all.push(one);
    if (++count % 64 === 0) yield;
  }
  // By both, so that an edit of either finds it.
  for (const key of [ruleTable, model.assigned]) kept.set(key, { screen, orgs: model.orgs, people });
  return { model, table: ruleTable, rules: screen.rules, roles: yield* roleConflicts(screen), people: all };
}

/** The conflicts of one person alone. */
export const conflictsOfPerson = (
  model: AccessModel,
  table: readonly Entity[],
  person: string,
): readonly PersonConflict[] => judge(model, screenOf(model.design, table), person, model.assigned.get(person) ?? []);

/** The roles that break a rule by themselves. */
function* roleConflicts(screen: Screen): Work<readonly RoleConflict[]> {
  const known = ownConflicts.get(screen);
  if (known) return known;
  const { design, suspects, has } = screen;
  const found = new Map<Role, readonly RoleConflict[]>();
  for (const role of design.roles) {
    const at = design.numberOf(role);
    const broken = suspects([at]).flatMap((rule): readonly RoleConflict[] => {
      const one = judgeRule(rule, (of) =>
        holds(
          of,
          (permission) => design.column(permission)[at] ?? 0,
          (wanted) => (has(at, wanted) ? 'yes' : 'no'),
        ),
      );
      return one ? [{ ...one, role }] : [];
    });
    if (broken.length) found.set(role, broken);
    if (at % 64 === 63) yield;
  }
  // What a junior breaks its seniors inherit; those of a circle are each other's juniors, and each is told.
  const isNew = ({ role, rule }: RoleConflict): boolean =>
    !design
      .juniors(role)
      .some((junior) => !design.alike(junior, role) && found.get(junior)?.some((one) => one.rule === rule));
  const made = [...found.values()].flat().filter(isNew);
  ownConflicts.set(screen, made);
  return made;
}

const kept = new WeakMap<object, Judgement>();
const ownConflicts = new WeakMap<Screen, readonly RoleConflict[]>();
